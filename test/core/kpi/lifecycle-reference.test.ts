import { expect } from 'chai';
import { createDataset, run } from '../../../src/core/index.js';
import type { LifecycleResult, SalesResult } from '../../../src/core/index.js';
import { sharedJson } from '../../shared-data.js';
import { monthsBack } from './churn-oracle.js';
import { emarsys, months, naiveFlows, naiveMedian, naiveMonths, naiveStays } from './lifecycle-oracle.js';
import type { OracleOrder } from './lifecycle-oracle.js';
import { flowsIn } from './lifecycle-run.js';

type RetailRow = { InvoiceDate: string; CustomerID: string; TotalPrice: number };
type CdnowRow = { customer_id: string; date: string; amount: number };

const asCounts = (value: LifecycleResult) =>
  value.months.map(({ month, customers, newCustomers, retained, reactivated, lapsed }) => [
    ...[month, customers, newCustomers, retained],
    ...[reactivated, lapsed],
  ]);
const nobody = new Map<string, string>();

/** Net of the twelve months up to a day, by passage. */
function naiveRevenue(orders: readonly OracleOrder[], from: string, to: string): Map<string, number> {
  const sums = new Map<string, number>();
  const owners = new Map<string, OracleOrder[]>();
  for (const order of orders) owners.set(order.customer, [...(owners.get(order.customer) ?? []), order]);
  for (const [, own] of owners) {
    const [passage] = Object.keys(naiveFlows(own, nobody, from, to, months(3)));
    const cents = own.reduce((sum, order) => sum + (order.day > monthsBack(to, 12) && order.day <= to ? order.cents : 0), 0);
    sums.set(passage, (sums.get(passage) ?? 0) + cents);
  }
  return sums;
}

describe('lifecycle: against naive loops', () => {
  it('Online Retail: months cell by cell, flows with their money, stays and their medians', async function () {
    this.timeout(120_000);
    const rows = await sharedJson<RetailRow[]>(this, 'data/online-retail-orders.json');
    const orders = rows.map(({ CustomerID, InvoiceDate, TotalPrice }) => ({
      customer: CustomerID,
      day: InvoiceDate.slice(0, 10),
      cents: Math.round(TotalPrice * 100),
    }));
    const { dataset } = createDataset(rows);
    const { value, asOf } = run(dataset, { kpi: 'lifecycle' }) as { value: LifecycleResult; asOf: string };
    expect([asOf, value.dates.from, value.rules.silentMonths, value.customers]).to.deep.equal(['2011-12-09', '2011-09-09', 3, 4338]);
    expect(asCounts(value)).to.deep.equal(naiveMonths(orders, asOf));
    expect(value.months.map(({ partial }) => partial)).to.deep.equal([...Array<boolean>(12).fill(false), true]);
    const { series } = (run(dataset, { kpi: 'sales' }) as { value: SalesResult }).value;
    expect(value.months.map(({ month, newCustomers }) => [month, newCustomers])).to.deep.equal(
      series.map(({ period, newCustomers }) => [period, newCustomers]),
    );
    expect(flowsIn(value)).to.deep.equal(naiveFlows(orders, nobody, '2011-09-09', asOf, months(3)));
    const money = naiveRevenue(orders, '2011-09-09', asOf);
    for (const { from, to, customers, revenue } of value.flows)
      if (customers) expect(revenue, `${from}>${to}`).to.equal(money.get(`${from}>${to}`)! / 100);
    const stays = naiveStays(orders, nobody, asOf, months(3));
    for (const { id, dwell } of value.stages.slice(1)) {
      expect([dwell!.stays, dwell!.ended], id).to.deep.equal([stays[id].length, stays[id].filter(([, ended]) => ended).length]);
      expect(dwell!.medianDays, id).to.equal(naiveMedian(stays[id]));
    }
  });

  it('Online Retail: Emarsys, as of three days, from three days', async function () {
    this.timeout(120_000);
    const rows = await sharedJson<RetailRow[]>(this, 'data/online-retail-orders.json');
    const orders = rows.map(({ CustomerID, InvoiceDate }) => ({ customer: CustomerID, day: InvoiceDate.slice(0, 10), cents: 0 }));
    const { dataset } = createDataset(rows);
    for (const [from, to] of [
      ['2011-11-30', '2011-12-09'],
      ['2011-05-31', '2011-08-31'],
      ['2010-12-15', '2011-02-28'],
    ]) {
      const request = { kpi: 'lifecycle', params: { preset: 'emarsys', from }, asOf: to };
      const known = orders.filter(({ day }) => day <= to);
      expect(flowsIn((run(dataset, request) as { value: LifecycleResult }).value)).to.deep.equal(
        naiveFlows(known, nobody, from, to, emarsys),
      );
    }
  });

  it('CDNOW sample: months and flows', async function () {
    this.timeout(120_000);
    const rows = await sharedJson<CdnowRow[]>(this, 'data/cdnow-sample-orders.json');
    const orders = rows
      .filter((row) => row.amount > 0)
      .map((row) => ({ customer: row.customer_id, day: row.date, cents: Math.round(row.amount * 100) }));
    const { dataset } = createDataset(rows);
    for (const asOf of ['1998-06-30', '1997-12-31']) {
      const { value } = run(dataset, { kpi: 'lifecycle', params: { window: '6M' }, asOf }) as { value: LifecycleResult };
      expect(asCounts(value)).to.deep.equal(naiveMonths(orders, asOf));
      const known = orders.filter(({ day }) => day <= asOf);
      expect(flowsIn(value)).to.deep.equal(naiveFlows(known, nobody, monthsBack(asOf, 3), asOf, months(6)));
    }
  });
});
