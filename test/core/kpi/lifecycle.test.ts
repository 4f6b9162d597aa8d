import { expect } from 'chai';
import { KpiError } from '../../../src/core/errors.js';
import { createDataset, run } from '../../../src/core/index.js';
import type { KpiResult, LifecycleResult } from '../../../src/core/index.js';
import { ordersOf } from './churn-run.js';
import { flowsIn, runLifecycle, stagesIn } from './lifecycle-run.js';

const asOf = '2024-06-30';

describe('lifecycle: stages', () => {
  it('a worked table: each customer in one stage, tested in order', () => {
    const orders = ordersOf(
      'new 2024-06-01',
      'loyal 2024-01-01',
      'loyal 2024-05-01',
      // Three purchase days, 60 days apart: the bound is included.
      'premium 2024-02-01',
      'premium 2024-04-01',
      'premium 2024-05-31',
      // 61 days apart on average.
      'slow 2024-01-30',
      'slow 2024-04-01',
      'slow 2024-05-31',
      // The last order exactly three months ago: inactive; a day later: active.
      'gone 2024-03-30',
      'back 2024-03-31',
    );
    const { value, status } = runLifecycle(
      {
        orders,
        customers: [
          { id: 'lead', created: '2024-01-01' },
          { id: 'future', created: '2024-07-01' },
        ],
      },
      { window: '3M' },
      { asOf },
    );
    expect(stagesIn(value)).to.deep.equal({ prospect: 1, new: 2, loyal: 2, premium: 1, inactive: 1 });
    expect(value.customers).to.equal(7);
    expect(value.rules).to.deep.equal({
      silentDays: 92,
      silentMonths: 3,
      windowRule: 'given',
      inactiveDays: 92,
      loyalPurchases: 2,
      premiumPurchases: 3,
      premiumDays: 60,
      premiumShare: null,
    });
    // Nothing tells who was active in the three months before the earlier date.
    expect(status).to.equal('partial');
  });

  it('counts purchase days, not orders: two on a day are one', () => {
    const orders = ordersOf('twice 2024-06-01', 'twice 2024-06-01', 'thrice 2024-06-01', 'thrice 2024-06-01', 'thrice 2024-06-02');
    expect(stagesIn(runLifecycle({ orders }, { window: '3M' }, { asOf }).value)).to.deep.equal({ prospect: null, new: 1, loyal: 1 });
  });

  it('finds the window in the data, and holds it at both dates', () => {
    const { value } = runLifecycle({ orders: ordersOf('ann 2024-06-30', 'bob 2023-12-31') }, {}, { asOf });
    expect(value.rules).to.include({ silentMonths: 3, windowRule: 'mean-recency', silentDays: 92 });
  });

  it('Emarsys: first-time and active to 90 days ago, defecting from 91 to 365, inactive after', () => {
    const orders = ordersOf(
      ...['a 2024-04-01', 'b 2023-01-01', 'b 2024-04-01', 'c 2024-03-31', 'd 2023-01-01', 'd 2024-03-31', 'e 2023-07-01', 'f 2023-06-30'],
    );
    const { value } = runLifecycle({ orders }, { preset: 'emarsys' }, { asOf });
    expect(value.stages.map(({ id, customers }) => [id, customers])).to.deep.equal([
      ['prospect', null],
      ['new', 1],
      ['loyal', 1],
      ['defecting', 3],
      ['inactive', 1],
    ]);
    expect(value.rules).to.include({ silentDays: 91, inactiveDays: 366, premiumPurchases: 0 });
    // A top share of a stage that is none.
    expect(runLifecycle({ orders }, { preset: 'emarsys', premiumShare: 0.1 }, { asOf }).value.rules.premiumShare).to.equal(null);
  });

  it('a top share of the active customers by purchase days: ties stay together, the inactive ones are not of it', () => {
    const buy = (customer: string, times: number, month = '06') =>
      Array.from({ length: times }, (_, day) => `${customer} 2024-${month}-${String(day + 1).padStart(2, '0')}`);
    const lines = [buy('a', 9), buy('b', 5), buy('c', 5), buy('d', 2), buy('e', 1), buy('gone', 9, '01')].flat();
    const premium = (premiumShare: number) => {
      const { value } = runLifecycle({ orders: ordersOf(...lines) }, { window: '3M', premiumShare }, { asOf });
      return [value.rules.premiumPurchases, value.rules.premiumDays, stagesIn(value)['premium']];
    };
    expect(premium(0.2)).to.deep.equal([6, null, 1]);
    expect(premium(0.4)).to.deep.equal([6, null, 1]);
    expect(premium(0.6)).to.deep.equal([3, null, 3]);
    expect(premium(0.1)).to.deep.equal([10, null, undefined]);
  });

  it('rules can be set: purchases of loyal and premium customers, no premium stage, a second window', () => {
    const orders = ordersOf('a 2024-06-01', 'a 2024-06-11', 'a 2024-06-21', 'b 2024-06-01', 'b 2024-06-11', 'c 2024-04-01', 'd 2023-04-01');
    const stages = (params: object) => stagesIn(runLifecycle({ orders }, { window: '2M', ...params }, { asOf }).value);
    const rest = { prospect: null, inactive: 2 };
    expect(stages({})).to.deep.equal({ ...rest, loyal: 1, premium: 1 });
    expect(stages({ premiumDays: 9 })).to.deep.equal({ ...rest, loyal: 2 });
    expect(stages({ loyalPurchases: 3, premiumPurchases: 4 })).to.deep.equal({ ...rest, new: 1, loyal: 1 });
    expect(stages({ premiumPurchases: 0 })).to.deep.equal({ ...rest, loyal: 2 });
    expect(stages({ inactiveWindow: '6M' })).to.deep.equal({ prospect: null, loyal: 1, premium: 1, defecting: 1, inactive: 1 });
    // Who is premium is loyal at least: with one purchase day, or two, nobody is.
    expect(stages({ premiumPurchases: 1, premiumDays: 60 })).to.deep.equal({ ...rest, premium: 2 });
    expect(stages({ loyalPurchases: 4, premiumPurchases: 2 })).to.deep.equal({ ...rest, new: 2 });
    // Not longer than the other one: nobody is defecting.
    expect(stages({ inactiveWindow: '1M' })).to.deep.equal({ ...rest, loyal: 1, premium: 1 });
  });
});

