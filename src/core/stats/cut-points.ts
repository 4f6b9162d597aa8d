/**
 * Value cut points: scores are functions of the value, so that equal values always score alike.
 * The k-th cut point is the smallest value whose cumulative share reaches k / bins (inverse of the empirical distribution).
 */
import { quantileType1 } from './quantile.js';

/**
 * Cut points of each k in 1…bins-1, ascending, repeated where values tie; empty when there is no value.
 *
 * @param sorted ascending, without NaN
 */
export function rankCutPoints(sorted: ArrayLike<number>, bins: number, quantile = quantileType1): number[] {
  return sorted.length === 0 ? [] : Array.from({ length: bins - 1 }, (_, index) => quantile(sorted, index + 1, bins));
}

/**
 * The same without repetition, and without the greatest value, which would divide nobody: bins that ties make empty are merged.
 * With distinct values and enough of them there are bins - 1; with one single value there is none.
 */
export function cutPoints(sorted: ArrayLike<number>, bins: number): number[] {
  const greatest = sorted[sorted.length - 1];
  return rankCutPoints(sorted, bins).filter((cut, index, cuts) => cut !== greatest && cut !== cuts[index - 1]);
}

/**
 * How many cut points the value has passed: 0 for the lowest class.
 * @param opens A cut point opens the class above it; by default it closes the class below it.
 */
export function cutsBelow(cuts: readonly number[], value: number, opens = false): number {
  let count = 0;
  while (cuts[count] < value || (opens && cuts[count] === value)) count++;
  return count;
}
