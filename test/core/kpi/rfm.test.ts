import { expect } from 'chai';
import { rfm } from '../../../src/core/kpi/rfm.js';
import type { RfmResult } from '../../../src/core/kpi/rfm-types.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyOrder, TinyRefund } from './tiny-dataset.js';
import { tinyRun } from './tiny-run.js';

const order = (customer: string | null, at: string, net: number): TinyOrder => ({ customer, at, net });
const refund = (customer: string | null, at: string, amount: number): TinyRefund => ({ customer, at, amount });

/** Three months to 2011-12-31: a ordered 3 times, b twice, c and d once, e just before, somebody without identity once. */
const SHOP = {
  orders: [
    order('a', '2011-12-31', 100),
    order('a', '2011-12-01', 50),
    order('a', '2011-10-01', 30),
    order('b', '2011-12-21', 80),
    order('b', '2011-11-11', 20),
    order('c', '2011-11-21', 60),
    order('d', '2011-10-12', 40),
    order('e', '2011-09-30', 500),
    order(null, '2011-12-24', 15),
    order(null, '2011-09-01', 25),
  ],
  // b gave 30 back; the others: before the window, of somebody without an order in it, of nobody known.
  refunds: [refund('b', '2011-12-25', 30), refund('c', '2011-09-01', 10), refund('e', '2011-12-26', 500), refund(null, '2011-12-26', 9)],
};

/** Consumption of one customer each, in one order on the same day. */
const spending = (...amounts: number[]) => tinyDataset({ orders: amounts.map((net, i) => order(`c${i}`, '2011-01-01', net)) });

const filled = (result: RfmResult) => result.cells.filter((cell) => cell.customers !== 0);
const byId = (result: RfmResult, key: 'customers' | 'revenue' | 'from' | 'to') =>
  Object.fromEntries(result.segments.map((segment) => [segment.id, segment[key]]));
const codes = (reasons: readonly { code: string; detail?: string }[]) =>
  reasons.map(({ code, detail }) => (detail === undefined ? code : `${code} ${detail}`));

describe('rfm, a shop worked by hand', () => {
  const { value, status, reasons, used } = tinyRun(rfm, tinyDataset(SHOP), { window: '3M', bins: 4, scoreLimit: 10 });

  it('counts customers, orders and revenue of the window; refunds without order lower revenue; guests count apart', () => {
    expect([value.customers, value.inactive, value.orders, value.revenue]).to.deep.equal([4, 1, 7, 350]);
    expect([value.guestOrders, value.guestRevenue]).to.deep.equal([1, 15]);
    expect([value.meanBasket, value.meanRevenue, value.meanOrderCount]).to.deep.equal([50, 87.5, 1.75]);
    expect(used).to.equal(9);
  });

  it('takes recency over all customers, those outside the window too', () => {
    // 0, 10, 40, 80 and 92 days.
    expect(value.window).to.deep.equal({
      from: '2011-10-01',
      to: '2011-12-31',
      months: 3,
      meanRecencyDays: 44.4,
      medianRecencyDays: 40,
      rule: 'given',
    });
  });

  it('cuts each measure by value', () => {
    expect(value.cuts).to.deep.equal({ recencyDays: [0, 10, 40], orderCount: [1, 2], revenue: [40, 60, 70] });
  });

  it('scores each customer', () => {
    const row = (
      id: string,
      recencyDays: number,
      orderCount: number,
      revenue: number,
      r: number,
      f: number,
      m: number,
      segment: string,
    ) => ({
      ...{ id, recencyDays, orderCount, revenue },
      ...{ recencyScore: r, frequencyScore: f, monetaryScore: m, segment },
    });
    expect(value.scores).to.deep.equal([
      row('a', 0, 3, 180, 4, 3, 4, 'TBC'),
      row('b', 10, 2, 70, 3, 2, 3, 'BC'),
      row('c', 40, 1, 60, 2, 1, 2, 'CO'),
      row('d', 80, 1, 40, 1, 1, 1, 'CTO'),
    ]);
  });

  it('fills the matrix, recency then frequency ascending, all cells present', () => {
    expect(value.cells.map((cell) => `${cell.recency}${cell.frequency}`).join(' ')).to.equal(
      '11 12 13 14 21 22 23 24 31 32 33 34 41 42 43 44',
    );
    expect(filled(value)).to.deep.equal([
      { recency: 1, frequency: 1, customers: 1, orders: 1, revenue: 40 },
      { recency: 2, frequency: 1, customers: 1, orders: 1, revenue: 60 },
      { recency: 3, frequency: 2, customers: 1, orders: 2, revenue: 70 },
      { recency: 4, frequency: 3, customers: 1, orders: 3, revenue: 180 },
    ]);
  });

  it('gives each segment its figures, TBC first', () => {
    expect(value.segments.map(({ id }) => id)).to.deep.equal(['TBC', 'BC', 'CO', 'CTO']);
    expect(value.segments[0]).to.deep.equal({
      ...{ id: 'TBC', from: 180, to: 180, customers: 1, orders: 3, revenue: 180, customerShare: 0.25, revenueShare: 180 / 350 },
      ...{ meanOrderCount: 3, meanBasket: 60, meanRevenue: 180, meanRecencyDays: 0 },
    });
  });

  it('measures concentration: one customer of four, and the Gini of 40, 60, 70, 180', () => {
    expect(value.concentration).to.deep.equal({ topCustomerShare: 0.25, topRevenueShare: 180 / 350, gini: 430 / 1400 });
  });

  it('says that frequency has three classes only, and that there are guests', () => {
    expect([status, codes(reasons)]).to.deep.equal(['ready', ['guest-orders 1', 'merged-bins frequency']]);
  });

  it('returns no scores unless asked, and as many as asked by code', () => {
    expect(tinyRun(rfm, tinyDataset(SHOP)).value).to.not.have.property('scores');
    expect(tinyRun(rfm, tinyDataset(SHOP), { window: '3M', scoreLimit: 2 }).value.scores?.map(({ id }) => id)).to.deep.equal(['a', 'b']);
  });

  it('never shows an e-mail address', () => {
    const dataset = tinyDataset({
      customers: [{ id: 'jo@example.org', isEmail: true }],
      orders: [order('jo@example.org', '2011-01-01', 5)],
    });
    expect(JSON.stringify(tinyRun(rfm, dataset, { scoreLimit: 5 }))).to.not.contain('example.org');
  });

  it('finds its window in the mean recency: 44.4 days are one month', () => {
    const { window, customers, inactive } = tinyRun(rfm, tinyDataset(SHOP)).value;
    expect([window.rule, window.months, window.from, customers, inactive]).to.deep.equal(['mean-recency', 1, '2011-12-01', 2, 3]);
  });

  it('counts as of another day what was known then', () => {
    const { value: then } = tinyRun(rfm, tinyDataset(SHOP), { window: 'all' }, { asOf: '2011-11-30' });
    expect([then.customers, then.orders, then.revenue, then.window.to]).to.deep.equal([5, 5, 640, '2011-11-30']);
  });
});

