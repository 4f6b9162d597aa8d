/** Levels of an axis of the matrix: which whole numbers get which score, in words that follow the scoring rule at every edge. */
import type { RfmResult } from '../../core/kpi/rfm-types.js';

export type RfmAxis = 'recency' | 'frequency';

/** @internal A score that a value can get, and the smallest and largest whole number that gets it. */
export interface Level {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

/** Smallest value that exists: silent since today, one order. */
const LEAST: Record<RfmAxis, number> = { recency: 0, frequency: 1 };

/**
 * Levels by ascending score. Score = 1 + number of cut points strictly below the value (in the mode `rfm-r`: at or below
 * it), reversed for recency. Where cut points tie or no whole number lies between two of them there are fewer levels than bins.
 */
export function levels({ bins, cuts }: Pick<RfmResult, 'bins' | 'cuts'>, axis: RfmAxis, lowerInclusive: boolean): Level[] {
  const old = axis === 'recency';
  let from = LEAST[axis];
  const found = [...(old ? cuts.recencyDays : cuts.orderCount), Infinity].flatMap((cut, below) => {
    const level = { score: old ? bins - below : below + 1, from, to: lowerInclusive ? Math.ceil(cut) - 1 : Math.floor(cut) };
    from = Math.max(from, level.to + 1);
    return from > level.from ? [level] : [];
  });
  return old ? found.reverse() : found;
}

/**
 * A level in words, longest first: `32–58`, then the one side that tells it from its better neighbour (`≤ 58` days, `≥ 3` orders).
 * @param any said of a level without limits.
 */
export function rangeWords({ from, to }: Level, axis: RfmAxis, count: (value: number) => string, any: string): string[] {
  const low = from > LEAST[axis] && `≥\u00a0${count(from)}`;
  const high = to < Infinity && `≤\u00a0${count(to)}`;
  if (from === to) return [count(to)];
  return low && high ? [`${count(from)}–${count(to)}`, axis === 'recency' ? high : low] : [low || high || any];
}
