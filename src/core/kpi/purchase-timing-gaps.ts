/** Intervals between purchases that have ended, of everybody and customer by customer (L22, L23). */
import type { Spells } from './purchase-timing-spells.js';

/** @internal */
export interface IntervalCounts {
  /** By days: intervals. */
  readonly pooled: Int32Array;
  /** By half days: customers with that median. */
  readonly halves: Int32Array;
  /** Customers who wait for their next purchase. */
  readonly open: number;
  /** The same, of customers with two intervals at least: of all of them, and of those within the cadence. */
  readonly regulars: number;
  readonly within: Int32Array;
  /** First interval / first two, of the same customers, ascending. */
  readonly ratios: Float64Array;
}

/** Twice the median, which is whole. */
function doubleMedian(gaps: readonly number[]): number {
  const sorted = [...gaps].sort((a, b) => a - b);
  const { length } = sorted;
  return sorted[(length - 1) >> 1] + sorted[length >> 1];
}

export function intervalCounts({ length, owner, purchases, days, ended }: Spells, cadenceDays: number): IntervalCounts {
  let longest = 0;
  for (let at = 0; at < length; at++) longest = Math.max(longest, days[at]);
  const pooled = new Int32Array(longest + 1);
  const halves = new Int32Array(2 * longest + 1);
  const within = new Int32Array(2 * longest + 1);
  const ratios: number[] = [];
  let open = 0;
  for (let at = 0; at < length;) {
    const person = owner[at];
    const gaps: number[] = [];
    for (; at < length && owner[at] === person; at++) {
      if (purchases[at] === 0) continue;
      if (ended[at] === 0) open++;
      else {
        gaps.push(days[at]);
        pooled[days[at]]++;
      }
    }
    if (gaps.length === 0) continue;
    const twice = doubleMedian(gaps);
    halves[twice]++;
    if (gaps.length === 1) continue;
    if (twice <= 2 * cadenceDays) within[twice]++;
    ratios.push(gaps[0] / (gaps[0] + gaps[1]));
  }
  return { pooled, halves, open, regulars: ratios.length, within, ratios: Float64Array.from(ratios).sort() };
}
