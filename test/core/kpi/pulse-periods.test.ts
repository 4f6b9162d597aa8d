import { expect } from 'chai';
import { ordersOf } from './churn-run.js';
import { given, one, pulse, reasons } from './pulse-run.js';

const month = { filter: { period: { last: 'month' } } };

describe('pulse: days that figures stand on', () => {
  it('the period of the filter does not change who is lost', () => {
    // 213 and 0 days since the last order: 106.5 on average, 3 months.
    const orders = ordersOf('ann 2023-06-01', 'bob 2023-12-31');
    expect(pulse({ orders }, { set: 'customers' }).value.lostAfter).to.equal('3M');
    expect(pulse({ orders }, { set: 'customers' }, month).value.lostAfter).to.equal('3M');
    const web = { ...month.filter, channel: ['web'] };
    const sold = orders.map((order) => ({ ...order, channel: order.customer === 'bob' ? 'web' : 'ads' }));
    expect(pulse({ orders: sold }, { set: 'customers' }, { filter: web }).value.lostAfter).to.equal('3M');
  });

  const orders = ordersOf('b 2023-01-01 1', 'a 2024-10-05 1000', 'a 2024-10-25 10', 'a 2024-11-22 500');

  it('sales of the day, the month and the year are those, whatever the period of the filter', () => {
    for (const last of ['day', 'month', '30D']) {
      const { kpis } = pulse({ orders }, { kpis: ['sales-day', 'sales-month', 'sales-year'] }, { filter: { period: { last } } }).value;
      expect(kpis.map(({ current }) => current!.value)).to.deep.equal([500, 500, 1510]);
      expect(kpis[1]!.current).to.deep.include({ from: '2024-11-01', to: '2024-11-22', previous: 1000 });
    }
    // Up to the last day of the period.
    const { current } = one({ orders }, 'sales-year', {}, { filter: { period: { last: 'previous-month' } } });
    expect([current!.value, current!.to]).to.deep.equal([1010, '2024-10-31']);
  });

  it('a period that is called a week, a month, a quarter or a year is compared like one', () => {
    const compared = (last: string, compare = 'previous-period') =>
      one({ orders }, 'sales', { compare }, { filter: { period: { last } } }).current!.compared;
    const { current } = one({ orders }, 'sales', {}, month);
    expect(current).to.deep.include({ value: 500, previous: 1000, change: -0.5 });
    expect(compared('month')).to.deep.equal({ from: '2024-10-01', to: '2024-10-22' });
    expect(compared('quarter')).to.deep.equal({ from: '2024-07-01', to: '2024-08-22' });
    expect(compared('year')).to.deep.equal({ from: '2023-01-01', to: '2023-11-22' });
    // 22 November 2024 is a Friday.
    expect(compared('week')).to.deep.equal({ from: '2024-11-11', to: '2024-11-15' });
    expect(compared('week', 'previous-year')).to.deep.equal({ from: '2023-11-20', to: '2023-11-24' });
    expect(compared('previous-month')).to.deep.equal({ from: '2024-09-01', to: '2024-09-30' });
    // So many days with as many before them.
    expect(compared('10D')).to.deep.equal({ from: '2024-11-03', to: '2024-11-12' });
  });

  it('the year so far ends on the same day a year before: 28 February is not the end of every February', () => {
    const compared = (grain: string) =>
      one({ orders: ordersOf('a 2023-12-01', 'a 2025-02-28') }, 'sales', { grain, compare: 'previous-year' }).current!.compared;
    expect(compared('year')).to.deep.equal({ from: '2024-01-01', to: '2024-02-28' });
    expect(compared('quarter')).to.deep.equal({ from: '2024-01-01', to: '2024-02-28' });
    expect(compared('month')).to.deep.equal({ from: '2024-02-01', to: '2024-02-29' });
  });

  it('orders of nobody known are counted in the days of the figure', () => {
    const of = (...lines: string[]) => reasons(one({ orders: ordersOf('- 2022-01-01', 'a 2022-01-01', ...lines) }, 'active-customers'));
    expect(of('a 2024-02-01')).to.deep.equal([]);
    expect(of('- 2024-02-01', '- 2024-02-02', 'a 2024-02-03')).to.deep.equal(['guest-orders 2']);
  });

  it('orders of nobody known are no matter where they count, whatever a page calls its formula', () => {
    const of = (formula: object) => reasons(one({ orders: ordersOf('a 2022-01-01', '- 2024-02-01', 'a 2024-02-03') }, formula));
    expect(of({ id: 'active-carts', numerator: 'orders' })).to.deep.equal([]);
    expect(of({ id: 'carts', numerator: 'identified-orders' })).to.deep.equal(['guest-orders 1']);
  });

  it('a table that begins after the as-of day says so', () => {
    const data = {
      orders: [{ order_id: '1', customer_id: 'a', created_at: '2024-01-01', total: 1 }],
      messages: [{ id: '1', customer_id: 'a', sent_at: '2024-03-01', bounced: false }],
    };
    const [messages] = given(data, ['messages'], { asOf: '2024-02-01' });
    expect([messages!.current, reasons(messages!)]).to.deep.equal([null, ['no-data']]);
  });

  it('a denominator of 0 is told before a comparison that is missing too', () => {
    // Nobody was active in the month before March; what came before February is not known.
    const { current, reasons: why } = one({ orders: ordersOf('a 2024-01-10', 'b 2024-03-31') }, 'renewal', { window: '1M' });
    expect(current).to.deep.include({ value: null, numerator: 1, denominator: 0 });
    expect(why.map(({ code }) => code))
      .to.include('zero-denominator')
      .and.not.to.include('not-enough-history');
  });

  it('a first year that begins on its second day is compared with no later one', () => {
    // Whether 1 January was closed, or the export is cut, the data cannot tell.
    const { current } = one({ orders: ordersOf('a 2023-01-02', 'a 2024-01-15') }, 'sales', { grain: 'year', compare: 'previous-year' });
    expect([current!.previous, current!.compared]).to.deep.equal([null, { from: '2023-01-01', to: '2023-01-15' }]);
  });
});

