/** Measures of orders over spans of days: one look at them, customer by customer, for the sums of every day. */
import { wholeQuantile } from '../stats/whole-quantile.js';
import type { CivilDay, Dataset } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay, firstOrders, lastOrderDay, ordersOf, remembered } from './order-facts.js';
import { ledgerOf } from './order-ledger.js';
import { peoplePieces } from './people-in.js';
import type { Amounts } from './pulse-count.js';
import type { Span } from './pulse-spans.js';

/** @internal Orders let through, and the part of each. */
export interface Orders {
  readonly context: KpiContext;
  /** By row of the table, from 1 on; null without a split. */
  readonly partOf: Uint8Array | null;
  /** Parts, the whole included. */
  readonly parts: number;
}

interface Days {
  /** The day before the first order, which has place 0. */
  readonly before: CivilDay;
  /** How many, that one included. */
  readonly days: number;
  placeOf(day: CivilDay): number;
}

/** Days of all orders. */
function daysOf(dataset: Dataset): Days {
  const before = firstOrderDay(dataset) - 1;
  const days = Math.max(lastOrderDay(dataset) - before + 1, 1);
  return { before, days, placeOf: (day) => Math.min(Math.max(day - before, 0), days - 1) };
}

/** Rows on which something was paid back. */
const paidBack = remembered((dataset: Dataset): readonly number[] => {
  const found: number[] = [];
  dataset.orders?.refunded.forEach((amount, row) => {
    if (amount) found.push(row);
  });
  return found;
});

/** Sums of each day; part after part. */
function sumByDay({ context, partOf, parts }: Orders) {
  const { dataset } = context;
  const { owners, begin, end, day, net, row } = ledgerOf(context);
  const firsts = firstOrders(dataset);
  const { before, days } = daysOf(dataset);
  const [orders, revenue, fresh, freshRevenue] = Array.from({ length: 4 }, () => new Float64Array(days * parts));
  const take = (place: number, amount: number, isFirst: boolean): void => {
    orders[place]++;
    revenue[place] += amount;
    if (!isFirst) return;
    fresh[place]++;
    freshRevenue[place] += amount;
  };
  let [known, knownRevenue] = [orders, revenue];
  for (let at = 0; at < owners.length; at++) {
    const owner = owners[at];
    // Nobody comes last: what has been counted by then is of somebody.
    if (owner < 0) [known, knownRevenue] = [orders.slice(), revenue.slice()];
    const first = owner < 0 ? -1 : firsts[owner];
    for (let one = begin[at]; one < end[at]; one++) {
      take(day[one] - before, net[one], row[one] === first);
      if (partOf) take(partOf[row[one]] * days + day[one] - before, net[one], row[one] === first);
    }
  }
  const money = { 'order-revenue': revenue, 'identified-order-revenue': knownRevenue, 'first-order-revenue': freshRevenue };
  return { orders, 'identified-orders': known, 'new-customers': fresh, ...money };
}

/** Amounts of a column on the orders of each day; part after part. @param rows Those that have any; absent: all. */
function amountsByDay(
  { context, partOf, parts }: Orders,
  amounts: Float64Array | Int32Array | null | undefined,
  rows?: readonly number[],
): Float64Array {
  const { before, days } = daysOf(context.dataset);
  const sums = new Float64Array(days * parts);
  const length = rows ? rows.length : amounts?.length;
  if (!amounts || !length) return sums;
  const { day } = ordersOf(context.dataset);
  const passed = context.rows('orders')!;
  for (let at = 0; at < length; at++) {
    const row = rows ? rows[at] : at;
    if (passed[row] === 0) continue;
    sums[day[row] - before] += amounts[row];
    if (partOf) sums[partOf[row] * days + day[row] - before] += amounts[row];
  }
  return sums;
}

/** Sums of all days up to each, by measure. */
type SumsUpTo = ReadonlyMap<string, Float64Array>;

