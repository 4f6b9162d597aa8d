import { expect } from 'chai';
import fc from 'fast-check';
import { createDataset, run } from '../../../src/core/index.js';
import type { Filter, RetentionResult, SalesResult } from '../../../src/core/index.js';
import { naiveRetention, naiveSales, buckets } from './periods-oracle.js';
import { grains, localDay, mixed, refunds, shops, tiny, zones } from './made-orders.js';
import { tinyDataset } from './tiny-dataset.js';

describe('sales and retention: time zones', function () {
  this.timeout(60_000);
  for (const timeZone of zones) {
    it(`${timeZone}: equal to naive loops over local days; every grain adds up to the same totals`, () => {
      fc.assert(
        fc.property(shops, fc.constantFrom('week', 'month', 'quarter'), fc.constantFrom('classic', 'rolling'), (rows, grain, mode) => {
          const given = rows.map((row, index) => ({ order_id: `o${index}`, ...row }));
          const { dataset } = createDataset({ orders: given }, { timeZone });
          const orders = rows.map(({ customer_id, created_at, total }) => ({
            customer: customer_id || null,
            day: localDay(created_at, timeZone),
            cents: Math.round(Number(total) * 100),
          }));
          const days = orders.map(({ day }) => day).sort();
          const asOf = days.at(-1)!;
          for (const each of grains) {
            const { series, totals } = (run(dataset, { kpi: 'sales', params: { grain: each } }) as { value: SalesResult }).value;
            const figures = series.map(({ orders: count, revenue, customers, newCustomers }) => [
              ...[count!, Math.round(revenue! * 100), customers!, newCustomers!],
            ]);
            expect(figures, each).to.deep.equal(naiveSales(orders, asOf, each).map(([, ...numbers]) => numbers));
            const sum = (index: number) => figures.reduce((total, line) => total + line[index], 0);
            expect([sum(0), sum(1), sum(3)]).to.deep.equal([totals.orders, Math.round(totals.revenue! * 100), totals.newCustomers]);
          }
          const { cohorts } = (
            run(dataset, { kpi: 'retention', params: { grain, mode }, asOf: '2024-12-29' }) as { value: RetentionResult }
          ).value;
          const known = orders
            .filter(({ customer }) => customer !== null)
            .map(({ day }) => day)
            .sort();
          const expected = known.length === 0 ? [] : naiveRetention(orders, buckets(known[0], '2024-12-29', grain), grain, mode);
          expect(
            cohorts.map(({ size, cells }) => [size, cells.filter((cell) => cell !== null).map((cell) => [cell.customers, cell.orders])]),
          ).to.deep.equal(
            // 29 December 2024 is a Sunday: weeks are over, months and quarters are not.
            expected.map(({ size, cells }) => [
              size,
              cells
                .slice(0, grain === 'week' ? 60 : -1)
                .slice(0, 60)
                .map(([customers, count]) => [customers, count]),
            ]),
          );
        }),
        { numRuns: 30 },
      );
    });
  }
});

const asOf = '2024-02-10';

describe('sales and retention: properties', () => {
  it('do not depend on the order of the rows, to the byte', () => {
    fc.assert(
      fc.property(tiny, refunds, fc.constantFrom(1, 2), fc.nat(1e6), (orders, back, minGroupSize, seed) => {
        const straight = tinyDataset({ orders: orders.map((order, index) => ({ id: `o${index}`, ...order })), refunds: back });
        const other = tinyDataset({
          orders: mixed(orders, seed).map((index) => ({ id: `o${index}`, ...orders[index] })),
          refunds: [...back].reverse(),
        });
        for (const filter of [{}, { channel: ['ads', 'web'] }, { country: ['FR'] }] as Filter[])
          for (const [kpi, params] of [
            ['sales', {}],
            ['retention', {}],
            ['retention', { key: 'channel', mode: 'rolling' }],
            ['retention', { key: 'country', grain: 'week' }],
          ] as const) {
            const [one, two] = [straight, other].map((dataset) =>
              JSON.stringify(run(dataset, { kpi, params, filter, minGroupSize, asOf })),
            );
            expect(two).to.equal(one);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('tell one story: cohort sizes are new customers, the parts of a split add up, cohorts hold each customer once', () => {
    fc.assert(
      fc.property(tiny, refunds, (orders, back) => {
        const dataset = tinyDataset({ orders: orders.map((order) => ({ channel: 'none', ...order })), refunds: back });
        const sales = (filter: Filter = {}) => (run(dataset, { kpi: 'sales', filter, asOf }) as { value: SalesResult }).value;
        const sizes = (params: object, filter: Filter = {}) =>
          (run(dataset, { kpi: 'retention', params, filter, asOf }) as { value: RetentionResult }).value.cohorts.map(({ cohort, size }) => [
            cohort,
            size,
          ]);
        const fresh = (filter: Filter) =>
          sales(filter).series.flatMap(({ period, newCustomers }) => (newCustomers ? [[period, newCustomers]] : []));
        const channels = ['none', 'ads', 'mail', 'web'];
        for (const filter of [{}, ...channels.map((one) => ({ channel: [one] }))]) expect(sizes({}, filter)).to.deep.equal(fresh(filter));
        const parts = channels.map((one) => sales({ channel: [one] }).totals);
        const sum = (key: 'orders' | 'newCustomers') => parts.reduce((total, part) => total + (part[key] ?? 0), 0);
        const { totals } = sales();
        expect([sum('orders'), sum('newCustomers')]).to.deep.equal([totals.orders, totals.newCustomers]);
        expect(sizes({ key: 'channel' }).reduce((total, [, size]) => total + Number(size), 0)).to.equal(totals.customers);
      }),
      { numRuns: 60 },
    );
  });

  it('classic cells begin with everybody; rolling ones never rise', () => {
    fc.assert(
      fc.property(tiny, fc.constantFrom('month', 'week', 'quarter'), fc.constantFrom('first-order', 'channel'), (orders, grain, key) => {
        const dataset = tinyDataset({ orders });
        const [classic, rolling] = ['classic', 'rolling'].map(
          (mode) => (run(dataset, { kpi: 'retention', params: { grain, key, mode }, asOf }) as { value: RetentionResult }).value,
        );
        classic.cohorts.forEach(({ cells, size }, row) => {
          const later = rolling.cohorts[row].cells;
          cells.forEach((cell, since) => {
            expect(later[since] === null).to.equal(cell === null);
            if (cell === null) return;
            if (since === 0) expect(cell.rate).to.equal(1);
            if (key === 'first-order') expect(cell.base).to.equal(size);
            if (key === 'first-order' && since > 0) expect(later[since]!.customers).to.be.at.most(later[since - 1]!.customers!);
            expect(cell.customers).to.be.at.most(later[since]!.customers!);
            expect(later[since]!.customers).to.be.at.most(cell.base!);
          });
        });
      }),
    );
  });
});
