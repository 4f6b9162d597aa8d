import { expect } from 'chai';
import { createDataset } from '../../../src/core/index.js';
import { run } from '../../../src/core/engine.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import type { SalesResult } from '../../../src/core/kpi/sales-types.js';
import { ordersOf } from './churn-run.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyInput } from './tiny-dataset.js';

function sales(input: TinyInput, params: object = {}, request: Omit<KpiRequest, 'kpi' | 'params'> = {}): KpiResult<SalesResult> {
  return run(tinyDataset(input), { kpi: 'sales', params, ...request }) as KpiResult<SalesResult>;
}

const shop: TinyInput = {
  orders: ordersOf(
    'ann 2024-01-05 10',
    'bob 2024-01-31 20.5',
    'ann 2024-01-31 30',
    '- 2024-03-01 5',
    'ann 2024-03-02 40',
    'cid 2024-03-02 1',
  ),
  refunds: [
    { customer: 'ann', at: '2024-02-10', amount: 7.25 },
    { customer: null, at: '2024-03-01', amount: 6 },
  ],
};

describe('sales', () => {
  it('counts by month: a worked table, with a month without an order', () => {
    const { value, status, reasons, rows, params } = sales(shop);
    const line = (from: string, to: string, partial: boolean, [orders, revenue, customers, newCustomers]: number[]) => ({
      ...{ period: from.slice(0, 7), from, to, partial, orders, revenue, customers, newCustomers },
      units: null,
    });
    expect(value).to.deep.equal({
      grain: 'month',
      series: [
        line('2024-01-01', '2024-01-31', false, [3, 60.5, 2, 2]),
        line('2024-02-01', '2024-02-29', false, [0, -7.25, 0, 0]),
        line('2024-03-01', '2024-03-31', true, [3, 40, 2, 1]),
      ],
      totals: {
        ...{ from: '2024-01-01', to: '2024-03-31', partial: true, orders: 6, revenue: 93.25, customers: 3, newCustomers: 3 },
        units: null,
      },
    });
    expect([status, reasons, rows]).to.deep.equal(['ready', [{ code: 'guest-orders', detail: '1' }], { used: 8, left: {} }]);
    expect(params).to.deep.equal({ grain: 'month' });
  });

  it('has a last period that is whole on its last day, and partial a day before', () => {
    const partial = (asOf: string, grain: string) => sales(shop, { grain }, { asOf }).value.series.at(-1)!.partial;
    expect([partial('2024-03-31', 'month'), partial('2024-03-30', 'month')]).to.deep.equal([false, true]);
    expect([partial('2024-03-10', 'week'), partial('2024-03-09', 'week')]).to.deep.equal([false, true]);
    expect([partial('2024-03-31', 'quarter'), partial('2024-12-31', 'year'), partial('2024-12-30', 'year')]).to.deep.equal([
      false,
      false,
      true,
    ]);
    expect(partial('2024-03-09', 'day')).to.equal(false);
  });

  it('knows the names of periods', () => {
    const keys = (grain: string) =>
      sales({ orders: ordersOf('a 2020-12-31', 'a 2021-01-04') }, { grain }).value.series.map(({ period }) => period);
    expect(keys('week')).to.deep.equal(['2020-W53', '2021-W01']);
    expect(keys('quarter')).to.deep.equal(['2020-Q4', '2021-Q1']);
    expect(keys('year')).to.deep.equal(['2020', '2021']);
    expect(keys('day')).to.deep.equal(['2020-12-31', '2021-01-01', '2021-01-02', '2021-01-03', '2021-01-04']);
  });

  it('goes on to the as-of day, with zeros', () => {
    const { value } = sales({ orders: ordersOf('a 2024-01-05') }, {}, { asOf: '2024-04-30' });
    expect(value.series.map(({ orders }) => orders)).to.deep.equal([1, 0, 0, 0]);
  });

  it('takes orders up to the as-of day only', () => {
    const { value, rows } = sales(shop, {}, { asOf: '2024-01-31' });
    expect(value.totals).to.deep.include({ orders: 3, revenue: 60.5, customers: 2, newCustomers: 2, partial: false });
    expect(rows.left).to.deep.equal({ 'after-as-of': 5 });
  });
});

describe('sales: units', () => {
  it('are pieces on the lines of valid orders, less those sent back; null where there are orders without any line', () => {
    const at = ['2024-01-05', '2024-02-05', '2024-04-05', '2024-04-06'];
    const orders = at.map((created_at, index) => ({
      order_id: `o${index}`,
      customer_id: 'ann',
      created_at,
      total: '9',
      channel: `c${index}`,
    }));
    const line = (order_id: string, quantity: number, returned_qty?: number) => ({
      order_id,
      product_id: 'p',
      quantity,
      unit_price: '1',
      returned_qty,
    });
    const order_lines = [line('o1', 3), line('o1', 0.1), line('o1', 0.2), line('o2', 5, 1), line('o3', 2), line('other', 7)];
    const { dataset } = createDataset({ orders, order_lines });
    const units = (filter = {}) => {
      const { series, totals } = (run(dataset, { kpi: 'sales', filter }) as { value: SalesResult }).value;
      return [series.map((period) => period.units), totals.units];
    };
    expect(units()).to.deep.equal([[null, 3.3, 0, 6], 9.3]);
    expect(units({ channel: ['c3'] })).to.deep.equal([[0, 0, 0, 2], 2]);
    expect(units({ channel: ['c0'] })).to.deep.equal([[null, null, null, null], null]);
  });
});

