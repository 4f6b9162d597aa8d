/**
 * Inventory of sources (B9): what stands behind all figures of a page, table by table, whatever the filter.
 *
 * - Join rate: rows with a customer / rows; for lines of orders, rows with their order / rows. null where a table names nobody.
 * - Duplicate rate: rows replaced by a later one with the same id / rows read.
 * - Conflict: orders against purchase events, number by local day, over the days that both tables cover. An order that was cancelled or
 *   paid back may have its event or not: neither contradicts.
 * - Period of refunds: that of all that count, whether their order is there or not.
 * - Missing data: no table gives no rows, with the reason `no-data`.
 *
 * Source: inventory of sources of the project's KPI dictionary.
 */
import { formatIsoDay, isoDayOrNull } from '../calendar/civil-day.js';
import { ratio } from '../stats/ratio.js';
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay, CodeColumn, Dataset, TableName } from '../table/dataset.js';
import type { Finished, KpiContext, KpiDefinition } from './contract.js';
import { compareTexts } from './texts.js';
import { eventName, isNamed, namesOf } from './funnel-presets.js';
import { readAll } from './param.js';
import { reason } from './reason.js';
import type { SourceConflict, SourcesResult } from './sources-types.js';

/** Values that a filter may choose among. */
const MOST_VALUES = 50;

/** @internal What a table may have. */
interface AnyTable {
  readonly length: number;
  readonly day?: Int32Array;
  readonly createdDay?: Int32Array;
  readonly customer?: Int32Array;
  readonly order?: Int32Array;
}

/** @internal In integers. */
interface TableCounts {
  readonly table: TableName;
  readonly read: number;
  readonly rows: number;
  readonly first: CivilDay | null;
  readonly last: CivilDay | null;
  readonly joined: number | null;
  /** Rows that could have joined. */
  readonly joinable: number;
  readonly duplicates: number;
}

/** @internal */
export interface SourcesPartials {
  readonly tables: readonly TableCounts[];
  readonly conflicts: SourceConflict[];
  readonly values: SourcesResult['values'];
}

/** Rows of a table by day; events only where they are purchases. */
function perDay(days: Int32Array, counts: (row: number) => boolean): Map<CivilDay, number> {
  const found = new Map<CivilDay, number>();
  days.forEach((day, row) => day !== NO_DAY && counts(row) && found.set(day, (found.get(day) ?? 0) + 1));
  return found;
}

/** Orders against purchase events, over the days from the later beginning to the earlier end. */
function conflictsOf({ orders, events, facts }: Dataset): SourceConflict[] {
  if (!orders || !events) return [];
  const isPurchase = events.type.values.map((name) => isNamed(eventName(name), namesOf('purchase')));
  const [a, b] = [perDay(orders.day, () => true), perDay(events.day, (row) => isPurchase[events.type.codes[row]])];
  const undone = perDay(facts?.undone ?? new Int32Array(0), () => true);
  const bounds = (edge: 1 | -1): number[] =>
    [a, b].map((days) => [...days.keys()].reduce((x, y) => (x * edge > y * edge ? y : x), edge * Infinity));
  const [from, to] = [Math.max(...bounds(1)), Math.min(...bounds(-1))];
  let differing = 0;
  let worst: SourceConflict['worst'] = null;
  let most = 0;
  for (let day = from; b.size > 0 && day <= to; day++) {
    const [least, told] = [a.get(day) ?? 0, b.get(day) ?? 0];
    const counts = [Math.max(least, Math.min(told, least + (undone.get(day) ?? 0))), told] as const;
    const gap = Math.abs(counts[0] - counts[1]);
    if (gap > 0) differing++;
    if (gap > most) [most, worst] = [gap, { day: formatIsoDay(day), counts }];
  }
  return differing > 0 ? [{ tables: ['orders', 'events'], days: to - from + 1, differing, worst }] : [];
}

/** The most frequent first; equals by alphabet. */
function valuesOf(column: CodeColumn | null | undefined): string[] {
  if (!column) return [];
  const counts = new Float64Array(column.values.length);
  for (const code of column.codes) if (code >= 0) counts[code]++;
  return [...column.values.entries()]
    .filter(([code]) => counts[code] > 0)
    .sort(([x, one], [y, other]) => counts[y] - counts[x] || compareTexts(one, other))
    .map(([, value]) => value)
    .slice(0, MOST_VALUES);
}

const NO_TABLE: AnyTable = { length: 0 };

function countTable(dataset: Dataset, table: TableName): TableCounts {
  const left = dataset.left[table] ?? {};
  const found: AnyTable = (dataset as object as Record<string, AnyTable | null>)[table] ?? dataset.tables[table] ?? NO_TABLE;
  const { length, createdDay, day = createdDay, customer, order } = found;
  const rows = dataset.used?.[table] ?? length;
  // Refunds of orders that are there have become a part of them: the others would tell nothing of how well they join.
  const owners = order ?? (table !== 'refunds' && customer?.some((owner) => owner >= 0) ? customer : undefined);
  let [first, last, joined] = [Infinity, -Infinity, 0];
  day?.forEach((one) => {
    if (one === NO_DAY) return;
    if (one < first) first = one;
    if (one > last) last = one;
  });
  if (table === 'refunds') [first, last] = [dataset.facts?.refunded?.from ?? first, dataset.facts?.refunded?.to ?? last];
  owners?.forEach((owner) => (joined += +(owner >= 0)));
  return {
    ...{ table, rows, read: Object.values(left).reduce((sum, count) => sum + count, rows) },
    ...{ first: last < first ? null : first, last: last < first ? null : last },
    ...{ joined: owners ? joined : null, joinable: length, duplicates: left['duplicate-id'] ?? 0 },
  };
}

function* partials({ dataset }: KpiContext): Generator<void, SourcesPartials, void> {
  const tables: TableCounts[] = [];
  for (const name of Object.keys(dataset.left).sort() as TableName[]) {
    tables.push(countTable(dataset, name));
    yield;
  }
  const conflicts = conflictsOf(dataset);
  yield;
  const { orders, visits, customers } = dataset;
  const channel = valuesOf(orders?.channel ?? visits?.channel);
  return { tables, conflicts, values: { channel, country: valuesOf(orders?.country ?? customers.country ?? visits?.country) } };
}

function finish({ tables, ...rest }: SourcesPartials): Finished<SourcesResult> {
  const value: SourcesResult = {
    tables: tables.map(({ table, read, rows, first, last, joined, joinable, duplicates }) => ({
      ...{ table, read, rows, from: isoDayOrNull(first), to: isoDayOrNull(last) },
      ...{ joined, joinRate: joined === null ? null : ratio(joined, joinable) },
      ...{ duplicates, duplicateRate: ratio(duplicates, read), refused: read - rows - duplicates },
    })),
    ...rest,
  };
  const used = tables.reduce((sum, { rows }) => sum + rows, 0);
  return { value, status: used > 0 ? 'ready' : 'empty', reasons: reason('no-data', used === 0), used };
}

export const sources: KpiDefinition<object, SourcesPartials, SourcesResult> = {
  id: 'sources',
  version: 1,
  tables: [],
  params: (given) => readAll<object>(given, 'params', {}),
  partials,
  finish,
};
