/** Scales of the pictures: round numbers on an axis. */

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * Round numbers from at most `low` to at least `high`, about `count` of them; always two or more.
 * @param unit A power of ten of which they are multiples, as what cannot be written apart cannot be read apart; 0: any.
 */
export function roundTicks(low: number, high: number, count: number, unit = 0): number[] {
  const least = Math.max((high - low || Math.abs(high) || 1) / count, unit);
  const power = 10 ** Math.floor(Math.log10(least) + 1e-9);
  const isWhole = (units: number): boolean => unit === 0 || Math.abs(units - Math.round(units)) < 1e-6;
  const step = power * STEPS.find((each) => each * power >= least * (1 - 1e-9) && isWhole((each * power) / unit))!;
  const ticks: number[] = [];
  // By whole numbers: sums of fractions drift.
  const last = Math.max(Math.ceil(high / step - 1e-9), Math.floor(low / step + 1e-9) + 1);
  for (let at = Math.floor(low / step + 1e-9); at <= last; at++) ticks.push(Number((at * step).toPrecision(12)));
  return ticks;
}

/** Smallest and largest of what is known; zero is among them where lengths are compared. */
export function extent(values: readonly (number | null)[], fromZero: boolean): readonly [number, number] {
  const known = values.filter((value) => value !== null);
  const all = fromZero || known.length === 0 ? [0, ...known] : known;
  return [Math.min(...all), Math.max(...all)];
}
