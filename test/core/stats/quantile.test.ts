import { expect } from 'chai';
import fc from 'fast-check';
import { median } from '../../../src/core/stats/median.js';
import { quantileType1, quantileType7 } from '../../../src/core/stats/quantile.js';

const sortedIntegers = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 })
  .map((values) => values.sort((a, b) => a - b));
const parts = fc.integer({ min: 1, max: 20 }).chain((all) => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)));

describe('quantileType7', () => {
  it('interpolates between ranks, as R and spreadsheets do', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantileType7([1, 2, 3, 4], share))).to.deep.equal([1, 1.75, 2.5, 3.25, 4]);
    expect([1, 2, 3, 4].map((k) => quantileType7([10, 20, 30, 40, 50, 60], k, 5))).to.deep.equal([20, 30, 40, 50]);
    expect(quantileType7([7], 1, 3)).to.equal(7);
  });

  it('meets a value exactly where a rank does, in spite of binary fractions', () => {
    const values = Array.from({ length: 36 }, (_, i) => i * 3);
    expect([1, 2, 3, 4].map((k) => quantileType7(values, k, 5))).to.deep.equal([21, 42, 63, 84]);
  });

  it('has no value where there is none', () => expect(quantileType7([], 0.5)).to.be.NaN);

  it('stays between the values, and does not fall', () => {
    fc.assert(
      fc.property(sortedIntegers, parts, (values, [part, all]) => {
        const quantile = quantileType7(values, part, all);
        expect(quantile).to.be.within(values[0], values[values.length - 1]);
        if (part > 0) expect(quantile).to.be.at.least(quantileType7(values, part - 1, all));
      }),
    );
  });
});

describe('quantileType1', () => {
  it('is the smallest value whose cumulative share reaches the part', () => {
    expect([1, 2, 3].map((k) => quantileType1([1, 2, 3, 4, 5, 6, 7, 8], k, 4))).to.deep.equal([2, 4, 6]);
    expect([0, 0.5, 0.51, 1].map((share) => quantileType1([1, 2], share))).to.deep.equal([1, 1, 2, 2]);
    expect(quantileType1([], 0.5)).to.be.NaN;
  });

  it('agrees with counting', () => {
    fc.assert(
      fc.property(sortedIntegers, parts, (values, [part, all]) => {
        const oracle = values.find((value) => values.filter((other) => other <= value).length * all >= part * values.length);
        expect(quantileType1(values, part, all)).to.equal(oracle);
      }),
    );
  });
});

describe('median', () => {
  it('is the middle, or between the two middles', () => {
    expect(median([1, 5, 9])).to.equal(5);
    expect(median([1, 2, 5, 9])).to.equal(3.5);
    expect(median(Float64Array.of(4))).to.equal(4);
    expect(median([])).to.equal(null);
  });
});
