import { expect } from 'chai';
import fc from 'fast-check';
import { addMonths, formatIsoDay } from '../../../src/core/calendar/civil-day.js';
import { lastOrders } from '../../../src/core/kpi/order-sums.js';
import { describeWindow, meanRecencyMonths, resolveWindow } from '../../../src/core/kpi/rfm-window.js';
import type { RfmWindow } from '../../../src/core/kpi/rfm-types.js';
import { NO_DAY } from '../../../src/core/table/dataset.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyOrder } from './tiny-dataset.js';
import { tinyContext } from './tiny-run.js';
import type { TinyRunOptions } from './tiny-run.js';

const order = (customer: string | null, at: string): TinyOrder => ({ customer, at, net: 10 });

function resolve(orders: TinyOrder[], window: string, options: TinyRunOptions = {}): { shown: RfmWindow; missingFrom: string | null } {
  const context = tinyContext(tinyDataset({ orders }), options);
  const facts = resolveWindow(context, window, lastOrders(context).last);
  return { shown: describeWindow(facts), missingFrom: facts.missingFrom === null ? null : formatIsoDay(facts.missingFrom) };
}

/** Last orders 0, 60, 91 and 213 days before 2011-12-31: mean 91, median 75.5. */
const FOUR = [
  order('a', '2011-12-31'),
  order('a', '2010-06-01'),
  order('b', '2011-11-01'),
  order('c', '2011-10-01'),
  order('d', '2011-06-01'),
  order('d', '2011-01-05'),
];

describe('recency', () => {
  it('is counted from the last order of each customer, to the as-of day', () => {
    const context = tinyContext(tinyDataset({ orders: FOUR }));
    const { last } = lastOrders(context);
    expect([...last].map(formatIsoDay)).to.deep.equal(['2011-12-31', '2011-11-01', '2011-10-01', '2011-06-01']);
    expect(resolveWindow(context, 'auto', last)).to.include({ customers: 4, recencySum: 364, recencyMiddles: 60 + 91 });
  });

  it('does not see orders that were not let through, nor guests', () => {
    const dataset = tinyDataset({ orders: [...FOUR, order(null, '2011-12-30')], customers: [{ id: 'z' }] });
    const context = tinyContext(dataset, { asOf: '2011-11-15', keepOrder: (row) => row !== 3 });
    expect([...lastOrders(context).last].map((day) => (day === NO_DAY ? null : formatIsoDay(day)))).to.deep.equal([
      null,
      '2010-06-01',
      '2011-11-01',
      null,
      '2011-06-01',
    ]);
  });

  it('is nobody without orders', () => {
    const context = tinyContext(tinyDataset({ customers: [{ id: 'a', created: '2011-01-01' }] }));
    expect(resolveWindow(context, 'auto', lastOrders(context).last)).to.include({ customers: 0, recencySum: 0, length: null });
  });
});

describe('window by mean recency', () => {
  it('rounds 91 days to 3 months', () => {
    expect(resolve(FOUR, 'auto').shown).to.deep.equal({
      from: '2011-10-01',
      to: '2011-12-31',
      months: 3,
      meanRecencyDays: 91,
      medianRecencyDays: 75.5,
      rule: 'mean-recency',
    });
  });

  it('is at least one month', () => {
    expect(meanRecencyMonths(3, 0)).to.equal(1);
  });

  it('rounds half a month up, exactly', () => {
    // 32 customers whose recencies add up to 1461 days have a mean of exactly 1.5 months of 30.4375 days.
    const months = (sum: number) => meanRecencyMonths(32, sum);
    expect([1460, 1461, 1462].map(months)).to.deep.equal([1, 2, 2]);
  });

  it('agrees with rounding in floating point, away from halves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(1_000_000_000), (customers, sum) => {
        const months = sum / customers / 30.4375;
        fc.pre(Math.abs((months % 1) - 0.5) > 1e-6);
        expect(meanRecencyMonths(customers, sum)).to.equal(Math.max(1, Math.round(months)));
      }),
    );
  });

  it('does not move with the order of the rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(FOUR, { minLength: 6 }), (shuffled) => {
        expect(resolve(shuffled, 'auto')).to.deep.equal(resolve(FOUR, 'auto'));
      }),
    );
  });
});

describe('window given', () => {
  it('counts calendar months and days back from as-of', () => {
    expect(resolve(FOUR, '3M').shown).to.include({ from: '2011-10-01', to: '2011-12-31', months: 3, rule: 'given' });
    expect(resolve(FOUR, '90D').shown).to.include({ from: '2011-10-03', to: '2011-12-31', months: null, rule: 'given' });
    expect(resolve(FOUR, '3M', { asOf: '2011-05-31' }).shown).to.include({ from: '2011-03-01', to: '2011-05-31' });
  });

  it('all: from the first day of the data', () => {
    expect(resolve(FOUR, 'all').shown).to.include({ from: '2010-06-01', to: '2011-12-31', months: null, rule: 'all' });
    expect(resolve(FOUR, 'all').missingFrom).to.equal(null);
    expect(resolve([order(null, '2010-01-01'), ...FOUR], 'all').shown.from).to.equal('2010-01-01');
  });

  it('says where it should begin when the data begin later', () => {
    expect(resolve(FOUR, '18M').missingFrom).to.equal(null);
    expect(resolve(FOUR, '19M').missingFrom).to.equal(null);
    expect(resolve(FOUR, '24M').missingFrom).to.equal('2010-01-01');
    expect(resolve(FOUR, '24M').shown.from).to.equal('2010-01-01');
  });

  it('is cut by the period of a filter, and says so', () => {
    const { shown, missingFrom } = resolve(FOUR, '3M', { from: '2011-11-01' });
    expect([shown.from, missingFrom]).to.deep.equal(['2011-11-01', '2011-10-01']);
    expect(resolve(FOUR, 'all', { from: '2011-11-01' }).shown.from).to.equal('2011-11-01');
    expect(resolve(FOUR, '3M', { from: '2011-09-01' }).missingFrom).to.equal(null);
  });

  it('has no beginning before the first order, and no end without a date', () => {
    expect(resolve(FOUR, 'all', { asOf: '2009-01-01' }).shown).to.include({
      from: null,
      to: '2009-01-01',
      meanRecencyDays: null,
      medianRecencyDays: null,
    });
    expect(resolve([], 'auto').shown).to.deep.equal({
      from: null,
      to: '',
      months: null,
      meanRecencyDays: null,
      medianRecencyDays: null,
      rule: 'mean-recency',
    });
  });

  it('covers months without gap: the window before ends where this one begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 47_000 }), fc.integer({ min: 1, max: 36 }), (asOf, months) => {
        const from = resolve([order('a', '1900-01-01')], `${months}M`, { asOf: formatIsoDay(asOf) }).shown.from;
        expect(from).to.equal(formatIsoDay(addMonths(asOf, -months) + 1));
      }),
      { numRuns: 30 },
    );
  });
});
