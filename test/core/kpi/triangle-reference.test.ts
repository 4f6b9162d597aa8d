import { expect } from 'chai';
import fc from 'fast-check';
import { createDataset, run } from '../../../src/core/index.js';
import type { KpiResult, RetentionMetric, RetentionParams, RetentionResult } from '../../../src/core/index.js';
import { sharedJson } from '../../shared-data.js';
import type { OracleOrder } from './periods-oracle.js';
import { tinyDataset } from './tiny-dataset.js';
import { naiveNewcomers, naiveTriangle } from './triangle-oracle.js';

type RetailRow = { InvoiceDate: string; CustomerID: string; TotalPrice: number };
type Dataset = ReturnType<typeof tinyDataset>;

const ask = (dataset: Dataset, metric: RetentionMetric, params: Partial<RetentionParams> = {}, asOf?: string) =>
  run(dataset, { kpi: 'retention', params: { metric, ...params }, asOf }) as KpiResult<RetentionResult>;

/** Values of all cells that are over. */
const values = ({ value }: KpiResult<RetentionResult>) =>
  value.cohorts.map(({ cells }) => cells.flatMap((cell) => (cell ? [cell.value!] : [])));

const close = (got: readonly (number | null)[][], expected: readonly (number | null)[][]): void => {
  expect(got.map(({ length }) => length)).to.deep.equal(expected.map(({ length }) => length));
  got.flat().forEach((value, at) => {
    const other = expected.flat()[at];
    if (value === null || other === null) expect(value).to.equal(other);
    else expect(value).to.be.closeTo(other, 1e-9 * Math.max(1, other));
  });
};

describe('cohort metrics: Online Retail against naive loops, cell by cell', () => {
  for (const grain of ['month', 'quarter', 'week'] as const) {
    it(`by ${grain}: revenue so far, baskets, very good customers; the line of average`, async function () {
      this.timeout(60_000);
      const rows = await sharedJson<RetailRow[]>(this, 'data/online-retail-orders.json');
      const { dataset } = createDataset(rows);
      const orders = rows.map((row): OracleOrder => ({
        customer: row.CustomerID,
        day: row.InvoiceDate.slice(0, 10),
        cents: Math.round(row.TotalPrice * 100),
      }));
      const expected = naiveTriangle(orders, '2010-12-01', '2011-12-09', grain);
      close(
        values(ask(dataset, 'revenue', { grain })),
        expected.map((cells) => cells.map(([size, soFar]) => soFar / 100 / size)),
      );
      close(
        values(ask(dataset, 'basket', { grain })),
        expected.map((cells) => cells.map(([, , cents, count]) => (count > 0 ? cents / 100 / count : null))),
      );
      const tbc = ask(dataset, 'tbc', { grain });
      close(
        values(tbc),
        expected.map((cells) => cells.map(([size, , , , top]) => top / size)),
      );
      tbc.value.triangle!.line.slice(0, -1).forEach((share, since) => {
        const seen = expected.flatMap((cells) => (cells[since] ? [cells[since]] : []));
        expect(share).to.equal(seen.reduce((sum, [, , , , top]) => sum + top, 0) / seen.reduce((sum, [size]) => sum + size, 0));
      });
      const rates = ask(dataset, 'retention', { grain });
      expect(rates.value.triangle!.line).to.deep.equal(rates.value.average);
    });
  }

  it('newcomers of six months; nobody has been there for twelve months that are over', async function () {
    const rows = await sharedJson<RetailRow[]>(this, 'data/online-retail-orders.json');
    const orders = rows.map((row): OracleOrder => ({
      customer: row.CustomerID,
      day: row.InvoiceDate.slice(0, 10),
      cents: Math.round(row.TotalPrice * 100),
    }));
    const {
      customers,
      orders: count,
      revenue,
      active,
      potential,
    } = ask(createDataset(rows).dataset, 'retention').value.triangle!.newcomers;
    const naive = naiveNewcomers(orders, '2011-12-09', 6);
    expect([customers, count, revenue, active]).to.deep.equal([naive.customers, naive.orders, naive.cents / 100, naive.active]);
    expect([naive.reference, potential]).to.deep.equal([0, null]);
  });
});

const shops = fc.array(
  fc.record({
    customer: fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus', 'hal', null),
    at: fc.integer({ min: 0, max: 900 }).map((day) => new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10)),
    net: fc.integer({ min: 1, max: 300 }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('cohort metrics: properties', function () {
  this.timeout(60_000);
  it('newcomers and their potential equal naive loops, whatever the order of rows', () => {
    fc.assert(
      fc.property(shops, fc.integer({ min: 1, max: 12 }), (rows, newMonths) => {
        const asOf = '2024-06-30';
        const orders = rows.map(({ customer, at, net }): OracleOrder => ({ customer, day: at, cents: net * 100 }));
        const result = ask(tinyDataset({ orders: rows }), 'retention', { newMonths }, asOf);
        expect(JSON.stringify(ask(tinyDataset({ orders: [...rows].reverse() }), 'retention', { newMonths }, asOf))).to.equal(
          JSON.stringify(result),
        );
        if (result.status === 'empty') return;
        const { customers, orders: count, revenue, active, potential } = result.value.triangle!.newcomers;
        const naive = naiveNewcomers(orders, asOf, newMonths);
        expect([customers, count, revenue, active]).to.deep.equal([naive.customers, naive.orders, naive.cents / 100, naive.active]);
        expect([potential?.reference ?? 0, potential?.referenceTop ?? 0]).to.deep.equal([naive.reference, naive.referenceTop]);
        if (naive.expected !== null) expect(potential!.expected).to.be.closeTo(naive.expected, 1e-9);
        expect((potential?.groups ?? []).reduce((sum, group) => sum + group.customers!, 0)).to.equal(potential ? customers : 0);
      }),
      { numRuns: 60 },
    );
  });

  it('values equal naive loops; money of all cohorts is the money of all periods', () => {
    fc.assert(
      fc.property(shops, fc.constantFrom('month', 'quarter', 'week'), (rows, grain) => {
        const asOf = '2024-06-30';
        const dataset = tinyDataset({ orders: rows });
        const orders = rows.map(({ customer, at, net }): OracleOrder => ({ customer, day: at, cents: net * 100 }));
        const from = orders.map(({ day }) => day).sort()[0];
        const expected = naiveTriangle(orders, from, asOf, grain);
        const params = { grain, periods: 600 } as const;
        close(
          values(ask(dataset, 'revenue', params, asOf)),
          expected.map((cells) => cells.map(([size, soFar]) => soFar / 100 / size)),
        );
        close(
          values(ask(dataset, 'tbc', params, asOf)),
          expected.map((cells) => cells.map(([size, , , , top]) => top / size)),
        );
        const whole = orders.reduce((sum, { customer, cents }) => sum + (customer === null ? 0 : cents), 0) / 100;
        for (const key of ['first-order', 'channel'] as const) {
          const { cohorts } = ask(dataset, 'revenue', { ...params, key }, asOf).value;
          expect(cohorts.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + (cell?.revenue ?? 0), 0)).to.be.closeTo(whole, 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });
});
