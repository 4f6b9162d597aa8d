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
