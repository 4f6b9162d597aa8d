/** Against R's package survival (3.5-3) on its data set lung. */
import { expect } from 'chai';
import { kaplanMeier, type SurvivalPoint } from '../../../src/core/stats/kaplan-meier.js';
import { lifeTable, type LifeRow } from '../../../src/core/stats/life-table.js';
import { logRank } from '../../../src/core/stats/log-rank.js';
import { restrictedMean, survivalAt, survivalQuantile } from '../../../src/core/stats/survival-figures.js';
import { sharedJson } from '../../shared-data.js';

interface Life {
  time: number;
  status: 1 | 2;
  sex: 1 | 2;
}
interface Row {
  time: number;
  n_risk: number;
  n_event: number;
  surv: number;
  std_err: number;
  lower: number;
  upper: number;
}
interface Quantiles {
  quantile: Record<string, number | null>;
  lower: Record<string, number | null>;
  upper: Record<string, number | null>;
}
interface Expected {
  n: number;
  events: number;
  table_log: Row[];
  at_times_loglog: Row[];
  quantiles_log: Quantiles;
  quantiles_loglog: Quantiles;
  rmean: { tau: number; table: Record<string, number> };
  rmean_365: Record<string, number>;
  by_sex: Record<'male' | 'female', { at: Row[]; quantiles: Quantiles }>;
  logrank: { chisq: number; df: number; p: number; obs: number[]; exp: number[] };
}

function table(lives: Life[]): LifeRow[] {
  const end = Math.max(...lives.map((life) => life.time)) + 1;
  const events = new Array<number>(end).fill(0);
  const censored = new Array<number>(end).fill(0);
  for (const { time, status } of lives) (status === 2 ? events : censored)[time]++;
  return lifeTable(events, censored);
}

function close(actual: number | null, expected: number, what: string): void {
  expect(actual, what).to.be.closeTo(expected, 1e-9);
}

const QUARTERS: [string, number][] = [
  ['25', 0.25],
  ['50', 0.5],
  ['75', 0.75],
];

/** R's other scale of limits, worked from the curve: S exp(± z se / S), never above 1. */
function logLimits(point: SurvivalPoint): [number, number] {
  const width = (1.959963984540054 * (point.stdErr ?? 0)) / point.survival;
  return [point.survival * Math.exp(-width), Math.min(point.survival * Math.exp(width), 1)];
}

describe('survival of lung, as R has it', () => {
  let lives: Life[];
  let expected: Expected;
  let curve: SurvivalPoint[];

  before(async function () {
    lives = await sharedJson<Life[]>(this, 'data/lung.json');
    expected = (await sharedJson<{ expected: Expected }>(this, 'reference/km_lung.json')).expected;
    curve = kaplanMeier(table(lives));
  });

  it('has the whole table', () => {
    const steps = curve.filter((point) => point.events > 0);
    expect(curve[0].atRisk).to.equal(expected.n);
    expect(steps.reduce((total, point) => total + point.events, 0)).to.equal(expected.events);
    expect(steps.map((point) => [point.time, point.atRisk, point.events])).to.deep.equal(
      expected.table_log.map((row) => [row.time, row.n_risk, row.n_event]),
    );
    steps.forEach((point, index) => {
      const row = expected.table_log[index];
      const [lower, upper] = logLimits(point);
      close(point.survival, row.surv, `survival at ${row.time}`);
      close(point.stdErr, row.std_err, `error at ${row.time}`);
      close(lower, row.lower, `lower at ${row.time}`);
      close(upper, row.upper, `upper at ${row.time}`);
    });
  });

  it('has the log-log limits', () => {
    for (const row of expected.at_times_loglog) {
      const point = survivalAt(curve, row.time);
      if (row.time === 0) expect(point).to.equal(null);
      else {
        close(point!.survival, row.surv, `survival at ${row.time}`);
        close(point!.stdErr, row.std_err, `error at ${row.time}`);
        close(point!.lower, row.lower, `lower at ${row.time}`);
        close(point!.upper, row.upper, `upper at ${row.time}`);
      }
    }
  });

  it('has the quartiles and their limits', () => {
    for (const [key, share] of QUARTERS) {
      const { quantile, lower, upper } = expected.quantiles_loglog;
      expect(survivalQuantile(curve, share)).to.deep.equal({ time: quantile[key], lower: lower[key], upper: upper[key] });
    }
  });

  it('has the restricted means and their errors', () => {
    for (const [horizon, row] of [
      [expected.rmean.tau, expected.rmean.table],
      [365, expected.rmean_365],
    ] as const) {
      const mean = restrictedMean(curve, horizon)!;
      close(mean.mean, row['rmean'], `mean to ${horizon}`);
      close(mean.stdErr, row['se(rmean)'], `error to ${horizon}`);
    }
    expect(restrictedMean(curve, expected.rmean.tau + 1), 'beyond the last one seen').to.equal(null);
  });

  it('has the curves of both sexes', () => {
    for (const [sex, { at, quantiles }] of [
      [1, expected.by_sex.male],
      [2, expected.by_sex.female],
    ] as const) {
      const own = kaplanMeier(table(lives.filter((life) => life.sex === sex)));
      for (const row of at.slice(1)) {
        close(survivalAt(own, row.time)!.survival, row.surv, `sex ${sex} at ${row.time}`);
        close(survivalAt(own, row.time)!.stdErr, row.std_err, `error of sex ${sex} at ${row.time}`);
      }
      for (const [key, share] of QUARTERS) expect(survivalQuantile(own, share).time).to.equal(quantiles.quantile[key]);
    }
  });

  it('has the log-rank test of both', () => {
    const test = logRank([1, 2].map((sex) => table(lives.filter((life) => life.sex === sex))))!;
    const { chisq, df, p, obs, exp } = expected.logrank;
    expect(test.df).to.equal(df);
    expect(test.observed).to.deep.equal(obs);
    test.expected.forEach((value, group) => close(value, exp[group], `expected of ${group}`));
    close(test.chiSquared, chisq, 'chi-squared');
    close(test.pValue, p, 'p');
  });
});