describe('rfm segments', () => {
  const segments = (amounts: number[], params: object = {}) =>
    byId(tinyRun(rfm, spending(...amounts), { window: 'all', ...params }).value, 'customers');

  it('cut eight customers into quarters', () => {
    const { value } = tinyRun(rfm, spending(1, 2, 3, 4, 5, 6, 7, 8), { window: 'all' });
    expect(byId(value, 'from')).to.deep.equal({ TBC: 7, BC: 5, CO: 3, CTO: 1 });
    expect(byId(value, 'to')).to.deep.equal({ TBC: 8, BC: 6, CO: 4, CTO: 2 });
  });

  it('keep ties together, and the top quarter on top', () => {
    expect(segments([1, 1, 1, 1, 1, 1, 5, 9])).to.deep.equal({ TBC: 2, BC: 0, CO: 0, CTO: 6 });
    expect(segments([1, 1, 2, 2])).to.deep.equal({ TBC: 0, BC: 2, CO: 0, CTO: 2 });
  });

  it('put everybody in the lowest when nobody consumes more than another', () => {
    const { value, reasons } = tinyRun(rfm, spending(5, 5, 5), { window: 'all' });
    expect(byId(value, 'customers')).to.deep.equal({ TBC: 0, BC: 0, CO: 0, CTO: 3 });
    expect(codes(reasons)).to.include('few-distinct-values segments');
  });

  it('by cumulative share: who crosses a limit still belongs above it', () => {
    // Of 350: 180 (51 %) | 70 (71 %), 60 (89 %) | 40 (100 %).
    expect(segments([180, 70, 60, 40], { segments: 'cumulative' })).to.deep.equal({ TBC: 1, BC: 2, CO: 1, CTO: 0 });
    // Of 100: 50 is exactly one half, so that the next one is BC; 30 makes exactly 80, 15 exactly 95.
    expect(segments([50, 30, 15, 5], { segments: 'cumulative' })).to.deep.equal({ TBC: 1, BC: 1, CO: 1, CTO: 1 });
    expect(segments([40, 40, 10, 10], { segments: 'cumulative' })).to.deep.equal({ TBC: 2, BC: 0, CO: 2, CTO: 0 });
  });

  it('by thresholds, each of which opens the segment above it', () => {
    const params = { segments: 'thresholds', thresholds: [10, 19.99, 100] };
    expect(segments([9.99, 10, 19.98, 19.99, 99.99, 100], params)).to.deep.equal({ TBC: 1, BC: 2, CO: 2, CTO: 1 });
  });
});

