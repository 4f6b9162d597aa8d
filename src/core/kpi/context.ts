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
import { passingRows } from './row-filter.js';
import type { FilteredTable } from './row-filter.js';

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
  { dataset, asOf, from }: Days,
  filter: Filter = {},
  inside: Uint8Array | null = null,
  beside: Beside = {},
  { channel, country }: Places = filter,
): KpiContext {
  const given = Object.entries(dataset.tables).map(([name, table]) => [name, { ...table.columns, ...table }]);
  // Ready counts are not filtered, and identities have no table of their own.
  const tables: Partial<Record<TableName, FilteredTable | null>> = { ...Object.fromEntries(given), ...dataset, steps: null };
  const passed: Partial<Record<string, Uint8Array>> = {};
  const left: Partial<Record<string, Record<string, number>>> = {};
  const last = asOf ?? Infinity;
  const endsSooner = last < (dataset.range?.to ?? 0);
  const days = endsSooner || from !== null ? { from: from ?? -Infinity, to: last } : null;
  const asked = { days, channel, country, inside, homes: dataset.customers.country };
  const rowsOf = (name: TableName): Uint8Array | null => {
    const table = tables[name];
    if (!table) return null;
    const isByCustomer = name === 'orders' && context.inside !== undefined;
    return (passed[name] ??= isByCustomer ? orderFlags(context, table.length) : passingRows(name, table, asked));
  };
  const leftOf = (name: TableName): Record<string, number> => {
    const { length, day } = tables[name] ?? { length: 0 };
    const later = day && endsSooner ? countLater(day, last) : 0;
    return { 'after-as-of': later, filtered: length - later - (name === 'orders' ? ledgerOf(context).length : sum(rowsOf(name) ?? [])) };
  };
  const context: KpiContext = {
    ...{ dataset, asOf, from, ...beside, rows: rowsOf },
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
