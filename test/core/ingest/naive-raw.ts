/** Plain values -> raw columns, the slow and simple way: what every scanner must agree with. */
import { LIST, NUMBER, OBJECT, STAMP } from '../../../src/core/ingest/raw/raw-column.js';
import type { RawColumn } from '../../../src/core/ingest/raw/raw-column.js';
import type { RawInput } from '../../../src/core/ingest/raw/raw-input.js';
import { RawTable } from '../../../src/core/ingest/raw/raw-table.js';
import { readStamp } from '../../../src/core/ingest/raw/stamp.js';
import { encodeUtf8 } from '../../../src/core/ingest/raw/utf8.js';

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Nested objects are looked into so deep: `total_shipping_price_set.shop_money.amount`. */
const MAX_DEPTH = 3;
/** Lists that are read; all others are kept as one value. */
const LISTS = /^(refunds|line_?items|items|lines|lignes|action_?details|event_?params)$/i;
/** Lists inside lists are looked into so deep. */
const MAX_LISTS = 3;
/** Places beyond this number are not kept: such objects are maps, not rows. */
const MAX_PLACES = 1000;

/** What `take` gives; something else instead of an exception of a page's own code. */
function guarded<T>(take: () => T, otherwise: T): T {
  try {
    return take();
  } catch {
    return otherwise;
  }
}

function putText(column: RawColumn, row: number, text: string): void {
  if (text === '') return;
  const bytes = encodeUtf8(`${text}\0`);
  const stamp = text.length > 9 ? readStamp(bytes, 0, 0, column.tails) : NaN;
  if (Number.isNaN(stamp)) column.putText(row, column.texts.codeOfText(text));
  else column.putFloat(row, STAMP, stamp);
}

/** Puts a value that is no list to look into. */
function put(column: RawColumn, row: number, value: unknown): void {
  if (value === null || value === undefined || value === '' || Number.isNaN(value) || /^[fy]|^sy/.test(typeof value)) return;
  if (typeof value === 'number') column.putFloat(row, NUMBER, value || 0);
  else if (typeof value !== 'object') putText(column, row, String(value));
  else if (value instanceof Date)
    putText(
      column,
      row,
      guarded(() => value.toISOString(), ''),
    );
  else column.putText(row, Array.isArray(value) ? LIST : OBJECT);
}

/** @param lists Lists around the object, and whether the outermost is one of refunds. */
function putObject(table: RawTable, row: number, value: Bag, keys: readonly string[] = [], lists = 0, isRefund = false): void {
  for (const key in value) {
    const member = value[key];
    const path = [...keys, key];
    const header = path.join('.');
    if (isBag(member) && keys.length < MAX_DEPTH) putObject(table, row, member, path, lists, isRefund);
    else if (Array.isArray(member) && lists < MAX_LISTS && (isRefund || LISTS.test(key))) {
      const list = table.list(header, path);
      for (const part of member.filter(isBag)) {
        list.setParent(list.length, row);
        putObject(list, list.length++, part, [], lists + 1, isRefund || /^refunds$/i.test(key));
      }
    } else if (table.columns.has(header) || table.columns.size < MAX_PLACES) put(table.columnOf(header, path), row, member);
  }
}

function packRows(path: string, rows: readonly unknown[]): RawTable {
  const table = new RawTable(path);
  table.length = rows.length;
  for (let row = 0; row < table.length; row++) {
    const value = rows[row];
    if (!isBag(value)) table.bad.set(row, shortCopy(value));
    else if (!guarded(() => (putObject(table, row, value), true), false)) {
      for (const column of table.columns.values()) column.clear(row);
      table.bad.set(row, '[object]');
    }
  }
  return table;
}

function packColumns(path: string, columns: Bag): RawTable {
  const table = new RawTable(path, true);
  for (const header in columns) {
    const values = columns[header];
    if (!Array.isArray(values) && !(ArrayBuffer.isView(values) && 'length' in values)) continue;
    const column = table.columnOf(header, [header]);
    const list = values as readonly unknown[];
    table.length = Math.max(table.length, list.length);
    for (let row = 0; row < list.length; row++)
      put(
        column,
        row,
        guarded(() => list[row], '[object]'),
      );
  }
  return table;
}

function packTable(path: string, value: unknown): RawTable | undefined {
  if (Array.isArray(value)) return packRows(path, value);
  return isBag(value) && isBag(value.columns) ? packColumns(path, value.columns) : undefined;
}

/** Short copy of a value for an example: never runs code of the value. */
function shortCopy(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 60)}…` : value;
  if (value === undefined) return '';
  if (value === null || !/^[fos]/.test(typeof value)) return String(value);
  return guarded(() => (Array.isArray(value) ? '[array]' : `[${typeof value}]`), '[object]');
}

/** Raw columns of a value as JSON.parse gives it, or of a page's own objects. */
export function packRaw(value: unknown): RawInput {
  return guarded(() => pack(value), { bare: null, members: new Map(), meta: {}, got: '[object]', fault: null });
}

function pack(value: unknown): RawInput {
  const input: RawInput = { bare: packTable('$', value) ?? null, members: new Map(), meta: {}, got: shortCopy(value), fault: null };
  if (!isBag(value)) return input;
  if (isBag(value.meta)) input.meta = value.meta;
  if (input.bare) return input;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'version' || key === 'meta') continue;
    const path = `$${/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`}`;
    input.members.set(key, packTable(path, member) ?? (member === null ? '' : shortCopy(member)));
  }
  return input;
}
