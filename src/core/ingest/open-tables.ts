/** Shapes of input -> one source per table. */
import { KpiError } from '../errors.js';
import type { TableName } from '../table/dataset.js';
import { ColumnSource } from './column-source.js';
import { normaliseHeader } from './header-name.js';
import type { DatasetMeta } from './input.js';
import { memberPath, shortCopy } from './json-path.js';
import type { Notice } from './report.js';
import { RowSource } from './row-source.js';
import { TABLE_NAMES } from './schema.js';
import type { TableSource } from './table-source.js';

export interface OpenInput {
  readonly meta: DatasetMeta;
  /** Tables that were named. */
  readonly named: Map<TableName, TableSource>;
  /** A table without name, to be recognised by its headers. */
  readonly bare: TableSource | null;
  readonly notices: Notice[];
}

/** Members under which systems hand over a list of rows: Stripe, HubSpot, OData, … */
const WRAPPERS = ['data', 'results', 'rows', 'items', 'records', 'value'];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Source of a value that may be a table, null when it is none. */
function sourceOf(value: unknown, path: string): TableSource | null {
  if (Array.isArray(value)) return new RowSource(path, value);
  return isObject(value) && isObject(value.columns) ? new ColumnSource(path, value.columns) : null;
}

function noTable(path: string, got: unknown, found: string): KpiError {
  const message = `data is a list of rows, a table by columns or an object of tables (${Object.keys(TABLE_NAMES).join(', ')}): give one of these; got ${shortCopy(got)}${found === '' ? '' : ` with ${found}`}`;
  return new KpiError('no-table', message, {
    path,
    details: { got: shortCopy(got), columns: found, needed: Object.keys(TABLE_NAMES).join(', ') },
  });
}

function tableNamed(key: string): TableName | null {
  const name = normaliseHeader(key);
  return (Object.keys(TABLE_NAMES) as TableName[]).find((table) => TABLE_NAMES[table].includes(name)) ?? null;
}

/** Table of a key: null for a key that names none, or one that another key named already. */
function openMember(open: OpenInput, key: string, value: unknown): void {
  const table = tableNamed(key);
  const path = memberPath('$', key);
  if (table === null || open.named.has(table)) {
    const message = `keys of the data set are version, meta and tables: remove or rename; got ${key}`;
    open.notices.push({ code: 'unknown-key', message, details: { key, path } });
    return;
  }
  if (value === null || value === undefined) return;
  const source = sourceOf(value, path);
  if (source === null) throw noTable(path, value, isObject(value) ? Object.keys(value).slice(0, 20).join(', ') : '');
  open.named.set(table, source);
}

function wrapped(input: Record<string, unknown>): TableSource | null {
  const key = WRAPPERS.find((name) => Object.hasOwn(input, name) && sourceOf(input[name], '$') !== null);
  return key === undefined ? null : sourceOf(input[key], memberPath('$', key));
}

function openObject(input: Record<string, unknown>): OpenInput {
  const keys = Object.keys(input).filter((key) => key !== 'version' && key !== 'meta');
  const meta = isObject(input.meta) ? (input.meta as DatasetMeta) : {};
  const open: OpenInput = { meta, named: new Map(), bare: null, notices: [] };
  if (!keys.some((key) => tableNamed(key) !== null)) {
    const bare = wrapped(input);
    if (bare === null) throw noTable('$', input, keys.slice(0, 20).join(', '));
    return { ...open, bare };
  }
  for (const key of keys) openMember(open, key, input[key]);
  return open;
}

/** Opens whatever a page handed over. @throws KpiError `no-table`. */
export function openTables(input: unknown): OpenInput {
  try {
    const bare = sourceOf(input, '$');
    if (bare !== null) return { meta: {}, named: new Map(), bare, notices: [] };
    if (!isObject(input)) throw noTable('$', input, '');
    return openObject(input);
  } catch (error) {
    if (error instanceof KpiError) throw error;
    // A page may hand over objects whose members throw when looked at.
    throw noTable('$', input, '');
  }
}
