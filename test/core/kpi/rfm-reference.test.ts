import { expect } from 'chai';
import { addMonths, formatIsoDay, parseIsoDay } from '../../../src/core/calendar/civil-day.js';
import { createDataset } from '../../../src/core/ingest/create-dataset.js';
import type { Row } from '../../../src/core/ingest/input.js';
import { rfm } from '../../../src/core/kpi/rfm.js';
import type { RfmResult } from '../../../src/core/kpi/rfm-types.js';
import type { Dataset } from '../../../src/core/table/dataset.js';
import { sharedJson } from '../../shared-data.js';
import { naiveRfm } from './rfm-oracle.js';
import type { NaiveOrder, NaiveRfm } from './rfm-oracle.js';
import { tinyRun } from './tiny-run.js';

interface Invoice {
  InvoiceNo: string;
  InvoiceDate: string;
  CustomerID: string;
  TotalPrice: number;
}

const AS_OF = parseIsoDay('2011-12-09') ?? NaN;
const cents = (amount: number): number => Math.round(amount * 100);

/** The naive customers of one cell or segment, as a result counts them. */
function summed(customers: NaiveRfm['customers']): { customers: number; orders: number; revenue: number } {
  return {
    customers: customers.length,
    orders: customers.reduce((sum, one) => sum + one.orderCount, 0),
    revenue: customers.reduce((sum, one) => sum + one.revenue, 0) / 100,
  };
}

function expectSame(result: RfmResult, naive: NaiveRfm): void {
  expect(result.window.meanRecencyDays).to.be.closeTo(naive.meanRecencyDays, 1e-9);
  expect(result.inactive).to.equal(naive.inactive);
  const { customers, orders, revenue } = result;
  expect({ customers, orders, revenue }).to.deep.equal(summed(naive.customers));
  // As text: a deep comparison of thousands of objects takes seconds.
  expect(JSON.stringify(result.scores)).to.equal(JSON.stringify(naive.customers.map((one) => ({ ...one, revenue: one.revenue / 100 }))));
  for (const cell of result.cells) {
    const inCell = naive.customers.filter((one) => one.recencyScore === cell.recency && one.frequencyScore === cell.frequency);
    expect(cell).to.deep.equal({ recency: cell.recency, frequency: cell.frequency, ...summed(inCell) });
  }
  for (const segment of result.segments)
    expect(segment).to.deep.include(summed(naive.customers.filter((one) => one.segment === segment.id)));
}

describe('rfm on a real shop, against a naive count', () => {
  let dataset: Dataset;
  let orders: NaiveOrder[];

  before(async function () {
    const invoices = await sharedJson<(Invoice & Row)[]>(this, 'data/online-retail-orders.json');
    ({ dataset } = createDataset(invoices, { currency: 'GBP' }));
    orders = invoices.map((row) => ({
      customer: row.CustomerID,
      day: parseIsoDay(row.InvoiceDate.slice(0, 10)) ?? NaN,
      net: cents(row.TotalPrice),
    }));
  });

  it('all: 4,338 customers, 18,532 orders, £8,911,407.90', () => {
    const { value, status, used } = tinyRun(rfm, dataset, { window: 'all', scoreLimit: 10_000 });
    expect([value.customers, value.orders, value.revenue, value.inactive]).to.deep.equal([4338, 18532, 8911407.9, 0]);
    expect(value.window).to.include({ from: '2010-12-01', to: '2011-12-09', rule: 'all' });
    expect([status, used]).to.deep.equal(['ready', 18532]);
    expectSame(
      value,
      naiveRfm(orders, [], AS_OF, () => -Infinity, 5),
    );
  });

  it('auto: the window that the mean recency leads to', () => {
    const { value } = tinyRun(rfm, dataset, { scoreLimit: 10_000 });
    const months = (mean: number): number => Math.max(1, Math.round(mean / 30.4375));
    const naive = naiveRfm(orders, [], AS_OF, (mean) => addMonths(AS_OF, -months(mean)) + 1, 5);
    expect(value.window).to.include({
      months: months(naive.meanRecencyDays),
      from: formatIsoDay(addMonths(AS_OF, -months(naive.meanRecencyDays)) + 1),
    });
    expectSame(value, naive);
  });

  it('90 days in 3 classes', () => {
    const { value } = tinyRun(rfm, dataset, { window: '90D', bins: 3, scoreLimit: 10_000 });
    expectSame(
      value,
      naiveRfm(orders, [], AS_OF, () => AS_OF - 89, 3),
    );
  });

  it('segments add up to the customers in the window, to the penny', () => {
    for (const segments of ['quartile', 'cumulative', 'thresholds'])
      for (const window of ['auto', 'all', '6M']) {
        const { value } = tinyRun(rfm, dataset, { window, segments, thresholds: [100, 500, 2000] });
        const sums = (key: 'customers' | 'orders' | 'revenue'): number =>
          value.segments.reduce((sum, one) => sum + cents(one[key] ?? NaN), 0);
        expect([sums('customers'), sums('orders'), sums('revenue')]).to.deep.equal(
          [value.customers, value.orders, value.revenue].map(cents),
        );
        const shares = value.segments.map((one) => [one.customerShare ?? NaN, one.revenueShare ?? NaN]);
        for (const share of [0, 1]) expect(shares.reduce((sum, one) => sum + one[share], 0)).to.be.closeTo(1, 1e-12);
      }
  });

  it('cumulative: TBC hold half of the revenue, and would not without their smallest', () => {
    const { value } = tinyRun(rfm, dataset, { window: 'all', segments: 'cumulative', scoreLimit: 10_000 });
    const held = (ids: string[]): number =>
      value.segments.filter(({ id }) => ids.includes(id)).reduce((sum, one) => sum + (one.revenue ?? NaN), 0) / value.revenue;
    const smallest = (id: string): number => (value.segments.find((one) => one.id === id)?.from ?? NaN) / value.revenue;
    for (const [ids, share] of [
      [['TBC'], 0.5],
      [['TBC', 'BC'], 0.8],
      [['TBC', 'BC', 'CO'], 0.95],
    ] as const) {
      expect(held([...ids])).to.be.at.least(share);
      expect(held([...ids]) - smallest(ids[ids.length - 1])).to.be.below(share);
    }
  });
});
