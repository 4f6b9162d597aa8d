/**
 * Filter -> rows (rule G14). Which predicate touches which table:
 * - period: orders, refunds, visits, events by their day; its end also caps the as-of day
 * - channel: orders, visits, events by their own channel; customers by their acquisition channel; orphan refunds have none and fail
 * - country: the row's own, else its customer's
 * - segment: customers, and through them everything that belongs to them; rows without a customer fail
 * A table is looked at when it is first asked for.
 */
import { Bitmap } from '../table/bitmap.js';
import type { CivilDay, CodeColumn, Dataset, TableName } from '../table/dataset.js';
import type { Filter, KpiContext } from './contract.js';
import { membershipPieces } from './rfm-membership.js';

/** What the filter needs to know of a table. */
interface FilteredTable {
  readonly length: number;
  readonly day?: Int32Array;
  /** Customer of each row; absent: the rows are the customers. */
  readonly customer?: Int32Array;
  readonly channel?: CodeColumn | null;
  readonly country?: CodeColumn | null;
}

interface PassedRows {
  readonly rows: Bitmap;
  /** Rows that do not pass, by reason. */
  readonly left: Record<string, number>;
}

/** Whether a row holds one of the chosen values: 1 or 0; undefined where it holds none at all. */
function codeTest(column: CodeColumn | null | undefined, chosen: readonly string[]): (row: number) => number | undefined {
  const { codes = [], values = [] } = column ?? {};
  const passes = Uint8Array.from(values, (value) => Number(chosen.includes(value)));
  return (row) => passes[codes[row]];
}

type RowTest = (row: number, owner: number) => unknown;

function passRows(table: FilteredTable, tests: readonly RowTest[], from: CivilDay, asOf: CivilDay): PassedRows {
  const { length, day, customer } = table;
  const rows = new Bitmap(length);
  const left = { 'after-as-of': 0, filtered: 0 };
  const passes = (row: number): boolean => {
    const owner = customer ? customer[row] : row;
    return tests.every((test) => test(row, owner));
  };
  for (let row = 0; row < length; row++) {
    if (day && day[row] > asOf) left['after-as-of']++;
    else if ((day && day[row] < from) || (tests.length > 0 && !passes(row))) left.filtered++;
    else rows.add(row);
  }
  return { rows, left };
}

/** @param inside By customer row: 1 in the chosen segments; null when none is chosen. */
function filtered(dataset: Dataset, asOf: CivilDay | null, from: CivilDay | null, filter: Filter, inside: Uint8Array | null): KpiContext {
  const { channel, country } = filter;
  const passed: Partial<Record<string, PassedRows>> = {};
  const rowsOf = (name: TableName): PassedRows | null => {
    // Ready counts are not filtered, and identities have no table of their own.
    const table: FilteredTable | null = name === 'steps' || name === 'identities' ? null : dataset[name];
    if (table === null || passed[name]) return passed[name] ?? null;
    const tests: RowTest[] = [];
    if (channel) tests.push(codeTest(table.channel, channel));
    if (country) {
      const own = codeTest(table.country, country);
      const home = codeTest(dataset.customers.country, country);
      tests.push((row, owner) => own(row) ?? home(owner));
    }
    if (inside) tests.push((_, owner) => inside[owner]);
    return (passed[name] = passRows(table, tests, from ?? -Infinity, asOf ?? Infinity));
  };
  return {
    ...{ dataset, asOf, from },
    get orders() {
      return rowsOf('orders')?.rows ?? null;
    },
    get refunds() {
      return rowsOf('refunds')?.rows ?? null;
    },
    get visits() {
      return rowsOf('visits')?.rows ?? null;
    },
    get events() {
      return rowsOf('events')?.rows ?? null;
    },
    get customers() {
      return rowsOf('customers')!.rows;
    },
    left(tables) {
      const sums = new Map<string, number>();
      for (const table of tables)
        for (const left of [dataset.left[table], rowsOf(table)?.left])
          for (const [reason, count] of Object.entries(left ?? {})) if (count > 0) sums.set(reason, (sums.get(reason) ?? 0) + count);
      return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

/**
 * What a KPI may look at; in slices. Segments are a matter of everything a customer bought up to the as-of day, whatever else the
 * filter narrows.
 * @param asOf Last day that counts, already capped by the period of the filter.
 * @param from First day of the period of the filter.
 */
export function* contextPieces(
  dataset: Dataset,
  asOf: CivilDay | null,
  from: CivilDay | null,
  filter: Filter,
): Generator<void, KpiContext, void> {
  const { segment } = filter;
  const inside = segment ? yield* membershipPieces(filtered(dataset, asOf, null, {}, null), segment) : null;
  return filtered(dataset, asOf, from, filter, inside);
}
