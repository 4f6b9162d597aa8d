/**
 * Filter -> rows (rule G14). Which predicate touches which table:
 * - period: orders, refunds, visits, events by their day; its end also caps the as-of day
 * - channel: orders, visits, events by their own channel; customers by their acquisition channel; orphan refunds have none and fail
 * - country: the row's own, else its customer's
 * - segment, stage, tier, cohort: customers, and through them everything that belongs to them; rows without a customer fail
 * - channel and country in KPIs that follow customers through time: customers likewise, by where they were won
 * Tables as they were given: as far as they have such columns. A table is looked at when it is first asked for.
 */
import { sum } from '../stats/sum.js';
import type { CivilDay, CodeColumn, Dataset, TableName } from '../table/dataset.js';
import type { Filter, KpiContext, Reason } from './contract.js';
import { firstOrders, ordersOf } from './order-facts.js';
import { remembered } from './remembered.js';
import { ledgerOf } from './order-ledger.js';
import { reason } from './reason.js';
import { insidePieces, MEMBERSHIPS } from './membership.js';

/** @internal What the filter needs to know of a table. */
interface FilteredTable {
  readonly length: number;
  readonly day?: Int32Array;
  /** Customer of each row; absent: the rows are the customers, or nobody's. */
  readonly customer?: Int32Array;
  readonly channel?: CodeColumn | null;
  readonly country?: CodeColumn | null;
}

/** By code + 1: 1 for a chosen value, 0 for others; first what stands for none. */
function codeTable(column: CodeColumn, chosen: readonly string[], none = 0): Uint8Array {
  return Uint8Array.from([none, ...column.values.map((value) => +chosen.includes(value))]);
}

// Tables instead of questions, and columns that are always there: in a long loop a wrong guess costs more.

/** Clears rows whose code is 0 in a table by code + 1. */
function keepCodes(rows: Uint8Array, codes: Int32Array, table: Uint8Array): void {
  for (let row = 0; row < rows.length; row++) rows[row] &= table[codes[row] + 1];
}

/** Clears rows that do not hold one of the chosen values. */
function keepChosen(rows: Uint8Array, column: CodeColumn | null | undefined, chosen: readonly string[]): void {
  if (column) keepCodes(rows, column.codes, codeTable(column, chosen));
  else rows.fill(0);
}

/** The same; a row without a value holds that of its owner. */
function keepChosenOrHome(rows: Uint8Array, { country, customer }: FilteredTable, home: CodeColumn, chosen: readonly string[]): void {
  const { codes, values } = country ?? { codes: new Int32Array(rows.length).fill(-1), values: [] };
  const own = codeTable({ codes, values }, chosen, 2);
  const byOwner = new Uint8Array(home.codes.length + 1).fill(1, 1);
  keepCodes(byOwner.subarray(1), home.codes, codeTable(home, chosen));
  const owners = customer!;
  for (let row = 0; row < rows.length; row++) {
    const passes = own[codes[row] + 1];
    rows[row] &= (passes & 1) | ((passes >> 1) & byOwner[owners[row] + 1]);
  }
}

/** Clears rows of those who are not chosen, and those that are nobody's. */
function keepInside(rows: Uint8Array, name: TableName, customer: Int32Array | undefined, inside: Uint8Array): void {
  if (customer) keepCodes(rows, customer, inside);
  else if (name !== 'customers') rows.fill(0);
  else for (let row = 0; row < rows.length; row++) rows[row] &= inside[row + 1];
}

/** Keeps the rows of some days. */
function keepDays(rows: Uint8Array, day: Int32Array, first: CivilDay, last: CivilDay): void {
  for (let row = 0; row < rows.length; row++) if (day[row] > last || day[row] < first) rows[row] = 0;
}

/** Orders let through: to find them by customer is faster than to look at every row. */
function orderFlags(context: KpiContext, length: number): Uint8Array {
  const flags = new Uint8Array(length);
  const { begin, end, row } = ledgerOf(context);
  for (let at = 0; at < begin.length; at++) for (let one = begin[at]; one < end[at]; one++) flags[row[one]] = 1;
  return flags;
}

/** How many rows are of later days. */
function countLater(day: Int32Array, last: CivilDay): number {
  let later = 0;
  for (let row = 0; row < day.length; row++) if (day[row] > last) later++;
  return later;
}

type Days = Pick<KpiContext, 'dataset' | 'asOf' | 'from'>;

/** What else is known of what the filter lets through. */
type Beside = Pick<KpiContext, 'whole' | 'unbounded'>;

type Places = Pick<Filter, 'channel' | 'country'>;

/** Columns that a filter asks for and a table has not. */
function lacksIn(name: TableName, table: FilteredTable | null | undefined, filter: Filter, home: CodeColumn | null): Reason[] {
  return (['channel', 'country'] as const).flatMap((key) =>
    reason('missing-column', !!filter[key] && !!table && !table[key] && (key === 'channel' || !home) && `${name}.${key}`),
  );
}

/** Rows by reason, in alphabetical order. */
function addUp(parts: readonly (Readonly<Record<string, number>> | undefined)[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const part of parts)
    for (const [reason, count] of Object.entries(part ?? {})) if (count > 0) sums[reason] = (sums[reason] ?? 0) + count;
  return Object.fromEntries(Object.entries(sums).sort());
}

/**
 * @param inside By customer row + 1: 1 for those who are chosen; null when all are.
 * @param places What rows must say themselves.
 */
