import { expect } from 'chai';
import { run } from '../../../src/core/engine.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import type { RetentionResult } from '../../../src/core/kpi/retention-types.js';
import { ordersOf } from './churn-run.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyInput } from './tiny-dataset.js';

function retention(input: TinyInput, params: object = {}, request: Omit<KpiRequest, 'kpi' | 'params'> = {}): KpiResult<RetentionResult> {
  return run(tinyDataset(input), { kpi: 'retention', params, ...request }) as KpiResult<RetentionResult>;
}

/** January: ann, bob. February: cid. April: dan, so far. */
const lines = [
  ...['ann 2024-01-05 10', 'ann 2024-01-20 5', 'ann 2024-03-01 7', 'bob 2024-01-31 20', 'bob 2024-02-01 1', 'bob 2024-04-03 2'],
  ...['cid 2024-02-10 8', 'cid 2024-03-31 4', 'dan 2024-04-02 9', '- 2024-02-02 100'],
];
const shop: TinyInput = {
  orders: ordersOf(...lines),
  refunds: [
    { customer: 'ann', at: '2024-02-03', amount: 0.5 },
    { customer: 'ann', at: '2023-12-03', amount: 50 },
    { customer: 'zoe', at: '2024-02-03', amount: 50 },
  ],
};
const asOf = '2024-04-15';

const counts = ({ value }: KpiResult<RetentionResult>) =>
  Object.fromEntries(value.cohorts.map(({ cohort, cells }) => [cohort, cells.map((cell) => cell && cell.customers)]));

describe('retention', () => {
  it('follows cohorts of a month: a worked table', () => {
    const result = retention(shop, {}, { asOf });
    const { value, status, reasons, rows, params } = result;
    expect(counts(result)).to.deep.equal({ '2024-01': [2, 1, 1, null], '2024-02': [1, 1, null], '2024-04': [null] });
    expect(value.cohorts.map(({ size }) => size)).to.deep.equal([2, 1, 1]);
    const money = (index: number) => value.cohorts[index].cells.map((cell) => cell && [cell.period, cell.orders, cell.revenue]);
    expect(money(0)).to.deep.equal([['2024-01', 3, 35], ['2024-02', 1, 0.5], ['2024-03', 1, 7], null]);
    expect(money(1)).to.deep.equal([['2024-02', 1, 8], ['2024-03', 1, 4], null]);
    expect(value.cohorts[0].cells[1]).to.deep.include({ customers: 1, base: 2, rate: 0.5 });
    expect(value.cohorts[0].cells[1]!.interval![0]).to.be.closeTo(0.0945, 1e-4);
    expect(value.average).to.deep.equal([1, 2 / 3, 0.5, null]);
    expect([status, reasons, rows]).to.deep.equal(['ready', [{ code: 'guest-orders', detail: '1' }], { used: 10, left: {} }]);
    expect(params).to.deep.equal({ key: 'first-order', grain: 'month', mode: 'classic', periods: 60 });
  });

  it('rolling: in the period or later, even in one that is not over', () => {
    const result = retention(shop, { mode: 'rolling' }, { asOf });
    expect(counts(result)).to.deep.equal({ '2024-01': [2, 2, 2, null], '2024-02': [1, 1, null], '2024-04': [null] });
    expect(result.value.cohorts[0].cells.map((cell) => cell && cell.orders)).to.deep.equal([3, 1, 1, null]);
    expect(result.value.average).to.deep.equal([1, 1, 1, null]);
  });

  it('a period is observed on its last day, not before', () => {
    expect(counts(retention(shop, {}, { asOf: '2024-04-30' }))).to.deep.equal({
      '2024-01': [2, 1, 1, 1],
      '2024-02': [1, 1, 0],
      '2024-04': [1],
    });
    expect(counts(retention(shop, {}, { asOf: '2024-04-29' }))).to.deep.equal(counts(retention(shop, {}, { asOf })));
  });

  it('by quarter and by week', () => {
    expect(counts(retention(shop, { grain: 'quarter' }, { asOf: '2024-06-30' }))).to.deep.equal({ '2024-Q1': [3, 1], '2024-Q2': [1] });
    const weeks = retention({ orders: ordersOf('a 2020-12-31', 'b 2021-01-03', 'b 2021-01-17') }, { grain: 'week' });
    expect(counts(weeks)).to.deep.equal({ '2020-W53': [2, 0, 1] });
  });

  it('shows no more cells than asked', () => {
    for (const mode of ['classic', 'rolling']) {
      const { value } = retention(shop, { periods: 2, mode }, { asOf });
      expect(value.cohorts.map(({ cells }) => cells.length)).to.deep.equal([2, 2, 1]);
      expect(value.average).to.have.length(2);
    }
  });
});

