import { expect } from 'chai';
import type { KpiError } from '../../../src/core/errors.js';
import type { PurchaseTimingParams, TimingFigures } from '../../../src/core/kpi/purchase-timing-types.js';
import { curve, ordersOf, runTiming } from './purchase-timing-run.js';
import type { TinyInput } from './tiny-dataset.js';

const asOf = '2024-03-31';
const shop: TinyInput = {
  customers: [
    { id: 'ann', created: '2024-01-01', channel: 'mail' },
    { id: 'bob', created: '2024-01-01', channel: 'ads' },
    { id: 'cid', created: '2024-01-11', channel: 'ads' },
    { id: 'dan', created: '2024-01-21' },
    { id: 'old', created: '2023-12-01' },
    { id: 'new', created: '2024-04-02' },
  ],
  orders: ordersOf(
    ...['ann 2024-01-01 mail', 'ann 2024-01-01 ads', 'ann 2024-01-31 ads', 'ann 2024-03-01 ads'],
    ...['bob 2024-01-08 ads', 'dan 2024-01-20 mail', 'old 2024-02-01 mail', 'new 2024-04-03 ads', '- 2024-02-02'],
  ),
};
const told = ({ customers, spells, events, medianDays, day80 }: TimingFigures) => [customers, spells, events, medianDays, day80];
const probabilities = ({ marks }: TimingFigures) => marks.map(({ probability }) => probability);

describe('purchase timing: a worked table', () => {
  const { value, reasons, status, rows } = runTiming(shop, {}, { asOf });

  it('waits for the first purchase from the registration on', () => {
    // Days: ann 0, dan 0 (bought before), bob 7, cid waits since 80. S = 2/4, 1/4.
    const first = curve(value, 'first');
    expect(told(first)).to.deep.equal([4, 4, 3, 0, null]);
    expect(probabilities(first)).to.deep.equal([0.75, 0.75, 0.75]);
    expect(first.points.map(({ days, survival, atRisk, events, censored }) => [days, survival, atRisk, events, censored])).to.deep.equal([
      [0, 0.5, 4, 2, 0],
      [7, 0.25, 2, 1, 0],
      [80, 0.25, 1, 0, 1],
    ]);
  });

  it('waits for the second one from the first day of purchase on', () => {
    // ann 30 (two orders on one day are one purchase); bob waits since 83, dan 71, old 59.
    const second = curve(value, 'second');
    expect(told(second)).to.deep.equal([4, 4, 1, null, null]);
    expect(probabilities(second)).to.deep.equal([0, 0.25, 0.25]);
    // ann: one wait of 30 days, one going on since 30. Nobody was seen for 60.
    expect(told(curve(value, 'next'))).to.deep.equal([1, 2, 1, 30, null]);
    expect(probabilities(curve(value, 'next'))).to.deep.equal([0, 0.5, null]);
  });

  it('says what it left out', () => {
    expect(status).to.equal('partial');
    expect(reasons).to.deep.equal([
      { code: 'guest-orders', detail: '1' },
      { code: 'early-registration', detail: '1' },
      { code: 'order-before-registration', detail: '1' },
      // old, one of four, may have bought before.
      { code: 'left-censored' },
      { code: 'zero-denominator', detail: 'regularity' },
    ]);
    // 7 orders up to the day, and 4 registrations.
    expect(rows).to.deep.equal({ used: 11, left: { 'after-as-of': 1 } });
  });

  it('tells each step, and the intervals', () => {
    expect(value.steps.map(({ purchase, customers, events, rate }) => [purchase, customers, events, rate])).to.deep.equal([
      [1, 4, 1, 0.25],
      [2, 1, 1, 1],
      [3, 1, 0, 0],
    ]);
    const { pooled, perCustomer, open, regularity, cadence } = value.intervals;
    expect([pooled.count, pooled.medianDays, perCustomer.count, perCustomer.medianDays, open]).to.deep.equal([2, 30, 1, 30, 4]);
    expect(regularity).to.deep.equal({ customers: 1, k: null });
    expect(cadence).to.deep.include({ days: 60, customers: 1, within: 1, share: 1, medianDays: 30 });
  });

  it('has limits where Greenwood knows none', () => {
    const [never, , later] = curve(value, 'second').marks;
    // Nobody of 4 within 7 days: Wilson of 0 of 4.
    expect(never).to.deep.include({ probability: 0, lower: 0 });
    expect(never.upper).to.be.closeTo(0.4899, 1e-4);
    // exp(-exp(ln(-ln 0.75) ± 1.96 x 0.288675 / 0.287682)), as 1 - S.
    expect(later.lower).to.be.closeTo(1 - 0.960549, 1e-6);
    expect(later.upper).to.be.closeTo(1 - 0.127947, 1e-6);
    const all = runTiming({ orders: ordersOf('ann 2024-01-01', 'ann 2024-01-03', 'bob 2024-01-01', 'bob 2024-01-05') }, {}, { asOf });
    // Both within 7 days: Wilson of 2 of 2.
    expect(curve(all.value, 'second').marks[0]).to.deep.include({ probability: 1, upper: 1 });
    expect(curve(all.value, 'second').marks[0].lower).to.be.closeTo(0.3424, 1e-4);
  });
});

