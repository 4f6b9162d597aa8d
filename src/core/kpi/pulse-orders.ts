/** Measures of orders over spans of days: one look at them, customer by customer, for the sums of every day. */
import type { Span } from '../calendar/period.js';
import { wholeQuantile } from '../stats/whole-quantile.js';
import type { CivilDay, Dataset } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay, firstOrders, lastOrderDay } from './order-facts.js';
import { remembered } from './remembered.js';
import { ledgerOf } from './order-ledger.js';
import { peoplePieces } from './people-in.js';
import type { Amounts } from './pulse-count.js';

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

/** What was paid back on the orders of each day; part after part. */
function refundsByDay({ context, partOf, parts }: Orders): Float64Array {
  const { dataset } = context;
  const { before, days } = daysOf(dataset);
  const sums = new Float64Array(days * parts);
  const rows = paidBack(dataset);
  if (rows.length === 0) return sums;
  const { refunded, day } = dataset.orders!;
  const passed = context.rows('orders')!;
  for (const row of rows) {
    if (!passed[row]) continue;
    sums[day[row] - before] += refunded[row];
    if (partOf) sums[partOf[row] * days + day[row] - before] += refunded[row];
  }
  return sums;
}

/** What lies between price and worth of the orders of each day, by measure; part after part. Zeros where no column tells. */
function deductionsByDay({ context, partOf, parts }: Orders) {
  const { dataset } = context;
  const { before, days } = daysOf(dataset);
  const { day = new Int32Array(), tax, shipping, discount } = dataset.orders ?? {};
  const [taxes, postage, discounts] = Array.from({ length: 3 }, () => new Float64Array(days * parts));
  const passed = context.rows('orders')!;
  const take = (place: number, row: number): void => {
    if (tax) taxes[place] += tax[row];
    if (shipping) postage[place] += shipping[row];
    if (discount) discounts[place] += discount[row];
  };
  const length = (tax ?? shipping ?? discount) ? day.length : 0;
  for (let row = 0; row < length; row++) {
    if (passed[row] === 0) continue;
    take(day[row] - before, row);
    if (partOf) take(partOf[row] * days + day[row] - before, row);
  }
  return { discounts, tax: taxes, shipping: postage };
}

/** Sums of all days up to each, by measure. */
type SumsUpTo = ReadonlyMap<string, Float64Array>;

function sumsUpTo(orders: Orders): SumsUpTo {
  const { days } = daysOf(orders.context.dataset);
  const refunds = refundsByDay(orders);
  const deductions = deductionsByDay(orders);
  const { discounts, tax, shipping } = deductions;
  const byDay = sumByDay(orders);
  const gross = refunds.map((amount, place) => amount + byDay['order-revenue'][place]);
  const undeducted = gross.map((amount, place) => amount + discounts[place] + tax[place] + shipping[place]);
  const added = (daily: Float64Array): Float64Array => {
    const upTo = daily.slice();
    for (let place = 1; place < upTo.length; place++) if (place % days > 0) upTo[place] += upTo[place - 1];
    return upTo;
  };
  return new Map(Object.entries({ ...byDay, refunds, gross, undeducted, ...deductions }).map(([id, daily]) => [id, added(daily)]));
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
