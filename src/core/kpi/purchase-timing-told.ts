/** Which days of curves may be told, so that no purchases between two of them are those of a few people. */
import { isFew } from './suppression.js';

/** @internal Days, in the order in which they are wanted; null: all of them. */
export type Told = ReadonlySet<number> | null;

/** By day: how many came up to its end. */
export function cumulated(counts: Int32Array): Int32Array {
  const sums = new Int32Array(counts.length);
  let sum = 0;
  for (let at = 0; at < counts.length; at++) sums[at] = sum += counts[at];
  return sums;
}

const upTo = (sums: Int32Array, day: number): number => (day < 0 ? 0 : (sums[Math.min(day, sums.length - 1)] ?? 0));

/**
 * Of the days that are wanted, the most wanted first, those that can be told of all these curves together: between them, before the first
 * and after the last there are no purchases, or `least` at least.
 * @param sums Purchases of each curve by the end of each day.
 */
export function toldDays(sums: readonly Int32Array[], wanted: Iterable<number>, least: number): ReadonlySet<number> {
  const days: number[] = [-1, Infinity];
  const told = new Set([-1]);
  for (const day of wanted) {
    if (told.has(day)) continue;
    let [low, high] = [0, days.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (days[middle] < day) low = middle;
      else high = middle;
    }
    const tells = sums.some((each) => {
      const bought = upTo(each, day);
      return isFew(bought - upTo(each, days[low]), least) || isFew(upTo(each, days[high]) - bought, least);
    });
    if (tells) continue;
    days.splice(high, 0, day);
    told.add(day);
  }
  return told;
}
