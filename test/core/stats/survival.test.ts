import { expect } from 'chai';
import fc from 'fast-check';
import { chiSquaredTail } from '../../../src/core/stats/chi-squared.js';
import { kaplanMeier } from '../../../src/core/stats/kaplan-meier.js';
import { lifeTable, type LifeRow } from '../../../src/core/stats/life-table.js';
import { logRank } from '../../../src/core/stats/log-rank.js';
import { restrictedMean, survivalAt, survivalQuantile } from '../../../src/core/stats/survival-figures.js';

/** Lives as the books write them: '9 13 13+' (the sign: still going on). */
function rows(text: string): LifeRow[] {
  const events: number[] = [];
  const censored: number[] = [];
  for (const life of text.split(' ')) {
    const time = parseInt(life, 10);
    const counts = life.endsWith('+') ? censored : events;
    counts[time] = (counts[time] ?? 0) + 1;
  }
  return lifeTable(events, censored);
}
const curve = (text: string) => kaplanMeier(rows(text));
const steps = (text: string) =>
  curve(text)
    .filter((point) => point.events > 0)
    .map((point) => [point.time, Math.round(point.survival * 1e4) / 1e4]);

// R's data set aml: weeks of remission after chemotherapy (Miller, "Survival analysis", 1981, page 49).
const MAINTAINED = '9 13 13+ 18 23 28+ 31 34 45+ 48 161+';
const NONMAINTAINED = '5 5 8 8 12 16+ 23 27 30 33 43 45';

const lives = fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), fc.boolean()), { minLength: 1, maxLength: 40 });
function tableOf(all: [number, boolean][]): LifeRow[] {
  const events = new Uint32Array(16);
  const censored = new Uint32Array(16);
  for (const [time, ended] of all) (ended ? events : censored)[time]++;
  return lifeTable(events, censored);
}

describe('Kaplan-Meier', () => {
  it('has the published curves', () => {
    expect(steps(MAINTAINED)).to.deep.equal([
      [9, 0.9091],
      [13, 0.8182],
      [18, 0.7159],
      [23, 0.6136],
      [31, 0.4909],
      [34, 0.3682],
      [48, 0.1841],
    ]);
    expect(steps(NONMAINTAINED)).to.deep.equal([
      [5, 0.8333],
      [8, 0.6667],
      [12, 0.5833],
      [23, 0.4861],
      [27, 0.3889],
      [30, 0.2917],
      [33, 0.1944],
      [43, 0.0972],
      [45, 0],
    ]);
  });

  it('is worked by hand: four lives, one of them still going on', () => {
    // Day 2: 3 of 4 go on; Greenwood 1 / (4 x 3). Day 5: 1 of 2 goes on; + 1 / (2 x 1).
    const [first, second, third, fourth] = curve('2 3+ 5 7+');
    expect(first).to.include({ time: 2, atRisk: 4, events: 1, censored: 0, survival: 0.75 });
    expect(first.stdErr).to.be.closeTo(0.75 * Math.sqrt(1 / 12), 1e-15);
    expect(second).to.include({ time: 3, atRisk: 3, events: 0, censored: 1, survival: 0.75 });
    expect(third).to.include({ time: 5, atRisk: 2, survival: 0.375 });
    expect(third.stdErr).to.be.closeTo(0.375 * Math.sqrt(1 / 12 + 1 / 2), 1e-15);
    expect(fourth).to.include({ time: 7, atRisk: 1, survival: 0.375 });
    // exp(-exp(ln(-ln 0.75) ± 1.96 x 0.288675 / 0.287682))
    expect(first.lower).to.be.closeTo(0.127947, 1e-6);
    expect(first.upper).to.be.closeTo(0.960549, 1e-6);
  });

  it('counts events before censorings at the same time', () => {
    expect(curve('4 4+')).to.have.lengthOf(1);
    expect(curve('4 4+')[0].survival).to.equal(0.5);
  });

  it('has no limits of certainty', () => {
    expect(curve('3+ 8')[0]).to.include({ survival: 1, stdErr: 0, lower: 1, upper: 1 });
    expect(curve('3+ 8')[1]).to.include({ survival: 0, stdErr: null, lower: null, upper: null });
    expect(kaplanMeier([])).to.deep.equal([]);
  });

  it('is the plain share where every life was seen to its end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 40 }), (times) => {
        for (const point of kaplanMeier(tableOf(times.map((time) => [time, true])))) {
          expect(point.survival).to.be.closeTo(times.filter((time) => time > point.time).length / times.length, 1e-12);
        }
      }),
    );
  });

  it('agrees with the weights that lives seen to the end inherit from the others (Efron 1967)', () => {
    fc.assert(
      fc.property(lives, (all) => {
        // From the left, each life that was lost from sight hands its weight on to those who were seen longer.
        const sorted = all.map(([time, ended]) => ({ time, ended, weight: 1 / all.length }));
        sorted.sort((a, b) => a.time - b.time || Number(b.ended) - Number(a.ended));
        sorted.forEach((life, index) => {
          const later = sorted.slice(index + 1);
          if (!life.ended) for (const other of later) other.weight += life.weight / later.length;
        });
        for (const point of kaplanMeier(tableOf(all))) {
          const gone = sorted.filter((life) => life.ended && life.time <= point.time).reduce((total, life) => total + life.weight, 0);
          expect(point.survival).to.be.closeTo(1 - gone, 1e-9);
        }
      }),
    );
  });

  it('keeps its limits around it, and never rises', () => {
    fc.assert(
      fc.property(lives, (all) => {
        let before = 1;
        for (const { survival, lower, upper } of kaplanMeier(tableOf(all))) {
          expect(survival).to.be.within(0, before);
          before = survival;
          if (lower !== null) expect(lower).to.be.within(0, survival);
          if (upper !== null) expect(upper).to.be.within(survival, 1);
        }
      }),
    );
  });
});

