/**
 * Filter -> rows (rule G14). Which predicate touches which table:
 * - period: orders, refunds, visits, events by their day; its end also caps the as-of day
 * - channel: orders, visits, events by their own channel; customers by their acquisition channel; orphan refunds have none and fail
 * - country: the row's own, else its customer's
 * - segment, stage, tier, cohort: customers, and through them everything that belongs to them; rows without a customer fail
 * Tables as they were given: as far as they have such columns. A table is looked at when it is first asked for.
 */
import type { CivilDay, CodeColumn, Dataset, TableName } from '../table/dataset.js';
import type { Filter, KpiContext } from './contract.js';
import { remembered } from './order-rows.js';
import { reason } from './reason.js';
import { insidePieces, MEMBERSHIPS } from './membership.js';
import type { Classes } from './membership.js';

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

/** Keeps the rows of some days; how many are of later ones. */
function keepDays(rows: Uint8Array, day: Int32Array, first: CivilDay, last: CivilDay): number {
  let later = 0;
  for (let row = 0; row < rows.length; row++) {
    if (day[row] > last) later++;
    if (day[row] > last || day[row] < first) rows[row] = 0;
  }
  return later;
}

type Days = Pick<KpiContext, 'dataset' | 'asOf' | 'from'>;

/** @param inside By customer row + 1: 1 for those who are chosen; null when all are. */
function filtered(days: Days, filter: Filter = {}, inside: Uint8Array | null = null, whole?: KpiContext): KpiContext {
  const { dataset, asOf, from } = days;
  const { channel, country } = filter;
  const given = Object.entries(dataset.tables).map(([name, table]) => [name, { ...table.columns, ...table }]);
  // Ready counts are not filtered, and identities have no table of their own.
  const tables: Partial<Record<TableName, FilteredTable | null>> = { ...Object.fromEntries(given), ...dataset, steps: null };
  const passed: Partial<Record<string, Uint8Array>> = {};
  const left: Partial<Record<string, Record<string, number>>> = {};
  const rowsOf = (name: TableName): Uint8Array | null => {
    const table = tables[name];
    if (!table || passed[name]) return passed[name] ?? null;
    const { length, day, customer } = table;
    const rows = (passed[name] = new Uint8Array(length).fill(1));
    const [first, last] = [from ?? -Infinity, asOf ?? Infinity];
    const isCut = first > -Infinity || last < (dataset.range?.to ?? 0);
    const later = day && isCut ? keepDays(rows, day, first, last) : 0;
    if (channel) keepChosen(rows, table.channel, channel);
    const home = customer && dataset.customers.country;
    if (country && home) keepChosenOrHome(rows, table, home, country);
    else if (country) keepChosen(rows, table.country, country);
    if (inside) keepInside(rows, name, customer, inside);
    let kept = 0;
    for (let row = 0; row < length; row++) kept += rows[row];
    left[name] = { 'after-as-of': later, filtered: length - later - kept };
    return rows;
  };
  return {
    ...days,
    whole,
    unbounded: from === null ? undefined : filtered({ dataset, asOf, from: null }, filter, inside),
    rows: rowsOf,
    lack: (name) =>
      (['channel', 'country'] as const).flatMap((key) => {
        const table = filter[key] && tables[name];
        return reason('missing-column', table && !table[key] && (key === 'channel' || !dataset.customers.country) && `${name}.${key}`);
      }),
    left(names) {
      const sums: Record<string, number> = {};
      names.forEach(rowsOf);
      for (const part of names.flatMap((name) => [dataset.left[name], left[name]]))
        for (const [reason, count] of Object.entries(part ?? {})) if (count > 0) sums[reason] = (sums[reason] ?? 0) + count;
      return Object.fromEntries(Object.entries(sums).sort());
    },
  };
}

/** @internal What was last asked of a data set: mostly it is asked again, by another KPI. */
interface Memory {
  key?: string;
  context?: KpiContext;
  /** That of some days, without any other filter. */
  days?: string;
  whole?: KpiContext;
  /** Classes of customers as of a day. */
  asOf?: CivilDay | null;
  classes?: Classes;
}

const memoryOf = remembered<Dataset, Memory>(() => ({}));

/**
 * What a KPI may look at; in slices. Segments, stages and tiers are a matter of everything a customer bought up to the as-of day, whatever
 * else the filter narrows.
 * @param asOf Last day that counts, already capped by the period of the filter.
 * @param from First day of the period of the filter.
 */
export function* contextPieces(
  dataset: Dataset,
  asOf: CivilDay | null,
  from: CivilDay | null,
  filter: Filter,
): Generator<void, KpiContext, void> {
  const { channel, country } = filter;
  const key = JSON.stringify([asOf, from, filter]);
  const days = `${asOf} ${from}`;
  const memory = memoryOf(dataset);
  if (memory.key === key) return memory.context!;
  if (memory.days !== days) Object.assign(memory, { days, whole: filtered({ dataset, asOf, from }) });
  if (memory.asOf !== asOf) Object.assign(memory, { asOf, classes: {} });
  const inside = MEMBERSHIPS.some((name) => filter[name])
    ? yield* insidePieces(filtered({ dataset, asOf, from: null }), filter, memory.classes!)
    : null;
  const { whole } = memory;
  const context = (channel ?? country ?? inside) ? filtered({ dataset, asOf, from }, filter, inside, whole) : whole!;
  return Object.assign(memory, { key, context }).context;
}
