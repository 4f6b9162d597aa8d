/**
 * The dashboard job as a page would write it with d3-array, on its main thread: valid orders, sales by month, retention by cohort,
 * RFM classes, silent customers. It knows the exact form of its rows, where Vigie finds out by itself.
 */
import { rollup, sum } from 'd3-array';
import type { OrderRow } from '../../demo/shop/orders.js';
import type { Facts } from './facts.js';

interface Sale {
  readonly customer: string;
  /** Days since 1970 of the shop's own date, and months since year 0. */
  readonly day: number;
  readonly month: number;
  readonly cents: number;
}

const DAY = 86_400_000;

function salesOf(rows: readonly OrderRow[]): Sale[] {
  const last = new Map(rows.map((row) => [row.id, row]));
  const sales: Sale[] = [];
  for (const row of last.values()) {
    const cents = Math.round(row.total * 100) - Math.round(row.tax * 100) - Math.round(row.shipping * 100);
    if (/cancelled|failed/.test(row.status) || cents <= 0) continue;
    const date = row.created_at.slice(0, 10);
    const [year, month] = date.split('-').map(Number) as [number, number];
    sales.push({ customer: row.customer_id, day: Date.parse(date) / DAY, month: year * 12 + month - 1, cents });
  }
  return sales;
}

/** The same day of the month so many months earlier, or the last one of that month. */
function monthsBack(day: number, months: number): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - months];
  const last = Date.UTC(year, month + 1, 0);
  return Math.min(Date.UTC(year, month, date.getUTCDate()), last) / DAY;
}

/** Smallest values whose cumulative share reaches 1/5, 2/5, 3/5 and 4/5, each once. */
function cutsOf(values: number[]): number[] {
  const sorted = values.sort((a, b) => a - b);
  return [...new Set([1, 2, 3, 4].map((part) => sorted[Math.ceil((part * sorted.length) / 5) - 1]!))];
}

export function byHand(rows: readonly OrderRow[]): Facts {
  const sales = salesOf(rows);
  const asOf = Math.max(...[0].concat([sales.reduce((most, { day }) => Math.max(most, day), 0)]));
  const months = rollup(
    sales,
    (own) => [own.length, sum(own, ({ cents }) => cents)] as const,
    ({ month }) => month,
  );
  const known = sales.filter(({ customer }) => customer !== '');
  const people = rollup(
    known,
    (own) => ({
      first: own.reduce((least, { month }) => Math.min(least, month), Infinity),
      last: own.reduce((most, { day }) => Math.max(most, day), 0),
    }),
    ({ customer }) => customer,
  );
  const active = rollup(
    known,
    (own) => new Set(own.map(({ customer }) => customer)).size,
    ({ customer }) => people.get(customer)!.first,
    ({ month }) => month,
  );
  const recency = sum(people.values(), ({ last }) => asOf - last) / people.size;
  const length = Math.max(1, Math.floor(recency / 30.4375 + 0.5));
  const start = monthsBack(asOf, length);
  const recent = rollup(
    known.filter(({ day }) => day > start),
    (own) => ({ orders: own.length, cents: sum(own, ({ cents }) => cents) }),
    ({ customer }) => customer,
  );
  const silent = (from: number): number => [...people.values()].filter(({ last }) => last <= from).length;
  const earlier = monthsBack(asOf, 2 * length);
  const base = new Set(known.filter(({ day }) => day > earlier && day <= start).map(({ customer }) => customer));
  return {
    months: [...months].sort(([a], [b]) => a - b).map(([, figures]) => [...figures]),
    cohorts: [...active]
      .sort(([a], [b]) => a - b)
      .map(([first, own]) => [...own].map(([month, count]) => (month - first + 1) * count).reduce((a, b) => a + b)),
    window: [length, recent.size, sum(recent.values(), ({ cents }) => cents)],
    cuts: [
      cutsOf([...recent.keys()].map((customer) => asOf - people.get(customer)!.last)),
      cutsOf([...recent.values()].map(({ orders }) => orders)),
      cutsOf([...recent.values()].map(({ cents }) => cents)),
    ],
    churn: [people.size, silent(start), base.size, [...base].filter((customer) => !recent.has(customer)).length],
  };
}
