import { expect } from 'chai';
import { createDataset, run } from '../../../src/core/index.js';
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { SourcesResult } from '../../../src/core/kpi/sources-types.js';

const order = (id: string, day: string, customer_id: string | null, more: object = {}) => ({
  id,
  customer_id,
  created_at: day,
  total: 10,
  ...more,
});

function sourcesOf(data: object, filter = {}): KpiResult<SourcesResult> {
  return run(createDataset(data as never).dataset, { kpi: 'sources', filter }) as KpiResult<SourcesResult>;
}

const shop = {
  orders: [
    order('o1', '2024-03-01', 'ann', { channel: 'mail' }),
    order('o2', '2024-03-02', 'bob', { channel: 'ads' }),
    order('o2', '2024-03-02', 'bob', { channel: 'ads' }),
    order('o3', '2024-03-03', null, { channel: 'ads' }),
    order('o4', 'one day', 'cid'),
    order('o5', '2024-03-04', 'cid', { status: 'cancelled' }),
  ],
  customers: [
    { id: 'ann', created_at: '2024-02-01', country: 'FR' },
    { id: 'zoe', created_at: '2024-02-09', country: 'BE' },
    { id: 'yan', created_at: '2024-02-05', country: 'BE' },
  ],
  events: [
    { visitor_id: 'v', at: '2024-03-01', type: 'purchase' },
    { visitor_id: 'v', at: '2024-03-01', type: 'purchase' },
    { visitor_id: 'v', at: '2024-03-01', type: 'purchase' },
    { visitor_id: 'v', at: '2024-03-02', type: 'purchase' },
    { visitor_id: 'v', at: '2024-03-02', type: 'page_view' },
    { visitor_id: 'v', at: '2024-03-03', type: 'purchase' },
    { visitor_id: 'v', at: '2024-03-09', type: 'purchase' },
  ],
};

describe('sources', () => {
  it('counts rows, period, join, duplicates and refused rows of each table: a worked inventory', () => {
    const { value, status, rows } = sourcesOf(shop);
    const of = (name: string) => value.tables.find(({ table }) => table === name);
    expect(of('orders')).to.deep.equal({
      ...{ table: 'orders', read: 6, rows: 3, from: '2024-03-01', to: '2024-03-03' },
      ...{ joined: 2, joinRate: 2 / 3, duplicates: 1, duplicateRate: 1 / 6, refused: 2 },
    });
    expect(of('customers')).to.deep.include({ read: 3, rows: 3, from: '2024-02-01', to: '2024-02-09', joinRate: null, duplicates: 0 });
    expect(of('events')).to.deep.include({ rows: 7, from: '2024-03-01', to: '2024-03-09', joined: null, joinRate: null });
    expect([status, rows.used]).to.deep.equal(['ready', 13]);
  });

  it('finds the days on which orders and purchase events differ, where both cover them', () => {
    expect(sourcesOf(shop).value.conflicts).to.deep.equal([
      { tables: ['orders', 'events'], days: 3, differing: 1, worst: { day: '2024-03-01', counts: [1, 3] } },
    ]);
    const agreeing = { ...shop, events: shop.events.slice(2, 6) };
    expect(sourcesOf(agreeing).value.conflicts).to.deep.equal([]);
    expect(sourcesOf({ ...shop, events: shop.events.slice(4, 5) }).value.conflicts).to.deep.equal([]);
  });

  it('an order that was cancelled or paid back may have its purchase event or not: neither contradicts', () => {
    const bought = (at: string) => ({ visitor_id: 'v', at, type: 'purchase' });
    const orders = [
      order('o1', '2024-01-01', 'ann'),
      order('o2', '2024-01-02', 'ann', { status: 'cancelled' }),
      order('o3', '2024-01-03', 'cid'),
      order('o4', '2024-01-04', 'ann', { status: 'failed' }),
      order('o5', '2024-01-05', 'bob'),
    ];
    const refunds = [{ id: 'r', order_id: 'o3', created_at: '2024-02-09', amount: 10 }];
    const conflicts = (...days: string[]) =>
      sourcesOf({ orders, refunds, events: days.map((day) => bought(`2024-01-0${day}`)) }).value.conflicts;
    expect(conflicts('1', '2', '3', '5')).to.deep.equal([]);
    expect(conflicts('1', '5')).to.deep.equal([]);
    // Two events for one order are one too many; a payment that failed is no purchase.
    expect(conflicts('1', '2', '2', '2', '4', '5')).to.deep.equal([
      { tables: ['orders', 'events'], days: 5, differing: 2, worst: { day: '2024-01-02', counts: [1, 3] } },
    ]);
  });

  it('tells the period of all refunds that count, attached to an order or not', () => {
    const refund = (id: string, order_id: string, created_at: string) => ({ id, order_id, created_at, amount: 1 });
    const orders = [order('o1', '2024-01-02', 'ann'), order('o2', '2024-01-03', 'bob')];
    const of = (refunds: object[]) => sourcesOf({ orders, refunds }).value.tables.find(({ table }) => table === 'refunds');
    const attached = [refund('r1', 'o1', '2024-03-04'), refund('r2', 'o2', '2024-05-04')];
    expect(of(attached)).to.deep.include({ rows: 2, from: '2024-03-04', to: '2024-05-04' });
    expect(of([...attached, refund('r3', 'elsewhere', '2024-01-04')])).to.deep.include({ rows: 3, from: '2024-01-04', to: '2024-05-04' });
  });

  it('tells how many lines have their order', () => {
    const line = (order_id: string) => ({ order_id, product_id: 'p', quantity: 1, unit_price: 10 });
    const { tables } = sourcesOf({ orders: [order('o1', '2024-01-02', 'ann')], order_lines: ['o1', 'o1', 'elsewhere'].map(line) }).value;
    expect(tables[0]).to.deep.include({ table: 'order_lines', rows: 3, joined: 2, joinRate: 2 / 3 });
  });

  it('offers what a filter may choose among, the most frequent first', () => {
    expect(sourcesOf(shop).value.values).to.deep.equal({ channel: ['ads', 'mail'], country: ['BE', 'FR'] });
  });

  it('is the same whatever the filter', () => {
    const narrowed = sourcesOf(shop, { channel: ['mail'], segment: ['TBC'], period: { from: '2024-03-02' } });
    expect(narrowed.value).to.deep.equal(sourcesOf(shop).value);
  });

  it('says that there is nothing', () => {
    const { status, reasons } = sourcesOf({ orders: [] });
    expect([status, reasons]).to.deep.equal(['empty', [{ code: 'no-data' }]]);
  });
});