function filtered(
  days: Days,
  filter: Filter = {},
  inside: Uint8Array | null = null,
  beside: Beside = {},
  { channel, country }: Places = filter,
): KpiContext {
  const { dataset, asOf, from } = days;
  const given = Object.entries(dataset.tables).map(([name, table]) => [name, { ...table.columns, ...table }]);
  // Ready counts are not filtered, and identities have no table of their own.
  const tables: Partial<Record<TableName, FilteredTable | null>> = { ...Object.fromEntries(given), ...dataset, steps: null };
  const passed: Partial<Record<string, Uint8Array>> = {};
  const left: Partial<Record<string, Record<string, number>>> = {};
  const [first, last] = [from ?? -Infinity, asOf ?? Infinity];
  const endsSooner = last < (dataset.range?.to ?? 0);
  const passedOf = (name: TableName, table: FilteredTable): Uint8Array => {
    const { length, day, customer } = table;
    if (name === 'orders' && context.inside !== undefined) return orderFlags(context, length);
    const rows = new Uint8Array(length).fill(1);
    if (day && (endsSooner || first > -Infinity)) keepDays(rows, day, first, last);
    if (channel) keepChosen(rows, table.channel, channel);
    const home = customer && dataset.customers.country;
    if (country && home) keepChosenOrHome(rows, table, home, country);
    else if (country) keepChosen(rows, table.country, country);
    if (inside) keepInside(rows, name, customer, inside);
    return rows;
  };
  const rowsOf = (name: TableName): Uint8Array | null => {
    const table = tables[name];
    return table ? (passed[name] ??= passedOf(name, table)) : null;
  };
  const leftOf = (name: TableName): Record<string, number> => {
    const { length, day } = tables[name] ?? { length: 0 };
    const later = day && endsSooner ? countLater(day, last) : 0;
    return { 'after-as-of': later, filtered: length - later - (name === 'orders' ? ledgerOf(context).length : sum(rowsOf(name) ?? [])) };
  };
  const context: KpiContext = {
    ...{ ...days, ...beside, rows: rowsOf },
    inside: channel || country ? undefined : inside,
    lack: (name) => lacksIn(name, tables[name], filter, dataset.customers.country),
    left: (names) => addUp(names.flatMap((name) => [dataset.left[name], (left[name] ??= leftOf(name))])),
  };
  return context;
}

/** Keeps the customers who were won at some places: by their first order of all, else by what is known of them. */
function keepOrigins(inside: Uint8Array, { dataset, asOf }: Days, { channel, country }: Filter): void {
  const { rows } = filtered({ dataset, asOf, from: null }, { channel, country });
  const [orders, people] = [rows('orders'), rows('customers')!];
  const { day } = ordersOf(dataset);
  const first = firstOrders(dataset);
  const last = asOf ?? Infinity;
  for (let owner = 0; owner < first.length; owner++) {
    const row = first[owner];
    inside[owner + 1] &= orders === null || row < 0 || day[row] > last ? people[owner] : orders[row];
  }
}

/** The context of all days up to the as-of day, and that of the days of a period. */
type Contexts = [unbounded?: KpiContext, bounded?: KpiContext];

/** @internal What was last asked of a data set as of a day: mostly it is asked again, by another KPI. */
interface Memory {
  readonly asOf: CivilDay | null;
  /** Without any other filter. */
  readonly wholes: Contexts;
  /** Of rows that say themselves where they belong, and of customers who were won there. */
  readonly kept: [Kept, Kept];
}

interface Kept {
  key?: string;
  inside?: Uint8Array | null;
  contexts?: Contexts;
}

const memoryOf = remembered<Dataset, { now?: Memory }>(() => ({}));

/** That of some days; what is made is kept. */
function contextOf(known: Contexts, days: Days, make: (days: Days, unbounded?: KpiContext) => KpiContext): KpiContext {
  const place = days.from === null ? 0 : 1;
  if (known[place]?.from === days.from) return known[place];
  return (known[place] = make(days, place ? contextOf(known, { ...days, from: null }, make) : undefined));
}

/**
 * What a KPI may look at; in slices. Segments, stages and tiers are a matter of everything a customer bought up to the as-of day, whatever
 * else the filter narrows.
 * @param asOf Last day that counts, already capped by the period of the filter.
 * @param from First day of the period of the filter.
 * @param byOrigin Channel and country choose customers by where they were won, and everything that belongs to these passes.
 */
export function* contextPieces(
  dataset: Dataset,
  asOf: CivilDay | null,
  from: CivilDay | null,
  filter: Filter,
  byOrigin = false,
): Generator<void, KpiContext, void> {
  const { channel, country } = filter;
  const key = JSON.stringify(filter);
  const last = memoryOf(dataset);
  if (last.now?.asOf !== asOf) last.now = { asOf, wholes: [], kept: [{}, {}] };
  const { wholes, kept } = last.now;
  const wholeOf = (days: Days) => contextOf(wholes, days, (some, unbounded) => filtered(some, {}, null, { unbounded }));
  const days = { dataset, asOf, from };
  const hasPlaces = !!(channel ?? country);
  // Without such a choice both look at the same.
  const isOwn = byOrigin && hasPlaces;
  const places = isOwn ? {} : filter;
  const memory = kept[+isOwn];
  if (memory.key !== key) {
    const isChosen = isOwn || MEMBERSHIPS.some((name) => filter[name]);
    const inside = isChosen ? yield* insidePieces(wholeOf({ ...days, from: null }), filter) : null;
    if (isOwn) keepOrigins(inside!, days, filter);
    Object.assign(memory, { key, inside, contexts: [] });
  }
  const { contexts, inside } = memory;
  if (!hasPlaces && !inside) return wholeOf(days);
  return contextOf(contexts!, days, (some, unbounded) => filtered(some, filter, inside, { whole: wholeOf(some), unbounded }, places));
}
