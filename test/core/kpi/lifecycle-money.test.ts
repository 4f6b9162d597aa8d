import { expect } from 'chai';
import type { Filter } from '../../../src/core/kpi/contract.js';
import { flowsIn, runLifecycle } from './lifecycle-run.js';
import { ordersOf } from './churn-run.js';

const asOf = '2024-06-30';

/** So many customers with orders on these days, `2024-01-01 50`. */
const group = (name: string, size: number, ...days: string[]) =>
  Array.from({ length: size }, (_, index) => days.map((day) => `${name}${index} ${day}`)).flat();

/** Periods of three months end on 30 June, 30 March, 30 December; each has forty new customers at its beginning. */
const lines = [
  ...group('old', 1, '2023-01-01'),
  ...group('twice', 12, '2023-11-15', '2024-02-15 50', '2024-05-20 50'),
  ...group('once', 8, '2023-11-15', '2024-02-15 50'),
  ...group('never', 20, '2023-11-15'),
  ...group('came', 10, '2024-02-10', '2024-05-10 50'),
  ...group('went', 30, '2024-02-10'),
];
const result = (params = {}, request = {}) =>
  runLifecycle({ orders: ordersOf(...lines) }, { window: '3M', ...params }, { asOf, ...request });
const flow = (from: string, to: string, params = {}) => result(params).value.flows.find((one) => one.from === from && one.to === to)!;

describe('lifecycle: money', () => {
  it('of stages and passages is that of twelve months', () => {
    const { stages } = result().value;
    // 12 x (10 + 50 + 50) + 10 x (10 + 50).
    const loyal = stages.find(({ id }) => id === 'loyal')!;
    expect(loyal).to.deep.include({ before: 20, entered: 10, left: 8, customers: 22, revenue: 1920, meanRevenue: 1920 / 22 });
    const premium = stages.find(({ id }) => id === 'premium')!;
    expect(premium).to.include({ customers: 0, revenue: 0, meanRevenue: null });
    expect(flow('new', 'loyal')).to.deep.include({ customers: 10, base: 40, probability: 0.25, revenue: 600 });
    expect(flow('new', 'loyal').interval![0]).to.be.closeTo(0.1419, 1e-4);
    expect(flow('inactive', 'inactive')).to.deep.include({ customers: 21, base: 21, probability: 1, revenue: 200 });
  });
});

describe('lifecycle: opportunity', () => {
  it('a passage that brings money: from its rate to the best one of earlier periods', () => {
    const { stages } = result().value;
    expect(stages.map(({ id, meanRevenueAfter }) => [id, meanRevenueAfter])).to.deep.equal([
      ['prospect', null],
      ['new', 12.5],
      ['loyal', 30],
      ['premium', null],
      ['inactive', 0],
    ]);
    // Between 30 December and 30 March 20 of 40 became loyal: (20 - 10) x (30 - 12.5).
    expect(flow('new', 'loyal')).to.deep.include({ target: 0.5, opportunity: 175 });
  });

  it('a passage that costs money: to the lowest rate', () => {
    // 20 of 40 then, 30 of 40 now: 10 x 12.5.
    expect(flow('new', 'inactive')).to.deep.include({ target: 0.5, opportunity: 125 });
  });

  it('losing customers is none, even where those who were lost bring more', () => {
    // Those who were inactive came back with much, and new ones went away: more of them would be no gain.
    const lines = [
      ...group('again', 30, '2023-01-15', '2024-06-01 900'),
      ...group('then', 40, '2023-11-15'),
      ...group('now', 40, '2024-02-10'),
      ...group('stay', 5, '2024-02-10', '2024-05-10'),
    ];
    const { flows } = runLifecycle({ orders: ordersOf(...lines) }, { window: '3M' }, { asOf }).value;
    const lost = flows.find(({ from, to }) => from === 'new' && to === 'inactive')!;
    expect(lost).to.include({ customers: 40, base: 45, target: 1, opportunity: 0 });
  });

  it('staying is none, nor is coming from outside, nor going where nobody was', () => {
    expect(flow('inactive', 'inactive')).to.include({ target: null, opportunity: null });
    expect(flow('loyal', 'premium') ?? null).to.equal(null);
  });

  it('takes a given target, of a passage that nobody took too, and never goes below 0', () => {
    const targets = [{ from: 'new', to: 'loyal', rate: 0.75 } as const, { from: 'inactive', to: 'loyal', rate: 0.1 } as const];
    expect(flow('new', 'loyal', { targets })).to.deep.include({ target: 0.75, opportunity: 350 });
    const back = flow('inactive', 'loyal', { targets });
    expect(back).to.include({ customers: 0, base: 21, probability: 0, target: 0.1 });
    expect(back.opportunity).to.be.closeTo(63, 1e-9);
    expect(flow('new', 'loyal', { targets: [{ from: 'new', to: 'loyal', rate: 0.1 }] })).to.include({ target: 0.1, opportunity: 0 });
  });

  it('says so where no earlier period is covered by the data', () => {
    const { value, reasons } = runLifecycle({ orders: ordersOf(...lines.slice(1)) }, { window: '3M' }, { asOf });
    expect(value.flows.every(({ opportunity }) => opportunity === null)).to.equal(true);
    // A period from 30 December on is a model where the data hold two windows of three months up to it.
    expect(reasons).to.deep.include({ code: 'not-enough-history', detail: '2023-07-01' });
    expect(value.renewal.rate).to.be.a('number');
  });
});

