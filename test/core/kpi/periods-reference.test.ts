import { expect } from 'chai';
import { createDataset, run } from '../../../src/core/index.js';
import type { RetentionResult, SalesResult } from '../../../src/core/index.js';
import { sharedJson } from '../../shared-data.js';
import { buckets, naiveRetention, naiveSales } from './periods-oracle.js';
import type { OracleOrder } from './periods-oracle.js';

type RetailRow = { InvoiceDate: string; CustomerID: string; TotalPrice: number };

const asOf = '2011-12-09';

function oracleOrders(rows: readonly RetailRow[]): OracleOrder[] {
  return rows.map((row) => ({
    customer: row.CustomerID,
    day: row.InvoiceDate.slice(0, 10),
    cents: Math.round(row.TotalPrice * 100),
  }));
}

describe('sales and retention: Online Retail against naive loops, cell by cell', () => {
  for (const grain of ['day', 'week', 'month', 'quarter', 'year']) {
    it(`sales by ${grain}`, async function () {
      this.timeout(60_000);
      const rows = await sharedJson<RetailRow[]>(this, 'data/online-retail-orders.json');
      const { value } = run(createDataset(rows).dataset, { kpi: 'sales', params: { grain } }) as { value: SalesResult };
      const expected = naiveSales(oracleOrders(rows), asOf, grain);
      expect(
        value.series.map(({ period, from, orders, revenue, customers, newCustomers }) => [
          ...[grain === 'week' ? from : period, orders, revenue],
          ...[customers, newCustomers],
        ]),
      ).to.deep.equal(expected.map(([key, orders, cents, customers, fresh]) => [key, orders, cents / 100, customers, fresh]));
      expect(value.totals).to.deep.include({ orders: 18532, revenue: 8911407.9, customers: 4338, newCustomers: 4338 });
      // 9 December 2011 is a Friday.
      expect(value.series.filter(({ partial }) => partial)).to.have.length(grain === 'day' ? 0 : 1);
    });
  }

  for (const [grain, mode] of [
    ['month', 'classic'],
    ['month', 'rolling'],
    ['quarter', 'classic'],
    ['week', 'classic'],
    ['week', 'rolling'],
  ]) {
    it(`retention by ${grain}, ${mode}`, async function () {
      this.timeout(60_000);
      const rows = await sharedJson<RetailRow[]>(this, 'data/online-retail-orders.json');
      const { value } = run(createDataset(rows).dataset, { kpi: 'retention', params: { grain, mode } }) as { value: RetentionResult };
      const all = buckets('2010-12-01', asOf, grain);
      const expected = naiveRetention(oracleOrders(rows), all, grain, mode);
      expect(
        value.cohorts.map(({ size, cells }) => [size, cells.map((cell) => cell && [cell.customers, cell.orders, cell.revenue])]),
      ).to.deep.equal(
        expected.map(({ size, cells }) => {
          // The last period is not over.
          const shown = cells.map(([customers, orders, cents], index) =>
            index === cells.length - 1 ? null : [customers, orders, cents / 100],
          );
          return [size, shown];
        }),
      );
      if (grain !== 'week') expect(value.cohorts.map(({ cohort }) => cohort)).to.deep.equal(expected.map(({ cohort }) => cohort));
      value.average.forEach((rate, since) => {
        const seen = expected.filter(({ cells }) => cells.length - 1 > since);
        const customers = seen.reduce((sum, { cells }) => sum + cells[since][0], 0);
        expect(rate).to.equal(seen.length > 0 ? customers / seen.reduce((sum, { size }) => sum + size, 0) : null);
      });
    });
  }
});
