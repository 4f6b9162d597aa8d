/** Every state under axe: light and dark, wide and narrow, in both languages. */
import { expect, fixture, html } from '@open-wc/testing';
import { KpiError } from '../../../src/core/errors.js';
import type { PulseResult } from '../../../src/core/kpi/pulse-types.js';
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { KpiSource } from '../../../src/source/source.js';
import type { KpiPulseElement } from '../../../src/elements/kpi-pulse/kpi-pulse.js';
import '../../../src/elements/kpi-pulse/kpi-pulse.js';
import { missing, pulse, repeatRate, result, salesMonth } from './fixture.js';

const silent = { onProgress: () => () => undefined, onNotice: () => () => undefined, release: () => undefined };

function refusing(): KpiSource {
  const loaded = Promise.reject<never>(new KpiError('network', 'test: network'));
  loaded.catch(() => undefined);
  return { ...silent, loaded, run: () => loaded };
}

const waiting: KpiSource = { ...silent, loaded: new Promise(() => undefined), run: () => new Promise(() => undefined) };
const states: Record<string, KpiResult<PulseResult> | KpiSource | null> = {
  ready: result(pulse([salesMonth(), repeatRate()], { by: 'channel' }), { status: 'ready', reasons: [] }),
  'with a table missing': result(),
  'of tables that are all missing': result(pulse([missing()])),
  empty: null,
  loading: waiting,
  error: refusing(),
};

/** The widget on a page of its own colours. */
async function place(
  state: KpiResult<PulseResult> | KpiSource | null,
  theme: string,
  lang: string,
  width: number,
): Promise<KpiPulseElement> {
  const parentNode = document.createElement('div');
  parentNode.lang = lang;
  parentNode.style.cssText = `color-scheme: ${theme}; background: ${theme === 'dark' ? '#15181d' : '#fff'}; inline-size: ${width}px`;
  const isSource = state !== null && 'run' in state;
  const markup = html`<kpi-pulse
    open="sales-month"
    by="channel"
    .source=${isSource ? state : null}
    .result=${isSource ? null : state}
  ></kpi-pulse>`;
  const element = await fixture<KpiPulseElement>(markup, { parentNode });
  if (state !== null && state !== waiting) await element.ready.catch(() => null);
  await element.updateComplete;
  return element;
}

describe('kpi-pulse: accessibility', () => {
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