describe('retention: cohorts by channel and country', () => {
  const at = (customer: string, day: string, channel?: string, country?: string) => ({ customer, at: day, net: 10, channel, country });
  const orders = [
    ...[at('ann', '2024-01-05', 'ads', 'FR'), at('ann', '2024-02-05', 'mail', 'DE'), at('bob', '2024-01-06', 'mail')],
    ...[at('cid', '2024-02-07', 'ads'), at('cid', '2024-03-07', 'ads'), at('dan', '2024-03-08'), at('eve', '2024-04-01', 'mail')],
  ];

  it('counts each member from his own first period, over those whose period is over', () => {
    const { value, status } = retention({ orders }, { key: 'channel' }, { asOf: '2024-04-15' });
    const table = value.cohorts.map(({ cohort, size, cells }) => [cohort, size, cells.map((cell) => cell && [cell.customers, cell.base])]);
    expect(table).to.deep.equal([
      ['ads', 2, [[2, 2], [2, 2], [0, 1], null]],
      ['mail', 2, [[1, 1], [0, 1], [0, 1], null]],
      [null, 1, [[1, 1], null]],
    ]);
    expect(value.average).to.deep.equal([1, 2 / 3, 0, null]);
    expect([status, value.cohorts[0].cells[0]!.period]).to.deep.equal(['ready', null]);
  });

  it('takes the country of the order, else that of the customer', () => {
    const customers = [
      { id: 'bob', country: 'FR' },
      { id: 'ann', country: 'US' },
    ];
    const { value } = retention({ orders, customers }, { key: 'country' });
    expect(value.cohorts.map(({ cohort, size }) => [cohort, size])).to.deep.equal([
      ['FR', 2],
      [null, 3],
    ]);
  });

  it('of orders at the same moment takes the first by name, whatever the order of rows', () => {
    const same = [at('ann', '2024-01-05', 'mail'), at('ann', '2024-01-05', 'ads')];
    for (const rows of [same, [...same].reverse()])
      expect(retention({ orders: rows }, { key: 'channel' }).value.cohorts[0].cohort).to.equal('ads');
  });

  it('names the twenty largest, and puts the others together', () => {
    const rows = Array.from({ length: 23 }, (_, index) => at(`c${index}`, '2024-01-05', `channel ${String(index).padStart(2, '0')}`));
    const { value } = retention({ orders: [...rows, at('more', '2024-01-05', 'channel 22')] }, { key: 'channel' });
    expect(value.cohorts.map(({ cohort }) => cohort)).to.deep.equal([
      'channel 22',
      ...rows.slice(0, 19).map(({ channel }) => channel),
      null,
    ]);
    expect(value.cohorts.map(({ size }) => size)).to.deep.equal([2, ...Array.from({ length: 19 }, () => 1), 3]);
  });

  it('says when there is no such column', () => {
    const { value, status, reasons } = retention(shop, { key: 'channel' }, { asOf });
    expect(value.cohorts.map(({ cohort, size }) => [cohort, size])).to.deep.equal([[null, 4]]);
    expect([status, reasons[1]]).to.deep.equal(['partial', { code: 'missing-column', detail: 'orders.channel' }]);
  });
});

describe('retention: filters, withheld, empty and wrong', () => {
  it('members are those whose first order passes; whatever they order is followed', () => {
    const orders = [
      { customer: 'ann', at: '2024-01-05', net: 1, channel: 'ads' },
      { customer: 'ann', at: '2024-02-05', net: 1, channel: 'mail' },
      { customer: 'ann', at: '2024-03-05', net: 1, channel: 'ads' },
      { customer: 'bob', at: '2024-01-05', net: 1, channel: 'mail' },
      { customer: 'bob', at: '2024-02-05', net: 1, channel: 'ads' },
    ];
    const result = retention({ orders }, {}, { filter: { channel: ['ads'] }, asOf: '2024-03-31' });
    expect(counts(result)).to.deep.equal({ '2024-01': [1, 1, 1] });
    expect(result.rows).to.deep.equal({ used: 3, left: { filtered: 2 } });
    expect(counts(retention(shop, {}, { filter: { period: { from: '2024-02-01', to: '2024-03-31' } } }))).to.deep.equal({
      '2024-02': [1, 1],
    });
  });

  it('withholds small cohorts and cells, and averages that would tell of them', () => {
    const some = (month: string, count: number, name = month) =>
      Array.from({ length: count }, (_, index) => `${name}${index} 2024-${month}-05`);
    const orders = ordersOf(...some('01', 20), ...some('02', 8, '01'), ...some('03', 2, '01'), ...some('02', 3), ...some('03', 9));
    const { value, status, reasons } = retention({ orders }, {}, { asOf: '2024-03-31', minGroupSize: 5 });
    expect(value.cohorts.map(({ size, cells }) => [size, ...cells.map((cell) => cell!.customers)])).to.deep.equal([
      [20, 20, 8, null],
      [null, null, null],
      [null, null],
    ]);
    expect(value.cohorts[0].cells[2]).to.deep.equal({
      ...{ period: '2024-03', customers: null, base: null, rate: null, interval: null, orders: null, revenue: null },
    });
    // 8 of 23 would tell of the three who began in February.
    expect(value.average).to.deep.equal([1, null, null]);
    expect([status, reasons.map(({ detail }) => detail)]).to.deep.equal(['partial', ['cohorts', 'cells']]);
    const rolling = retention({ orders }, { mode: 'rolling' }, { asOf: '2024-04-30', minGroupSize: 5 }).value.cohorts[0].cells;
    expect(rolling.map((cell) => cell!.customers)).to.deep.equal([20, 8, null, 0]);
  });

  it('says what is missing', () => {
    const none = retention({ visits: [] });
    expect([none.status, none.reasons]).to.deep.equal(['empty', [{ code: 'missing-table', detail: 'orders' }]]);
    const window = { from: null, to: null };
    expect(none.value).to.deep.equal({ key: 'first-order', grain: 'month', mode: 'classic', window, cohorts: [], average: [] });
    expect(retention({ orders: [] }, { key: 'channel' }).reasons).to.deep.equal([{ code: 'no-data', detail: 'orders' }]);
    const guests = retention({ orders: ordersOf('- 2024-01-01') });
    expect([guests.status, guests.reasons.map(({ code }) => code)]).to.deep.equal(['empty', ['no-data', 'guest-orders']]);
    expect(retention(shop, {}, { asOf: '2023-01-01' }).status).to.equal('empty');
  });

  it('refuses wrong parameters', () => {
    for (const params of [{ grain: 'day' }, { key: 'product' }, { mode: 'bounded' }, { periods: 0 }, { cohorts: 3 }])
      expect(() => retention(shop, params), JSON.stringify(params)).to.throw('params');
  });
});
