/** Thresholds in words against the scoring rule, value by value. */
import { expect } from 'chai';
import fc from 'fast-check';
import { levels, rangeWords } from '../../../src/elements/rfm-matrix/levels.js';

type Axis = 'recency' | 'frequency';
const LEAST = { recency: 0, frequency: 1 };

/** The rule as it is written: 1 + number of cut points below the value, turned round for recency. */
function scoreOf(value: number, cuts: readonly number[], axis: Axis, bins: number, lowerInclusive: boolean): number {
  const below = cuts.filter((cut) => (lowerInclusive ? cut <= value : cut < value)).length;
  return axis === 'recency' ? bins - below : 1 + below;
}

const resultOf = (cuts: readonly number[], bins = 5) => ({ bins, cuts: { recencyDays: [...cuts], orderCount: [...cuts], revenue: [] } });

function checkAll(cuts: readonly number[], axis: Axis, bins: number, lowerInclusive: boolean): void {
  const found = levels(resultOf(cuts, bins), axis, lowerInclusive);
  for (let value = LEAST[axis]; value <= Math.max(0, ...cuts) + 3; value++) {
    const holding = found.filter(({ from, to }) => from <= value && value <= to);
    expect(holding, `${axis} ${value} in ${cuts.join(' ')}`).to.have.length(1);
    expect(holding[0].score).to.equal(scoreOf(value, cuts, axis, bins, lowerInclusive));
  }
  const scores = found.map(({ score }) => score);
  expect(scores).to.deep.equal([...scores].sort((a, b) => a - b));
}

const words = (cuts: readonly number[], axis: Axis, lowerInclusive = false): string[] =>
  levels(resultOf(cuts), axis, lowerInclusive).map((level) => rangeWords(level, axis, String, 'all')[0].replace('\u00a0', ' '));

describe('rfm-matrix: thresholds in words', () => {
  it('follow the scoring rule at every edge', () => {
    const cuts = (least: number) =>
      fc.uniqueArray(fc.integer({ min: least, max: 60 }), { maxLength: 4 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(fc.property(cuts(0), (list) => checkAll(list, 'recency', 5, false)));
    fc.assert(fc.property(cuts(1), (list) => checkAll(list, 'frequency', 5, false)));
  });

  it('follow the rule of rfm-r, with its fractions and its repetitions', () => {
    const cuts = fc
      .array(fc.integer({ min: 5, max: 200 }), { minLength: 4, maxLength: 4 })
      .map((list) => list.map((n) => n / 5).sort((a, b) => a - b));
    fc.assert(fc.property(cuts, (list) => checkAll(list, 'recency', 5, true)));
    fc.assert(fc.property(cuts, (list) => checkAll(list, 'frequency', 5, true)));
  });

  it('read from the oldest to the most recent, from the rarest to the most frequent', () => {
    expect(words([12, 31, 58, 179], 'recency')).to.deep.equal(['≥ 180', '59–179', '32–58', '13–31', '≤ 12']);
    expect(words([1, 2, 3, 6], 'frequency')).to.deep.equal(['1', '2', '3', '4–6', '≥ 7']);
  });

  it('say a single value once', () => {
    expect(words([0, 1], 'recency')).to.deep.equal(['≥ 2', '1', '0']);
    expect(words([1], 'frequency')).to.deep.equal(['1', '≥ 2']);
  });

  it('have one level where nothing is cut', () => {
    expect(words([], 'recency')).to.deep.equal(['all']);
    expect(levels(resultOf([]), 'recency', false)).to.deep.equal([{ score: 5, from: 0, to: Infinity }]);
    expect(levels(resultOf([]), 'frequency', false)).to.deep.equal([{ score: 1, from: 1, to: Infinity }]);
  });

  it('leave out levels that no whole number reaches', () => {
    expect(levels(resultOf([2, 2, 3, 4]), 'frequency', true)).to.deep.equal([
      { score: 1, from: 1, to: 1 },
      { score: 3, from: 2, to: 2 },
      { score: 4, from: 3, to: 3 },
      { score: 5, from: 4, to: Infinity },
    ]);
  });

  it('have a shorter form with one side', () => {
    const middle = { score: 3, from: 32, to: 58 };
    expect(rangeWords(middle, 'recency', String, 'all')).to.deep.equal(['32–58', '≤\u00a058']);
    expect(rangeWords(middle, 'frequency', String, 'all')).to.deep.equal(['32–58', '≥\u00a032']);
  });
});
