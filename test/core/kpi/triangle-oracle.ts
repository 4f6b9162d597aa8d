/** What metrics add to cohorts, by naive loops over lists of orders with local days as text: nothing of the code under test. */
import { bucket, buckets } from './periods-oracle.js';
import type { OracleOrder } from './periods-oracle.js';

type Known = OracleOrder & { customer: string };

const DAY = 864e5;
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Calendar months later or earlier, on the last day of the month where there is no such day. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

const known = (orders: readonly OracleOrder[], asOf: string): Known[] =>
  orders.filter((order): order is Known => order.customer !== null && order.day <= asOf);

const peopleOf = (orders: readonly Known[]): Map<string, Known[]> => {
  const people = new Map<string, Known[]>();
  for (const order of [...orders].sort((a, b) => (a.day < b.day ? -1 : 1)))
    people.set(order.customer, [...(people.get(order.customer) ?? []), order]);
  return people;
};

const spent = (orders: readonly Known[]): number => orders.reduce((sum, { cents }) => sum + cents, 0);

/** Months of the mean recency. */
export function naiveWindow(orders: readonly OracleOrder[], asOf: string): number {
  const last = [...peopleOf(known(orders, asOf)).values()].map((own) => own.at(-1)!.day);
  return Math.max(1, Math.round(last.reduce((sum, day) => sum + days(day, asOf), 0) / last.length / 30.4375));
}

/** Customers who spent more than three quarters of those did who ordered in the months up to a day. */
export function naiveTop(orders: readonly OracleOrder[], day: string, months: number): Set<string> {
  const after = monthsLater(day, -months);
  const sums = new Map<string, number>();
  for (const order of known(orders, day)) if (order.day > after) sums.set(order.customer, (sums.get(order.customer) ?? 0) + order.cents);
  const sorted = [...sums.values()].sort((a, b) => a - b);
  const cut = sorted[Math.ceil(sorted.length * 0.75) - 1];
  return new Set([...sums].filter(([, sum]) => sum > cut).map(([customer]) => customer));
}

/** Last day of each bucket. */
export function bucketEnds(from: string, to: string, grain: string): Map<string, string> {
  const ends = new Map<string, string>();
  for (let at = Date.parse(from); at <= Date.parse(to) + 100 * DAY; at += DAY) {
    const day = new Date(at).toISOString().slice(0, 10);
    ends.set(bucket(day, grain), day);
  }
  return ends;
}

/** By cohort, then by bucket that is over: members, cents so far, cents and orders of the bucket, very good customers at its end. */
export function naiveTriangle(
  orders: readonly OracleOrder[],
  from: string,
  asOf: string,
  grain: string,
): [number, number, number, number, number][][] {
  if (known(orders, asOf).length === 0) return [];
  const all = buckets(from, asOf, grain);
  const ends = bucketEnds(from, asOf, grain);
  const months = naiveWindow(orders, asOf);
  const over = all.filter((key) => ends.get(key)! <= asOf);
  const tops = new Map(over.map((key) => [key, naiveTop(orders, ends.get(key)!, months)]));
  const people = [...peopleOf(known(orders, asOf))];
  return all.flatMap((cohort) => {
    const members = people.filter(([, own]) => bucket(own[0].day, grain) === cohort);
    if (members.length === 0) return [];
    const own = members.flatMap(([, each]) => each);
    const cells = over
      .filter((key) => key >= cohort)
      .map((key): [number, number, number, number, number] => {
        const here = own.filter(({ day }) => bucket(day, grain) === key);
        const soFar = own.filter(({ day }) => bucket(day, grain) <= key);
        return [members.length, spent(soFar), spent(here), here.length, members.filter(([name]) => tops.get(key)!.has(name)).length];
      });
    return [cells];
  });
}

/** Newcomers, and the sum of their probabilities to be very good customers at month 12; null without earlier customers. */
export function naiveNewcomers(orders: readonly OracleOrder[], asOf: string, months: number) {
  const after = monthsLater(asOf, -months);
  const people = peopleOf(known(orders, asOf));
  const window = naiveWindow(orders, asOf);
  const endOf = (day: string): string => monthsLater(`${monthsLater(day, 12).slice(0, 7)}-31`.replace(/-31$/, '-01'), 1);
  const fresh = [...people.values()].filter(([first]) => first.day > after);
  const earlier = [...people.values()].flatMap((own) => {
    const end = new Date(Date.parse(endOf(own[0].day)) - DAY).toISOString().slice(0, 10);
    return own[0].day <= after && end <= asOf ? [{ own, top: naiveTop(orders, end, window).has(own[0].customer) }] : [];
  });
  const share = earlier.filter(({ top }) => top).length / earlier.length;
  const ageOf = (own: Known[], to: string) => Math.floor(days(own[0].day, to) / 30.4375);
  const early = (own: Known[], age: number) => own.filter(({ day }) => (day === own[0].day ? 0 : ageOf(own, day) + 1) <= age);
  const chance = (own: Known[]): number => {
    const age = ageOf(own, asOf);
    const amounts = earlier.map((each) => spent(early(each.own, age))).sort((a, b) => a - b);
    const quarter = (some: Known[]) => [1, 2, 3].filter((part) => amounts[Math.ceil((part * amounts.length) / 4) - 1] < spent(some)).length;
    const classOf = (some: Known[]) => `${Math.min(3, some.length)} ${quarter(some)}`;
    const alike = earlier.filter((each) => classOf(early(each.own, age)) === classOf(early(own, age)));
    return (alike.filter(({ top }) => top).length + 10 * share) / (alike.length + 10);
  };
  return {
    customers: fresh.length,
    orders: fresh.flat().length,
    cents: spent(fresh.flat()),
    active: fresh.filter((own) => own.at(-1)!.day > monthsLater(asOf, -window)).length,
    reference: earlier.length,
    referenceTop: earlier.filter(({ top }) => top).length,
    expected: earlier.length > 0 ? fresh.reduce((sum, own) => sum + chance(own), 0) : null,
  };
}
