import { expect } from 'chai';
import { createDataset, run } from '../../../src/core/index.js';
import type { Dataset, PulseKpi, PulseResult } from '../../../src/core/index.js';
import { sharedJson } from '../../shared-data.js';
import { bucket, buckets } from './periods-oracle.js';
import type { OracleOrder } from './periods-oracle.js';
import { between, firstDays, naiveFigures, naiveStates, periodOf } from './pulse-oracle.js';

type RetailRow = { InvoiceDate: string; CustomerID: string; TotalPrice: number; Country?: string };

const first = '2010-12-01';
const asOf = '2011-12-09';
const ids = ['sales', 'orders', 'basket', 'median-basket', 'consumption', 'frequency', 'active-customers', 'new-customers', 'repeat-rate'];

const pulse = (dataset: Dataset, params: object): PulseResult => (run(dataset, { kpi: 'pulse', params }) as { value: PulseResult }).value;

async function retail(test: { skip(): void }): Promise<{ dataset: Dataset; orders: OracleOrder[] }> {
  const rows = await sharedJson<RetailRow[]>(test, 'data/online-retail-orders.json');
  const orders = rows.map((row) => ({
    customer: row.CustomerID,
    day: row.InvoiceDate.slice(0, 10),
    cents: Math.round(row.TotalPrice * 100),
  }));
  return { dataset: createDataset(rows).dataset, orders };
}

const values = ({ series }: PulseKpi): (number | null)[] => series.map(({ value }) => value);

