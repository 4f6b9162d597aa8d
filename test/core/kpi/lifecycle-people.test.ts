import { expect } from 'chai';
import { run } from '../../../src/core/engine.js';
import type { Filter, KpiRequest } from '../../../src/core/kpi/contract.js';
import type { LifecycleResult } from '../../../src/core/kpi/lifecycle-types.js';
import { ordersOf } from './churn-run.js';
import { flowsIn, runLifecycle, stagesIn } from './lifecycle-run.js';
import { tinyDataset } from './tiny-dataset.js';

/** `ann 2024-01-10 web` -> an order of ann through the web. */
const placed = (...lines: string[]) =>
  ordersOf(...lines.map((line) => line.split(' ').slice(0, 2).join(' '))).map((row, at) => ({ ...row, channel: lines[at].split(' ')[2] }));

describe('lifecycle: a channel or country chooses customers by their first order', () => {
  const asOf = '2024-03-31';
  const orders = placed('a 2024-01-10 web', 'a 2024-03-10 mail', 'b 2024-03-12 mail', 'c 2024-01-05 web', 'c 2024-02-05 mail');
  const of = (filter: Filter) => runLifecycle({ orders }, { window: '3M' }, { asOf, filter }).value;

  it('the same new customers as in sales, month by month', () => {
    const dataset = tinyDataset({ orders });
    const sales = run(dataset, { kpi: 'sales', params: { grain: 'month' }, asOf, filter: { channel: ['mail'] } } as KpiRequest).value as {
      series: { newCustomers: number }[];
    };
    const { months, stages, renewal } = of({ channel: ['mail'] });
    expect(months.map((month) => month.newCustomers)).to.deep.equal([0, 0, 1]);
    expect(sales.series.map((row) => row.newCustomers)).to.deep.equal([0, 0, 1]);
    expect(stages.map(({ customers }) => customers)).to.deep.equal([null, 1, 0, 0, 0]);
    expect(renewal).to.include({ newCustomers: 1 });
  });

  it('everything that they do counts, wherever they do it', () => {
    const { months, stages } = of({ channel: ['web'] });
    expect(months.map(({ newCustomers, retained, reactivated, lapsed }) => [newCustomers, retained, reactivated, lapsed])).to.deep.equal([
      [2, 0, 0, 0],
      [0, 1, 0, 1],
      [0, 0, 1, 1],
    ]);
    expect(stages.map(({ customers }) => customers)).to.deep.equal([null, 0, 2, 0, 0]);
  });

  it('who has not ordered yet belongs where he is known to come from', () => {
    const customers = [
      { id: 'a', created: '2024-01-01', channel: 'mail', country: 'FR' },
      { id: 'lead', created: '2024-01-01', channel: 'mail', country: 'DE' },
      { id: 'late', created: '2024-01-01', channel: 'mail', country: 'DE' },
    ];
    const data = { orders: [...orders, ...placed('late 2024-04-05 web')], customers };
    const stages = (filter: Filter) => stagesIn(runLifecycle(data, { window: '3M' }, { asOf, filter }).value);
    expect(stages({ channel: ['mail'] })).to.deep.equal({ prospect: 2, new: 1 });
    expect(stages({ channel: ['web'] })).to.deep.equal({ loyal: 2 });
    expect(stages({ channel: ['mail', 'web'] })).to.deep.equal({ prospect: 2, new: 1, loyal: 2 });
    expect(stages({ country: ['FR'] })).to.deep.equal({ loyal: 1 });
    expect(stages({ country: ['DE'], channel: ['mail'] })).to.deep.equal({ prospect: 2 });
    // By default rules the window is one month: the last order of c is older.
    expect(stages({ channel: ['web'], stage: ['loyal'] })).to.deep.equal({ loyal: 1 });
  });
});