describe('purchase timing: filter and groups', () => {
  it('chooses customers by their first order of all, and counts whatever they buy then', () => {
    const { value } = runTiming(shop, {}, { asOf, filter: { channel: ['mail'] } });
    // ann registered by mail; first purchases of dan and old by mail; of ann's two at the same second the first by name is that by ads.
    expect(told(curve(value, 'first'))).to.deep.equal([1, 1, 1, 0, 0]);
    expect(told(curve(value, 'second'))).to.deep.equal([2, 2, 0, null, null]);
    expect(curve(value, 'next')).to.equal(undefined);
    const orders = ordersOf(
      ...['ann 2024-01-10 web', 'ann 2024-02-10 mail', 'ann 2024-03-10 mail'],
      ...['bob 2024-02-12 mail', 'bob 2024-03-12 web'],
    );
    const of = (channel: string) => runTiming({ orders }, {}, { asOf, filter: { channel: [channel] } });
    const by = (channel: string) => of(channel).value;
    // All orders of those who were won there.
    expect(['web', 'mail'].map((channel) => of(channel).rows.used)).to.deep.equal([3, 2]);
    // ann was won through the web: 31 days, then 29, and 21 so far; bob by mail: 29 days, and 19 so far.
    expect(told(curve(by('web'), 'second'))).to.deep.equal([1, 1, 1, 31, 31]);
    expect(told(curve(by('web'), 'next'))).to.deep.equal([1, 2, 1, 29, 29]);
    expect(told(curve(by('mail'), 'second'))).to.deep.equal([1, 1, 1, 29, 29]);
    expect(told(curve(by('mail'), 'next'))).to.deep.equal([1, 1, 0, null, null]);
  });

  it('a period says when waiting begins', () => {
    const late = runTiming(shop, {}, { asOf, filter: { period: { from: '2024-01-20', to: '2024-02-29' } } });
    // dan registered; ann waits since her second purchase, dan and old since their first one.
    expect(told(curve(late.value, 'first'))).to.deep.equal([1, 1, 1, 0, 0]);
    expect(told(curve(late.value, 'second'))).to.deep.equal([2, 2, 0, null, null]);
    expect(told(curve(late.value, 'next'))).to.deep.equal([1, 1, 0, null, null]);
  });

  it('splits by the channel of where waiting begins; without one, the rest', () => {
    const { value } = runTiming(shop, { by: 'channel' }, { asOf });
    expect(value.curves.map(({ id, part, group, spells, events }) => [id, part, group, spells, events])).to.deep.equal([
      ['first', 'all', null, 4, 3],
      ['first', 'group', 'ads', 2, 1],
      ['first', 'group', 'mail', 1, 1],
      ['first', 'rest', null, 1, 1],
      ['second', 'all', null, 4, 1],
      // Of ann's two orders at the same second the first by name says the channel.
      ['second', 'group', 'ads', 2, 1],
      ['second', 'group', 'mail', 2, 0],
      ['next', 'all', null, 2, 1],
      ['next', 'group', 'ads', 2, 1],
    ]);
    expect(value.tests.map(({ id, df }) => [id, df])).to.deep.equal([
      ['first', 2],
      ['second', 1],
    ]);
    // Second purchase: one event on day 30, four at risk, two of them in its group: (1 - 1/2)^2 / (1/4).
    expect(value.tests[1].chiSquared).to.be.closeTo(1, 1e-9);
  });

  it('splits by segment what follows a purchase', () => {
    const { value } = runTiming(shop, { by: 'segment' }, { asOf });
    expect(value.curves.filter(({ id }) => id === 'first').map(({ part }) => part)).to.deep.equal(['all']);
    const second = value.curves.filter(({ id }) => id === 'second');
    expect(second.reduce((sum, { part, spells }) => sum + (part === 'all' ? 0 : spells!), 0)).to.equal(4);
    expect(runTiming(shop, { by: 'country' }, { asOf }).reasons).to.deep.include({ code: 'missing-column', detail: 'orders.country' });
  });
});

