/** What a page holds in memory -> bytes of JSON, a slice at a time: nothing is copied as a whole, and nothing of it is changed. */
import { encodeUtf8 } from '../raw/utf8.js';

/** Letters of a text a slice. */
const LETTERS = 1 << 18;

/** `next(rows)` tells how many rows the next slice is to have: a matter of whoever has a clock. */
export type Packing = Generator<Uint8Array, void, number | undefined>;

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);

/** JSON of a value on which `JSON.stringify` gives up: numbers too long for it as texts, and nothing but a mark where a getter throws. */
function tolerant(value: unknown): string {
  try {
    return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? 'null';
  } catch {
    return '"[object]"';
  }
}

/** Values `from`…`to - 1` of a list, with commas between them. */
function slice(list: ArrayLike<unknown>, from: number, to: number): string {
  const part = Array.prototype.slice.call(list, from, to) as unknown[];
  try {
    return JSON.stringify(part).slice(1, -1);
  } catch {
    return part.map(tolerant).join();
  }
}

function* list(values: ArrayLike<unknown>, before: string, rows: number): Packing {
  let text = `${before}[`;
  for (let from = 0; from < values.length;) {
    const to = Math.min(values.length, from + rows);
    text += slice(values, from, to);
    from = to;
    if (from === values.length) break;
    rows = (yield encodeUtf8(text)) ?? rows;
    text = ',';
  }
  yield encodeUtf8(`${text}]`);
}

/** Outcome of looking at an object of the page, whose members may throw. */
function look<T>(take: () => T, otherwise: T): T {
  try {
    return take();
  } catch {
    return otherwise;
  }
}

/** Members of an object, each list in slices of its own; likewise tables, and columns inside them. */
function* object(bag: Bag, before: string, depth: number, rows: number): Packing {
  const members = look(() => Object.entries(bag), null);
  if (!members) {
    yield encodeUtf8(`${before}"[object]"`);
    return;
  }
  let text = before;
  let mark = '{';
  for (const [key, value] of members) {
    text += `${mark}${JSON.stringify(key)}:`;
    mark = ',';
    const isTable = depth > 0 && look(() => isBag(value) && (key === 'columns' || isBag(value.columns)), false);
    if (look(() => isList(value), false)) yield* list(value as unknown[], text, rows);
    else if (isTable) yield* object(value as Bag, text, depth - 1, rows);
    else {
      text += tolerant(value);
      continue;
    }
    text = '';
  }
  yield encodeUtf8(`${text}${mark === '{' ? mark : ''}}`);
}

/** Text in slices that never part a surrogate pair. */
function* letters(text: string): Packing {
  for (let from = 0; from < text.length;) {
    const to = from + LETTERS + Number(/[\ud800-\udbff]/.test(text[from + LETTERS - 1] ?? ''));
    yield encodeUtf8(text.slice(from, to));
    from = to;
  }
}

/** @param rows Rows of the first slice. */
export function* packed(data: unknown, rows = 256): Packing {
  if (typeof data === 'string') yield* letters(data);
  else if (look(() => isList(data), false)) yield* list(data as unknown[], '', rows);
  else if (isBag(data)) yield* object(data, '', 2, rows);
  else yield encodeUtf8(tolerant(typeof data === 'function' ? '[function]' : data));
}