describe('lifecycle: nobody has ordered', () => {
  const customers = [
    { id: 'early', created: '2024-01-01' },
    { id: 'late', created: '2024-05-01' },
  ];
  const asOf = '2024-06-30';

  it('people who are known are prospects all the same', () => {
    const { value, status, reasons } = runLifecycle({ customers, orders: [] }, {}, { asOf });
    expect(flowsIn(value)).to.deep.equal({ 'prospect>prospect': 1, 'outside>prospect': 1 });
    expect([value.customers, value.months, status]).to.deep.equal([2, [], 'partial']);
    expect(value.rules).to.include({ silentDays: null, silentMonths: null, inactiveDays: null });
    expect(value.stages[0]).to.deep.include({ id: 'prospect', before: 1, entered: 1, left: 0, customers: 2 });
    expect(reasons).to.deep.equal([{ code: 'no-data', detail: 'orders' }]);
  });

  it('of those whom a filter chooses: figures of prospects, and the window of everybody', () => {
    const orders = ordersOf('ann 2023-01-01', 'ann 2024-06-01');
    const { value, status } = runLifecycle({ customers, orders }, {}, { asOf, filter: { stage: ['prospect'] } });
    expect(stagesIn(value)).to.deep.equal({ prospect: 2 });
    expect(value.rules.silentDays).to.be.a('number');
    expect(value.renewal).to.include({ activeAtStart: 0, newCustomers: 0, rate: null });
    expect(status).to.equal('partial');
  });
});

describe('lifecycle: an earlier date that is none', () => {
  const orders = ordersOf('a 2023-01-01', 'a 2024-05-01', 'b 2024-02-01');
  const asOf = '2024-06-30';
  const of = (params: object, filter: Filter = {}) => runLifecycle({ orders }, { window: '3M', ...params }, { asOf, filter });

  it('a date on or after the as-of day is as if there were none', () => {
    for (const from of [asOf, '2024-07-01'])
      expect([of({ from }).value.dates.from, of({ from }).params]).to.deep.equal(['2024-03-30', of({}).params]);
    expect(of({ from: '2024-06-29' }).value.dates.from).to.equal('2024-06-29');
    expect(of({ from: '2024-06-01' }, { period: { from: '2024-03-01', to: '2024-05-31' } }).value.dates).to.deep.equal({
      from: '2024-02-29',
      to: '2024-05-31',
    });
  });

  it('a period that begins after the data holds nothing', () => {
    for (const from of ['2024-07-01', '2030-01-01']) {
      const { status, value, reasons } = of({}, { period: { from, to: '2030-12-31' } });
      expect([status, value.stages, reasons]).to.deep.equal(['empty', [], [{ code: 'no-data', detail: 'orders' }]]);
    }
    const prospects = runLifecycle(
      { orders, customers: [{ id: 'p', created: '2024-03-01' }] },
      {},
      { asOf, filter: { period: { from: '2030-01-01' } } },
    );
    expect([prospects.status, prospects.value.stages], 'no prospect either').to.deep.equal(['empty', []]);
    // The as-of day alone: from the evening before to its own.
    expect(of({}, { period: { from: asOf } }).value.dates).to.deep.equal({ from: '2024-06-29', to: asOf });
  });
});

describe('lifecycle: small groups in months and totals', () => {
  const group = (name: string, size: number, day: string) => Array.from({ length: size }, (_, at) => `${name}${at} ${day}`);
  const of = (lines: string[], minGroupSize = 10): LifecycleResult =>
    runLifecycle({ orders: ordersOf(...lines) }, { window: '12M' }, { asOf: '2024-06-30', minGroupSize }).value;

  it('first orders of the months that are shown do not tell the others by the total', () => {
    const { customers, months } = of([
      ...group('old', 100, '2024-01-10'),
      ...group('mid', 40, '2024-03-10'),
      ...group('last', 3, '2024-06-10'),
    ]);
    expect(customers).to.equal(143);
    // The 3 of June need company: the 40 of March.
    expect(months.map(({ newCustomers }) => newCustomers)).to.deep.equal([100, 0, null, 0, 0, null]);
    const two = of([...group('old', 100, '2024-01-10'), ...group('last', 3, '2024-06-10')]);
    expect(two.months.map(({ newCustomers }) => newCustomers)).to.deep.equal([null, 0, 0, 0, 0, null]);
  });

  it('fewer people than a group may have are no total either', () => {
    expect(of(group('few', 3, '2024-06-10')).customers).to.equal(null);
    expect(of(group('enough', 10, '2024-06-10')).customers).to.equal(10);
  });
});

describe('lifecycle: the ratio of the renewal', () => {
  it('is as unknown as the rate where the orders begin too late', () => {
    const orders = ordersOf('a 2024-01-01', 'b 2024-05-02', 'c 2024-06-03');
    const { value } = runLifecycle({ orders }, { window: '3M' }, { asOf: '2024-06-30' });
    expect(value.renewal).to.include({ newCustomers: 2, becameInactive: 1, rate: null, ratio: null, verdict: null });
  });
});