describe('purchase timing: what it says of itself', () => {
  it('names its first and its last day', () => {
    expect(runTiming(shop, {}, { asOf }).value.dates).to.deep.equal({ from: '2024-01-01', to: asOf });
    const late = runTiming(shop, {}, { asOf, filter: { period: { from: '2024-01-20', to: '2024-02-29' } } });
    expect(late.value.dates).to.deep.equal({ from: '2024-01-20', to: '2024-02-29' });
    expect(runTiming({ orders: [] }).value.dates).to.deep.equal({ from: null, to: null });
  });

  it('has the mean wait of so many days', () => {
    // Second purchase within 40 days: ann 30 of 4; 30 days of all four, 10 of three: (4 x 30 + 3 x 10) / 4; A = 7.5: 7.5^2 / (4 x 3).
    const { meanWait } = curve(runTiming(shop, { conversionDays: 40 }, { asOf }).value, 'second');
    expect(meanWait).to.deep.include({ days: 40, mean: 37.5, upper: 40 });
    expect(meanWait!.lower).to.be.closeTo(37.5 - 1.96 * 2.165064, 1e-5);
    // Nobody was seen for 90 days.
    expect(curve(runTiming(shop, {}, { asOf }).value, 'second').meanWait).to.equal(null);
  });

  it('says where first orders may not be the first ones', () => {
    const isTold = (input: TinyInput): boolean => runTiming(input, {}, { asOf }).reasons.some(({ code }) => code === 'left-censored');
    const orders = ordersOf('ann 2023-01-01', 'bob 2023-12-31', 'cid 2024-01-01');
    // ann and bob within 365 days of the first day.
    expect(isTold({ orders })).to.equal(true);
    expect(
      isTold({
        orders,
        customers: [
          { id: 'ann', created: '2023-01-01' },
          { id: 'bob', created: '2023-05-01' },
        ],
      }),
    ).to.equal(false);
    expect(
      isTold({
        orders,
        customers: [
          { id: 'ann', created: '2022-12-31' },
          { id: 'bob', created: '2023-05-01' },
        ],
      }),
    ).to.equal(true);
  });
});

describe('purchase timing: by stage of life', () => {
  it('splits what follows a purchase by the stage of today', () => {
    // Recency: ann 30, bob 83, dan 71, old 59; 60.75 days on average are 2 months. Since 31 January: ann with purchases on 3 days, 60 days
    // apart in all (premium), old with one (new); bob and dan are inactive. Nobody is loyal.
    const { value } = runTiming(shop, { by: 'stage' }, { asOf });
    expect(
      value.curves.map(({ id, part, group, customers, spells, events }) => [id, part, group, customers, spells, events]),
    ).to.deep.equal([
      ['first', 'all', null, 4, 4, 3],
      ['second', 'all', null, 4, 4, 1],
      ['second', 'group', 'premium', 1, 1, 1],
      ['second', 'group', 'new', 1, 1, 0],
      ['second', 'group', 'inactive', 2, 2, 0],
      ['next', 'all', null, 1, 2, 1],
      ['next', 'group', 'premium', 1, 2, 1],
    ]);
    // One event on day 30 with 1, 1 and 2 of 4 at risk: (1 - 1/4)^2 / (1/4) + (1/4)^2 / (1/4) + (1/2)^2 / (1/2).
    expect(value.tests.map(({ id, df }) => [id, df])).to.deep.equal([['second', 2]]);
    expect(value.tests[0].chiSquared).to.be.closeTo(3, 1e-9);
  });

  it('takes the stage of everybody, whatever the filter narrows', () => {
    const { value } = runTiming(shop, { by: 'stage' }, { asOf, filter: { channel: ['mail'] } });
    // dan and old were won by mail; what everybody bought says how recent is recent, and their stages.
    expect(value.curves.filter(({ part }) => part !== 'all').map(({ id, group, spells }) => [id, group, spells])).to.deep.equal([
      ['second', 'new', 1],
      ['second', 'inactive', 1],
    ]);
  });
});

