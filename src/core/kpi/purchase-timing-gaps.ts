/** Intervals between purchases that have ended, of everybody and customer by customer (L22, L23). */
import type { SpellCounts } from './purchase-timing-count.js';

/** Parts of a whole in which first interval / first two is counted: its square, of millions of customers, stays within 2^53. */
export const RATIO_PARTS = 2 ** 15;

/** @internal Places in a list of sums. */
export const enum Gap {
  /** Customers who wait for a purchase after the second. */
  Later,
  /** Customers who wait for their next purchase. */
  Open,
  /** Customers with two intervals at least: how many, and the sums of first interval / first two and of its square, in parts. */
  Regulars,
  Ratios,
  Squares,
  Room,
}

/** @internal */
export interface IntervalCounts {
  /** By days: intervals. */
  readonly pooled: Int32Array;
  /** By half days: customers with that median. */
  readonly halves: Int32Array;
  /** The same, of customers with two intervals at least, within the cadence. */
  readonly within: Int32Array;
  /** Customers who wait for their next purchase. */
  readonly open: number;
  /** Customers with two intervals at least: how many, and the sums of first interval / first two and of its square, in parts. */
  readonly regulars: number;
  readonly ratios: number;
  readonly squares: number;
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

/**
 * Adds a customer.
 * @param halves by half days: customers with that median; after them those with two intervals at least.
 */
export function addGaps(sums: Float64Array, halves: Int32Array, gaps: Int32Array, count: number): void {
  const ratio = count > 1 ? Math.round((gaps[0] / (gaps[0] + gaps[1])) * RATIO_PARTS) : 0;
  const twice = doubleMedian(gaps, count);
  halves[twice]++;
  if (count === 1) return;
  halves[(halves.length >> 1) + twice]++;
  sums[Gap.Regulars]++;
  sums[Gap.Ratios] += ratio;
  sums[Gap.Squares] += ratio * ratio;
}

/** @param waits by half: those that go on, and those that ended, by days; one pair for each number of purchases before, registrations first. */
export function intervalCounts({ waits, halves, gaps, span }: SpellCounts, cadenceDays: number): IntervalCounts {
  const pooled = new Int32Array(span);
  for (let from = 3 * span; from < waits.length; from += 2 * span)
    for (let days = 0; days < span; days++) pooled[days] += waits[from + days];
  const [all, regular] = [halves.subarray(0, 2 * span), halves.subarray(2 * span)];
  return {
    ...{ pooled, halves: all, within: regular.map((customers, twice) => (twice <= 2 * cadenceDays ? customers : 0)) },
    ...{ open: gaps[Gap.Open], regulars: gaps[Gap.Regulars], ratios: gaps[Gap.Ratios], squares: gaps[Gap.Squares] },
  };
}
