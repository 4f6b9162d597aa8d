import { expect } from 'chai';
import { createDataset, run } from '../../../src/core/index.js';
import type { ChurnResult } from '../../../src/core/kpi/churn-types.js';
import { sharedJson } from '../../shared-data.js';
import { addDays, daysFrom, monthsBack, naiveAttrition, naiveTiers } from './churn-oracle.js';
import type { OracleOrder } from './churn-oracle.js';

type RetailRow = { InvoiceDate: string; CustomerID: string; TotalPrice: number };
type CdnowRow = { customer_id: string; date: string; amount: number };

function compare(value: ChurnResult, orders: readonly OracleOrder[], asOf: string, months: number): void {
  const firstDay = orders.map((order) => order.day).reduce((a, b) => (b < a ? b : a));
  const tiers = naiveTiers(orders, asOf, months);
  for (const tier of value.tiers) {
    expect(tier.customers, tier.id).to.equal(tiers[tier.id].customers);
    expect(tier.revenue, tier.id).to.equal(tiers[tier.id].cents / 100);
  }
  expect(value.active).to.equal(tiers.none.customers + tiers.watch.customers + tiers.risk.customers);
  value.trend.forEach((point, index) => {
    const day = monthsBack(asOf, value.trend.length - 1 - index);
    const isCovered = firstDay <= addDays(monthsBack(day, 2 * months), 1);
    const { base, lost } = isCovered ? naiveAttrition(orders, day, months) : { base: 0, lost: 0 };
    expect([point.asOf, point.base, point.lost]).to.deep.equal([day, base, lost]);
    expect(point.attritionRate).to.equal(isCovered ? lost / base : null);
  });
  expect([value.attritionBase, value.attritionLost]).to.deep.equal([value.trend.at(-1)!.base, value.trend.at(-1)!.lost]);
}

describe('churn: against naive loops', () => {
  it('Online Retail: 4,338 customers, window of 3 months', async function () {
    this.timeout(60_000);
    const rows = await sharedJson<RetailRow[]>(this, 'data/online-retail-orders.json');
    const orders = rows.map((row) => ({
      customer: row.CustomerID,
      day: row.InvoiceDate.slice(0, 10),
      cents: Math.round(row.TotalPrice * 100),
    }));
    const { dataset } = createDataset(rows);
    const { value, asOf } = run(dataset, { kpi: 'churn' }) as { value: ChurnResult; asOf: string };
    expect([asOf, value.base, value.window.months]).to.deep.equal(['2011-12-09', 4338, 3]);
    compare(value, orders, asOf, 3);
    // The list, from scratch.
    const last = new Map<string, string>();
    for (const { customer, day } of orders) if (day > (last.get(customer) ?? '')) last.set(customer, day);
    for (const customer of value.customers) expect(customer.silentDays).to.equal(daysFrom(last.get(customer.id)!, asOf));
    expect(value.customers.filter((customer) => customer.tier === 'risk')).to.have.length(100);
  });

  it('CDNOW sample: 2,357 customers, as of three days, windows of 3, 6 and 9 months', async function () {
    this.timeout(60_000);
    const rows = await sharedJson<CdnowRow[]>(this, 'data/cdnow-sample-orders.json');
    const orders = rows
      .filter((row) => row.amount > 0)
      .map((row) => ({ customer: row.customer_id, day: row.date, cents: Math.round(row.amount * 100) }));
    const { dataset } = createDataset(rows);
    for (const asOf of ['1998-06-30', '1998-02-28', '1997-12-31']) {
      for (const months of [3, 6, 9]) {
        const { value } = run(dataset, { kpi: 'churn', asOf, params: { window: `${months}M`, limit: 0, trendMonths: 14 } }) as {
          value: ChurnResult;
        };
        compare(value, orders, asOf, months);
      }
    }
  });
});
