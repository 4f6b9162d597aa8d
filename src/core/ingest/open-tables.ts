/** Input of any shape -> tables with their columns found. */
import { fail, shortCopy } from '../errors.js';
import type { TableName } from '../table/dataset.js';
import { inferColumn } from './infer.js';
import type { ColumnMapping, DatasetOptions } from './input.js';
import type { Job, Steps } from './job.js';
import { matchColumns, missingColumns, recognise, tableCalled } from './match-columns.js';
import { placesOf } from './places.js';
import type { RawInput } from './raw/raw-input.js';
import { memberPath } from './raw/raw-table.js';
import type { RawTable } from './raw/raw-table.js';
import type { Notice } from './report.js';
import { ordersOfLines } from './lines.js';
import { insideTables, unfold } from './lists.js';
import { REQUIRED, TABLES, isPlain } from './schema.js';
import { Table } from './table.js';

/** @internal */
export interface OpenInput {
  /** Name null: to be recognised by its headers. */
  readonly tables: Map<TableName | null, RawTable>;
  readonly notices: Notice[];
}

const list = (names: Iterable<string>): string => [...names].sort().slice(0, 40).join(', ');

function noTable(path: string, got: string, headers: Iterable<string> = []): never {
  const [needed, columns] = [list(TABLES), list(headers)];
  return fail('no-table', path, 'rows, columns, or an object of tables', { got: shortCopy(got), columns, needed });
}

const aside = (key: string, path: string, why: string): Notice => ({
  code: 'unknown-key',
  message: `${path}: ${why}`,
  details: { key, path },
});

/** Tables of whatever a page handed over. @throws KpiError `no-table`. */
export function openInput({ bare, members, got }: RawInput): OpenInput {
  const tables: OpenInput['tables'] = new Map();
  const notices: Notice[] = [];
  let lone = bare;
  let isNamed = false;
  for (const [key, value] of members) {
    const path = `$${memberPath(key)}`;
    const name = tableCalled(key);
    const first = name && tables.get(name);
    isNamed ||= Boolean(name);
    // Systems hand over a list of rows as a member: data, results, …
    if (!name && typeof value !== 'string') lone ??= value;
    if (name ? first?.length : value !== lone || !lone.name)
      notices.push(aside(key, path, first ? `${name} stand at ${first.path}` : 'no table'));
    else if (name && value) tables.set(name, typeof value === 'string' ? noTable(path, value) : value);
  }
  if (!isNamed) return { tables: new Map([[null, lone ?? noTable('$', got, members.keys())]]), notices: [] };
  // Tables with names may have been added to rows without one.
  return { tables: new Map(lone && (lone === bare || lone.name) ? [[null, lone], ...tables] : tables), notices };
}

/**
 * Opens one table; a list without known headers is orders where its values make up for them.
 * @throws KpiError `missing-column`, `no-table`.
 */
function* openTable(given: TableName | null, raw: RawTable, options: DatasetOptions, isOnly: boolean, job: Job): Steps<Table | undefined> {
  const mapping = options.mapping ?? {};
  // A flat mapping is meant for the only table, or for orders.
  const flat = Object.values(mapping).every((value) => typeof value === 'string') ? (mapping as ColumnMapping) : null;
  const byTable = flat ? {} : (mapping as Partial<Record<TableName, ColumnMapping>>);
  const places = placesOf(raw);
  const known = given ?? options.table ?? TABLES.find((one) => byTable[one]) ?? recognise(places, flat ?? {});
  const name = (raw.name = known ?? 'orders');
  const own = flat && (isOnly || name === 'orders') ? flat : byTable[name];
  const table = new Table(name, raw, matchColumns(name, places, own), job);
  for (const group of raw.length ? missingColumns(name, table.matches) : []) {
    const { path } = raw;
    if (given && isPlain(name)) {
      job.notices.push(aside(name, path, `${name} need ${REQUIRED[name].join(' ')}`));
      return undefined;
    }
    // No header names it: its values may.
    if (yield* inferColumn(table, group[0])) continue;
    const columns = list(places.keys());
    const needed = 'customer_id, created_at, total';
    if (!known) fail('no-table', path, `headers such as ${needed}`, { got: columns, columns, needed });
    const column = group.join(' or ');
    fail('missing-column', path, `${name} need ${column}: add it, or map a header`, { table: name, column, columns });
  }
  return table;
}

/** Opens all tables of an input. @throws KpiError `no-table`, `missing-column`, `invalid-mapping`. */
export function* openTables({ tables }: OpenInput, options: DatasetOptions, job: Job): Steps<Table[]> {
  const opened: Table[] = [];
  for (const [name, raw] of tables) {
    const first = opened.find((table) => table.name === name);
    if (first) job.notices.push(aside(first.name, raw.path, `${first.name} stand at ${first.raw.path}`));
    if (first) continue;
    unfold(raw);
    const table = name || raw.length ? yield* openTable(name, raw, options, !name || tables.size === 1, job) : undefined;
    if (table) opened.push(table);
    else if (!name) job.notices.push({ code: 'no-rows', message: `${raw.path}: no rows` });
  }
  const names = new Set(opened.map((table) => table.name));
  for (const table of [...opened]) for (const inner of insideTables(table, names)) opened.push(inner);
  const lines = opened.find((table) => table.name === 'order_lines');
  // Orders come first in the report.
  if (lines && !lines.parent && !names.has('orders')) opened.unshift(yield* ordersOfLines(lines));
  return opened;
}
