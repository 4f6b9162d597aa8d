/** Every state under axe: light and dark, wide and narrow, in both languages. */
import { expect, fixture, html } from '@open-wc/testing';
import { KpiError } from '../../../src/core/errors.js';
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { LifecycleResult } from '../../../src/core/kpi/lifecycle-types.js';
import type { KpiSource } from '../../../src/source/source.js';
import type { LifecycleFlowElement } from '../../../src/elements/lifecycle-flow/lifecycle-flow.js';
import '../../../src/elements/lifecycle-flow/lifecycle-flow.js';
import { flow, lifecycle, result, stage } from './fixture.js';

const silent = { onProgress: () => () => undefined, onNotice: () => () => undefined, release: () => undefined };

function refusing(): KpiSource {
  const loaded = Promise.reject<never>(new KpiError('network', 'test: network'));
  loaded.catch(() => undefined);
  return { ...silent, loaded, run: () => loaded };
}

const waiting: KpiSource = { ...silent, loaded: new Promise(() => undefined), run: () => new Promise(() => undefined) };
const unknown = { ...lifecycle().renewal, rate: null, verdict: null };
const states: Record<string, KpiResult<LifecycleResult> | KpiSource | null> = {
  ready: result(lifecycle()),
  'with a loss': result(lifecycle({ renewal: { ...lifecycle().renewal, rate: -0.04, ratio: null, verdict: 'alert' } })),
  'without history': result(lifecycle({ renewal: unknown }), {
    status: 'partial',
    reasons: [{ code: 'not-enough-history', detail: '2025-07-01' }],
  }),
  withheld: result(
    lifecycle({
      stages: [stage('new', 100, 90), stage('loyal', null, null, { revenue: null, dwell: null }), stage('inactive', null, null)],
      flows: [flow('new', 'loyal', null, 100), flow('new', 'new', 60, 100)],
      renewal: {
        ...unknown,
        newCustomers: null,
        becameInactive: null,
        reactivated: null,
        activeAtStart: null,
        activeAtEnd: null,
        ratio: null,
      },
    }),
    { status: 'partial', reasons: [{ code: 'suppressed', detail: 'flows' }] },
  ),
  empty: null,
  loading: waiting,
  error: refusing(),
};

/** The widget on a page of its own colours. */
async function place(
  state: KpiResult<LifecycleResult> | KpiSource | null,
  theme: string,
  lang: string,
  width: number,
): Promise<LifecycleFlowElement> {
  const parentNode = document.createElement('div');
  parentNode.lang = lang;
  parentNode.style.cssText = `color-scheme: ${theme}; background: ${theme === 'dark' ? '#15181d' : '#fff'}; inline-size: ${width}px`;
  const isSource = state !== null && 'run' in state;
  const markup = html`<lifecycle-flow .source=${isSource ? state : null} .result=${isSource ? null : state}></lifecycle-flow>`;
  const element = await fixture<LifecycleFlowElement>(markup, { parentNode });
  if (state !== null && state !== waiting) await element.ready.catch(() => null);
  await element.updateComplete;
  return element;
}

describe('lifecycle-flow: accessibility', () => {
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
});
