import { expect } from 'chai';
import fc from 'fast-check';
import { createDataset, run } from '../../../src/core/index.js';
import type { Dataset, Filter, PulseKpi, PulseResult } from '../../../src/core/index.js';
import { bucket } from './periods-oracle.js';
import { tinyDataset } from './tiny-dataset.js';

const grains = ['day', 'week', 'month', 'quarter', 'year'];

/** Around the days on which clocks change in spring and autumn, and the turn of a year. */
const instants = fc
  .tuple(fc.constantFrom('2023-03-11', '2023-03-25', '2023-04-01', '2023-09-23', '2023-10-28', '2023-11-04', '2023-12-31'), fc.nat(72 * 60))
  .map(([day, minute]) => new Date(Date.parse(`${day}T00:00Z`) + minute * 60_000).toISOString());
const shops = fc.array(
  fc.record({
    customer_id: fc.constantFrom('ann', 'bob', 'cid', 'dan', ''),
    created_at: instants,
    total: fc.integer({ min: 1, max: 9999 }).map((cents) => (cents / 100).toFixed(2)),
  }),
  { minLength: 1, maxLength: 25 },
);

/** Local day by Intl, straight from the instant. */
function localDay(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));
}

const kpisOf = (dataset: Dataset, params: object, filter: Filter = {}): PulseKpi[] =>
  (run(dataset, { kpi: 'pulse', params, filter }) as { value: PulseResult }).value.kpis;
const cents = (value: number | null): number => Math.round((value ?? 0) * 100);

describe('pulse: time zones', function () {
  this.timeout(60_000);
  for (const timeZone of ['UTC', 'Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu']) {
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

const tiny = fc.array(
  fc.record(
    {
      customer: fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve', null),
      at: fc.integer({ min: 0, max: 400 }).map((day) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10)),
      net: fc.integer({ min: 1, max: 999 }),
      refunded: fc.nat(20),
      channel: fc.constantFrom('ads', 'mail', 'web'),
      country: fc.constantFrom('FR', 'DE'),
    },
    { requiredKeys: ['customer', 'at', 'net'] },
  ),
  { minLength: 1, maxLength: 30 },
);
const refunds = fc.array(
  fc.record({
    customer: fc.constantFrom('ann', 'bob', 'zoe', null),
    at: fc.constantFrom('2023-01-09', '2023-06-30', '2024-01-31'),
    amount: fc.nat(50),
  }),
  { maxLength: 4 },
);

describe('pulse: properties', () => {
  it('does not depend on the order of the rows, to the byte', () => {
    fc.assert(
      fc.property(tiny, refunds, fc.constantFrom(1, 2), fc.nat(1e6), (orders, back, minGroupSize, seed) => {
        const mixed = [...orders.keys()].sort((a, b) => (Math.imul(a + seed, 0x9e3779b1) >>> 0) - (Math.imul(b + seed, 0x9e3779b1) >>> 0));
        const straight = tinyDataset({ orders: orders.map((order, index) => ({ id: `o${index}`, ...order })), refunds: back });
        const other = tinyDataset({ orders: mixed.map((index) => ({ id: `o${index}`, ...orders[index]! })), refunds: [...back].reverse() });
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
      fc.property(tiny, refunds, fc.constantFrom('month', 'week'), (orders, back, grain) => {
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
      fc.property(tiny, refunds, (orders, back) => {
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
