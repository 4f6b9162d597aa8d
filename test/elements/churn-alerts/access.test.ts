/** Every state under axe: light and dark, wide and narrow, in both languages. */
import { expect, fixture, html } from '@open-wc/testing';
import { KpiError } from '../../../src/core/errors.js';
import type { ChurnResult } from '../../../src/core/kpi/churn-types.js';
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { KpiSource } from '../../../src/source/source.js';
import type { ChurnAlertsElement } from '../../../src/elements/churn-alerts/churn-alerts.js';
import '../../../src/elements/churn-alerts/churn-alerts.js';
import { churn, result, tier } from './fixture.js';

const silent = { onProgress: () => () => undefined, onNotice: () => () => undefined, release: () => undefined };

function refusing(): KpiSource {
  const loaded = Promise.reject<never>(new KpiError('network', 'test: network'));
  loaded.catch(() => undefined);
  return { ...silent, loaded, run: () => loaded };
}

const waiting: KpiSource = { ...silent, loaded: new Promise(() => undefined), run: () => new Promise(() => undefined) };
const unknown = { attritionRate: null, attritionInterval: null, attritionBase: 0, attritionLost: 0, trend: [] };
const states: Record<string, KpiResult<ChurnResult> | KpiSource | null> = {
  ready: result(churn()),
  'without history': result(churn(unknown), { status: 'partial', reasons: [{ code: 'not-enough-history', detail: '2025-07-01' }] }),
  withheld: result(churn({ tiers: [tier('watch', null, null), tier('risk', null, null), tier('inactive', 9, 1)], customers: [] }), {
    status: 'partial',
    reasons: [{ code: 'suppressed', detail: 'tiers' }],
  }),
  'of nobody': result(churn({ tiers: [tier('watch', 0, 0), tier('risk', 0, 0), tier('inactive', 0, 0)], customers: [] })),
  empty: null,
  loading: waiting,
  error: refusing(),
};

/** The widget on a page of its own colours. */
async function place(
  state: KpiResult<ChurnResult> | KpiSource | null,
  theme: string,
  lang: string,
  width: number,
): Promise<ChurnAlertsElement> {
  const parentNode = document.createElement('div');
  parentNode.lang = lang;
  parentNode.style.cssText = `color-scheme: ${theme}; background: ${theme === 'dark' ? '#15181d' : '#fff'}; inline-size: ${width}px`;
  const isSource = state !== null && 'run' in state;
  const markup = html`<churn-alerts .source=${isSource ? state : null} .result=${isSource ? null : state}></churn-alerts>`;
  const element = await fixture<ChurnAlertsElement>(markup, { parentNode });
  if (state !== null && state !== waiting) await element.ready.catch(() => null);
  await element.updateComplete;
  return element;
}

describe('churn-alerts: accessibility', () => {
  for (const [name, state] of Object.entries(states)) {
    for (const [theme, lang, width] of [
      ['light', 'en', 760],
      ['dark', 'fr', 280],
    ] as const) {
      it(`${name}, ${theme}, ${lang}, ${width} px`, async () => {
        const element = await place(state, theme, lang, width);
        await expect(element).to.be.accessible();
      });
    }
  }

  it('of its tables when they are open', async () => {
    const element = await place(result(churn()), 'light', 'en', 760);
    const toggle = [...element.renderRoot.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Table');
    toggle?.click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });
});
