/** Columns found by the look of their values, for tables whose headers no alias knows. */
import { normaliseHeader } from './header-name.js';
import type { ColumnMapping } from './input.js';
import { matchColumns } from './match-columns.js';
import type { Matches } from './match-columns.js';
import type { Steps, Walker } from './progress.js';
import type { TableRead } from './read-context.js';
import type { TableSource } from './table-source.js';
import { onlyOfKind, profileColumns } from './value-profile.js';
import type { Kind } from './value-profile.js';

const KINDS: Readonly<Record<string, Kind>> = {
  created_at: 'date',
  started_at: 'date',
  at: 'date',
  total: 'amount',
  amount: 'amount',
  customer_id: 'id',
  step: 'text',
  count: 'count',
};

/** Prices and quantities of lines are not what an order is worth. */
const OF_LINES = /unit|quanti|qty|menge|lineitem/;

function unusedHeaders(source: TableSource, matches: Matches): string[] {
  const used = new Set([...matches.values()].map(({ header }) => header));
  return source.headers().filter((header) => !used.has(header) && !OF_LINES.test(normaliseHeader(header)));
}

/** Takes the one unused header whose values fit the column; false when none or several do. */
export function* inferColumn(read: TableRead, column: string): Steps<boolean> {
  const kind = KINDS[column];
  if (kind === undefined) return false;
  const profiles = yield* profileColumns(read.source, unusedHeaders(read.source, read.matches), read.walker);
  const header = onlyOfKind(profiles, kind);
  if (header === null) return false;
  read.matches.set(column, { column, header, by: 'values', format: 'text' });
  const message = `columns are known by their headers: map ${column} if this is wrong; took ${header} by the look of its values`;
  read.say('column-by-values', message, column, { column, header });
  return true;
}

/**
 * True when values make up for the headers that orders lack: one column of dates, one of amounts. Only amounts with decimals
 * are money beyond doubt: whole numbers may as well count visits.
 */
export function* inferOrders(source: TableSource, mapping: ColumnMapping, walker: Walker): Steps<boolean> {
  const matches = matchColumns('orders', source, mapping, false);
  const profiles = yield* profileColumns(source, unusedHeaders(source, matches), walker);
  if (!matches.has('created_at') && onlyOfKind(profiles, 'date') === null) return false;
  if (matches.has('total') || matches.has('subtotal')) return true;
  const amount = onlyOfKind(profiles, 'amount');
  return amount !== null && profiles.get(amount)?.hasFractions === true;
}