describe('figures of a survival curve', () => {
  it('have the published medians', () => {
    expect(survivalQuantile(curve(MAINTAINED), 0.5)).to.deep.equal({ time: 31, lower: 13, upper: null });
    expect(survivalQuantile(curve(NONMAINTAINED), 0.5).time).to.equal(23);
  });

  it('have no median that nobody has seen', () => {
    expect(survivalQuantile(curve('3 8+ 9+'), 0.5)).to.deep.equal({ time: null, lower: 3, upper: null });
    expect(survivalQuantile([], 0.5)).to.deep.equal({ time: null, lower: null, upper: null });
  });

  it('find a half that fractions miss by a rounding', () => {
    for (let n = 2; n <= 60; n += 2) {
      const events = new Array<number>(n + 1).fill(1);
      events[0] = 0;
      expect(survivalQuantile(kaplanMeier(lifeTable(events, [])), 0.5).time, `${n} lives`).to.equal(n / 2);
    }
  });

  it('hold from one point to the next', () => {
    const own = curve('2 5');
    expect(survivalAt(own, 1)).to.equal(null);
    expect(survivalAt(own, 4)?.survival).to.equal(0.5);
    expect(survivalAt(own, 99)?.survival).to.equal(0);
  });

  it('have the mean as the area under the curve', () => {
    // 2 days at 1, 3 days at 3/4, then 3/8 from day 5 to day 6.
    expect(restrictedMean(curve('2 3+ 5 7+'), 6)?.mean).to.be.closeTo(2 + 3 * 0.75 + 0.375, 1e-12);
    // A(2) = 2.625, A(5) = 0.375.
    expect(restrictedMean(curve('2 3+ 5 7+'), 6)?.stdErr).to.be.closeTo(Math.sqrt(2.625 ** 2 / 12 + 0.375 ** 2 / 2), 1e-12);
    expect(restrictedMean(curve('2 4 6'), 100)?.mean).to.be.closeTo(4, 1e-12);
    expect(restrictedMean(curve('2 4 6+'), 100)).to.equal(null);
    expect(restrictedMean([], 5)).to.equal(null);
  });
});

