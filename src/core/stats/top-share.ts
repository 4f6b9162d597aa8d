import { sum } from './sum.js';

export interface TopShare {
  /** How many values make the top: `part / parts` of them, rounded up. */
  count: number;
  /** Their number as a share of all. */
  countShare: number;
  /** Their total as a share of the whole total. */
  valueShare: number;
}

/**
 * Share of the total that the greatest values hold: what 20 % of customers bring.
 * Whole values only: 20 % of 4 customers is one customer. Ties at the limit make no difference, for they are equal.
 *
 * @param sorted integers >= 0, ascending, with a total within 2^53
 * @returns null when there is no value, or when their total is 0
 */
export function topShare(sorted: ArrayLike<number>, part: number, parts = 1): TopShare | null {
  const total = sum(sorted);
  if (total === 0) return null;
  const count = Math.ceil((sorted.length * part) / parts);
  let top = 0;
  for (let i = sorted.length - count; i < sorted.length; i++) top += sorted[i];
  return { count, countShare: count / sorted.length, valueShare: top / total };
}
