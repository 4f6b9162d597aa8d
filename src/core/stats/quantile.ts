/** Quantiles of sorted values. A share is given as `part / parts`, so that 2/5 of a rank is exact. */

/**
 * Quantile type 7 of Hyndman and Fan (1996), the default of R and of spreadsheets: linear between the two nearest ranks.
 * Exact up to one rounding for integers. NaN when there is no value.
 *
 * @param sorted ascending, without NaN
 * @param part numerator of the share: 0…parts
 */
export function quantileType7(sorted: ArrayLike<number>, part: number, parts = 1): number {
  const rank = (sorted.length - 1) * part;
  const low = Math.floor(rank / parts);
  const rest = rank - low * parts;
  if (rest === 0) return sorted[low] ?? NaN;
  return (sorted[low] * (parts - rest) + sorted[low + 1] * rest) / parts;
}

/**
 * Quantile type 1, the inverse of the empirical distribution: the smallest value whose cumulative share reaches `part / parts`.
 * Always one of the values. NaN when there is no value.
 *
 * @param sorted ascending, without NaN
 * @param part numerator of the share: 0…parts
 */
export function quantileType1(sorted: ArrayLike<number>, part: number, parts = 1): number {
  return sorted[Math.max(Math.ceil((sorted.length * part) / parts) - 1, 0)] ?? NaN;
}
