/** Every state under axe: light and dark, wide and narrow, in both languages. */
import { expect, fixture, html } from '@open-wc/testing';
import { KpiError } from '../../../src/core/errors.js';
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { PurchaseTimingResult } from '../../../src/core/kpi/purchase-timing-types.js';
import type { KpiSource } from '../../../src/source/source.js';
import type { PurchaseTimingElement } from '../../../src/elements/purchase-timing/purchase-timing.js';
import '../../../src/elements/purchase-timing/purchase-timing.js';
import { curve, result, split, timing } from './fixture.js';

const silent = { onProgress: () => () => undefined, onNotice: () => () => undefined, release: () => undefined };

function refusing(): KpiSource {
  const loaded = Promise.reject<never>(new KpiError('network', 'test: network'));
  loaded.catch(() => undefined);
  return { ...silent, loaded, run: () => loaded };
}

const waiting: KpiSource = { ...silent, loaded: new Promise(() => undefined), run: () => new Promise(() => undefined) };
const hidden = curve({
  ...{ customers: null, spells: null, events: null, medianDays: null, medianInterval: [null, null] },
  ...{ marks: [{ days: 7, probability: null, lower: null, upper: null }], window: null, points: [], hazard: [], peak: null },
});
const states: Record<string, KpiResult<PurchaseTimingResult> | KpiSource | null> = {
  ready: result(),
  split: result(split()),
  'without registrations': result(timing({ curves: [curve()] }), {
    status: 'partial',
    reasons: [{ code: 'missing-column', detail: 'customers.created_at' }],
  }),
  withheld: result(timing({ curves: [hidden] }), { status: 'partial', reasons: [{ code: 'suppressed', detail: 'curves' }] }),
  empty: null,
  loading: waiting,
  error: refusing(),
};

/** The widget on a page of its own colours. */
async function place(
  state: KpiResult<PurchaseTimingResult> | KpiSource | null,
  theme: string,
  lang: string,
  width: number,
): Promise<PurchaseTimingElement> {
  const parentNode = document.createElement('div');
  parentNode.lang = lang;
  parentNode.style.cssText = `color-scheme: ${theme}; background: ${theme === 'dark' ? '#15181d' : '#fff'}; inline-size: ${width}px`;
  const isSource = state !== null && 'run' in state;
  const markup = html`<purchase-timing .source=${isSource ? state : null} .result=${isSource ? null : state}></purchase-timing>`;
  const element = await fixture<PurchaseTimingElement>(markup, { parentNode });
  if (state !== null && state !== waiting) await element.ready.catch(() => null);
  await element.updateComplete;
  return element;
}

describe('purchase-timing: accessibility', () => {
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
    const element = await place(result(), 'light', 'en', 760);
    const toggle = [...element.renderRoot.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Table');
    toggle?.click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });
});
