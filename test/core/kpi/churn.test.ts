import { expect } from 'chai';
import { ordersOf, runChurn } from './churn-run.js';

const asOf = '2024-06-30';

describe('churn: window and tiers', () => {
  it('mean recency of 91 days: 3 months; more than 1, more than 2, at least 3', () => {
    const { value } = runChurn({ orders: ordersOf('ann 2024-06-30', 'bob 2023-12-31') }, {}, { asOf });
    expect(value.window).to.deep.equal({
      from: '2024-03-31',
      to: asOf,
      months: 3,
      meanRecencyDays: 91,
      medianRecencyDays: 91,
      rule: 'mean-recency',
    });
    expect(value.tiers.map(({ id, afterDays, limitDay }) => [id, afterDays, limitDay])).to.deep.equal([
      ['watch', 31, '2024-05-30'],
      ['risk', 61, '2024-04-30'],
      ['inactive', 92, '2024-03-30'],
    ]);
  });

  it('puts each customer in one tier at most, strictly after a third and two thirds, from the whole window on', () => {
    const lines = ['a 2024-05-30', 'b 2024-05-29', 'c 2024-04-30', 'd 2024-04-29', 'e 2024-03-31', 'f 2024-03-30', 'g 2023-01-01'];
    const { value, status, rows } = runChurn({ orders: ordersOf(...lines) }, { window: '3M' }, { asOf });
    const tierOf = Object.fromEntries(value.customers.map(({ id, tier }) => [id, tier]));
    expect(tierOf).to.deep.equal({ b: 'watch', c: 'watch', d: 'risk', e: 'risk', f: 'inactive', g: 'inactive' });
    expect(value.tiers.map((tier) => tier.customers)).to.deep.equal([2, 2, 2]);
    expect([value.base, value.active, value.inactiveShare]).to.deep.equal([7, 5, 2 / 7]);
    expect(status).to.equal('ready');
    expect(rows).to.deep.equal({ used: 7, left: {} });
  });

  it('counts thirds in days where months cannot be divided, and for windows of days', () => {
    const orders = ordersOf('a 2024-01-01');
    const limits = (window: string) => runChurn({ orders }, { window }, { asOf }).value.tiers.map((tier) => tier.afterDays);
    // 30 April to 30 June: 61 days.
    expect(limits('2M')).to.deep.equal([20, 40, 61]);
    expect(limits('90D')).to.deep.equal([30, 60, 90]);
    expect(limits('100D')).to.deep.equal([33, 66, 100]);
    expect(limits('6M')).to.deep.equal([61, 122, 183]);
  });

  it('clamps to the end of the month: 3 months before 31 May is 29 February', () => {
    const { value } = runChurn({ orders: ordersOf('a 2024-02-29', 'b 2024-03-01') }, { window: '3M' }, { asOf: '2024-05-31' });
    expect(value.tiers.map((tier) => tier.limitDay)).to.deep.equal(['2024-04-30', '2024-03-31', '2024-02-29']);
    expect(value.customers.map(({ id, tier }) => [id, tier])).to.deep.equal([
      ['a', 'inactive'],
      ['b', 'risk'],
    ]);
  });
});

