import { expect } from 'chai';
import fc from 'fast-check';
import { gini } from '../../../src/core/stats/gini.js';
import { sum } from '../../../src/core/stats/sum.js';
import { topShare } from '../../../src/core/stats/top-share.js';

const ascending = (values: number[]): number[] => values.sort((a, b) => a - b);
const amounts = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 50 }).map(ascending);

/** Half the mean absolute difference over the mean. */
function naiveGini(values: readonly number[]): number {
  let differences = 0;
  for (const a of values) for (const b of values) differences += Math.abs(a - b);
  return differences / (2 * values.length * sum(values));
}

describe('gini', () => {
  it('is 0 when all are equal, (n - 1) / n when one has everything', () => {
    expect(gini([5, 5, 5, 5])).to.equal(0);
    expect(gini([7])).to.equal(0);
    expect(gini([0, 0, 0, 10])).to.equal(0.75);
  });

  it('gives the worked example: 1, 2, 3, 4 have 0.25', () => {
    // Running totals 1 + 3 + 6 + 10 = 20, total 10: (5 - 2 · 20 / 10) / 4.
    expect(gini([1, 2, 3, 4])).to.equal(0.25);
    expect(gini(Float64Array.of(1, 3))).to.equal(0.25);
  });

  it('is null without anything to share', () => {
    expect(gini([])).to.equal(null);
    expect(gini([0, 0])).to.equal(null);
  });

  it('agrees with the mean difference', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        if (sum(values) === 0) expect(gini(values)).to.equal(null);
        else expect(gini(values)).to.be.closeTo(naiveGini(values), 1e-12);
      }),
    );
  });

  it('stays exact where running totals would leave the integers', () => {
    // 100,000 equal amounts of 9 · 10^10: their running totals add up to 4.5 · 10^20, and the answer is still exactly 0.
    expect(gini(new Float64Array(100_000).fill(9e10))).to.equal(0);
  });
});

describe('topShare', () => {
  it('takes whole customers, rounded up', () => {
    expect(topShare([10, 20, 30, 40, 100], 1, 5)).to.deep.equal({ countShare: 0.2, valueShare: 0.5 });
    expect(topShare([10, 20, 30, 40], 1, 5)).to.deep.equal({ countShare: 0.25, valueShare: 0.4 });
    expect(
      topShare(
        Array.from({ length: 35 }, () => 1),
        1,
        5,
      ),
    ).to.deep.equal({ countShare: 0.2, valueShare: 0.2 });
  });

  it('says nothing of what there is not', () => {
    expect(topShare([], 1, 5)).to.deep.equal({ countShare: 0.2, valueShare: null });
    expect(topShare([0], 1, 5)).to.deep.equal({ countShare: 1, valueShare: null });
  });

  it('holds at least its part, and everything when the part is the whole', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const top = topShare(values, 1, 5);
        if (top.valueShare === null) return;
        expect(top.valueShare).to.be.within(top.countShare - 1e-12, 1);
        expect(topShare(values, 1).valueShare).to.equal(1);
      }),
    );
  });
});

describe('sum', () => {
  it('adds integers exactly', () => {
    expect(sum([])).to.equal(0);
    expect(sum(Float64Array.of(2 ** 52, 2 ** 52 - 1, -1))).to.equal(2 ** 53 - 2);
  });
});
