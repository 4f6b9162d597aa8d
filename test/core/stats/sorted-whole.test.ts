import { expect } from 'chai';
import fc from 'fast-check';
import { sortedWhole } from '../../../src/core/stats/sorted-whole.js';

describe('sortedWhole', () => {
  const near = fc.array(fc.integer({ min: -5000, max: 5000 }));
  const far = fc.array(fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.constantFrom(0, 4095, 4096, 2 ** 24 - 1, 2 ** 24)));
  const beyond = fc.array(fc.maxSafeInteger());

  it('sorts by size, and leaves the given array as it was', () => {
    for (const numbers of [near, far, beyond])
      fc.assert(
        fc.property(numbers, (list) => {
          const given = Float64Array.from(list);
          expect([...sortedWhole(given)]).to.deep.equal([...list].sort((a, b) => a - b));
          expect([...given]).to.deep.equal(list);
        }),
      );
    fc.assert(
      fc.property(far, (list) => {
        expect([...sortedWhole(Int32Array.from(list))]).to.deep.equal([...list].sort((a, b) => a - b));
      }),
    );
  });

  it('knows ranges of exactly one, two and three digits', () => {
    for (const most of [4095, 4096, 2 ** 24 - 1, 2 ** 24, 2 ** 32 - 1, 2 ** 32])
      expect([...sortedWhole(Float64Array.of(most, 7, 0, most - 1, 7))]).to.deep.equal([0, 7, 7, most - 1, most]);
    expect(sortedWhole(new Int32Array())).to.have.length(0);
    expect([...sortedWhole(Int32Array.of(3))]).to.deep.equal([3]);
  });
});
