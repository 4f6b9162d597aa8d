/** 97.5 % point of the normal distribution: a two-sided interval of 95 %. */
export const Z95 = 1.959963984540054;

/**
 * Wilson score interval of a proportion, as [low, high] within 0…1: 1 of 10 gives 0.0179…0.4042.
 * Source: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 *
 * @param successes integer, 0…n
 * @param n integer; 0 gives null, for there is no proportion
 * @param z normal quantile of the confidence level, default 95 %
 */
export function wilsonInterval(successes: number, n: number, z = Z95): [number, number] | null {
  if (n <= 0) return null;
  const square = z * z;
  const centre = (successes + square / 2) / (n + square);
  const half = (z / (n + square)) * Math.sqrt((successes * (n - successes)) / n + square / 4);
  // At both ends the formula gives exactly 0 and 1; rounding must not show there.
  return [successes === 0 ? 0 : centre - half, successes === n ? 1 : centre + half];
}
