import { expect } from 'chai';
import fc from 'fast-check';
import { ordersOf } from './churn-run.js';
import { one, pulse, reasons } from './pulse-run.js';
import type { TinyInput } from './tiny-dataset.js';

const values = (input: TinyInput, id: string, params: object = {}, rest: object = {}): (number | null)[] =>
  one(input, id, params, rest).series.map(({ value }) => value);

describe('pulse: revenue of customers of less than six months (V14)', () => {
  // Six months before 29 June lies 29 December, before ann's first order; six months before the 30th it is that very day.
  const shop: TinyInput = {
    orders: ordersOf(
      'ann 2023-12-30 10',
      'ann 2024-06-29 20',
      'ann 2024-06-30 70',
      'bob 2024-06-01 30',
      'bob 2024-06-02 5',
      'ann 2024-07-01 100',
      'bob 2024-07-02 25',
      '- 2024-07-03 999',
    ),
  };

  it('six calendar months after the first order somebody is new no more: a worked table', () => {
    // June: 20 + 35 of 125; July: 25 of 125. Guests are no customers.
    expect(values(shop, 'newcomer-revenue-share').slice(-2)).to.deep.equal([55 / 125, 25 / 125]);
    // The other definition: first orders alone.
    expect(values(shop, 'new-revenue-share').slice(-2)).to.deep.equal([30 / 125, 0]);
  });

  it('ends of months: 31 August and 28 February are six months apart, 1 March is later', () => {
    const orders = ordersOf('a 2023-08-31 1', 'a 2024-02-28 2', 'a 2024-02-29 4', 'a 2024-03-01 8');
    // Six months before 28 February is 28 August: not before the first order. Before the 29th: 29 August. Before 1 March: 1 September.
    expect(values({ orders }, 'newcomer-revenue-share', { grain: 'day', periods: 3 })).to.deep.equal([1, 1, 0]);
  });

  it('what follows the as-of day is not known; a refund of no order lowers the revenue of the known', () => {
    const refunds = [{ customer: 'ann', at: '2024-06-20', amount: 25 }];
    const share = one({ ...shop, refunds }, 'newcomer-revenue-share', {}, { asOf: '2024-06-30' });
    expect(share.current!.value).to.equal(55 / 100);
    expect([share.current!.numerator, share.current!.denominator]).to.deep.equal([55, 100]);
    expect(reasons(share)).to.include('left-censored');
  });

  it('parts add up to the whole, days to months, and equal a naive loop', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((n) => new Date(Date.UTC(2023, 6, 1) + n * 864e5).toISOString().slice(0, 10));
    const order = fc.record({
      customer: fc.constantFrom('a', 'b', 'c', null),
      at: day,
      net: fc.integer({ min: 1, max: 90 }),
      channel: fc.constantFrom('web', 'shop'),
    });
    const plusSixMonths = (at: string): string => {
      const [year, month, date] = at.split('-').map(Number) as [number, number, number];
      const last = new Date(Date.UTC(year, month - 6, 0)).getUTCDate();
      return new Date(Date.UTC(year, month - 7, Math.min(date, last))).toISOString().slice(0, 10);
    };
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 30 }), (orders) => {
        const firsts = new Map<string, string>();
        for (const { customer, at } of orders) if (customer && at < (firsts.get(customer) ?? '9')) firsts.set(customer, at);
        const months = new Map<string, number>();
        for (const { customer, at, net } of orders)
          if (customer && firsts.get(customer)! > plusSixMonths(at)) months.set(at.slice(0, 7), (months.get(at.slice(0, 7)) ?? 0) + net);
        const kpi = { id: 'own', numerator: 'newcomer-revenue', unit: 'money' };
        const found = one({ orders }, kpi, { by: 'channel', periods: 24 });
        for (const { period, value } of found.series) expect(value).to.equal(months.get(period!) ?? 0);
        const parts = found.parts.map(({ values: own }) => own);
        found.series.forEach(({ value }, at) => expect(parts.reduce((sum, own) => sum + own[at]!, 0)).to.equal(value));
        const days = one({ orders }, kpi, { grain: 'day', periods: 400 }, { asOf: '2024-11-30' });
        const month = days.series.filter(({ period }) => period!.startsWith('2024-05'));
        expect(month.reduce((sum, { value }) => sum + value!, 0)).to.equal(months.get('2024-05') ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  it('is withheld where few stand behind it', () => {
    const old = ['a', 'b', 'c', 'd'].flatMap((name) => [`${name} 2023-01-01 1`, `${name} 2024-06-01 10`]);
    const ask = (...lines: string[]) => one({ orders: ordersOf(...old, ...lines) }, 'newcomer-revenue-share', {}, { minGroupSize: 3 });
    const few = ask('x 2024-06-02 10', 'y 2024-06-02 10');
    expect(few.current!.value).to.equal(null);
    expect(reasons(few)).to.include('suppressed');
    const enough = ask('x 2024-06-02 10', 'y 2024-06-02 10', 'z 2024-06-03 20');
    expect(enough.current!.value).to.equal(0.5);
    // All but a few are new: the others could be told.
    const newcomers = ['p', 'q', 'r'].map((name) => `${name} 2024-06-05 10`);
    const most = { orders: ordersOf(...old.slice(0, 4), ...newcomers) };
    expect(one(most, 'newcomer-revenue-share').current!.value).to.equal(0.6);
    expect(one(most, 'newcomer-revenue-share', {}, { minGroupSize: 3 }).current!.value).to.equal(null);
  });
});

describe('pulse: prospects per buyer (V4), by cohort of contacts', () => {
  const customers = [
    ['a', '2024-01-01'],
    ['b', '2024-01-10'],
    ['c', '2024-01-31'],
    ['d', '2024-02-01'],
    ['e', '2024-02-02'],
  ].map(([id, created]) => ({ id: id!, created: created! }));
  const input: TinyInput = { customers, orders: ordersOf('a 2024-01-05', 'a 2024-02-05', 'd 2024-03-02', 'guest 2024-02-09') };

  it('contacts of a month for each of them who has ordered since: a worked table', () => {
    // January: a, b, c, of whom a ordered. February: d, e, of whom d did, in March. March: nobody.
    expect(values(input, 'prospects-per-buyer')).to.deep.equal([3, 2, null]);
    // By the first orders of the month: a in January, guest in February, d in March.
    expect(values(input, 'prospects-per-sale')).to.deep.equal([3, 2, 0]);
  });

  it('what follows the as-of day is not known', () => {
    const early = one(input, 'prospects-per-buyer', {}, { asOf: '2024-02-29' });
    expect(early.series.map(({ value }) => value)).to.deep.equal([3, null]);
    expect(reasons(early)).to.include('zero-denominator');
  });

  it('a few of them are withheld', () => {
    const { value } = pulse(input, { kpis: ['prospects-per-buyer'] }, { minGroupSize: 2, asOf: '2024-01-31' });
    expect(value.kpis[0]!.current!.value).to.equal(null);
  });
});
