/** Values of a table -> the columns that ingestion needs, one after the other. */
import { amountReader } from './amount-reader.js';
import { dateReader } from './date-reader.js';
import type { Reader } from './date-reader.js';
import type { Steps } from './job.js';
import type { RowReason } from './report.js';
import { SCHEMAS } from './schema.js';
import type { Kind } from './schema.js';
import type { ValueAt } from './source.js';
import type { Cell, Table } from './table.js';
import { addOne, countOf, identityOf, ranked, textOf } from './values.js';
import type { Counts } from './values.js';

/** 0 is the customer of guests and the parent of nothing (WooCommerce). */
const referenceOf = (value: unknown): string => identityOf(value).replace(/^0$/, '');

/** Readers of kinds that never refuse a value. */
const PLAIN: Partial<Record<Kind, (value: unknown) => Cell | undefined>> = {
  text: textOf,
  word: textOf,
  id: referenceOf,
  /** E-mail addresses are the same in any letter case. */
  mail: (value) => referenceOf(value).toLowerCase(),
  count: countOf,
};

/** Column of what `read` makes of the values. */
export function* readPlain(table: Table, name: string, read: (value: unknown) => Cell | undefined): Steps<Cell[]> {
  const value = table.value(name);
  const cells = table.add(name);
  yield* table.each((row) => {
    const cell = read(value(row));
    if (cell !== undefined) cells[row] = cell;
  });
  return cells;
}

/**
 * Reads dates or amounts into `cells`. What fits two ways (12/03/2024, 1,234) is read as more of the others prove (not at all where
 * as many prove the contrary), else in the way that is known already, else in the reader's likelier one; what fits one way alone is
 * read in this one.
 */
export function* readWays(table: Table, value: ValueAt, cells: Cell[], reader: Reader, known?: number) {
  const [votes, bad]: number[][] = [[0, 0, 0, 0, 0], []];
  const forms: Counts = new Map();
  let given = 0;
  yield* table.each((row) => {
    const text = value(row);
    if (typeof text === 'string') reader.proofs.forEach((proof, i) => (votes[i] += +proof.test(text)));
  });
  const isProven = votes[0] + votes[1] > 0;
  const isTie = isProven && votes[0] === votes[1];
  const way = isProven ? +(votes[1] > votes[0]) : (known ?? +(votes[3] === votes[2] && votes[4] > 0));
  yield* table.each((row) => {
    const one = value(row);
    const other = isTie ? reader.read(one, 1 - way)! : NaN;
    let cell = reader.read(one, way);
    if (cell === undefined) return;
    given++;
    if (other - cell) cell = NaN;
    else if (Number.isNaN(cell)) cell = reader.read(one, 1 - way)!;
    if (Number.isNaN(cell)) return void bad.push(row);
    cells[row] = cell;
    if (reader.form) addOne(forms, reader.form);
  });
  const isGuess = votes[2] > 0 && !isProven && known === undefined;
  return { given, bad, isGuess, known: isProven ? way : known, formats: ranked(forms).map(([form]) => form) };
}

/**
 * A column of dates or amounts. Rows whose value nobody can read are refused; a column of which most values are no amounts was
 * misnamed and is not used (`money?`).
 */
function* readChecked(table: Table, name: string, kind: Kind): Steps<void> {
  const { job, matches, cells } = table;
  const match = matches.get(name)!;
  const isDate = kind === 'date';
  // Stripe's API gives minor units, and says so by a flag that its CSV files do not have.
  const isMinor = matches.get('live')?.by === 'alias';
  // Columns of these names hold UTC even where no offset is written (WooCommerce, Stripe).
  const reader = isDate ? dateReader(job.zone, /(gmt|utc)[^a-z]*$/i.test(match.header)) : amountReader(isMinor ? 0 : job.digits);
  const known = isDate ? undefined : table.way;
  const found = yield* readWays(table, table.value(name), table.add(name), reader, known);
  const { given, bad, formats } = found;
  match.format = formats[0] ?? (isDate ? 'date' : isMinor ? 'minor-units' : 'decimal:point');
  if (isDate) cells.second = cells[name] as number[];
  else table.way = found.known;
  if (found.isGuess) table.say('ambiguous-format', name, `read as ${match.format}: nothing tells`);
  if (formats.length > 1)
    table.say('mixed-formats', name, `write all values in one way; got ${formats.join(', ')}`, { formats: formats.join(', ') });
  if (kind === 'money?' && bad.length * 2 > given) {
    table.say('column-ignored', name, 'rename or map it; got no amounts in most rows', { as: name });
    matches.delete(name);
    cells[name] = [];
  } else for (const row of bad) table.drop(row, isDate ? 'bad-date' : 'bad-amount', name);
}

/** Values that rows cannot do without; orders have rules of their own. */
const NEEDED: Partial<Record<string, RowReason>> = {
  'refunds.amount': 'missing-amount',
  'identities.visitor_id': 'missing-id',
  'visits.started_at': 'missing-date',
  'events.at': 'missing-date',
  'events.type': 'missing-type',
  'steps.step': 'missing-step',
  'steps.count': 'bad-count',
};

/** Reads dates and amounts, then what identifies and classifies rows; those that lack what they need are refused. */
export function* readTable(table: Table): Steps<void> {
  const columns = Object.entries(SCHEMAS[table.name]).filter(([name]) => table.matches.has(name));
  const { cells, job } = table;
  for (const [name, { kind }] of columns) if (/^(date|money)/.test(kind)) yield* readChecked(table, name, kind);
  for (const [name, { kind }] of columns) {
    const read = name === 'id' && table.name !== 'customers' ? identityOf : PLAIN[kind];
    const reason = NEEDED[`${table.name}.${name}`];
    if (read) yield* readPlain(table, name, read);
    if (!reason && kind !== 'date') continue;
    yield* table.each((row) => {
      if (reason && !cells[name][row] && cells[name][row] !== 0) table.drop(row, reason, name);
      // Every date of the data counts for its last day, that of a cancelled order or of a refund too.
      if (kind === 'date' && cells.second[row] > job.latest) table.drop(row, 'after-generated-at', name);
      else if (kind === 'date') job.dayOf(cells.second[row] ?? NaN);
    });
  }
}
