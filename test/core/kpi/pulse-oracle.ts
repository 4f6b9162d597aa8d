/** Figures of periods by naive loops over lists of orders, with local days as text: nothing of the code under test. */
import { bucket } from './periods-oracle.js';
import type { OracleOrder } from './periods-oracle.js';

const day = (iso: string): Date => new Date(`${iso}T00:00Z`);
const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** The day that lies so many calendar months before, at the end of a shorter month. */
export function monthsBack(from: string, months: number): string {
  const date = day(from);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  return iso(date);
}

export function daysBack(from: string, days: number): string {
  return iso(new Date(day(from).getTime() - days * 864e5));
}

/** Orders from a day to another, both included. */
export const between = (orders: readonly OracleOrder[], from: string, to: string): OracleOrder[] =>
  orders.filter((order) => order.day >= from && order.day <= to);

const people = (orders: readonly OracleOrder[]): Set<string> => new Set(orders.flatMap(({ customer }) => customer ?? []));
const centsOf = (orders: readonly OracleOrder[]): number => orders.reduce((sum, { cents }) => sum + cents, 0);

/** What the KPIs of these days stand on. @param first Day of the first order of each customer. */
export function naiveFigures(orders: readonly OracleOrder[], from: string, to: string, first: ReadonlyMap<string, string>) {
  const own = between(orders, from, to);
  const known = own.filter(({ customer }) => customer !== null);
  const customers = people(own);
  const sorted = own.map(({ cents }) => cents).sort((a, b) => a - b);
  return {
    orders: own.length,
    cents: centsOf(own),
    knownCents: centsOf(known),
    knownOrders: known.length,
    customers: customers.size,
    fresh: [...customers].filter((one) => first.get(one)! >= from).length,
    middle: sorted.length === 0 ? null : (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2,
  };
}

export function firstDays(orders: readonly OracleOrder[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { customer, day: at } of orders) if (customer !== null && at < (first.get(customer) ?? '9')) first.set(customer, at);
  return first;
}

/** What became of the customers in these days: silent for so many months is lost. */
export function naiveStates(orders: readonly OracleOrder[], from: string, to: string, months: number) {
  const activeAt = (last: string): Set<string> =>
    people(orders.filter((order) => order.day > monthsBack(last, months) && order.day <= last));
  const activeBefore = activeAt(daysBack(from, 1));
  const activeNow = activeAt(to);
  const times = new Map<string, number>();
  for (const { customer, day: at } of orders)
    if (customer !== null && at > monthsBack(to, 12) && at <= to) times.set(customer, (times.get(customer) ?? 0) + 1);
  return {
    activeBefore: activeBefore.size,
    lost: [...activeBefore].filter((one) => !activeNow.has(one)).length,
    year: times.size,
    loyal: [...times.values()].filter((count) => count > 1).length,
  };
}

/** First and last day of the calendar period of a day. */
export function periodOf(of: string, grain: string): [from: string, to: string] {
  let [from, to] = [of, of];
  while (bucket(daysBack(from, 1), grain) === bucket(of, grain)) from = daysBack(from, 1);
  while (bucket(daysBack(to, -1), grain) === bucket(of, grain)) to = daysBack(to, -1);
  return [from, to];
}
