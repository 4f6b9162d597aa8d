import { expect } from 'chai';
import { createDataset } from '../../../src/core/index.js';
import { run } from '../../../src/core/engine.js';
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { PulseKpi, PulseResult } from '../../../src/core/kpi/pulse-types.js';
import { ordersOf } from './churn-run.js';
import { one, pulse } from './pulse-run.js';
import type { TinyInput } from './tiny-dataset.js';

/** From rows as a page gives them. */
const given = (data: object, kpis: unknown[], params: object = {}): KpiResult<PulseResult> =>
  run(createDataset(data).dataset, { kpi: 'pulse', params: { kpis, ...params } }) as KpiResult<PulseResult>;
const values = ({ series }: PulseKpi): (number | null)[] => series.map(({ value }) => value);
const codes = ({ reasons }: PulseKpi): string[] => reasons.map(({ code }) => code);

const shop: TinyInput = {
  orders: ordersOf(
    'ann 2024-01-01 10',
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

describe('pulse', () => {
  it('sales by month: a worked table, with a month without an order', () => {
    const { series, current, unit, better, reasons } = one(shop, 'sales');
    expect(series.map(({ period, from, to, partial, value }) => [period, from, to, partial, value])).to.deep.equal([
      ['2024-01', '2024-01-01', '2024-01-31', false, 60.5],
      ['2024-02', '2024-02-01', '2024-02-29', false, -7.25],
      ['2024-03', '2024-03-01', '2024-03-02', true, 40],
    ]);
    // Two days of March with two of February, where nothing was sold: there is a difference, but no growth.
    expect(current).to.deep.equal({
      ...{ period: '2024-03', from: '2024-03-01', to: '2024-03-02', partial: true },
      ...{ value: 40, numerator: 40, denominator: null, interval: null },
      compared: { from: '2024-02-01', to: '2024-02-02' },
      ...{ previous: 0, difference: 40, change: null },
    });
    expect([unit, better, reasons]).to.deep.equal(['money', 'up', []]);
  });

  it('baskets, consumption and frequency: guests count in the first alone', () => {
    const last = (id: string): number | null => one(shop, id).current!.value;
    expect(last('orders')).to.equal(3);
    expect(last('basket')).to.be.closeTo(40 / 3, 1e-12);
    expect(last('median-basket')).to.equal(5);
    expect([last('consumption'), last('frequency')]).to.deep.equal([20.5, 1]);
    expect(codes(one(shop, 'consumption'))).to.deep.equal(['guest-orders']);
    expect(codes(one(shop, 'basket'))).to.deep.equal([]);
  });

  it('new and repeat customers, with numerator, denominator and Wilson interval', () => {
    const { current, reasons } = one(shop, 'new-customer-rate');
    expect(current).to.deep.include({ numerator: 1, denominator: 2, value: 0.5 });
    expect(current!.interval!.map((bound) => bound.toFixed(4))).to.deep.equal(['0.0945', '0.9055']);
    expect(reasons.map(({ code }) => code)).to.deep.equal(['left-censored', 'guest-orders']);
    expect(one(shop, 'repeat-rate').current).to.deep.include({ numerator: 1, denominator: 2 });
    // 1 of the 41 that customers ordered for.
    expect(one(shop, 'new-revenue-share').current!.value).to.be.closeTo(1 / 41, 1e-12);
  });

  it('gross to net: what was paid back on an order, and without one', () => {
    const input: TinyInput = {
      orders: [
        { customer: 'ann', at: '2024-01-01', net: 90, refunded: 10 },
        { customer: 'bob', at: '2024-01-02', net: 50 },
      ],
      refunds: [{ customer: null, at: '2024-01-03', amount: 4.5 }],
    };
    const { terms, current } = one(input, 'net-revenue');
    expect(terms).to.deep.equal([
      { measure: 'undeducted', weight: 1, amount: 150 },
      { measure: 'discounts', weight: -1, amount: 0 },
      { measure: 'tax', weight: -1, amount: 0 },
      { measure: 'shipping', weight: -1, amount: 0 },
      { measure: 'refunds', weight: -1, amount: 10 },
      { measure: 'lone-refunds', weight: -1, amount: 4.5 },
    ]);
    expect(current!.value).to.equal(135.5);
  });

  it('gross to net: discounts, tax and shipping, as far as they are known', () => {
    const input: TinyInput = {
      orders: [
        // Offered for 130: 10 off, 120 paid, 20 of it tax and 10 postage.
        { customer: 'ann', at: '2024-01-01', net: 60, refunded: 30, tax: 20, shipping: 10, discount: 10 },
        { customer: 'bob', at: '2024-01-02', net: 50, tax: 5 },
      ],
    };
    const { terms, current } = one(input, 'net-revenue');
    expect(terms.map(({ measure, amount }) => [measure, amount])).to.deep.equal([
      ['undeducted', 185],
      ['discounts', 10],
      ['tax', 25],
      ['shipping', 10],
      ['refunds', 30],
      ['lone-refunds', 0],
    ]);
    expect(current!.value).to.equal(110);
  });

  it('compares 29 February with the 28th, whole months with whole ones, weeks with 52 weeks before', () => {
    const input = { orders: ordersOf('a 2022-01-01', 'a 2024-02-29') };
    const compared = (grain: string, asOf: string, compare = 'previous-year') =>
      one(input, 'sales', { grain, compare }, { asOf }).current!.compared;
    expect(compared('year', '2024-02-29')).to.deep.equal({ from: '2023-01-01', to: '2023-02-28' });
    expect(compared('month', '2024-02-28')).to.deep.equal({ from: '2023-02-01', to: '2023-02-28' });
    expect(compared('month', '2024-02-29')).to.deep.equal({ from: '2023-02-01', to: '2023-02-28' });
    expect(compared('month', '2023-02-28')).to.deep.equal({ from: '2022-02-01', to: '2022-02-28' });
    expect(compared('month', '2024-03-30', 'previous-period')).to.deep.equal({ from: '2024-02-01', to: '2024-02-29' });
    expect(compared('month', '2024-03-31', 'previous-period')).to.deep.equal({ from: '2024-02-01', to: '2024-02-29' });
    expect(compared('quarter', '2024-02-10', 'previous-period')).to.deep.equal({ from: '2023-10-01', to: '2023-11-10' });
    expect(compared('week', '2024-02-28', 'previous-period')).to.deep.equal({ from: '2024-02-19', to: '2024-02-21' });
    expect(compared('week', '2024-02-28')).to.deep.equal({ from: '2023-02-27', to: '2023-03-01' });
    expect(compared('day', '2024-02-29')).to.deep.equal({ from: '2023-03-02', to: '2023-03-02' });
    expect(compared('day', '2024-02-29', 'none')).to.equal(null);
  });

  it('growth is a figure of two periods; there is none on nothing, and none before the data begin', () => {
    const input = { orders: ordersOf('a 2024-01-01 100', 'a 2024-02-03 150', 'a 2024-04-30 30') };
    const { series, current } = one(input, 'growth');
    expect(series.map(({ value }) => value)).to.deep.equal([null, 0.5, -1, null]);
    expect(current).to.deep.include({ value: null, numerator: 30, denominator: 0, previous: null });
    expect(codes(one(input, 'growth'))).to.deep.equal(['zero-denominator']);
    expect(values(one(input, 'growth', { compare: 'none' }))).to.deep.equal([null, 0.5, -1, null]);
  });

  it('contributions of the parts add up to the change (V12)', () => {
    const orders = [
      { customer: 'a', at: '2024-01-01', net: 60, channel: 'web' },
      { customer: 'a', at: '2024-01-31', net: 40, channel: 'ads' },
      { customer: 'a', at: '2024-02-03', net: 90, channel: 'web' },
      { customer: 'a', at: '2024-02-29', net: 20 },
    ];
    const { parts, current } = one({ orders }, 'sales', { by: 'channel' });
    expect(parts.map(({ key, value, previous, contribution }) => [key, value, previous, contribution])).to.deep.equal([
      ['web', 90, 60, 0.3],
      ['ads', 0, 40, -0.4],
      [null, 20, 0, 0.2],
    ]);
    expect(current!.change).to.be.closeTo(0.1, 1e-12);
  });

  it('by stage of life: each customer in one, guests in none', () => {
    const orders = ordersOf(
      'ann 2024-01-01 1',
      'ann 2024-02-01 2',
      'ann 2024-03-01 4',
      'bob 2024-03-02 8',
      'cid 2024-02-10 16',
      'cid 2024-03-03 32',
      '- 2024-03-04 64',
    );
    const { parts } = one({ orders }, 'sales', { by: 'stage', grain: 'year' });
    expect(parts.map(({ key, value }) => [key, value])).to.deep.equal([
      ['prospect', 0],
      ['new', 8],
      ['loyal', 48],
      ['premium', 7],
      ['inactive', 0],
      [null, 64],
    ]);
  });

  it('lost, attrition and renewal: silent for the whole window', () => {
    // With a window of a month: bob and cid (whose last order is exactly a month old) fall silent, dan is new, ann stays.
    const orders = ordersOf('ann 2024-01-01', 'ann 2024-01-20', 'bob 2024-01-15', 'cid 2024-01-29', 'ann 2024-02-10', 'dan 2024-02-29');
    const params = { window: '1M' };
    const last = (id: string): PulseKpi['current'] => one({ orders }, id, params).current;
    expect(last('lost-customers')!.value).to.equal(2);
    expect(last('attrition')).to.deep.include({ numerator: 2, denominator: 3 });
    expect(last('renewal')).to.deep.include({ numerator: -1, denominator: 3, interval: null });
    // January would need December.
    expect(values(one({ orders }, 'lost-customers', params))).to.deep.equal([null, 2]);
    expect(pulse({ orders }, { kpis: ['renewal'], ...params }).value.lostAfter).to.equal('1M');
    expect(pulse({ orders }, { kpis: ['orders'] }).value.lostAfter).to.equal(null);
  });

  it('a formula of the page: weights, scale, unit', () => {
    const formula = {
      id: 'per-thousand',
      numerator: { orders: 2, customers: -1 },
      denominator: 'orders',
      scale: 1000,
      unit: 'decimal',
      better: 'none',
    };
    const kpi = one(shop, formula);
    expect([kpi.id, kpi.unit, kpi.better, kpi.scale]).to.deep.equal(['per-thousand', 'decimal', 'none', 1000]);
    expect(kpi.current!.value).to.be.closeTo((1000 * (2 * 3 - 2)) / 3, 1e-9);
    expect(pulse(shop, { kpis: [formula] }).params).to.deep.include({ kpis: [formula] });
  });

  it('refuses what it cannot calculate, and says where', () => {
    const message = (params: object): string => {
      try {
        pulse(shop, params);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(message({ kpis: ['profit'] })).to.match(/^params\.kpis\[0\]: sales-day.*; got "profit"$/);
    expect(message({ kpis: ['orders', 'orders'] })).to.equal('params.kpis: each id once; got "orders"');
    expect(message({ kpis: [{ id: 'x', numerator: 'margin' }] })).to.match(
      /^params\.kpis\[0\]\.numerator: measures \(orders, .*; got "margin 1"$/,
    );
    expect(message({ kpis: [{ id: 'x', numerator: { orders: 0 } }] })).to.match(/weights other than 0; got "orders 0"$/);
    expect(message({ kpis: [{ id: 'X y', numerator: 'orders' }] })).to.match(/\.id: small letters, digits and hyphens/);
    expect(message({ kpis: [{ id: 'x' }] })).to.match(/\.numerator: a measure/);
    expect(message({ kpis: [{ id: 'x', numerator: '__proto__' }] })).to.match(/\.numerator: measures/);
    expect(message({ kpis: [{ id: 'x', numerator: 'orders', code: 'alert(1)' }] })).to.match(/keys id, numerator/);
    expect(message({ window: 'all' })).to.match(/^params\.window: auto, 3M/);
    expect(message({ periods: 1 })).to.match(/^params\.periods: a whole number, 2 to 400/);
    expect(message({ by: 'device' })).to.match(/^params\.by/);
  });

  it('withholds small groups, and with them what would bring them back', () => {
    const orders = [
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((customer) => ({ customer, at: '2024-01-01', net: 10, channel: 'web' })),
      ...['g', 'h'].map((customer) => ({ customer, at: '2024-01-31', net: 10, channel: 'ads' })),
      ...['i', 'j', 'k', 'l'].map((customer) => ({ customer, at: '2024-01-31', net: 10, channel: 'mail' })),
      { customer: 'a', at: '2024-02-29', net: 10, channel: 'web' },
    ];
    const { series, current, reasons, parts, terms } = one({ orders }, 'sales', { by: 'channel' }, { minGroupSize: 3 });
    expect(series.map(({ value }) => value)).to.deep.equal([120, null]);
    expect([current!.value, terms[0]!.amount, codes({ reasons } as PulseKpi)]).to.deep.equal([null, null, ['suppressed']]);
    // Two by ads; and those by mail, else subtraction would tell of the two.
    expect(Object.fromEntries(parts.map(({ key, values: all }) => [key, all[0]]))).to.deep.equal({ web: 60, ads: null, mail: null });
    expect(one({ orders }, 'new-customer-rate', {}, { minGroupSize: 3 }).current!.value).to.equal(null);
  });

  it('has nothing to show without a single row', () => {
    const { status, reasons } = pulse({ orders: [] });
    expect([status, reasons]).to.deep.equal(['empty', [{ code: 'no-data', detail: 'orders' }]]);
  });

  it('a table or a column that is not there is told by its figures; the others are as ever', () => {
    const { status, value } = pulse(
      { ...shop, visits: [{ visitor: 'x', at: '2024-03-02' }] },
      { kpis: ['orders', 'visits', 'bounce-rate', 'open-rate'] },
    );
    expect(status).to.equal('partial');
    expect(
      value.kpis.map(({ current, reasons }) => [current?.value ?? null, reasons.map(({ code, detail }) => `${code} ${detail}`)]),
    ).to.deep.equal([
      [3, []],
      [1, ['not-enough-history 2024-03-02']],
      [null, ['missing-column visits.pages']],
      [null, ['missing-table messages']],
    ]);
  });
});

describe('pulse: site, e-mail, search, social networks', () => {
  const last = (data: object, ids: string[]): (number | null)[] => given(data, ids).value.kpis.map(({ current }) => current?.value ?? null);

  it('site: visits, visitors, first visits, pages, bounces, loading time', () => {
    const visit = (id: string, visitor_id: string, started_at: string, pages: number, engaged: boolean) => ({
      id,
      visitor_id,
      started_at,
      pages,
      engaged,
    });
    const visits = [
      visit('1', 'x', '2024-01-01', 1, false),
      visit('2', 'x', '2024-02-01', 4, true),
      visit('3', 'y', '2024-02-02', 1, true),
      visit('4', 'y', '2024-02-03', 2, false),
    ];
    const pageviews = [100, 200, 300, 400, 900].map((load_ms, index) => ({
      visit_id: '2',
      at: `2024-02-0${index + 1}`,
      url: '/',
      load_ms,
      time_s: index || null,
    }));
    const ids = [
      'visits',
      'visitors',
      'new-visit-rate',
      'page-views',
      'pages-per-visit',
      'bounce-rate',
      'engagement',
      'load-time',
      'time-on-page',
    ];
    expect(last({ visits, pageviews }, ids)).to.deep.equal([3, 2, 1 / 3, 7, 7 / 3, 1 / 3, 2 / 3, 0.4, 2.5]);
  });

  it('e-mail: delivered, opened by people, clicked', () => {
    const sent_at = '2024-02-01';
    const messages = [
      { id: '1', customer_id: 'a', sent_at, opened_at: '2024-02-02', clicked_at: '2024-02-02', bounced: false, machine_open: false },
      { id: '2', customer_id: 'b', sent_at, opened_at: '2024-02-02', clicked_at: null, bounced: false, machine_open: true },
      { id: '3', customer_id: 'c', sent_at, opened_at: null, clicked_at: null, bounced: false, machine_open: false },
      { id: '4', customer_id: 'd', sent_at, opened_at: null, clicked_at: null, bounced: true, machine_open: false },
    ];
    expect(last({ messages }, ['messages', 'delivery-rate', 'open-rate', 'click-rate', 'click-to-open-rate'])).to.deep.equal([
      3,
      0.75,
      1 / 3,
      1 / 3,
      1,
    ]);
  });

  it('search: a position is weighted by its impressions (A22): (3 x 900 + 40 x 100) / 1,000 = 6.7', () => {
    const search = [
      { date: '2024-02-01', query: 'tea', impressions: 900, clicks: 45, position: 3 },
      { date: '2024-02-02', query: 'tea', impressions: 100, clicks: 5, position: 40 },
    ];
    expect(last({ search }, ['search-impressions', 'search-clicks', 'search-click-rate', 'search-position'])).to.deep.equal([
      1000, 50, 0.05, 6.7,
    ]);
  });

  it('social networks: followers are a stock, the last number of each network; reach adds up', () => {
    const social = [
      { date: '2024-02-01', network: 'a', followers: 100, reach: 50, reactions: 1, comments: 2, shares: 3 },
      { date: '2024-02-05', network: 'a', followers: 120, reach: 50, reactions: 0, comments: 0, shares: 0 },
      { date: '2024-02-02', network: 'b', followers: 30, reach: 20, reactions: 6, comments: 0, shares: 0 },
    ];
    expect(last({ social }, ['followers', 'reach', 'interactions', 'interaction-rate'])).to.deep.equal([150, 120, 12, 0.1]);
  });
});
