/** Scales of the pictures: round numbers on an axis. */

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Round numbers from at most `low` to at least `high`, about `count` apart; always two or more. */
export function roundTicks(low: number, high: number, count: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / count));
  const step = power * STEPS.find((each) => each * power * count >= span * (1 - 1e-9))!;
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