describe('pulse: fiscal years (V2)', () => {
  const orders = ordersOf(
    ...['a 2022-04-01 1', 'a 2023-03-31 2', 'a 2023-04-01 4', 'a 2023-06-30 8', 'a 2023-07-01 16'],
    ...['a 2024-02-29 32', 'a 2024-03-31 64', 'a 2024-04-01 128', 'a 2024-06-30 256'],
  );
  const april = { fiscalStart: '04-01' };

  it('begin where the request says: a worked table', () => {
    const { series } = one({ orders }, 'sales-year', april);
    expect(series.map(({ period, from, to, partial, value }) => [period, from, to, partial, value])).to.deep.equal([
      ['2022/23', '2022-04-01', '2023-03-31', false, 3],
      ['2023/24', '2023-04-01', '2024-03-31', false, 124],
      ['2024/25', '2024-04-01', '2024-06-30', true, 384],
    ]);
  });

  it('the year so far is compared with the same days, a whole year with a whole one', () => {
    const { current, series } = one({ orders }, 'sales-year', april);
    expect(current!.compared).to.deep.equal({ from: '2023-04-01', to: '2023-06-30' });
    expect(current!.previous).to.equal(12);
    expect(series[1]).to.deep.include({ compared: { from: '2022-04-01', to: '2023-03-31' }, previous: 3 });
    const leap = one({ orders }, 'sales-year', april, { asOf: '2024-02-29' });
    expect(leap.current!.compared).to.deep.equal({ from: '2022-04-01', to: '2023-02-28' });
    const whole = one({ orders }, 'sales-year', { ...april, compare: 'previous-year' }, { asOf: '2024-03-31' });
    expect(whole.current!).to.deep.include({ partial: false, compared: { from: '2022-04-01', to: '2023-03-31' } });
  });

  it('a run by year has them too; months and quarters are those of the calendar, and years as ever without a word', () => {
    const keys = (params: object): (string | null)[] => one({ orders }, 'orders', params).series.map(({ period }) => period);
    expect(keys({ ...april, grain: 'year' })).to.deep.equal(['2022/23', '2023/24', '2024/25']);
    expect(keys({ ...april, grain: 'quarter', periods: 2 })).to.deep.equal(['2024-Q1', '2024-Q2']);
    expect(keys({ grain: 'year' })).to.deep.equal(['2022', '2023', '2024']);
    expect(pulse({ orders }, april).value.fiscalStart).to.equal('04-01');
    expect(pulse({ orders }).value).not.to.have.property('fiscalStart');
  });

  it('a day that not every year has is refused', () => {
    for (const fiscalStart of ['02-29', '4-1', 'April', 4])
      expect(() => pulse({ orders }, { fiscalStart }))
        .to.throw()
        .with.property('path', 'params.fiscalStart');
  });
});
