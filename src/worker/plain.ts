/** Plain copies of what structured cloning refuses though it is data: reactive proxies, instances with `toJSON`. */
import { KpiError } from '../core/errors.js';
import type { PushSlice } from './protocol.js';
import { mapValues } from './tables.js';

/** Throws KpiError `not-cloneable` with the path of a function, a symbol or anything else that is no data. */
export function plain(value: unknown, path: string): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw notCloneable(path, typeof value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((one, index) => plain(one, `${path}[${index}]`));
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON(), path);
  return mapValues(value as Record<string, unknown>, (one, key) => plain(one, `${path}.${key}`));
}

/** A slice with plain values only. @param from Row of the table at which the slice starts. */
export function plainSlice(slice: PushSlice, from: number): PushSlice {
  if (slice.kind === 'text') return slice;
  const path = slice.table === null ? '$' : `$.${slice.table}`;
  const each = (values: readonly unknown[], at: string) => values.map((one, index) => plain(one, `${at}[${from + index}]`));
  if (slice.kind === 'rows') return { ...slice, rows: each(slice.rows, path) };
  return { ...slice, columns: mapValues(slice.columns, (part, key) => each(part as unknown[], `${path}.columns.${key}`)) };
}

function notCloneable(path: string, got: string): KpiError {
  return new KpiError('not-cloneable', `data must be plain values: leave out functions and symbols; got ${got} at ${path}`, {
    path,
    details: { got },
  });
}
