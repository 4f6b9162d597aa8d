/** Where the values of a table come from: an array of objects, or columns. Readers of columns see only this. */
import { isNothing } from './values.js';

export type ValueAt = (row: number) => unknown;

/** Values of one place in the elements of a nested list (`refunds[].total`): they are added up. */
export class Parts {
  constructor(readonly values: readonly unknown[]) {}
}

interface Headers {
  /** Keys that lead to the values under each header; members of nested objects by dotted path. Complete once all rows are scanned. */
  readonly places: Map<string, readonly string[]>;
  /** Headers under which some row has something. */
  readonly filled: Set<string>;
}

/** @internal */
export interface Source extends Headers {
  /** JSON path of the table: `$`, `$.orders`. */
  readonly path: string;
  /** As it was at first: a page may go on changing its list while it is read in slices. */
  readonly length: number;
  /** Looks at one row: learns its headers. False when it is no row at all. */
  scan(row: number): boolean;
  /** Values under a header, whole rows for null; a symbol where one could not even be looked at (a getter that throws). */
  value(header: string | null): ValueAt;
  /** JSON path of a value, or of the whole row. */
  pathOf(row: number, header: string | null): string;
}

type Bag = Readonly<Record<string, unknown>>;

/** Date objects of a page stand for instants: they are values, not nested objects. */
export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** `.orders`, `["N° commande"]`. */
export const memberPath = (key: string): string =>
  key === '[]' ? '[*]' : /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;

/** Nested objects are looked into so deep: `total_shipping_price_set.shop_money.amount`. */
const MAX_DEPTH = 3;
/** Places beyond this number are not kept: such objects are maps, not rows. */
const MAX_PLACES = 1000;

/** @param known Keys with a plain value in the rows before, by position: rows of the same shape cost no look-up. */
function learn({ places, filled }: Headers, value: Bag, known: string[], keys: readonly string[] = [], name = ''): true {
  let at = -1;
  for (const key in value) {
    const member = value[key];
    at++;
    const isObject = typeof member === 'object';
    if (!isObject && known[at] === key) continue;
    const header = name + key;
    const isDeep = keys.length >= MAX_DEPTH;
    // Refunds, and lists inside them, are summed per row; all other lists are kept aside whole.
    if (isObject && !isDeep && Array.isArray(member) && /^refunds$|\[/i.test(header)) {
      for (const part of member) if (isBag(part)) learn({ places, filled }, part, [], [...keys, key, '[]'], `${header}[].`);
    } else if (isObject && !isDeep && isBag(member)) learn({ places, filled }, member, [], [...keys, key], `${header}.`);
    else {
      if (!places.has(header) && places.size < MAX_PLACES) places.set(header, [...keys, key]);
      if (isNothing(member)) continue;
      known[at] = key;
      filled.add(header);
    }
  }
  return true;
}

/** The same, and something else instead of an exception. */
const guarded =
  <T>(take: (row: number) => T, otherwise = Symbol() as T): ((row: number) => T) =>
  (row) => {
    try {
      return take(row);
    } catch {
      return otherwise;
    }
  };

/** Value at the end of a path. */
function dig(value: unknown, keys: readonly string[], at: number): unknown {
  if (at === keys.length) return value;
  if (keys[at] === '[]') return Array.isArray(value) ? new Parts(value.map((part) => dig(part, keys, at + 1))) : undefined;
  return isBag(value) ? dig(value[keys[at]], keys, at + 1) : undefined;
}

const isColumn = (values: unknown): values is unknown[] => Array.isArray(values) || (ArrayBuffer.isView(values) && 'length' in values);

/** Source of a value that may be a table, undefined when it is none; shorter columns lack values at the end. */
export function openSource(path: string, input: unknown): Source | undefined {
  const rows = Array.isArray(input) ? (input as unknown[]) : undefined;
  const columns = isBag(input) && isBag(input.columns) ? (input.columns as Readonly<Record<string, unknown[]>>) : undefined;
  if (!rows && !columns) return undefined;
  const places: Source['places'] = new Map();
  const filled = new Set<string>();
  let length = rows ? rows.length : 0;
  for (const header in columns) {
    const values = columns[header];
    if (!isColumn(values)) continue;
    length = Math.max(length, values.length);
    places.set(header, [header]);
    if (!values.every(isNothing)) filled.add(header);
  }
  const known: string[] = [];
  const keysOf = (header: string | null): readonly string[] => (header === null ? [] : places.get(header)!);
  return {
    path,
    length,
    places,
    filled,
    scan: guarded((row) => !rows || (isBag(rows[row]) && learn({ places, filled }, rows[row], known)), false),
    value(header) {
      const keys = keysOf(header);
      const [key] = keys;
      if (!rows) return guarded((row) => columns![header!]?.[row]);
      return guarded(keys.length === 1 ? (row) => (rows[row] as Bag | undefined)?.[key] : (row) => dig(rows[row], keys, 0));
    },
    pathOf(row, header) {
      const member = keysOf(header).map(memberPath).join('');
      return path + (rows ? `[${row}]${member}` : `.columns${member}[${row}]`);
    },
  };
}

/** Short copy of a value for an example: never runs code of the value. */
export function shortCopy(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 60)}…` : value;
  if (value === undefined) return '';
  if (value === null || !/^[fos]/.test(typeof value)) return String(value);
  return guarded(() => (Array.isArray(value) ? '[array]' : `[${typeof value}]`), '[object]')(0);
}
