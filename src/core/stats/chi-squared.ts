/** Terms after which both expansions below have long settled. */
const TERMS = 10000;
const PRECISION = 1e-16;

/** 1 + x / (a + 1) + x^2 / ((a + 1) (a + 2)) + …, for the lower part. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let n = 1; n < TERMS && term > total * PRECISION; n++) {
    term *= x / (a + n);
    total += term;
  }
  return total;
}

/** Continued fraction of the upper part, by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < TERMS; n++) {
    const an = n * (a - n);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return value;
}

/**
 * Probability that a chi-squared variable with `df` degrees of freedom is at least `x`: the p-value of a test.
 * Regularised upper incomplete gamma function Q(df / 2, x / 2), to about 1e-13.
 * Source: Abramowitz and Stegun, "Handbook of mathematical functions" (1964), 6.5.29, 6.5.31 and 26.4.19.
 *
 * @param x 0 or above
 * @param df whole, 1 or above
 */
export function chiSquaredTail(x: number, df: number): number {
  const a = df / 2;
  const half = x / 2;
  if (half === 0) return 1;
  // ln gamma(a) of a whole or half number: from gamma(1) = 1 or gamma(1/2) = root of pi upwards.
  let logGamma = df % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let step = df % 2 === 0 ? 1 : 0.5; step < a; step++) logGamma += Math.log(step);
  const scale = Math.exp(a * Math.log(half) - half - logGamma);
  return half < a + 1 ? 1 - (scale / a) * lowerSeries(a, half) : scale * upperFraction(a, half);
}