describe('purchase timing: window and hazard', () => {
  const day = (after: number): string => new Date(Date.UTC(2024, 0, 1 + after)).toISOString().slice(0, 10);
  const bought = [1, 1, 2, 3, 5, 9, 20, 28];
  const input: TinyInput = {
    customers: Array.from({ length: 10 }, (_, index) => ({ id: `c${index}`, created: day(0) })),
    orders: ordersOf(`zed ${day(0)}`, ...bought.map((after, index) => `c${index} ${day(after)}`)),
  };
  const run = (params: Partial<PurchaseTimingParams> = {}) => curve(runTiming(input, params, { asOf: day(60) }).value, 'first');

  it('reaches the day of 80 % of the purchases of 30 days', () => {
    // 8 of 10 within 30 days; 80 % of that is 6.4 people: the 7th bought on day 20. Within 7 days: 5 of those 8.
    const { window } = run();
    expect(window).to.deep.include({ from: 0, to: 20, conversionDays: 30, programmeDays: 7 });
    expect([window!.conversion, window!.probability, window!.programmeShare].map((one) => one.toFixed(9))).to.deep.equal([
      ...['0.800000000', '0.700000000', '0.625000000'],
    ]);
    // 5 of 10 within 6 days; 80 % of that is 4 people.
    expect(run({ conversionDays: 6, programmeDays: 2 }).window).to.deep.include({ to: 3, conversionDays: 6, programmeDays: 2 });
    expect(run({ conversionDays: 6, programmeDays: 2 }).window!.programmeShare).to.be.closeTo(0.6, 1e-9);
    expect(run({ conversionDays: 61 }).window, 'nobody was seen for so long').to.equal(null);
    expect(curve(runTiming(input, {}, { asOf: day(60) }).value, 'second').window, 'nobody buys again').to.equal(null);
  });

  it('is purchases by days waited, day by day or week by week', () => {
    const days = run({ horizonDays: 60 }).hazard;
    expect(days).to.have.length(61);
    expect(days.slice(0, 4).map(({ from, to, events, rate }) => [from, to, events, rate])).to.deep.equal([
      [0, 0, 0, 0],
      [1, 1, 2, 0.2],
      [2, 2, 1, 1 / 8],
      [3, 3, 1, 1 / 7],
    ]);
    const weeks = run().hazard;
    // Days 0 to 7: 10 + 10 + 8 + 7 + 6 + 6 + 5 + 5 people; the ninth week is the last in which somebody waits.
    expect(weeks[0]).to.deep.equal({ from: 0, to: 7, events: 5, rate: 5 / 57 });
    // 5 people up to day 9, then 4.
    expect(weeks[1]).to.deep.equal({ from: 8, to: 14, events: 1, rate: 1 / (2 * 5 + 5 * 4) });
    expect(weeks).to.have.length(9);
  });

  it('has a peak where it stands out, none where it does not', () => {
    const burst = Array.from({ length: 100 }, (_, index) => index);
    const orders = ordersOf(
      ...burst.map((index) => `p${index} ${day(0)}`),
      ...burst.slice(0, 40).map((index) => `p${index} ${day(15 + (index % 5))}`),
      ...burst.slice(40, 60).map((index) => `p${index} ${day(10 + 4 * (index - 40))}`),
    );
    const { peak } = curve(runTiming({ orders }, {}, { asOf: day(100) }).value, 'second');
    expect([peak!.from, peak!.to]).to.deep.equal([15, 21]);
    expect(run().peak).to.equal(null);
  });
});

describe('purchase timing: parameters', () => {
  const refused = (params: object): string => {
    try {
      runTiming(shop, params);
    } catch (error) {
      return (error as KpiError).message;
    }
    return '';
  };

  it('sorts the marks and drops repeats', () => {
    expect(runTiming(shop, { marks: [60, 14, 60] }).params).to.deep.equal({
      ...{ by: 'none', marks: [14, 60], horizonDays: 365, programmeDays: null, conversionDays: null, cadenceDays: 60 },
    });
  });

  it('refuses what is none', () => {
    expect(refused({ marks: [0] }))
      .to.contain('params.marks')
      .and.to.contain('1 to 3650');
    expect(refused({ marks: [] })).to.contain('1 to 8 days');
    expect(refused({ marks: [7, null] })).to.contain('params.marks');
    expect(refused({ by: 'colour' })).to.contain('none, segment, stage, channel, country');
    expect(refused({ horizonDays: 0.5 })).to.contain('params.horizonDays');
  });
});

describe('purchase timing: little data', () => {
  it('is empty without orders, and says why', () => {
    const none = runTiming({ customers: [{ id: 'ann', created: '2024-01-01' }] });
    expect([none.status, none.value.curves, none.reasons[0]]).to.deep.equal(['empty', [], { code: 'missing-table', detail: 'orders' }]);
    const guests = runTiming({ orders: ordersOf('- 2024-01-01') });
    expect([guests.status, guests.reasons[0]]).to.deep.equal(['empty', { code: 'no-data', detail: 'orders' }]);
    expect(guests.value.intervals.pooled).to.deep.equal({ count: 0, medianDays: null, classes: [] });
  });

  it('has one customer with one order', () => {
    const { value } = runTiming({ orders: ordersOf('ann 2024-01-01') }, {}, { asOf: '2024-01-01' });
    expect(told(curve(value, 'second'))).to.deep.equal([1, 1, 0, null, null]);
    expect(probabilities(curve(value, 'second'))).to.deep.equal([null, null, null]);
  });

  it('merges ties: everybody comes back on the same day', () => {
    const { value } = runTiming({ orders: ordersOf(...'abcdef'.split('').flatMap((id) => [`${id} 2024-01-01`, `${id} 2024-01-11`])) });
    expect(told(curve(value, 'second'))).to.deep.equal([6, 6, 6, 10, 10]);
    expect(value.intervals.pooled.classes.map(({ from, to, count }) => [from, to, count]).at(-1)).to.deep.equal([10, 10, 6]);
  });
});
