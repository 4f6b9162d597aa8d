/** Values of a table -> the columns that ingestion needs, one after the other. */
import { amountReader, numberReader } from './amount-reader.js';
import { dateReader } from './date-reader.js';
import type { Reader } from './date-reader.js';
import type { Steps } from './job.js';
import { outerRow } from './places.js';
import type { Place } from './places.js';
import type { RawList } from './raw/raw-table.js';
import { readCodes, readWays } from './read-column.js';
import type { Cleaning, Found } from './read-column.js';
import type { RowReason } from './report.js';
import { REQUIRED, SCHEMAS, isPlain } from './schema.js';
import type { Kind } from './schema.js';
import type { TableName } from '../table/dataset.js';
import type { Table } from './table.js';

/** How the texts that ingestion needs are cleaned, but for rows' own ids. */
const CLEANING: Partial<Record<Kind, Cleaning>> = { word: 'text', id: 'ref', ref: 'ref', mail: 'mail' };

/** Whether a row of a list, or one that it stands in, tells of money that did not go back. */
function hasFailed(lists: readonly RawList[], row: number): boolean {
  for (let at = lists.length - 1, inner = row; at >= 0; inner = lists[at--].parents[inner])
    if (/^(fail|error|reject)/i.test(String(lists[at].columns.get('status')?.value(inner)))) return true;
  return false;
}

/** Reads dates or amounts of rows; those of lists inside the rows are added up, their sign differs from system to system. */
function* readPlace({ job, fates }: Table, { column, lists }: Place, reader: Reader, known?: number): Steps<Found> {
  if (!lists.length) return yield* readWays(job, column, fates, reader, known);
  const { length } = lists[lists.length - 1];
  const inner = Uint8Array.from({ length }, (_, row) => (hasFailed(lists, row) ? 1 : fates[outerRow(lists, row)]));
  const found = yield* readWays(job, column, inner, reader, known);
  const cells = new Float64Array(fates.length).fill(NaN);
  yield* job.each(length, (row) => {
    const outer = outerRow(lists, row);
    cells[outer] = (cells[outer] || 0) + (Math.abs(found.cells[row]) || 0);
  });
  return { ...found, cells, bad: found.bad.map((row) => outerRow(lists, row)) };
}

const isNeeded = (table: TableName, name: string): boolean => REQUIRED[table].some((group) => group.includes(name));

/**
 * A column of dates or amounts. Rows whose value nobody can read are refused; a column of which most values are none was misnamed
 * and is not used (`money?`, `date?`).
 */
function* readChecked(table: Table, name: string, kind: Kind): Steps<void> {
  const { job, matches, numbers } = table;
  const match = matches.get(name)!;
  const what = kind.startsWith('date') ? 'date' : 'amount';
  const isDate = what === 'date';
  // Stripe's API gives minor units, and is known by names that its CSV files do not have.
  const isMinor = matches.get('live')?.by === 'alias' || /^(charge|payment_intent)(\.id)?$/.test(matches.get('order_id')?.header ?? '');
  // Columns of these names hold UTC even where no offset is written (WooCommerce, Stripe).
  const reader = isDate ? dateReader(job.zone, /(gmt|utc)[^a-z]*$/i.test(match.header)) : amountReader(isMinor ? 0 : job.digits);
  const place = table.place(name);
  const { cells, given, bad, known, isGuess, formats } = yield* readPlace(table, place, reader, isDate ? undefined : table.way);
  match.format = formats[0] ?? (isDate ? 'date' : isMinor ? 'minor-units' : 'decimal:point');
  if (!isDate) table.way = known;
  if (isGuess) table.say('ambiguous-format', name, `read as ${match.format}: nothing tells`);
  if (formats.length > 1)
    table.say('mixed-formats', name, `write all values in one way; got ${formats.join(', ')}`, { formats: formats.join(', ') });
  if (kind.endsWith('?') && bad.length * 2 > given) {
    table.say('column-ignored', name, `rename or map it; got no ${what}s in most rows`, { as: name });
    matches.delete(name);
    return;
  }
  for (const row of bad) table.drop(row, `bad-${what}`, name);
  numbers[name] = cells;
  if (kind === 'date') table.second = cells;
  // No row is set aside later because of what stands here, and no other table reads it.
  if (kind !== 'date' && !job.isLive && !place.lists.length && !isNeeded(table.name, name)) place.column.forget();
}

/** Plain numbers of the good rows, NaN for anything else. */
export function* readNumbers(table: Table, name: string): Steps<Float64Array> {
  const { cells, isGuess } = yield* readWays(table.job, table.columnOf(name), table.fates, numberReader(), table.way);
  if (isGuess) table.say('ambiguous-format', name, 'read with decimal point: nothing tells');
  return cells;
}

/** Every date of the data counts for its last day, that of a cancelled order or of a refund too. */
function* checkDates(table: Table, name: string): Steps<void> {
  const { job } = table;
  const second = table.second!;
  let [first, last] = [Infinity, -Infinity];
  yield* table.each((row) => {
    const at = second[row];
    if (at > job.latest) return table.drop(row, 'after-generated-at', name);
    if (at < first) first = at;
    if (at > last) last = at;
  });
  if (first <= last) yield* job.daysOf(Float64Array.of(first, last));
}

/** Why rows without a needed value are refused, by name of its column, else by kind; `missing-id` for all others. */
const LACKING: Partial<Record<string, RowReason>> = {
  type: 'missing-type',
  step: 'missing-step',
  date: 'missing-date',
  money: 'missing-amount',
  number: 'missing-amount',
  count: 'bad-count',
};

/** Refuses rows that have none of some columns. */
function* checkGroup(table: Table, group: readonly string[]): Steps<void> {
  const { texts, numbers, name: own, matches } = table;
  const known = group.filter((one) => matches.has(one));
  const [name] = known;
  // What the row around it has.
  if (!name) return;
  const reason = LACKING[name] ?? LACKING[SCHEMAS[own][name].kind] ?? 'missing-id';
  yield* table.each((row) => {
    for (const one of known) if (texts[one] ? texts[one].codes[row] >= 0 : numbers[one]![row] === numbers[one]![row]) return;
    table.drop(row, reason, name);
  });
}

/** Reads dates and amounts, then what identifies and classifies rows; those that lack what they need are refused. */
export function* readTable(table: Table): Steps<void> {
  const { job, fates, numbers, texts, matches, name: own } = table;
  const columns = Object.entries(SCHEMAS[own]).filter(([name]) => matches.has(name));
  for (const [name, { kind }] of columns) if (/^(date|money)/.test(kind)) yield* readChecked(table, name, kind);
  for (const [name, { kind }] of columns) {
    const needed = isNeeded(own, name);
    const isOwn = own !== 'customers' && /^(order_)?id$/.test(name);
    const cleaning = isOwn ? 'id' : (CLEANING[kind] ?? (needed && kind === 'text' ? kind : undefined));
    if (kind === 'date') yield* checkDates(table, name);
    else if (cleaning) texts[name] = yield* readCodes(job, table.columnOf(name), fates, cleaning);
    else if (kind === 'count' || (needed && kind === 'number')) {
      const given = yield* readNumbers(table, name);
      numbers[name] = kind === 'number' ? given : given.map((count) => (Number.isSafeInteger(count) && count >= 0 ? count : NaN));
      if (kind === 'number') matches.get(name)!.format = kind;
    }
  }
  // Orders and customers, and refunds of no order, have rules of their own.
  if (own !== 'orders') for (const group of REQUIRED[own]) if (isPlain(own) || !group[1]) yield* checkGroup(table, group);
}
