/** Intervals between purchases that have ended, of everybody and customer by customer (L22, L23). */
import type { Spells } from './purchase-timing-spells.js';

/** Parts of a whole in which first interval / first two is counted: its square, of millions of customers, stays within 2^53. */
export const RATIO_PARTS = 2 ** 15;

/** @internal */
export interface IntervalCounts {
  /** By days: intervals. */
  readonly pooled: Int32Array;
  /** By half days: customers with that median. */
  readonly halves: Int32Array;
  /** The same, of customers with two intervals at least, within the cadence. */
  readonly within: Int32Array;
  /** Customers who wait for their next purchase. */
  open: number;
  /** Customers with two intervals at least: how many, and the sums of first interval / first two and of its square, in parts. */
  regulars: number;
  ratios: number;
  squares: number;
}

/** Sorts in place, and gives twice the median, which is whole. Mostly there are a handful. */
function doubleMedian(gaps: Int32Array, count: number): number {
  if (count > 64) gaps.subarray(0, count).sort();
  else
    for (let at = 1; at < count; at++) {
      const gap = gaps[at];
      let place = at;
      for (; place > 0 && gaps[place - 1] > gap; place--) gaps[place] = gaps[place - 1];
      gaps[place] = gap;
    }
  return gaps[(count - 1) >> 1] + gaps[count >> 1];
}

/** Adds a customer. */
function addGaps(counts: IntervalCounts, gaps: Int32Array, count: number, cadenceDays: number): void {
  const ratio = count > 1 ? Math.round((gaps[0] / (gaps[0] + gaps[1])) * RATIO_PARTS) : 0;
  const twice = doubleMedian(gaps, count);
  counts.halves[twice]++;
  if (count === 1) return;
  if (twice <= 2 * cadenceDays) counts.within[twice]++;
  counts.regulars++;
  counts.ratios += ratio;
  counts.squares += ratio * ratio;
}

export function intervalCounts({ length, owner, purchases, days, ended }: Spells, cadenceDays: number): IntervalCounts {
  let longest = 0;
  for (let at = 0; at < length; at++) longest = Math.max(longest, days[at]);
  const column = (size: number) => new Int32Array(size + 1);
  const [pooled, halves, within] = [column(longest), column(2 * longest), column(2 * longest)];
  const counts: IntervalCounts = { pooled, halves, within, open: 0, regulars: 0, ratios: 0, squares: 0 };
  const gaps = new Int32Array(length);
  let count = 0;
  for (let at = 0; at < length; at++) {
    if (ended[at] === 0) counts.open += +(purchases[at] > 0);
    else if (purchases[at] > 0) {
      gaps[count++] = days[at];
      pooled[days[at]]++;
    }
    if (owner[at + 1] === owner[at] && at + 1 < length) continue;
    if (count > 0) addGaps(counts, gaps, count, cadenceDays);
    count = 0;
  }
  return counts;
}