describe('lifecycle: prospects', () => {
  it('are known from the day of registration or the first visit, whichever is earlier', () => {
    const { value } = runLifecycle(
      {
        orders: ordersOf('zoe 2023-01-01', 'zoe 2024-06-01'),
        customers: [{ id: 'registered', created: '2024-01-01' }, { id: 'visitor', created: '2024-05-01' }, { id: 'undated' }],
        visits: [{ customer: 'visitor', at: '2024-02-01' }],
        events: [{ customer: 'seen', at: '2024-06-15', type: 'open' }],
      },
      { window: '3M' },
      { asOf },
    );
    expect(flowsIn(value)).to.deep.equal({ 'prospect>prospect': 3, 'outside>prospect': 1, 'inactive>loyal': 1 });
    // The undated one began nobody knows when.
    expect(value.stages[0].dwell).to.deep.include({ stays: 3, ended: 0 });
  });

  it('become new from prospect or from outside; who ordered before registering was never one', () => {
    const { value } = runLifecycle(
      {
        orders: ordersOf('lead 2024-06-01', 'walk-in 2024-06-01', 'late 2024-06-01', 'old 2023-01-01'),
        customers: [
          { id: 'lead', created: '2024-01-01' },
          { id: 'walk-in', created: '2024-06-01' },
          { id: 'late', created: '2024-06-05' },
        ],
      },
      { window: '3M' },
      { asOf },
    );
    expect(flowsIn(value)).to.deep.equal({ 'outside>new': 2, 'prospect>new': 1, 'inactive>inactive': 1 });
    // 1 January to 1 June.
    expect(value.stages[0]).to.deep.include({ customers: 0, before: 1, left: 1, medianDwellDays: 152 });
  });

  it('lines of orders tell of nobody before an order', () => {
    const data = {
      orders: [{ id: '1', customer_id: 'a', created_at: '2024-03-01', total: 10 }],
      order_lines: [{ order_id: '1', customer_id: 'a', created_at: '2024-02-01', product_id: 'p', quantity: 1, unit_price: 10 }],
    };
    const { value, reasons } = run(createDataset(data).dataset, {
      kpi: 'lifecycle',
      params: { window: '3M' },
    }) as KpiResult<LifecycleResult>;
    expect(value.stages[0]).to.include({ id: 'prospect', customers: null });
    expect(reasons).to.deep.include({ code: 'missing-table', detail: 'customers' });
  });

  it('are not known where the data have orders alone: null, with the reason', () => {
    const { value, reasons, status } = runLifecycle({ orders: ordersOf('a 2023-01-01', 'a 2024-03-15') }, { window: '1M' }, { asOf });
    expect(value.stages[0]).to.deep.include({ id: 'prospect', before: null, customers: null, revenue: null, dwell: null });
    expect(reasons).to.deep.equal([{ code: 'missing-table', detail: 'customers' }]);
    expect(status).to.equal('partial');
  });
});

