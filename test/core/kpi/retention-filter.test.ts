/** Channel and country choose customers by their first order of all; whatever these order counts. */
import { expect } from 'chai';
import fc from 'fast-check';
import { createDataset, run } from '../../../src/core/index.js';
import type { Filter, KpiResult, RetentionParams, RetentionResult, SalesResult } from '../../../src/core/index.js';
import { tiny } from './made-orders.js';
import { tinyDataset } from './tiny-dataset.js';

const asOf = '2024-03-31';
const ask = (dataset: ReturnType<typeof tinyDataset>, params: Partial<RetentionParams>, filter: Filter = {}, day = asOf): RetentionResult =>
  (run(dataset, { kpi: 'retention', params, filter, asOf: day }) as KpiResult<RetentionResult>).value;

describe('retention: filters by channel and country', () => {
  // Ann and bob were won on the web; ann comes back by mail, bob on the web. Cid was won by mail.
  const dataset = tinyDataset({
    orders: [
      { customer: 'ann', at: '2024-01-05', net: 10, channel: 'web', country: 'FR' },
      { customer: 'bob', at: '2024-01-06', net: 20, channel: 'web', country: 'FR' },
      { customer: 'cid', at: '2024-01-07', net: 40, channel: 'mail', country: 'DE' },
      { customer: 'ann', at: '2024-02-05', net: 80, channel: 'mail', country: 'DE' },
      { customer: 'bob', at: '2024-03-05', net: 160, channel: 'web', country: 'DE' },
      { customer: 'cid', at: '2024-03-06', net: 320, channel: 'web', country: 'FR' },
    ],
    refunds: [{ customer: 'ann', at: '2024-03-01', amount: 5 }],
  });
  const counts = ({ cohorts }: RetentionResult) => cohorts.map(({ cells }) => cells.map((cell) => [cell!.customers, cell!.revenue]));

  it('say where customers were won, and all that these order counts', () => {
    const web = [
      [
        [2, 30],
        [1, 80],
        [1, 155],
      ],
    ];
    expect(counts(ask(dataset, {}, { channel: ['web'] }))).to.deep.equal(web);
    expect(counts(ask(dataset, {}, { country: ['FR'] }))).to.deep.equal(web);
    expect(counts(ask(dataset, {}, { channel: ['mail'] }))).to.deep.equal([
      [
        [1, 40],
        [0, 0],
        [1, 320],
      ],
    ]);
    const { newcomers } = ask(dataset, { metric: 'retention' }, { channel: ['web'] }).triangle!;
    expect(newcomers).to.deep.include({ customers: 2, orders: 4, revenue: 265 });
  });

  it('give the row of the channel, and the new customers that sales count', () => {
    fc.assert(
      fc.property(tiny, fc.constantFrom('classic', 'rolling'), (orders, mode) => {
        const some = tinyDataset({ orders: orders.map((order) => ({ channel: 'none', ...order })) });
        const all = ask(some, { key: 'channel', mode }, {}, '2024-02-10');
        for (const channel of ['none', 'ads', 'mail', 'web']) {
          const own = ask(some, { mode }, { channel: [channel] }, '2024-02-10');
          const row = all.cohorts.find(({ cohort }) => cohort === channel);
          const rates = (row?.cells ?? []).map((cell) => cell?.rate ?? null);
          expect(own.average.slice(0, rates.length)).to.deep.equal(rates);
          const sales = run(some, { kpi: 'sales', filter: { channel: [channel] }, asOf: '2024-02-10' }) as KpiResult<SalesResult>;
          const people = own.cohorts.reduce((sum, { size }) => sum + size!, 0);
          expect(people).to.equal(sales.value.totals.newCustomers ?? 0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('name the days that count', () => {
    expect(ask(dataset, {}).window).to.deep.equal({ from: '2024-01-05', to: asOf });
    expect(ask(dataset, {}, { period: { from: '2024-01-07', to: '2024-02-29' } }).window).to.deep.equal({
      from: '2024-01-07',
      to: '2024-02-29',
    });
    expect(ask(dataset, {}, { period: { to: '2023-12-31' } }).window).to.deep.equal({ from: null, to: null });
  });
});

describe('retention: first orders that nothing tells apart', () => {
  const shops = fc.array(
    fc.record({
      customer_id: fc.constantFrom('ann', 'bob'),
      created_at: fc.constantFrom('2024-01-10T10:00:00Z', '2024-01-11T10:00:00Z'),
      channel: fc.constantFrom('ads', 'mail'),
      total: fc.constantFrom('10.00', '20.00'),
      lines: fc.array(
        fc.record({
          product_id: fc.constantFrom('tea', 'cup', 'jam'),
          name: fc.constantFrom('A', 'B', ''),
          quantity: fc.constantFrom(1, 2),
          unit_price: fc.constantFrom(5, 10),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('name one product, whatever the order of the rows', () => {
    fc.assert(
      fc.property(shops, fc.integer({ min: 0, max: 7 }), (rows, turn) => {
        const of = (indices: readonly number[]) =>
          createDataset({
            orders: indices.map((at) => ({
              id: `o${at}`,
              customer_id: rows[at].customer_id,
              created_at: rows[at].created_at,
              channel: rows[at].channel,
              total: rows[at].total,
            })),
            order_lines: indices.flatMap((at) => rows[at].lines.map((line) => ({ order_id: `o${at}`, ...line }))),
          }).dataset;
        const straight = [...rows.keys()];
        const turned = [...straight.slice(turn % rows.length), ...straight.slice(0, turn % rows.length)].reverse();
        const [one, two] = [straight, turned].map((indices) =>
          JSON.stringify(run(of(indices), { kpi: 'retention', params: { key: 'first-product', metric: 'revenue' }, asOf })),
        );
        expect(two).to.equal(one);
      }),
      { numRuns: 200 },
    );
  });

  it('name the product of the largest line of them all', () => {
    const order = (id: string, total: number) => ({ id, customer_id: 'ann', created_at: '2024-01-10T10:00:00Z', total });
    const line = (order_id: string, product_id: string, unit_price: number) => ({ order_id, product_id, quantity: 1, unit_price });
    const { dataset } = createDataset({
      orders: [order('1', 10), order('2', 30)],
      order_lines: [line('1', 'cup', 10), line('2', 'tea', 30)],
    });
    const { value } = run(dataset, { kpi: 'retention', params: { key: 'first-product' }, asOf }) as KpiResult<RetentionResult>;
    expect(value.cohorts.map(({ cohort }) => cohort)).to.deep.equal(['tea']);
  });
});