describe('rfm without ground', () => {
  const EMPTY_MEANS = { meanBasket: null, meanRevenue: null, meanOrderCount: null };

  it('is empty without orders, with all cells and segments there', () => {
    for (const dataset of [
      tinyDataset({}),
      tinyDataset({ orders: [] }),
      tinyDataset({ customers: [{ id: 'a', created: '2011-01-01' }] }),
    ]) {
      const { value, status, used } = tinyRun(rfm, dataset);
      expect([status, used, value.customers, value.cells.length, value.segments.length]).to.deep.equal(['empty', 0, 0, 25, 4]);
      expect(value).to.deep.include({ ...EMPTY_MEANS, concentration: { topCustomerShare: 0.2, topRevenueShare: null, gini: null } });
      expect(value.segments[0]).to.include({ customers: 0, customerShare: null, revenueShare: null, meanBasket: null });
    }
    expect(codes(tinyRun(rfm, tinyDataset({})).reasons)).to.deep.equal(['missing-table orders']);
    expect(codes(tinyRun(rfm, tinyDataset({ orders: [] })).reasons)).to.deep.equal(['no-data orders']);
  });

  it('is empty when nobody is known', () => {
    const { status, reasons, value } = tinyRun(rfm, tinyDataset({ orders: [order(null, '2011-01-01', 5)] }), { window: 'all' });
    expect([status, codes(reasons), value.guestOrders]).to.deep.equal(['empty', ['no-data orders', 'guest-orders 1'], 1]);
  });

  it('has inactive customers only, where nobody ordered in the window', () => {
    const { status, reasons, value } = tinyRun(rfm, tinyDataset(SHOP), { window: '1M' }, { asOf: '2012-12-31' });
    expect([status, codes(reasons), value.customers, value.inactive]).to.deep.equal(['partial', ['no-data window'], 0, 5]);
  });

  it('says when the data begin after the window does', () => {
    const { status, reasons } = tinyRun(rfm, tinyDataset(SHOP), { window: '12M', bins: 3 });
    expect(status).to.equal('partial');
    expect(codes(reasons)).to.include('not-enough-history 2011-01-01');
  });

  it('scores one customer, and has no class to speak of', () => {
    const { value, status } = tinyRun(rfm, spending(12.5), { window: 'all', scoreLimit: 1 });
    expect(value.scores?.[0]).to.include({ recencyScore: 5, frequencyScore: 1, monetaryScore: 1, segment: 'CTO' });
    expect([status, value.concentration]).to.deep.equal(['ready', { topCustomerShare: 1, topRevenueShare: 1, gini: 0 }]);
  });

  it('bears a refund greater than the sales of a customer, and of all', () => {
    const orders = [order('a', '2011-01-01', 10), order('b', '2011-01-01', 50)];
    const some = tinyRun(rfm, tinyDataset({ orders, refunds: [refund('a', '2011-01-02', 30)] }), { window: 'all' });
    expect([some.value.revenue, some.value.concentration.topRevenueShare]).to.deep.equal([30, 1]);
    expect(byId(some.value, 'from')).to.deep.include({ CTO: -20 });
    const all = tinyRun(rfm, tinyDataset({ orders, refunds: [refund('a', '2011-01-02', 100)] }), { window: 'all' });
    expect([all.value.revenue, all.status, all.value.segments.map((one) => one.revenueShare)]).to.deep.equal([
      -40,
      'partial',
      [null, null, null, null],
    ]);
    expect(codes(all.reasons)).to.include('no-revenue');
  });
});

describe('rfm with a smallest group', () => {
  it('withholds small cells and segments, a second one beside a single one, and scores', () => {
    const { value, status, reasons } = tinyRun(rfm, tinyDataset(SHOP), { window: '3M', scoreLimit: 9 }, { minGroupSize: 2 });
    expect(filled(value).every((cell) => cell.customers === null && cell.orders === null && cell.revenue === null)).to.equal(true);
    expect(value.segments[0]).to.deep.equal({
      ...{ id: 'TBC', from: null, to: null, customers: null, orders: null, revenue: null, customerShare: null, revenueShare: null },
      ...{ meanOrderCount: null, meanBasket: null, meanRevenue: null, meanRecencyDays: null },
    });
    expect([value.customers, value.scores, status]).to.deep.equal([4, [], 'partial']);
    expect(codes(reasons)).to.include.members(['suppressed cells', 'suppressed segments', 'suppressed scores']);
  });

  it('withholds a few inactive', () => {
    const orders = [...Array(8).keys()].map((n) => ({ customer: `c${n}`, at: '2024-06-20', net: n + 1 }));
    const shop = tinyDataset({ orders: [...orders, { customer: 'old', at: '2023-01-01', net: 5 }] });
    const { value, reasons } = tinyRun(rfm, shop, { window: '3M' }, { minGroupSize: 2 });
    expect([value.customers, value.inactive]).to.deep.equal([8, null]);
    expect(codes(reasons)).to.include('suppressed segments');
  });

  it('withholds nothing from large groups', () => {
    const { value, reasons } = tinyRun(rfm, spending(1, 1, 2, 2, 3, 3, 4, 4), { window: 'all' }, { minGroupSize: 2 });
    expect([
      value.segments.every((segment) => segment.customers === 2),
      codes(reasons).some((code) => code.startsWith('suppressed')),
    ]).to.deep.equal([true, false]);
  });
});