describe('lifecycle: renewal', () => {
  /** So many customers with orders on these days. */
  const group = (name: string, size: number, ...days: string[]) =>
    Array.from({ length: size }, (_, index) => days.map((day) => `${name}${index} ${day}`)).flat();
  const renewal = (fresh: number, lost: number) => {
    const lines = [
      ...group('old', 1, '2023-01-01'),
      ...group('stay', 500 - lost, '2024-03-15', '2024-06-15'),
      ...group('lost', lost, '2024-03-15'),
      ...group('fresh', fresh, '2024-05-01'),
      ...group('again', 7, '2023-06-01', '2024-06-01'),
    ];
    return runLifecycle({ orders: ordersOf(...lines) }, { window: '3M' }, { asOf }).value.renewal;
  };

  it('500 active at the start, 120 new, 100 became inactive: +4 %, ratio 1.2, healthy; reactivated ones stand apart', () => {
    expect(renewal(120, 100)).to.deep.equal({
      ...{ activeAtStart: 500, newCustomers: 120, reactivated: 7, becameInactive: 100, activeAtEnd: 527 },
      ...{ rate: 0.04, ratio: 1.2, verdict: 'healthy' },
    });
  });

  it('80 new, 100 became inactive: -4 %, alert; as many as: alert; nobody lost: a rate without a ratio', () => {
    expect(renewal(80, 100)).to.include({ rate: -0.04, ratio: 0.8, verdict: 'alert' });
    expect(renewal(100, 100)).to.include({ rate: 0, ratio: 1, verdict: 'alert' });
    expect(renewal(120, 0)).to.include({ rate: 0.24, ratio: null, verdict: 'healthy' });
  });

  it('has no rate where nobody was active, or where the orders begin too late, by one day', () => {
    // The window that ends on 30 March begins on 31 December.
    const of = (day: string) => runLifecycle({ orders: ordersOf(`a ${day}`, 'b 2024-02-01') }, { window: '3M' }, { asOf });
    expect(of('2023-12-31').value.renewal).to.include({ activeAtStart: 2, rate: -1, verdict: 'alert' });
    const late = of('2024-01-01');
    expect(late.value.renewal).to.include({ activeAtStart: 2, becameInactive: 2, rate: null, verdict: null });
    expect(late.reasons).to.deep.include({ code: 'not-enough-history', detail: '2023-12-31' });
    const nobody = runLifecycle({ orders: ordersOf('a 2022-01-01', 'b 2024-06-01') }, { window: '3M' }, { asOf });
    expect(nobody.value.renewal).to.include({ activeAtStart: 0, newCustomers: 1, rate: null, ratio: null, verdict: null });
    expect(nobody.reasons).to.deep.include({ code: 'zero-denominator', detail: 'renewal' });
  });

  it('a customer who came and went between the dates is new, and became inactive', () => {
    const { value } = runLifecycle({ orders: ordersOf('a 2023-01-01', 'b 2024-04-01') }, { window: '1M' }, { asOf });
    expect(flowsIn(value)).to.deep.equal({ 'outside>inactive': 1, 'inactive>inactive': 1 });
    expect(value.renewal).to.include({ activeAtStart: 0, newCustomers: 1, becameInactive: 1, activeAtEnd: 0 });
  });
});