describe('log-rank test', () => {
  it('has the published figures', () => {
    const test = logRank([rows(MAINTAINED), rows(NONMAINTAINED)])!;
    expect(test.chiSquared).to.be.closeTo(3.396389, 1e-6);
    expect(test.pValue).to.be.closeTo(0.0653, 1e-4);
    expect(test.observed).to.deep.equal([7, 11]);
  });

  it('is worked by hand: one life against one', () => {
    // Day 1: 1 event of 2 at risk, 1/2 expected of each, variance 1/4. Day 2: one at risk, no variance.
    const test = logRank([rows('1'), rows('2')])!;
    expect(test.expected).to.deep.equal([0.5, 1.5]);
    expect(test.chiSquared).to.be.closeTo(1, 1e-12);
    expect(test.df).to.equal(1);
    expect(test.pValue).to.be.closeTo(0.31731050786291, 1e-12);
  });

  it('compares three groups, and leaves out those that hold nobody', () => {
    const three = logRank([rows('1 4 6+'), rows('2 5 9'), rows('3 7+ 8')])!;
    expect(three.df).to.equal(2);
    const padded = logRank([rows('1 4 6+'), [], rows('2 5 9'), rows('3 7+ 8')])!;
    expect(padded.df).to.equal(2);
    expect(padded.chiSquared).to.be.closeTo(three.chiSquared, 1e-12);
    expect(padded.expected[1]).to.equal(0);
  });

  it('finds no difference between equal groups, and nothing to compare in one', () => {
    const same = logRank([rows('1 2 3+'), rows('1 2 3+')])!;
    expect(same.chiSquared).to.be.closeTo(0, 1e-12);
    expect(same.pValue).to.be.closeTo(1, 1e-6);
    expect(logRank([rows('1 2 3+')])).to.equal(null);
    expect(logRank([])).to.equal(null);
    expect(logRank([rows('1+ 2+'), rows('3+')])).to.equal(null);
    expect(logRank([rows('1+'), rows('3 4')])).to.equal(null);
  });

  it('does not depend on the order of groups, and expects as many events as there were', () => {
    fc.assert(
      fc.property(lives, lives, lives, (a, b, c) => {
        const [first, second, third] = [a, b, c].map(tableOf);
        const test = logRank([first, second, third]);
        const other = logRank([third, first, second]);
        expect(other?.df).to.equal(test?.df);
        if (!test || !other) return;
        expect(other.chiSquared).to.be.closeTo(test.chiSquared, 1e-6 * (1 + test.chiSquared));
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(test.expected)).to.be.closeTo(sum(test.observed), 1e-9);
      }),
    );
  });
});

describe('chi-squared tail', () => {
  it('has the published points', () => {
    // Tables of 5 % and 1 ‰ points.
    for (const [df, five, mille] of [
      [1, 3.841458820694124, 10.82756617],
      [2, 5.991464547107979, 13.81551056],
      [3, 7.814727903251179, 16.2662362],
      [10, 18.30703805327515, 29.58829845],
      [60, 79.08194448784873, 99.60723307],
    ]) {
      expect(chiSquaredTail(five, df)).to.be.closeTo(0.05, 1e-12);
      expect(chiSquaredTail(mille, df)).to.be.closeTo(0.001, 1e-10);
    }
  });

  it('is exp(-x / 2) with two degrees of freedom', () => {
    for (const x of [0, 1e-6, 0.5, 1.999, 4.001, 30, 700]) {
      const tail = Math.exp(-x / 2);
      expect(Math.abs(chiSquaredTail(x, 2) - tail)).to.be.below(1e-13 + tail * 1e-11);
    }
  });

  it('vanishes without ever being less than 0', () => {
    expect(chiSquaredTail(1e6, 3)).to.equal(0);
    expect(chiSquaredTail(0, 7)).to.equal(1);
  });
});