describe('lifecycle: filters', () => {
  const data = {
    orders: ordersOf('ann 2023-01-05', 'ann 2024-06-01', 'bob 2024-02-01', 'cid 2024-06-02').map((row, at) => ({
      ...row,
      channel: ['web', 'shop', 'web', 'shop'][at],
    })),
    customers: [
      { id: 'ann', created: '2023-01-01', channel: 'web', country: 'FR' },
      { id: 'bob', created: '2024-01-01', channel: 'web', country: 'DE' },
      { id: 'cid', created: '2024-01-01', channel: 'shop', country: 'FR' },
      { id: 'lead', created: '2024-01-01', channel: 'web', country: 'FR' },
    ],
  };
  const filtered = (filter: Filter) => runLifecycle(data, { window: '3M' }, { asOf, filter }).value;

  it('by country: customers of the country', () => {
    expect(flowsIn(filtered({ country: ['FR'] }))).to.deep.equal({ 'prospect>prospect': 1, 'prospect>new': 1, 'inactive>loyal': 1 });
    expect(flowsIn(filtered({ country: ['DE'] }))).to.deep.equal({ 'new>inactive': 1 });
  });

  it('by channel: customers whose first order it brought, and its prospects', () => {
    expect(flowsIn(filtered({ channel: ['web'] }))).to.deep.equal({ 'prospect>prospect': 1, 'new>inactive': 1, 'inactive>loyal': 1 });
    expect(flowsIn(filtered({ channel: ['shop'] }))).to.deep.equal({ 'prospect>new': 1 });
  });
});

describe('lifecycle: small groups', () => {
  it('are withheld, with enough company that nothing brings them back', () => {
    const value = result({}, { minGroupSize: 11 });
    expect(value.status).to.equal('partial');
    expect(value.reasons).to.deep.include({ code: 'suppressed', detail: 'flows' });
    const hidden = value.value.flows.filter(({ customers }) => customers === null);
    expect(hidden).to.not.have.length(0);
    for (const one of hidden) expect(one).to.include({ probability: null, interval: null, revenue: null, opportunity: null });
    // Ten became loyal, eight loyal ones left: those who stayed would tell both.
    expect(flowsIn(value.value)).to.include({ 'new>loyal': null, 'loyal>inactive': null, 'loyal>loyal': null });
    for (const stage of value.value.stages.filter(({ id }) => id !== 'prospect')) {
      const into = value.value.flows.filter(({ to }) => to === stage.id).map(({ customers }) => customers);
      if (stage.customers !== null && into.includes(null)) expect(into.filter((one) => one === null).length).to.be.above(1);
      if (stage.customers === null) expect(into.every((one) => one === null)).to.equal(true);
    }
    expect(value.value.renewal).to.include({ newCustomers: 0 });
    expect(value.value.months.some(({ customers }) => customers === null)).to.equal(true);
  });

  it('of one are always shown where nothing is asked to be withheld', () => {
    expect(result().value.flows.every(({ customers }) => customers !== null)).to.equal(true);
  });
});
