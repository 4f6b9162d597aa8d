import { ratio } from './ratio.js';
import { sum } from './sum.js';

/**
 * Gini coefficient of concentration: 0 when all values are equal, (n - 1) / n when one of n has everything.
 * G = sum of (n + 1 - 2 i) (x[n + 1 - i] - x[i]) over the lower half of the ranks i, divided by n times the total: half the mean
 * difference over the mean. Source: Gini, "Measurement of inequality of incomes", Economic Journal 31 (1921).
 *
 * @param sorted integers >= 0, ascending, with a total within 2^53
 * @returns null when there is no value, or when their total is 0
 */
export function gini(sorted: ArrayLike<number>): number | null {
  const last = sorted.length - 1;
  let differences = 0;
  for (let i = 0; i < last - i; i++) differences += (last - 2 * i) * (sorted[last - i] - sorted[i]);
  return ratio(differences, sorted.length * sum(sorted));
}
