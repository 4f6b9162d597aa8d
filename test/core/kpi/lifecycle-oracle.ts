/** Life cycle by naive loops over lists of orders, day after day, with dates as text: nothing of the code under test. */
import { addDays, daysFrom, monthsBack } from './churn-oracle.js';

export interface OracleOrder {
  customer: string;
  /** ISO date on the local calendar. */
  day: string;
  cents: number;
}

export interface OracleRules {
  /** Months back from a day, or days. */
  back(day: string): string;
  /** For inactive customers, where others are defecting before that. */
  farBack?(day: string): string;
  premium?: { from: number; days: number } | null;
}

export const months = (count: number): OracleRules => ({ back: (day) => monthsBack(day, count), premium: { from: 3, days: 60 } });
export const days = (count: number): OracleRules => ({ back: (day) => addDays(day, -count), premium: { from: 3, days: 60 } });
export const emarsys: OracleRules = { back: (day) => addDays(day, -91), farBack: (day) => addDays(day, -366), premium: null };

/** Stage of one customer at the end of a day, from the days of all orders and the day of registration. */
export function naiveStage(orderDays: readonly string[], known: string | undefined, day: string, rules: OracleRules): string {
  const bought = [...new Set(orderDays.filter((one) => one <= day))].sort();
  const last = bought.at(-1);
  if (last === undefined) return known !== undefined && known <= day ? 'prospect' : 'outside';
  if (last <= (rules.farBack ?? rules.back)(day)) return 'inactive';
  if (last <= rules.back(day)) return 'defecting';
  const { premium } = rules;
  if (premium && bought.length >= premium.from && daysFrom(bought[0], last) / (bought.length - 1) <= premium.days) return 'premium';
  return bought.length >= 2 ? 'loyal' : 'new';
}

function byCustomer(orders: readonly OracleOrder[], known: ReadonlyMap<string, string>): Map<string, string[]> {
  const lists = new Map<string, string[]>([...known.keys()].map((customer) => [customer, []]));
  for (const { customer, day } of orders) lists.set(customer, [...(lists.get(customer) ?? []), day]);
  return lists;
}

/** `from>to` -> customers. */
export function naiveFlows(
  orders: readonly OracleOrder[],
  known: ReadonlyMap<string, string>,
  from: string,
  to: string,
  rules: OracleRules,
): Record<string, number> {
  const flows: Record<string, number> = {};
  for (const [customer, list] of byCustomer(orders, known)) {
    const [before, after] = [from, to].map((day) => naiveStage(list, known.get(customer), day, rules));
    if (after !== 'outside') flows[`${before}>${after}`] = (flows[`${before}>${after}`] ?? 0) + 1;
  }
  return flows;
}

/** By stage: days of every stay, and whether it ended; by looking at every day. */
export function naiveStays(
  orders: readonly OracleOrder[],
  known: ReadonlyMap<string, string>,
  asOf: string,
  rules: OracleRules,
): Record<string, [days: number, ended: boolean][]> {
  const stays: Record<string, [number, boolean][]> = {};
  for (const [customer, list] of byCustomer(orders, known)) {
    const begin = [...list, known.get(customer) ?? asOf].sort()[0];
    let since = begin;
    let stage = naiveStage(list, known.get(customer), begin, rules);
    for (let day = begin; day <= asOf; day = addDays(day, 1)) {
      const now = naiveStage(list, known.get(customer), day, rules);
      if (now === stage) continue;
      (stays[stage] ??= []).push([daysFrom(since, day), true]);
      [since, stage] = [day, now];
    }
    if (begin <= asOf) (stays[stage] ??= []).push([daysFrom(since, asOf), false]);
  }
  delete stays['outside'];
  return stays;
}

/** First day by which no more than half are still there, by the product of Kaplan and Meier. */
export function naiveMedian(stays: readonly [days: number, ended: boolean][]): number | null {
  let left = 1;
  for (const day of [...new Set(stays.map(([time]) => time))].sort((a, b) => a - b)) {
    const atRisk = stays.filter(([time]) => time >= day).length;
    const gone = stays.filter(([time, ended]) => time === day && ended).length;
    left *= 1 - gone / atRisk;
    if (left <= 0.5 + 1e-12) return day;
  }
  return null;
}

/** By month: customers, new, retained, reactivated, lapsed. */
export function naiveMonths(orders: readonly OracleOrder[], asOf: string): [string, number, number, number, number, number][] {
  const first = orders
    .map(({ day }) => day)
    .sort()[0]
    .slice(0, 7);
  const names: string[] = [];
  for (let [year, month] = first.split('-').map(Number), name = first; name <= asOf.slice(0, 7);) {
    names.push(name);
    if (++month > 12) [year, month] = [year + 1, 1];
    name = `${year}-${String(month).padStart(2, '0')}`;
  }
  const buyers = names.map(
    (name) => new Set(orders.filter(({ day }) => day <= asOf && day.startsWith(name)).map(({ customer }) => customer)),
  );
  return names.map((name, at) => {
    const [now, before] = [buyers[at], buyers[at - 1] ?? new Set<string>()];
    const earlier = new Set(buyers.slice(0, at).flatMap((set) => [...set]));
    const count = (test: (customer: string) => boolean): number => [...now].filter(test).length;
    return [
      ...([name, now.size, count((one) => !earlier.has(one)), count((one) => before.has(one))] as const),
      count((one) => earlier.has(one) && !before.has(one)),
      [...before].filter((one) => !now.has(one)).length,
    ];
  });
}