describe('churn: attrition', () => {
  it('is lost / active in the window before: a worked table', () => {
    // (31 Dec, 31 Mar]: ann, bob, cid, dan. (31 Mar, 30 Jun]: ann, eve. cid came back later than asOf.
    const lines = [
      'zoe 2023-12-01',
      'ann 2024-01-01',
      'ann 2024-06-01',
      'bob 2024-03-30',
      'cid 2024-02-01',
      'dan 2024-02-02',
      'eve 2024-05-01',
      'cid 2024-07-01',
    ];
    const { value, rows } = runChurn({ orders: ordersOf(...lines) }, { window: '3M', trendMonths: 0 }, { asOf });
    expect([value.attritionLost, value.attritionBase, value.attritionRate]).to.deep.equal([3, 4, 0.75]);
    expect(value.attritionInterval![0]).to.be.closeTo(0.3006, 1e-4);
    expect(value.attritionInterval![1]).to.be.closeTo(0.9544, 1e-4);
    expect(value.trend).to.deep.equal([]);
    expect(rows.left).to.deep.equal({ 'after-as-of': 1 });
  });

  it('has no rate when the orders begin too late, by one day', () => {
    // 6 months before 30 June: 30 December; first day of the earlier window: 31 December.
    const withFirst = (day: string) => runChurn({ orders: ordersOf(`ann ${day}`, 'bob 2024-02-01') }, { window: '3M' }, { asOf });
    expect(withFirst('2023-12-31').value.attritionRate).to.equal(1);
    const late = withFirst('2024-01-01');
    expect([late.value.attritionRate, late.value.attritionInterval, late.value.attritionBase]).to.deep.equal([null, null, 0]);
    expect([late.status, late.reasons]).to.deep.equal(['partial', [{ code: 'not-enough-history', detail: '2023-12-31' }]]);
    expect(late.value.tiers.map((tier) => tier.customers)).to.deep.equal([0, 0, 2]);
  });

  it('has no rate over nobody', () => {
    const { value, reasons } = runChurn({ orders: ordersOf('ann 2023-01-01', 'ann 2024-06-01') }, { window: '3M' }, { asOf });
    expect([value.attritionRate, value.attritionBase]).to.deep.equal([null, 0]);
    expect(reasons).to.deep.equal([{ code: 'zero-denominator', detail: 'attrition' }]);
  });

  it('shows the months before with the same window, oldest first', () => {
    const lines = ['old 2023-10-01', 'ann 2024-02-10', 'bob 2024-03-10', 'ann 2024-04-10', 'ann 2024-05-10', 'bob 2024-06-10'];
    const { value } = runChurn({ orders: ordersOf(...lines) }, { window: '1M', trendMonths: 4 }, { asOf });
    expect(value.trend.map(({ month, asOf: day, lost, base }) => [month, day, lost, base])).to.deep.equal([
      // base: ann (10 Feb, in (30 Jan, 29 Feb]); she did not come in March
      ['2024-03', '2024-03-30', 1, 1],
      // base: bob (10 March)
      ['2024-04', '2024-04-30', 1, 1],
      // base: ann (10 April), who came on 10 May
      ['2024-05', '2024-05-30', 0, 1],
      // base: ann (10 May)
      ['2024-06', '2024-06-30', 1, 1],
    ]);
    expect(value.trend.map((point) => point.attritionRate)).to.deep.equal([1, 1, 0, 1]);
    expect(value.trend[3].attritionInterval).to.deep.equal(value.attritionInterval);
  });
});

describe('churn: money and list', () => {
  it('counts 12 months and all time, less refunds without an order on their own day', () => {
    const orders = ordersOf('ann 2023-01-05 100', 'ann 2023-06-30 50', 'ann 2023-07-01 20.5', 'ann 2024-05-01 30');
    const refunds = [
      { customer: 'ann', at: '2023-02-01', amount: 10 },
      { customer: 'ann', at: '2024-05-20', amount: 5.25 },
      { customer: 'bob', at: '2024-05-20', amount: 9 },
      { at: '2024-05-20', amount: 9 },
    ];
    const { value } = runChurn({ orders, refunds }, { window: '3M' }, { asOf });
    expect(value.base).to.equal(1);
    expect(value.customers).to.deep.equal([
      { id: 'ann', tier: 'watch', silentDays: 60, lastOrder: '2024-05-01', orders: 4, revenue: 45.25, revenueTotal: 185.25 },
    ]);
    expect(value.tiers[0]).to.deep.include({ customers: 1, revenue: 45.25 });
  });

  it('lists the most valuable first, then the longest silent, then by code, so many of each tier', () => {
    const orders = ordersOf(
      'c 2024-05-01',
      'b 2024-05-01',
      'a 2024-05-02',
      'rich 2024-05-03 90',
      'x 2024-04-01 20',
      'y 2022-01-01 500',
      'z 2022-01-01 600',
    );
    const ids = (limit: number) => runChurn({ orders }, { window: '3M', limit }, { asOf }).value.customers.map(({ id }) => id);
    expect(ids(100)).to.deep.equal(['rich', 'x', 'b', 'c', 'a', 'z', 'y']);
    expect(ids(1)).to.deep.equal(['rich', 'x', 'z']);
    expect(ids(0)).to.deep.equal([]);
  });

  it('never shows an address unless it is asked for', () => {
    const input = { customers: [{ id: 'ann@example.org', isEmail: true }], orders: ordersOf('ann@example.org 2024-01-01') };
    const [hidden] = runChurn(input, {}, { asOf }).value.customers;
    expect(hidden.id).to.match(/^~[0-9a-f]{16}$/);
    expect(runChurn(input, { revealEmail: true }, { asOf }).value.customers[0].id).to.equal('ann@example.org');
  });

  it('keeps guests out, and says so', () => {
    const { value, reasons, rows } = runChurn({ orders: ordersOf('ann 2023-01-01', '- 2024-06-29', '- 2024-06-30') }, { window: '3M' });
    expect([value.base, value.active, rows.used]).to.deep.equal([1, 0, 1]);
    expect(reasons[0]).to.deep.equal({ code: 'guest-orders', detail: '2' });
  });
});

