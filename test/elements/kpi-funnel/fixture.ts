/** Results of `funnel` from counts, by a calculation of the tests' own, and the words in which they are told. */
import type { KpiResult, Reason } from '../../../src/core/kpi/contract.js';
import type { FunnelResult, FunnelStep } from '../../../src/core/kpi/funnel-types.js';
import { funnelContext, type FunnelContext } from '../../../src/elements/kpi-funnel/funnel-context.js';
import { createSpeech } from '../../../src/locale/speech.js';

/** Id, label, count, and whether it may be skipped. */
export type Row = readonly [id: string, label: string | null, count: number | null, optional?: boolean, medianDays?: number];

/** Wilson 95 % as in the textbook. */
function wilson(part: number, whole: number): [number, number] {
  const z = 1.959963984540054;
  const rate = part / whole;
  const middle = rate + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((rate * (1 - rate)) / whole + (z * z) / (4 * whole * whole));
  const by = 1 + (z * z) / whole;
  return [Math.max(0, (middle - spread) / by), Math.min(1, (middle + spread) / by)];
}

function rate(part: number | null, whole: number | null): [number | null, [number, number] | null] {
  if (part === null || whole === null || whole === 0 || part > whole) return [null, null];
  return [part / whole, wilson(part, whole)];
}

export function steps(...rows: readonly Row[]): FunnelStep[] {
  const first = rows[0]?.[2] ?? null;
  let before: number | null = null;
  return rows.map(([id, label, count, optional = false, medianDays], index) => {
    const [stepRate, stepInterval] = index === 0 ? [null, null] : rate(count, before);
    const [overallRate, overallInterval] = rate(count, first);
    if (index === 0 || !optional) before = count;
    const dropOff = stepRate === null ? null : 1 - stepRate;
    return { id, label, optional, count, stepRate, overallRate, dropOff, stepInterval, overallInterval, medianDays: medianDays ?? null };
  });
}

export function result(value: Partial<FunnelResult>, rest: Partial<KpiResult<FunnelResult>> = {}): KpiResult<FunnelResult> {
  return {
    kpi: 'funnel',
    version: 1,
    asOf: '2025-12-31',
    timeZone: 'Europe/Paris',
    currency: null,
    params: {},
    filter: {},
    status: 'ready',
    reasons: [],
    rows: { used: 12_350, left: {} },
    ...rest,
    value: { unit: 'visitor', preset: 'lead', steps: [], ...value },
  };
}

/** Visit, sign-up, purchase. */
export const lead = (...counts: (number | null)[]): Partial<FunnelResult> => {
  const ids = ['visit', 'lead', 'customer'];
  return { steps: steps(...counts.map((count, index): Row => [ids[index]!, null, count])) };
};

/** Ready counts with labels of the page. */
export const counts = (...rows: readonly [label: string, count: number][]): Partial<FunnelResult> => ({
  unit: 'count',
  preset: 'counts',
  steps: steps(...rows.map(([label, count]): Row => [label, label, count])),
});

export function told(language: 'en' | 'fr', value: Partial<FunnelResult>, reasons: Reason[] = [], params: object = {}): FunnelContext {
  return funnelContext(result(value, { reasons, params }), createSpeech(language, language));
}

/** Every kind of space as a plain one and no word joiner, so that expected sentences can be read. */
export const plain = (text: string): string =>
  text
    .replace(/\u2060/g, '')
    .replace(/\s+/g, ' ')
    .trim();
