/** Input of any shape -> tables with their columns found. */
import { KpiError } from '../errors.js';
import type { ErrorCode, ErrorInfo } from '../errors.js';
import type { TableName } from '../table/dataset.js';
import { normaliseHeader } from './header-name.js';
import { inferColumn } from './infer.js';
import type { ColumnMapping, DatasetMeta, DatasetOptions } from './input.js';
import type { Job, Steps } from './job.js';
import { matchColumns, missingColumns, recognise } from './match-columns.js';
import type { Notice } from './report.js';
import { CALLED, TABLES } from './schema.js';
import { isBag, memberPath, openSource, shortCopy } from './source.js';
import type { Source } from './source.js';
import { Table } from './table.js';

export interface OpenInput {
  readonly meta: DatasetMeta;
  /** Name null: to be recognised by its headers. */
  readonly sources: Map<TableName | null, Source>;
  readonly notices: Notice[];
}

const list = (names: Iterable<string>): string => [...names].sort().slice(0, 40).join(', ');

function refuse(code: ErrorCode, path: string, rule: string, details: ErrorInfo['details']): never {
  throw new KpiError(code, `${path}: ${rule}; got ${details.columns || details.got}`, { path, details });
}

function noTable(path: string, value: unknown): never {
  const [needed, columns] = [list(TABLES), list(Object.keys(isBag(value) ? value : {}))];
  return refuse('no-table', path, `rows, columns, or an object of tables (${needed})`, { got: shortCopy(value), columns, needed });
}

function openAny(input: unknown): OpenInput {
  const open: OpenInput = { meta: isBag(input) && isBag(input.meta) ? input.meta : {}, sources: new Map(), notices: [] };
  const { sources, notices } = open;
  const bare = openSource('$', input);
  let lone = bare;
  let isNamed = false;
  for (const [key, value] of bare || !isBag(input) ? [] : Object.entries(input)) {
    if (/^(version|meta)$/.test(key)) continue;
    const path = `$${memberPath(key)}`;
    const name = TABLES.find((table) => CALLED[table][0].test(normaliseHeader(key)));
    const source = openSource(path, value);
    isNamed ||= Boolean(name);
    // Systems hand over a list of rows as a member: data, results, …
    if (!name) lone ??= source;
    if (!name || sources.has(name)) notices.push({ code: 'unknown-key', message: `${path}: no table`, details: { key, path } });
    else if (value !== null && value !== undefined) sources.set(name, source ?? noTable(path, value));
  }
  if (isNamed) return open;
  return { ...open, sources: new Map([[null, lone ?? noTable('$', input)]]), notices: [] };
}

/** Opens whatever a page handed over. @throws KpiError `no-table`. */
export function openInput(input: unknown): OpenInput {
  try {
    return openAny(input);
  } catch (error) {
    if (error instanceof KpiError) throw error;
    // A page may hand over objects whose members throw when looked at.
    return noTable('$', undefined);
  }
}

/** Looks for required columns that no header names among the values. @throws KpiError `missing-column`, `no-table`. */
function* complete(table: Table, isKnown: boolean): Steps<void> {
  const { name, source, matches } = table;
  for (const group of source.length ? missingColumns(name, matches) : []) {
    if (yield* inferColumn(table, group[0])) continue;
    const columns = list(source.places.keys());
    const needed = 'customer_id, created_at, total';
    if (!isKnown) refuse('no-table', source.path, `headers such as ${needed}, or a mapping`, { got: columns, columns, needed });
    const column = group.join(' or ');
    refuse('missing-column', source.path, `${name} need ${column}: add it, or map a header`, { table: name, column, columns });
  }
}

/** Opens one table; a list without known headers is orders where its values make up for them. */
function* openTable(given: TableName | null, source: Source, options: DatasetOptions, isOnly: boolean, job: Job): Steps<Table> {
  const bad: number[] = [];
  yield* job.each(source.length, (row) => source.scan(row) || bad.push(row));
  const mapping = options.mapping ?? {};
  // A flat mapping is meant for the only table, or for orders.
  const flat = Object.values(mapping).every((value) => typeof value === 'string') ? (mapping as ColumnMapping) : null;
  const byTable = flat ? {} : (mapping as Partial<Record<TableName, ColumnMapping>>);
  const known = given ?? options.table ?? TABLES.find((one) => byTable[one]) ?? recognise(source, flat ?? {});
  const name = known ?? 'orders';
  const own = flat && (isOnly || name === 'orders') ? flat : byTable[name];
  const table = new Table(name, source, matchColumns(name, source, own), job);
  for (const row of bad) table.drop(row, 'bad-row');
  yield* complete(table, Boolean(known));
  return table;
}

/** Opens all tables of an input. @throws KpiError `no-table`, `missing-column`, `invalid-mapping`. */
export function* openTables({ sources }: OpenInput, options: DatasetOptions, job: Job): Steps<Table[]> {
  const tables: Table[] = [];
  for (const [name, source] of sources) {
    if (name || source.length) tables.push(yield* openTable(name, source, options, sources.size === 1, job));
    else job.notices.push({ code: 'no-rows', message: `${source.path}: no rows` });
  }
  return tables;
}