describe('lifecycle: dates', () => {
  const orders = ordersOf('a 2023-01-01', 'a 2024-05-01', 'b 2024-02-01');
  const dates = (params: object, request = {}) => runLifecycle({ orders }, { window: '3M', ...params }, { asOf, ...request }).value.dates;

  it('three months back, any length back, or a day', () => {
    expect(dates({})).to.deep.equal({ from: '2024-03-30', to: asOf });
    expect(dates({ from: '1m' })).to.deep.equal({ from: '2024-05-30', to: asOf });
    expect(dates({ from: '30D' })).to.deep.equal({ from: '2024-05-31', to: asOf });
    expect(dates({ from: '2024-01-31' })).to.deep.equal({ from: '2024-01-31', to: asOf });
  });

  it('the period of the filter gives both, and everything before it still counts', () => {
    const filter = { period: { from: '2024-04-01', to: '2024-05-31' } };
    const { value, params, asOf: day } = runLifecycle({ orders }, { window: '3M' }, { filter, asOf });
    expect([value.dates, day]).to.deep.equal([{ from: '2024-03-31', to: '2024-05-31' }, '2024-05-31']);
    expect(params).to.include({ from: '2024-03-31' });
    expect(flowsIn(value)).to.deep.equal({ 'new>inactive': 1, 'inactive>loyal': 1 });
    expect(dates({ from: '1M' }, { filter }).from).to.equal('2024-04-30');
  });

  it('what is wrong is refused with its place', () => {
    const fault = (params: object): string | null => {
      try {
        runLifecycle({ orders }, params, { asOf });
      } catch (error) {
        return error instanceof KpiError ? `${error.code} ${error.path} ${error.message}` : null;
      }
      return null;
    };
    expect(fault({ from: 'all' })).to.match(/^invalid-param params\.from /);
    expect(fault({ from: '2024-02-30' })).to.match(/^invalid-param params\.from /);
    expect(fault({ window: 'all' })).to.match(/^invalid-param params\.window .*3M \(months\) or 90D/);
    expect(fault({ inactiveWindow: 'auto' })).to.match(/^invalid-param params\.inactiveWindow /);
    expect(fault({ preset: 'klaviyo' })).to.match(/^invalid-param params\.preset .*vigie, emarsys/);
    expect(fault({ premiumShare: 1 })).to.match(/^invalid-param params\.premiumShare /);
    expect(fault({ premiumShare: '0.1' })).to.match(/^invalid-param params\.premiumShare /);
    expect(fault({ loyalPurchases: 1 })).to.match(/^invalid-param params\.loyalPurchases /);
    expect(fault({ premiumDays: 0 })).to.match(/^invalid-param params\.premiumDays /);
    expect(fault({ targets: {} })).to.match(/^invalid-param params\.targets /);
    expect(fault({ targets: [{ from: 'new', to: 'best', rate: 0.1 }] })).to.match(/^invalid-param params\.targets\[0\]\.to /);
    expect(fault({ targets: [{ from: 'new', to: 'loyal', rate: 2 }] })).to.match(/^invalid-param params\.targets\[0\]\.rate /);
    expect(fault({ targets: [{ to: 'loyal', rate: 1 }] })).to.match(/^invalid-param params\.targets\[0\]\.from /);
    expect(fault({ vip: 1 })).to.match(/^invalid-param params /);
    expect(fault({ preset: null, from: null, targets: null, premiumShare: null })).to.equal(null);
  });
});

describe('lifecycle: what is missing', () => {
  it('nobody is known: empty, with the reason', () => {
    const empty = runLifecycle({ visits: [{ visitor: 'v', at: '2024-01-01' }], orders: [] });
    expect(empty).to.deep.include({ status: 'empty', reasons: [{ code: 'no-data', detail: 'orders' }] });
    expect(empty.value).to.deep.include({ customers: 0, stages: [], flows: [], months: [] });
    expect(empty.value.rules).to.include({ silentDays: null, inactiveDays: null });
    expect(runLifecycle({ visits: [{ visitor: 'v', at: '2024-01-01' }] }).reasons).to.deep.include({
      code: 'missing-table',
      detail: 'orders',
    });
  });

  it('orders of guests are told and in no figure', () => {
    const { value, reasons, rows } = runLifecycle({ orders: ordersOf('a 2023-01-01', '- 2024-06-01', 'a 2024-06-01') }, {}, { asOf });
    expect([value.customers, rows.used]).to.deep.equal([1, 2]);
    expect(reasons).to.deep.include({ code: 'guest-orders', detail: '1' });
  });
});
