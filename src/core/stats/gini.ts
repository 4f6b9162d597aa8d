import { sum } from './sum.js';

/** Splits running totals so that a sum of some ten million of them stays exact. */
const HALF = 2 ** 26;

/** Sum of the running totals of the values, exact. */
function sumOfRunningTotals(values: ArrayLike<number>): bigint {
  let running = 0;
  let high = 0;
  let low = 0;
  for (let i = 0; i < values.length; i++) {
    running += values[i];
    const part = Math.floor(running / HALF);
    high += part;
    low += running - part * HALF;
  }
  return BigInt(high) * BigInt(HALF) + BigInt(low);
}

/**
 * Gini coefficient of concentration: 0 when all values are equal, (n - 1) / n when one of n has everything.
 * G = (n + 1 - 2 S / T) / n, where S is the sum of the running totals of the ascending values and T their total.
 * Counted in integers, with one rounding at the end. Source: Gini, "Measurement of inequality of incomes", Economic Journal 31 (1921).
 *
 * @param sorted integers >= 0, ascending, with a total within 2^53
 * @returns null when there is no value, or when their total is 0
 */
export function gini(sorted: ArrayLike<number>): number | null {
  const total = sum(sorted);
  if (total === 0) return null;
  const n = BigInt(sorted.length);
  const numerator = (n + 1n) * BigInt(total) - 2n * sumOfRunningTotals(sorted);
  return Number(numerator) / Number(n * BigInt(total));
}
