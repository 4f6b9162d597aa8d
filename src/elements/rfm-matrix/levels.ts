/** Levels of an axis of the matrix: which whole numbers get which score, in words that follow the scoring rule at every edge. */
import type { RfmResult } from '../../core/kpi/rfm-types.js';
import type { RfmAxis } from '../../locale/rfm-terms.js';

/** A score that a value can get, and the smallest and largest whole number that gets it; null: no upper limit. */
export interface Level {
  readonly score: number;
  readonly from: number;
  readonly to: number | null;
}

/** Smallest value that exists: silent since today, one order. */
const LEAST: Record<RfmAxis, number> = { recency: 0, frequency: 1 };

/**
 * Levels by ascending score. Score = 1 + number of cut points strictly below the value (in the mode `rfm-r`: at or below
 * it), reversed for recency. Where cut points tie or no whole number lies between two of them there are fewer levels than bins.
 */
export function levels(result: Pick<RfmResult, 'bins' | 'cuts'>, axis: RfmAxis, lowerInclusive: boolean): Level[] {
  const cuts = axis === 'recency' ? result.cuts.recencyDays : result.cuts.orderCount;
  const last = lowerInclusive ? (cut: number) => Math.ceil(cut) - 1 : Math.floor;
  const found: Level[] = [];
  let from = LEAST[axis];
  for (const [below, cut] of cuts.entries()) {
    const to = last(cut);
    if (to >= from) {
      found.push({ score: below + 1, from, to });
      from = to + 1;
    }
  }
  found.push({ score: cuts.length + 1, from, to: null });
  if (axis === 'frequency') return found;
  return found.map((level) => ({ ...level, score: result.bins + 1 - level.score })).reverse();
}

/**
 * A level in words, longest first: `32–58`, then the one side that tells it from its better neighbour (`≤ 58` days, `≥ 3` orders).
 * @param any said of a level without limits.
 */
export function rangeWords(level: Level, axis: RfmAxis, count: (value: number) => string, any: string): string[] {
  const { from, to } = level;
  const least = from <= LEAST[axis];
  if (to === null) return [least ? any : `≥\u00a0${count(from)}`];
  if (from === to) return [count(to)];
  const atMost = `≤\u00a0${count(to)}`;
  if (least) return [atMost];
  return [`${count(from)}–${count(to)}`, axis === 'recency' ? atMost : `≥\u00a0${count(from)}`];
}