function sumsUpTo(orders: Orders): SumsUpTo {
  const { days } = daysOf(orders.context.dataset);
  const { dataset } = orders.context;
  const refunds = amountsByDay(orders, dataset.orders?.refunded, paidBack(dataset));
  const [discounts, tax, shipping] = (['discount', 'tax', 'shipping'] as const).map((name) => amountsByDay(orders, dataset.orders?.[name]));
  const byDay = sumByDay(orders);
  const gross = refunds.map((amount, place) => amount + byDay['order-revenue'][place]);
  const undeducted = gross.map((amount, place) => amount + discounts[place] + tax[place] + shipping[place]);
  const added = (daily: Float64Array): Float64Array => {
    const upTo = daily.slice();
    for (let place = 1; place < upTo.length; place++) if (place % days > 0) upTo[place] += upTo[place - 1];
    return upTo;
  };
  return new Map(
    Object.entries({ ...byDay, refunds, gross, undeducted, discounts, tax, shipping }).map(([id, daily]) => [id, added(daily)]),
  );
}

const wholeSums = remembered((context: KpiContext): SumsUpTo => sumsUpTo({ context, partOf: null, parts: 1 }));

/** The same of a split: all measures of a request share them. */
const sumsByPart = remembered((orders: Orders): SumsUpTo => (orders.partOf ? sumsUpTo(orders) : wholeSums(orders.context)));

/** Sums of spans of days, a look-up each. A period of the filter that begins after the as-of day is no span: nothing is known of it. */
function sumsOver({ context, parts }: Orders, upTo: Float64Array, spans: readonly Span[]): Amounts[] {
  const { days, placeOf } = daysOf(context.dataset);
  return spans.map(({ from, to }) => {
    const [first, last] = [placeOf(from - 1), placeOf(to)];
    return Float64Array.from({ length: parts }, (_, part) => (to < from - 1 ? NaN : upTo[part * days + last] - upTo[part * days + first]));
  });
}

/** Four times the median of what orders of a part are worth. @param counts Orders up to each day. */
function medians({ context, partOf }: Orders, counts: Float64Array, spans: readonly Span[], part: number): number[] {
  const { before, placeOf } = daysOf(context.dataset);
  const { begin, end, day, net, row } = ledgerOf(context);
  const [first, last] = [Math.min(...spans.map(({ from }) => from)), Math.max(...spans.map(({ to }) => to))];
  const skipped = counts[placeOf(first - 1)];
  const offsets = Int32Array.from(counts, (count) => count - skipped);
  const next = offsets.slice();
  const values = new Float64Array(offsets[placeOf(last)]);
  for (let at = 0; at < begin.length; at++)
    for (let one = end[at] - 1; one >= begin[at] && day[one] >= first; one--)
      if (day[one] <= last && (part === 0 || partOf![row[one]] === part)) values[next[day[one] - before - 1]++] = net[one];
  return spans.map(({ from, to }) =>
    Math.round(4 * wholeQuantile(values.subarray(offsets[placeOf(from - 1)], offsets[placeOf(to)]), 1, 2)),
  );
}

/** A measure over each span; not of states, which are counted together. `crowd-orders`: the people behind them, guests one by one. */
export function* countOrders(orders: Orders, id: string, spans: readonly Span[]): Generator<void, Amounts[], void> {
  const { context, partOf, parts } = orders;
  const sums = sumsByPart(orders);
  yield;
  const over = (id: string): Amounts[] => sumsOver(orders, sums.get(id)!, spans);
  if (sums.has(id)) return over(id);
  if (id === 'median-order') {
    const { days } = daysOf(context.dataset);
    const byPart = Array.from({ length: parts }, (_, part) =>
      medians(orders, sums.get('orders')!.subarray(part * days, (part + 1) * days), spans, part),
    );
    return spans.map((_, at) => Float64Array.from(byPart, (own) => own[at]));
  }
  const people = yield* peoplePieces(
    context,
    spans.map((now) => ({ now })),
    partOf,
    parts,
  );
  if (id === 'customers') return people.map(({ now }) => now);
  const [all, known] = [over('orders'), over('identified-orders')];
  return people.map(({ now }, at) => now.map((count, part) => count + (all[at][part] - known[at][part] || 0)));
}