describe('sales: filters', () => {
  it('a period cuts its first and last month; nobody is new who came before', () => {
    const { value } = sales(shop, {}, { filter: { period: { from: '2024-01-31', to: '2024-03-01' } } });
    expect(value.series.map(({ partial, orders, newCustomers }) => [partial, orders, newCustomers])).to.deep.equal([
      [true, 2, 1],
      [false, 0, 0],
      [true, 1, 0],
    ]);
  });

  it('new is who was new in all the data, at one channel only: parts add up', () => {
    const at = '2024-01-05T10:00';
    const orders = [
      { customer: 'ann', at: '2024-01-05T11:00', net: 1, channel: 'mail' },
      { customer: 'ann', at, net: 1, channel: 'web' },
      { customer: 'bob', at, net: 1, channel: 'web' },
      { customer: 'bob', at, net: 1, channel: 'ads' },
      { customer: 'cid', at, net: 1 },
    ];
    const fresh = (channel: string[], rows = orders) => sales({ orders: rows }, {}, { filter: { channel } }).value.totals.newCustomers;
    expect(['web', 'mail', 'ads'].map((channel) => fresh([channel]))).to.deep.equal([1, 0, 1]);
    expect(fresh(['web', 'ads'], [...orders].reverse())).to.equal(2);
    expect(fresh([])).to.equal(3);
  });

  it('one that lets nothing through: empty, with the reason; money without an order is partial', () => {
    const none = sales(shop, {}, { filter: { country: ['FR'] } });
    const why = [
      { code: 'missing-column', detail: 'orders.country' },
      { code: 'no-data', detail: 'orders' },
    ];
    expect([none.status, none.reasons, none.value.series]).to.deep.equal(['empty', why, []]);
    expect(none.value.totals).to.deep.equal({
      ...{ from: null, to: null, partial: false, orders: null, revenue: null, customers: null, newCustomers: null, units: null },
    });
    const refunds = sales({ orders: [], refunds: [{ at: '2024-02-10', amount: 3 }] });
    expect([refunds.status, refunds.value.totals.revenue, refunds.value.totals.orders]).to.deep.equal(['partial', -3, 0]);
  });
});

describe('sales: withheld, empty and wrong', () => {
  const many = (month: string, count: number) => Array.from({ length: count }, (_, index) => `${month}${index} 2024-${month}-05`);

  it('small periods, and what would tell them', () => {
    const orders = ordersOf(
      ...many('01', 9),
      ...many('02', 2),
      ...many('03', 7),
      ...many('04', 8),
      ...many('01', 6).map((one) => one.replace('2024-01', '2024-04')),
    );
    const { value, status, reasons } = sales({ orders }, {}, { minGroupSize: 5 });
    expect(value.series.map(({ customers }) => customers)).to.deep.equal([9, null, null, 14]);
    expect(value.series.map(({ revenue }) => revenue)).to.deep.equal([90, null, null, 140]);
    expect(value.series.map(({ newCustomers }) => newCustomers)).to.deep.equal([9, null, null, 8]);
    expect([value.totals.orders, status, reasons]).to.deep.equal([32, 'partial', [{ code: 'suppressed', detail: 'series' }]]);
  });

  it('a few new ones among many', () => {
    const back = many('01', 9).map((one) => one.replace('2024-01', '2024-02'));
    const { value } = sales({ orders: ordersOf(...many('01', 9), ...back, 'new 2024-02-09') }, {}, { minGroupSize: 5 });
    expect(value.series.map(({ customers, newCustomers }) => [customers, newCustomers])).to.deep.equal([
      [9, null],
      [10, null],
    ]);
  });

  it('a whole that is small', () => {
    const { value, reasons } = sales({ orders: ordersOf('a 2024-01-01', '- 2024-01-02') }, {}, { minGroupSize: 3 });
    expect([value.totals.orders, value.series[0].revenue]).to.deep.equal([null, null]);
    expect(reasons.map(({ detail }) => detail)).to.deep.equal(['1', 'series', 'totals']);
  });

  it('says what is missing', () => {
    const none = sales({ visits: [] });
    expect([none.status, none.reasons, none.rows.used]).to.deep.equal(['empty', [{ code: 'missing-table', detail: 'orders' }], 0]);
    expect(sales({ orders: [] }).reasons).to.deep.equal([{ code: 'no-data', detail: 'orders' }]);
    expect(sales(shop, {}, { asOf: '2023-12-31' }).status).to.equal('empty');
    expect(sales({ orders: ordersOf('- 2024-01-01 3') }).value.totals).to.deep.include({
      orders: 1,
      revenue: 3,
      customers: 0,
      newCustomers: 0,
    });
  });

  it('refuses wrong parameters', () => {
    expect(() => sales(shop, { grain: 'hour' })).to.throw('params.grain');
    expect(() => sales(shop, { by: 'day' })).to.throw('params');
  });
});
