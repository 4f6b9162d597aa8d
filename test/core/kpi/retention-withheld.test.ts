/** What a retention table tells with groups that are too small: averages, steps, costs. */
import { expect } from 'chai';
import { run } from '../../../src/core/index.js';
import type { KpiRequest, KpiResult, RetentionParams, RetentionResult } from '../../../src/core/index.js';
import { ordersOf } from './churn-run.js';
import { tinyDataset } from './tiny-dataset.js';

const two = (month: number): string => String(month).padStart(2, '0');
/** So many begin in a month of 2024; of them so many come again in the next one, and so on. */
const cohort = (month: number, size: number, ...again: number[]): string[] =>
  Array.from({ length: size }, (_, i) => [
    `m${month}-${i} 2024-${two(month)}-03`,
    ...again.flatMap((count, later) => (i < count ? [`m${month}-${i} 2024-${two(month + later + 1)}-09`] : [])),
  ]).flat();

const ask = (lines: string[], params: Partial<RetentionParams> = {}, request: Partial<KpiRequest> = {}): RetentionResult =>
  (
    run(tinyDataset({ orders: ordersOf(...lines) }), {
      kpi: 'retention',
      params,
      asOf: '2024-12-31',
      ...request,
    }) as KpiResult<RetentionResult>
  ).value;

describe('retention: averages where cells are withheld', () => {
  const lines = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((month) => cohort(month, 100, month % 2 ? 30 : 5));

  it('are over all cells, not over those that are shown', () => {
    // 4 x 30 and 4 x 5 of 800.
    for (const minGroupSize of [1, 10]) {
      const { average, cohorts, triangle } = ask(lines, { metric: 'retention' }, { minGroupSize });
      expect([average[1], triangle!.line[1], triangle!.linePart[1], triangle!.lineWhole[1]]).to.deep.equal([0.175, 0.175, 140, 800]);
      expect(cohorts.map(({ cells }) => cells[1]!.value)).to.deep.equal(
        cohorts.map((_, i) => (i % 2 === 0 ? 0.3 : minGroupSize > 1 ? null : 0.05)),
      );
    }
  });

  it('are withheld where one cell alone is hidden, or all that are hidden are few', () => {
    const one = [...cohort(1, 100, 30), ...cohort(2, 100, 5), ...cohort(3, 100, 30)];
    expect(ask(one, {}, { minGroupSize: 10 }).average[1]).to.equal(null);
    const few = [...cohort(1, 100, 30), ...cohort(2, 100, 5), ...cohort(3, 100, 4)];
    expect(ask(few, {}, { minGroupSize: 10 }).average[1]).to.equal(null);
    const enough = [...cohort(1, 100, 30), ...cohort(2, 100, 5), ...cohort(3, 100, 5)];
    expect(ask(enough, {}, { minGroupSize: 10 }).average[1]).to.equal(40 / 300);
    const money = ask(one, { metric: 'revenue' }, { minGroupSize: 10 }).triangle!;
    expect(money.line.slice(0, 2)).to.deep.equal([10, null]);
  });

  it('do not tell the size of a cohort that is withheld by what they stand on at two ages', () => {
    // Three people began in January: they alone are followed for eleven months.
    const small = [...cohort(1, 3), ...cohort(2, 40, 20), ...cohort(3, 50, 20)];
    const { triangle, cohorts } = ask(small, { metric: 'retention' }, { minGroupSize: 5 });
    expect(cohorts.map(({ size }) => size)).to.deep.equal([null, null, 50]);
    // 43 are left at ages 0 to 10, 3 alone at age 11.
    expect(triangle!.lineWhole.slice(0, 2)).to.deep.equal([93, 93]);
    expect(triangle!.lineWhole[11]).to.equal(null);
  });

  it('compare cohorts by all their cells, or not at all', () => {
    const recent = (counts: number[]) =>
      ask(
        counts.flatMap((again, i) => cohort(i + 1, 40, again)),
        { metric: 'retention' },
        { minGroupSize: 5 },
      ).triangle!.comparison;
    // After the first of the data: 24, 3, 3 of 120 against 8, 8, 8.
    expect(recent([8, 8, 8, 8, 24, 3, 3])).to.deep.include({ verdict: 'unclear' });
    expect(recent([8, 8, 8, 8, 24, 3, 3])!.recent.rate).to.equal(30 / 120);
    expect(recent([8, 8, 8, 8, 24, 24, 3])).to.equal(null);
    // One that is hidden among the others would be told by the average.
    expect(recent([3, 8, 8, 8, 24, 24, 24])).to.equal(null);
  });
});

describe('retention: rolling cells', () => {
  it('are withheld where the step from the last one told is small', () => {
    // 100 begin; 50 of them are seen in February, 48 in March, 20 in April, nobody later.
    const rows = Array.from({ length: 100 }, (_, i) => [
      `c${i} 2024-01-05`,
      ...(i < 50 ? [`c${i} 2024-02-05`] : []),
      ...(i < 48 ? [`c${i} 2024-03-05`] : []),
      ...(i < 20 ? [`c${i} 2024-04-05`] : []),
    ]).flat();
    const told = ask(rows, { mode: 'rolling' }, { minGroupSize: 10 }).cohorts[0].cells.slice(0, 5);
    expect(told.map((cell) => cell!.customers)).to.deep.equal([100, 50, null, 20, 0]);
    expect(
      ask(rows, { mode: 'rolling' })
        .cohorts[0].cells.slice(0, 5)
        .map((cell) => cell!.customers),
    ).to.deep.equal([100, 50, 48, 20, 0]);
  });
});