describe('pulse: Online Retail against naive loops, cell by cell', () => {
  for (const grain of ['day', 'week', 'month', 'quarter', 'year']) {
    it(`by ${grain}: sales, orders, baskets, consumption, frequency, customers`, async function () {
      this.timeout(60_000);
      const { dataset, orders } = await retail(this);
      const { kpis } = pulse(dataset, { kpis: ids, grain, periods: 400, compare: 'none' });
      const keys = buckets(first, asOf, grain);
      const firsts = firstDays(orders);
      const figures = keys.map((key) => {
        const own = orders.filter((order) => bucket(order.day, grain) === key);
        const [from, to] = own[0] ? periodOf(own[0].day, grain) : [key, key];
        return naiveFigures(orders, from, to, firsts);
      });
      const quotient = (top: number, bottom: number): number | null => (bottom > 0 ? top / bottom : null);
      const expected = figures.map(({ orders: count, cents, middle, knownCents, knownOrders, customers, fresh }) => [
        ...[cents / 100, count, quotient(cents / 100, count), middle === null ? null : middle / 100],
        ...[quotient(knownCents / 100, customers), quotient(knownOrders, customers), customers, fresh],
        quotient(customers - fresh, customers),
      ]);
      ids.forEach((id, index) => expect(values(kpis[index]!), id).to.deep.equal(expected.map((line) => line[index])));
      expect(kpis[0]!.series.filter(({ partial }) => partial)).to.have.length({ day: 0, month: 1 }[grain] ?? 2);
    });
  }

  it('sales by month equal those of the KPI `sales`', async function () {
    this.timeout(60_000);
    const { dataset } = await retail(this);
    const { series } = (run(dataset, { kpi: 'sales' }) as { value: { series: { period: string; revenue: number }[] } }).value;
    const [kpi] = pulse(dataset, { kpis: ['sales'] }).kpis;
    expect(kpi!.series.map(({ period, value }) => [period, value])).to.deep.equal(series.map(({ period, revenue }) => [period, revenue]));
  });

  it('lost, loyal and renewal by month, where the data reach back far enough', async function () {
    this.timeout(60_000);
    const { dataset, orders } = await retail(this);
    const params = { kpis: ['lost-customers', 'attrition', 'renewal', 'loyalty'], window: '3M', compare: 'none' };
    const [lost, attrition, renewal, loyalty] = pulse(dataset, params).kpis.map(values);
    const firsts = firstDays(orders);
    const months = buckets(first, asOf, 'month').map((month) => {
      const [from, end] = periodOf(`${month}-05`, 'month');
      const to = end < asOf ? end : asOf;
      return { ...naiveFigures(orders, from, to, firsts), ...naiveStates(orders, from, to, 3) };
    });
    // Three months of silence before the month begins (those of March begin on 29 November), twelve before it ends.
    const known = <T>(list: T[], from: number): (T | null)[] => list.map((each, index) => (index < from ? null : each));
    expect(lost).to.deep.equal(
      known(
        months.map((month) => month.lost),
        4,
      ),
    );
    expect(attrition).to.deep.equal(
      known(
        months.map((month) => month.lost / month.activeBefore),
        4,
      ),
    );
    expect(renewal).to.deep.equal(
      known(
        months.map((month) => (month.fresh - month.lost) / month.activeBefore),
        4,
      ),
    );
    expect(loyalty).to.deep.equal(
      known(
        months.map((month) => month.loyal / month.year),
        11,
      ),
    );
  });

  it('is compared with the same days: nine days of December with nine of November, or of the December before', async function () {
    this.timeout(60_000);
    const { dataset, orders } = await retail(this);
    const cents = (from: string, to: string): number => between(orders, from, to).reduce((sum, order) => sum + order.cents, 0);
    const [month] = pulse(dataset, { kpis: ['sales-month'] }).kpis;
    const now = cents('2011-12-01', asOf);
    const before = cents('2011-11-01', '2011-11-09');
    expect(month!.current).to.deep.include({
      ...{ period: '2011-12', from: '2011-12-01', to: asOf, partial: true, value: now / 100, previous: before / 100 },
      ...{ difference: (now - before) / 100, change: (now - before) / 100 / (before / 100) },
      compared: { from: '2011-11-01', to: '2011-11-09' },
    });
    const [yearly, year] = pulse(dataset, { kpis: ['sales-month', 'sales-year'], compare: 'previous-year' }).kpis;
    expect(yearly!.current!.previous).to.equal(cents('2010-12-01', '2010-12-09') / 100);
    expect([year!.current!.value, year!.current!.previous]).to.deep.equal([cents('2011-01-01', asOf) / 100, null]);
    expect(year!.reasons).to.deep.equal([{ code: 'not-enough-history', detail: first }]);
  });

  for (const by of ['country', 'segment', 'stage']) {
    it(`the parts by ${by} add up to the whole, and their contributions to the change`, async function () {
      this.timeout(60_000);
      const { dataset } = await retail(this);
      for (const { id, current, parts, series } of pulse(dataset, { kpis: ['sales', 'orders', 'new-customers'], by }).kpis) {
        const sum = (list: (number | null)[]): number =>
          Math.round(list.reduce<number>((total, value) => total + (value ?? 0), 0) * 100) / 100;
        expect(sum(parts.map(({ value }) => value)), id).to.equal(current!.value);
        expect(sum(parts.map(({ previous }) => previous)), id).to.equal(current!.previous);
        series.forEach(({ value }, index) => expect(sum(parts.map(({ values: all }) => all[index]!)), id).to.equal(value));
        const contributions = parts.reduce((total, { contribution }) => total + contribution!, 0);
        expect(contributions).to.be.closeTo(current!.change!, 1e-9);
      }
      if (by === 'country') return;
      // Everybody is in one segment, and in one stage.
      const active = pulse(dataset, { kpis: ['active-customers'], by }).kpis[0]!;
      expect(active.parts.reduce((total, { value }) => total + value!, 0)).to.equal(active.current!.value);
    });
  }

  it('a period of the filter is compared with as many days before it', async function () {
    this.timeout(60_000);
    const { dataset, orders } = await retail(this);
    const ask = (from: string, to: string): PulseKpi =>
      (run(dataset, { kpi: 'pulse', params: { kpis: ['orders'] }, filter: { period: { from, to } } }) as { value: PulseResult }).value
        .kpis[0]!;
    const count = (from: string, to: string): number => between(orders, from, to).length;
    const months = ask('2011-05-01', '2011-06-30');
    expect([months.current!.value, months.current!.compared]).to.deep.equal([
      count('2011-05-01', '2011-06-30'),
      { from: '2011-03-01', to: '2011-04-30' },
    ]);
    const days = ask('2011-05-10', '2011-05-19');
    expect([days.current!.value, days.current!.previous]).to.deep.equal([
      count('2011-05-10', '2011-05-19'),
      count('2011-04-30', '2011-05-09'),
    ]);
    expect(days.series.map(({ period, value, partial }) => [period, value, partial])).to.deep.equal([
      ['2011-05', count('2011-05-10', '2011-05-19'), true],
    ]);
  });
});
