import { expect } from 'chai';
import fc from 'fast-check';
import { wholeQuantile } from '../../../src/core/stats/whole-quantile.js';

/** Type 7 as the text books have it: sort, then go between the two nearest ranks. */
function naive(values: readonly number[], part: number, parts: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = ((sorted.length - 1) * part) / parts;
  const low = Math.floor(rank);
  return sorted[low]! + (rank - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}

/** Numbers that look random and are always the same. */
function numbers(length: number, least: number, range: number, seed = 7): number[] {
  let state = seed;
  return Array.from({ length }, () => least + ((state = (state * 48271) % 2147483647) % range));
}

describe('whole quantile', () => {
  it('is worked by hand', () => {
    expect(wholeQuantile(Float64Array.of(40, 10, 30, 20), 1, 2)).to.equal(25);
    expect(wholeQuantile(Float64Array.of(3, 1, 2), 1, 2)).to.equal(2);
    expect(wholeQuantile(Float64Array.of(7), 3, 4)).to.equal(7);
    expect(wholeQuantile(Float64Array.of(), 1, 2)).to.be.NaN;
    // 5000 times 0…4999, backwards: the middle of an even number lies between 2499 and 2500.
    expect(
      wholeQuantile(
        Float64Array.from({ length: 5000 }, (_, i) => 4999 - i),
        1,
        2,
      ),
    ).to.equal(2499.5);
  });

  it('finds both neighbours where they lie far apart', () => {
    const halves = Float64Array.from({ length: 6000 }, (_, i) => (i % 2 ? 1e9 : -20));
    expect(wholeQuantile(halves, 1, 2)).to.equal((1e9 - 20) / 2);
    expect(wholeQuantile(halves, 1)).to.equal(1e9);
    expect(wholeQuantile(halves, 0)).to.equal(-20);
    expect(wholeQuantile(new Float64Array(5000).fill(3), 1, 2)).to.equal(3);
    expect(
      wholeQuantile(
        Float64Array.from(halves, (value) => value * 1000),
        1,
        2,
      ),
    ).to.equal((1e12 - 20000) / 2);
  });

  it('equals a naive one, few values or many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 3, 500, 4095, 4096, 9001),
        fc.constantFrom(1, 2, 1000, 5000, 1e6, 2e9),
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.constantFrom([1, 2], [3, 4], [1, 4], [0, 1], [1, 1]),
        fc.integer({ min: 1, max: 1e6 }),
        (length, range, least, [part, parts], seed) => {
          const values = numbers(length, least, range, seed);
          expect(wholeQuantile(Float64Array.from(values), part!, parts)).to.be.closeTo(naive(values, part!, parts!), 1e-6);
        },
      ),
      { numRuns: 200 },
    );
  });
});
