/** Opens the tables of an input: scans their rows, recognises them and their columns. */
import { KpiError } from '../errors.js';
import type { TableName } from '../table/dataset.js';
import type { ColumnMapping, DatasetOptions, Mapping } from './input.js';
import { asideHeaders, matchColumns } from './match-columns.js';
import type { OpenInput } from './open-tables.js';
import type { Steps, Walker } from './progress.js';
import { TableRead } from './read-context.js';
import { recogniseTable, looksLikeCustomers } from './recognise.js';
import { REQUIRED, SCHEMAS } from './schema.js';
import type { TableSource } from './table-source.js';
import { inferColumn, inferOrders } from './infer-columns.js';

const SHOWN_HEADERS = 40;

/** Rows that are none, by number. */
function* scan(source: TableSource, walker: Walker): Steps<number[]> {
  const bad: number[] = [];
  yield* walker.walk(source.length, (row) => {
    if (!source.scan(row)) bad.push(row);
  });
  return bad;
}

function isColumnMapping(mapping: Mapping): mapping is ColumnMapping {
  return Object.values(mapping).every((value) => typeof value === 'string');
}

/** Mapping of one table; a flat one is meant for the only table, or for orders. */
function mappingFor(table: TableName, options: DatasetOptions, isOnly: boolean): ColumnMapping {
  const mapping = options.mapping ?? {};
  if (!isColumnMapping(mapping)) return mapping[table] ?? {};
  return isOnly || table === 'orders' ? mapping : {};
}

function shown(headers: readonly string[]): string {
  return headers.slice(0, SHOWN_HEADERS).join(', ') + (headers.length > SHOWN_HEADERS ? ', …' : '');
}

function missingColumn(table: TableName, source: TableSource, columns: readonly string[]): KpiError {
  const needed = columns.join(' or ');
  const found = shown(source.headers());
  const examples = columns.flatMap((column) => SCHEMAS[table][column].slice(0, 3)).join(', ');
  return new KpiError(
    'missing-column',
    `${table} need ${needed}: add it (names like ${examples}) or map one of your headers; got ${found}`,
    {
      path: source.path,
      details: { table, column: needed, columns: found },
    },
  );
}

function unknownTable(source: TableSource): KpiError {
  const found = shown(source.headers());
  const message = `a list of rows has headers that tell what it is: for orders give customer_id, created_at and total, or map your headers; got ${found}`;
  return new KpiError('no-table', message, {
    path: source.path,
    details: { got: found, columns: found, needed: 'customer_id, created_at, total' },
  });
}

/** Looks for required columns that no header names among the values. @throws KpiError `missing-column`. */
function* complete(read: TableRead): Steps<void> {
  if (read.rows === 0) return;
  for (const columns of REQUIRED[read.table]) {
    if (columns.some((column) => read.matches.has(column))) continue;
    if (!(yield* inferColumn(read, columns[0]))) throw missingColumn(read.table, read.source, columns);
  }
}

/** Orders in words that no alias knows: who bought is looked for among the values too. */
function* findBuyers(read: TableRead): Steps<void> {
  const isForeign = [...read.matches.values()].some(({ by }) => by === 'values');
  const isNamed = ['customer_id', 'email', 'visitor_id'].some((column) => read.matches.has(column));
  if (isForeign && !isNamed) yield* inferColumn(read, 'customer_id');
}

function* openRead(read: TableRead, bad: readonly number[]): Steps<TableRead> {
  for (const row of bad) read.drop(row, 'bad-row');
  yield* complete(read);
  if (read.table === 'orders') yield* findBuyers(read);
  read.aside = asideHeaders(read.source.headers(), read.matches);
  return read;
}

/** @throws KpiError `no-table`. */
function* recognise(source: TableSource, options: DatasetOptions, walker: Walker): Steps<TableName> {
  const { mapping = {} } = options;
  const [mapped] = isColumnMapping(mapping) ? [] : (Object.keys(mapping) as TableName[]);
  if (mapped !== undefined && Object.hasOwn(SCHEMAS, mapped)) return mapped;
  const flat = isColumnMapping(mapping) ? mapping : {};
  const table = recogniseTable(source, flat);
  if (table !== null) return table;
  if (yield* inferOrders(source, flat, walker)) return 'orders';
  if (looksLikeCustomers(source, flat)) return 'customers';
  throw unknownTable(source);
}

/** Opens all tables of an input. @throws KpiError `no-table`, `missing-column`, `invalid-mapping`. */
export function* openReads(input: OpenInput, options: DatasetOptions, walker: Walker): Steps<TableRead[]> {
  const { named, bare, notices } = input;
  const reads: TableRead[] = [];
  const sources: [TableName | null, TableSource][] = bare === null ? [...named] : [[options.table ?? null, bare]];
  for (const [name, source] of sources) {
    if (name === null && source.length === 0) {
      notices.push({ code: 'no-rows', message: 'data holds rows: nothing to show; got an empty list', details: { path: source.path } });
      continue;
    }
    const bad = yield* scan(source, walker);
    const table = name ?? (yield* recognise(source, options, walker));
    const matches = matchColumns(table, source, mappingFor(table, options, sources.length === 1));
    reads.push(yield* openRead(new TableRead(table, source, matches, walker, notices), bad));
  }
  return reads;
}
