/** Exact decimal arithmetic on digits: no rounding but the last one. */

const ZERO = 48;
/** Exponents beyond this only occur in nonsense. */
const MAX_EXPONENT = 400;

/**
 * Integer minor units of a decimal, rounded half away from zero; NaN beyond 2^53.
 * @param digits All digits, without mark: `123456` for 1234.56.
 * @param whole How many of them stand before the decimal mark: 4. May be negative or beyond the digits (exponents).
 * @param minor Digits of one minor unit: 2.
 */
export function toMinor(digits: string, whole: number, minor: number): number {
  const keep = whole + minor;
  if (keep > MAX_EXPONENT) return NaN;
  let units = 0;
  for (let i = 0; i < keep; i++) {
    units = units * 10 + (i < digits.length ? digits.charCodeAt(i) - ZERO : 0);
    if (units > Number.MAX_SAFE_INTEGER) return NaN;
  }
  const isUp = keep >= 0 && keep < digits.length && digits.charCodeAt(keep) - ZERO >= 5;
  const rounded = isUp ? units + 1 : units;
  return rounded > Number.MAX_SAFE_INTEGER ? NaN : rounded;
}
