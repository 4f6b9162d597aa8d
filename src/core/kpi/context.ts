/**
 * Filter -> rows (rule G14). Which predicate touches which table:
 * - period: orders, refunds, visits, events by their day; its end also caps the as-of day
 * - channel: orders, visits, events by their own channel; customers by their acquisition channel; orphan refunds have none and fail
 * - country: the row's own, else its customer's
 * - segment: customers, and through them everything that belongs to them; rows without a customer fail
 * A table is looked at when it is first asked for.
 */
import type { CivilDay, CodeColumn, Dataset, TableName } from '../table/dataset.js';
import type { Filter, KpiContext } from './contract.js';
import { reason } from './reason.js';
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

/** Whether a row holds one of the chosen values: 1 or 0, always 1 where nothing is chosen; undefined where it holds no value. */
function codeTest(column: CodeColumn | null | undefined, chosen?: readonly string[]): (row: number) => number | undefined {
  const { codes = [], values = [] } = column ?? {};
  const passes = Uint8Array.from(values, (value) => Number(chosen?.includes(value)));
  return (row) => (chosen ? passes[codes[row]] : 1);
}

/** @param inside By customer row: 1 in the chosen segments; null when none is chosen. */
function filtered(dataset: Dataset, asOf: CivilDay | null, from: CivilDay | null, filter: Filter, inside: Uint8Array | null): KpiContext {
  const { channel, country } = filter;
  // Ready counts are not filtered, and identities have no table of their own.
  const tables: Partial<Record<TableName, FilteredTable | null>> = { ...dataset, steps: null };
  const narrows = channel ?? country ?? inside ?? undefined;
  const home = codeTest(dataset.customers.country, country);
  const passed: Partial<Record<string, Uint8Array>> = {};
  const left: Partial<Record<string, Record<string, number>>> = {};
  const rowsOf = (name: TableName): Uint8Array | null => {
    const table = tables[name];
    if (!table || passed[name]) return passed[name] ?? null;
    const { length, day, customer } = table;
    const rows = (passed[name] = new Uint8Array(length));
    const counts = (left[name] = { 'after-as-of': 0, filtered: 0 });
    const ofChannel = codeTest(table.channel, channel);
    const own = codeTest(table.country, country);
    const passes = (row: number, owner: number) => ofChannel(row) && (own(row) ?? home(owner)) && (!inside || inside[owner]);
    for (let row = 0; row < length; row++) {
      if (day && day[row] > (asOf ?? Infinity)) counts['after-as-of']++;
      else if ((day && day[row] < (from ?? -Infinity)) || (narrows && !passes(row, customer ? customer[row] : row))) counts.filtered++;
      else rows[row] = 1;
    }
    return rows;
  };
  return {
    ...{ dataset, asOf, from },
    whole: narrows && filtered(dataset, asOf, from, {}, null),
    rows: rowsOf,
    lack(name) {
      const table = name && tables[name];
      if (!table) return [];
      return [
        ...reason('missing-column', channel && !table.channel && `${name}.channel`),
        ...reason('missing-column', country && !table.country && !dataset.customers.country && `${name}.country`),
      ];
    },
    left(names) {
      const sums: Record<string, number> = {};
      names.forEach(rowsOf);
      for (const part of names.flatMap((name) => [dataset.left[name], left[name]]))
        for (const [reason, count] of Object.entries(part ?? {})) if (count > 0) sums[reason] = (sums[reason] ?? 0) + count;
      return Object.fromEntries(Object.entries(sums).sort());
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
