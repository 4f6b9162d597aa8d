import { ratio } from './ratio.js';
import { sum } from './sum.js';

/** @internal */
export interface TopShare {
  /** How many values make the top, as a share of all: `part / parts` of them, rounded up. */
  countShare: number;
  /** Their total as a share of the whole total; null when that is 0. */
  valueShare: number | null;
}

/**
 * Share of the total that the greatest values hold: what 20 % of customers bring.
 * Whole values only: 20 % of 4 customers is one customer. Ties at the limit make no difference, for they are equal.
 *
 * @param sorted integers >= 0, ascending, with a total within 2^53
 */
export function topShare(sorted: Float64Array | number[], part: number, parts = 1): TopShare {
  const { length } = sorted;
  const count = Math.ceil((length * part) / parts);
  return {
    countShare: ratio(count, length) ?? part / parts,
    valueShare: ratio(sum(sorted.slice(length - count)), sum(sorted)),
  };
}
