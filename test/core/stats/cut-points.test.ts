import { expect } from 'chai';
import fc from 'fast-check';
import { cutPoints, cutsBelow, rankCutPoints } from '../../../src/core/stats/cut-points.js';

const sortedValues = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }).map((values) => values.sort((a, b) => a - b));
const bins = fc.integer({ min: 2, max: 6 });

describe('cut points', () => {
  it('cut distinct values into equal parts', () => {
    expect(cutPoints([1, 2, 3, 4, 5, 6, 7, 8], 4)).to.deep.equal([2, 4, 6]);
    expect(cutPoints([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5)).to.deep.equal([2, 4, 6, 8]);
    expect([1, 2, 3, 8].map((value) => 1 + cutsBelow([2, 4, 6], value))).to.deep.equal([1, 1, 2, 4]);
  });

  it('take the next whole customer where the parts are not equal', () => {
    // Shares 1/7, 2/7, 3/7, …: a fifth is reached by the 2nd, two fifths by the 3rd, three by the 5th, four by the 6th.
    expect(cutPoints([1, 2, 3, 4, 5, 6, 7], 5)).to.deep.equal([2, 3, 5, 6]);
  });

  it('merge where values tie', () => {
    const orders = [1, 1, 1, 1, 1, 1, 1, 2, 2, 5];
    expect(rankCutPoints(orders, 5)).to.deep.equal([1, 1, 1, 2]);
    expect(cutPoints(orders, 5)).to.deep.equal([1, 2]);
  });

  it('leave out the greatest value, which divides nobody', () => {
    expect(cutPoints([1, 9, 9, 9, 9], 5)).to.deep.equal([1]);
    expect(cutPoints([3, 3, 3], 5)).to.deep.equal([]);
    expect(cutPoints([3], 5)).to.deep.equal([]);
    expect(cutPoints([], 5)).to.deep.equal([]);
    expect(rankCutPoints([], 5)).to.deep.equal([]);
  });

  it('agree with the definition: the smallest value whose count times bins reaches k times n', () => {
    fc.assert(
      fc.property(sortedValues, bins, (values, k) => {
        const counted: number[] = [];
        for (let part = 1; part < k; part++) {
          const cut = values.find((value) => values.filter((other) => other <= value).length * k >= part * values.length);
          if (cut !== undefined && !counted.includes(cut) && cut < Math.max(...values)) counted.push(cut);
        }
        expect(cutPoints(values, k)).to.deep.equal(counted);
      }),
    );
  });

  it('leave no class empty, and never split equal values', () => {
    fc.assert(
      fc.property(sortedValues, bins, (values, k) => {
        const cuts = cutPoints(values, k);
        const classes = new Set(values.map((value) => cutsBelow(cuts, value)));
        expect(classes.size).to.equal(values.length === 0 ? 0 : cuts.length + 1);
        expect(cuts.length).to.be.below(k);
      }),
    );
  });

  it('move with the scale of the values', () => {
    fc.assert(
      fc.property(sortedValues, bins, (values, k) => {
        const scaled = values.map((value) => value * 100 + 7);
        expect(cutPoints(scaled, k)).to.deep.equal(cutPoints(values, k).map((cut) => cut * 100 + 7));
      }),
    );
  });
});