describe('churn: withheld', () => {
  const orders = ordersOf(
    ...[1, 2, 3, 4, 5, 6].map((n) => `w${n} 2024-05-01`),
    'r1 2024-04-01',
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => `i${n} 2023-01-01`),
  );

  it('small tiers, and what would tell them; nobody by name', () => {
    const { value, status, reasons } = runChurn({ orders }, { window: '3M' }, { asOf, minGroupSize: 5 });
    expect(value.tiers.map((tier) => tier.customers)).to.deep.equal([null, null, 7]);
    expect(value.tiers.map((tier) => tier.revenue)).to.deep.equal([null, null, 0]);
    expect(value.customers).to.deep.equal([]);
    expect(status).to.equal('partial');
    expect(reasons.filter(({ code }) => code === 'suppressed').map(({ detail }) => detail)).to.deep.equal(['tiers', 'customers']);
  });

  it('attrition over a small group', () => {
    const two = ordersOf('old 2023-01-01', 'ann 2024-01-10', 'bob 2024-01-10');
    const { value } = runChurn({ orders: two }, { window: '3M' }, { asOf, minGroupSize: 5 });
    expect([value.attritionRate, value.attritionLost, value.attritionBase]).to.deep.equal([null, 0, 2]);
  });

  it('attrition that tells of a few, lost or left', () => {
    const many = [...Array(20).keys()];
    // Everybody bought in the window before; all but two, or two alone, bought again.
    for (const again of [many.slice(2), many.slice(0, 2)]) {
      const bought = ordersOf('old 2023-01-01', ...many.map((n) => `c${n} 2024-01-10`), ...again.map((n) => `c${n} 2024-06-01`));
      const { value, reasons } = runChurn({ orders: bought }, { window: '3M' }, { asOf, minGroupSize: 5 });
      expect([value.attritionRate, value.attritionLost, value.attritionBase]).to.deep.equal([null, 0, 20]);
      expect(reasons).to.deep.include({ code: 'suppressed', detail: 'attrition' });
    }
  });

  it('the active where they would tell the inactive', () => {
    const few = ordersOf(...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `a${n} 2024-06-20`), 'i1 2023-01-01', 'i2 2023-01-02');
    const { value } = runChurn({ orders: few }, { window: '3M' }, { asOf, minGroupSize: 5 });
    expect([value.base, value.active, value.inactiveShare, value.tiers[2].customers]).to.deep.equal([10, null, null, null]);
  });
});

describe('churn: empty and wrong', () => {
  it('says what is missing', () => {
    expect(runChurn({ visits: [] }).reasons).to.deep.equal([{ code: 'missing-table', detail: 'orders' }]);
    const none = runChurn({ orders: [] });
    expect([none.status, none.asOf, none.reasons]).to.deep.equal(['empty', null, [{ code: 'no-data', detail: 'orders' }]]);
    expect(none.value).to.deep.include({ base: 0, attritionRate: null, inactiveShare: null, tiers: [], customers: [], trend: [] });
    const before = runChurn({ orders: ordersOf('ann 2024-06-01') }, {}, { asOf: '2024-05-01' });
    expect([before.status, before.rows.left]).to.deep.equal(['empty', { 'after-as-of': 1 }]);
    const guests = runChurn({ orders: ordersOf('- 2024-06-01') });
    expect([guests.status, guests.reasons.map(({ code }) => code)]).to.deep.equal(['empty', ['no-data', 'guest-orders']]);
  });

  it('a day after the data is a day like any other', () => {
    const { value, asOf: day } = runChurn({ orders: ordersOf('ann 2024-06-01') }, { window: '1M' }, { asOf: '2030-01-01' });
    expect(day).to.equal('2030-01-01');
    expect([value.base, value.active]).to.deep.equal([1, 0]);
  });

  it('refuses wrong parameters with their path', () => {
    const path = (params: object): string => {
      try {
        runChurn({ orders: [] }, params);
      } catch (error) {
        return `${(error as { code: string }).code} ${(error as { path: string }).path}`;
      }
      return 'accepted';
    };
    expect(path({ window: 'all' })).to.equal('invalid-param params.window');
    expect(path({ window: '3 weeks' })).to.equal('invalid-param params.window');
    expect(path({ mode: 'model' })).to.equal('invalid-param params.mode');
    expect(path({ limit: -1 })).to.equal('invalid-param params.limit');
    expect(path({ trendMonths: 1.5 })).to.equal('invalid-param params.trendMonths');
    expect(path({ revealEmail: 'yes' })).to.equal('invalid-param params.revealEmail');
    expect(path({ limits: 5 })).to.equal('invalid-param params');
  });
});
