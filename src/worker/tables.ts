/** Takes a page's data apart into an emptied shell and slices of its tables, never touching it. */
import type { PushSlice } from './protocol.js';

type Entries = Record<string, unknown>;
type Columnar = Entries & { columns: Entries };
export type Table = readonly unknown[] | Columnar;

const isObject = (value: unknown): value is Entries => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
const isColumnar = (value: unknown): value is Columnar => isObject(value) && !isList(value) && isObject(value['columns']);
const isTable = (value: unknown): value is Table => Array.isArray(value) || isColumnar(value);

/** By entries: an assignment to a key `__proto__` would get lost. */
export function mapValues<T>(object: Entries, change: (value: unknown, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

/** The data with every table emptied, keys in their order: see `open` of EngineApi. */
export function shellOf(data: unknown): unknown {
  return !isObject(data) || isTable(data) ? emptied(data) : mapValues(data, emptied);
}

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return isColumnar(value) ? { ...value, columns: mapValues(value.columns, (part) => (isList(part) ? [] : part)) } : value;
}

/** Tables of a data set object by name; a bare table has the name null. */
export function tablesOf(data: unknown): [name: string | null, table: Table][] {
  if (isTable(data)) return [[null, data]];
  return isObject(data) ? Object.entries(data).filter((entry): entry is [string, Table] => isTable(entry[1])) : [];
}

export function lengthOf(table: Table): number {
  if (!isColumnar(table)) return table.length;
  return Object.values(table.columns).reduce<number>((length, part) => (isList(part) ? Math.max(length, part.length) : length), 0);
}

/** Rows `from` (included) to `to` (excluded). */
export function sliceOf(name: string | null, table: Table, from: number, to: number): PushSlice {
  if (!isColumnar(table)) return { kind: 'rows', table: name, rows: table.slice(from, to) };
  const lists = Object.entries(table.columns).filter((entry): entry is [string, ArrayLike<unknown>] => isList(entry[1]));
  // A view of a typed array would send its whole buffer.
  const columns = Object.fromEntries(lists.map(([key, part]) => [key, Array.prototype.slice.call(part, from, to)]));
  return { kind: 'columns', table: name, columns };
}
