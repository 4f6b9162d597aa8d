import { expect } from 'chai';
import fc from 'fast-check';
import { createDataset, run } from '../../../src/core/index.js';
import type { Dataset, Filter, PulseKpi, PulseResult } from '../../../src/core/index.js';
import { bucket } from './periods-oracle.js';
import { grains, localDay, mixed, refunds, shops, tinyRefunded, zones } from './made-orders.js';
import { tinyDataset } from './tiny-dataset.js';

const kpisOf = (dataset: Dataset, params: object, filter: Filter = {}): PulseKpi[] =>
  (run(dataset, { kpi: 'pulse', params, filter }) as { value: PulseResult }).value.kpis;
const cents = (value: number | null): number => Math.round((value ?? 0) * 100);

describe('pulse: time zones', function () {
  this.timeout(60_000);
  for (const timeZone of zones) {
    it(`${timeZone}: every grain adds up to the same total, each period is the sum of its local days`, () => {
      fc.assert(
        fc.property(shops, (rows) => {
          const orders = rows.map((row, index) => ({ order_id: `o${index}`, ...row }));
          const { dataset } = createDataset({ orders }, { timeZone });
          const total = rows.reduce((sum, row) => sum + cents(Number(row.total)), 0);
          for (const grain of grains) {
            const [sales, count, fresh] = kpisOf(dataset, { kpis: ['sales', 'orders', 'new-customers'], grain, periods: 400 });
            const expected = new Map<string, number>();
            for (const { created_at, total: text } of rows) {
              const key = bucket(localDay(created_at, timeZone), grain);
              expected.set(key, (expected.get(key) ?? 0) + cents(Number(text)));
            }
            const found = sales!.series.flatMap(({ from, value }) => (value ? [[bucket(from, grain), cents(value)]] : []));
            expect(Object.fromEntries(found), grain).to.deep.equal(Object.fromEntries(expected));
            const sum = ({ series }: PulseKpi): number => series.reduce((all, { value }) => all + value!, 0);
            expect(Math.round(sum(sales!) * 100), grain).to.equal(total);
            expect(sum(count!), grain).to.equal(rows.length);
            expect(sum(fresh!), grain).to.equal(new Set(rows.flatMap(({ customer_id }) => customer_id || [])).size);
          }
        }),
        { numRuns: 40 },
      );
    });
  }
});

describe('pulse: properties', () => {
  it('does not depend on the order of the rows, to the byte', () => {
    fc.assert(
      fc.property(tinyRefunded, refunds, fc.constantFrom(1, 2), fc.nat(1e6), (orders, back, minGroupSize, seed) => {
        const straight = tinyDataset({ orders: orders.map((order, index) => ({ id: `o${index}`, ...order })), refunds: back });
        const other = tinyDataset({
          orders: mixed(orders, seed).map((index) => ({ id: `o${index}`, ...orders[index]! })),
          refunds: [...back].reverse(),
        });
        for (const set of ['sales', 'customers'])
          for (const by of [null, 'channel', 'country', 'segment', 'stage']) {
            const ask = (dataset: Dataset): string => JSON.stringify(run(dataset, { kpi: 'pulse', params: { set, by }, minGroupSize }));
            expect(ask(other)).to.equal(ask(straight));
          }
      }),
      { numRuns: 12 },
    );
  });

  it('sums add up over channels, countries and segments; a part is what a filter by it gives', () => {
    fc.assert(
      fc.property(tinyRefunded, refunds, fc.constantFrom('month', 'week'), (orders, back, grain) => {
        const dataset = tinyDataset({ orders, refunds: back });
        for (const by of ['channel', 'country', 'segment', 'stage'] as const)
          for (const { id, current, parts, series } of kpisOf(dataset, {
            kpis: ['sales', 'orders', 'net-revenue', 'new-customers'],
            by,
            grain,
          })) {
            const sum = (list: (number | null)[]): number => list.reduce<number>((total, value) => total + cents(value), 0);
            expect(sum(parts.map(({ value }) => value)), `${id} by ${by}`).to.equal(cents(current!.value));
            series.forEach(({ value }, index) => expect(sum(parts.map(({ values }) => values[index]!))).to.equal(cents(value)));
            for (const { key, value } of parts)
              if (key !== null && (by === 'channel' || by === 'country')) {
                const [same] = kpisOf(dataset, { kpis: [id], grain }, { [by]: [key] });
                expect(cents(same!.current!.value), `${id} of ${key}`).to.equal(cents(value));
              }
          }
      }),
      { numRuns: 40 },
    );
  });

  it('consumption = frequency x basket where everybody is known (V7); gross less refunds is what was sold (V3)', () => {
    fc.assert(
      fc.property(tinyRefunded, refunds, (orders, back) => {
        const known = orders.map((order) => ({ ...order, customer: order.customer ?? 'fay' }));
        const paid = back.map((refund) => ({ ...refund, customer: refund.customer ?? 'ann' }));
        const dataset = tinyDataset({ orders: known, refunds: paid });
        const [basket, consumption, frequency, sales, net] = kpisOf(dataset, {
          kpis: ['basket', 'consumption', 'frequency', 'sales', 'net-revenue'],
        });
        consumption!.series.forEach(({ value }, index) => {
          const product = basket!.series[index]!.value;
          if (value !== null) expect(value).to.be.closeTo(product! * frequency!.series[index]!.value!, 1e-6);
        });
        expect(net!.series.map(({ value }) => value)).to.deep.equal(sales!.series.map(({ value }) => value));
      }),
    );
  });
});
