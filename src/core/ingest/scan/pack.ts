/** What a page holds in memory -> bytes of JSON, a slice at a time: nothing is copied as a whole, and nothing of it is changed. */
/** Letters of a text a slice. */
const LETTERS = 1 << 18;

const encoder = new TextEncoder();

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

/** Values `from`…`to - 1` of a list, as far as it goes, with commas between them. */
function slice(list: ArrayLike<unknown>, from: number, to: number): string {
  const part = Array.prototype.slice.call(list, from, to) as unknown[];
  try {
    return JSON.stringify(part).slice(1, -1);
  } catch {
    return part.map(tolerant).join();
  }
}

/** Text in slices that never part a surrogate pair. */
function* letters(text: string): Packing {
  let from = 0;
  do {
    const to = from + LETTERS + Number(/[\ud800-\udbff]/.test(text[from + LETTERS - 1] ?? ''));
    yield encoder.encode(text.slice(from, to));
    from = to;
  } while (from < text.length);
}

/** Lengths of lists. */
export type Lengths = Map<ArrayLike<unknown>, number>;

/**
 * @param rows Rows of the first slice.
 * @param lengths Of lists, as they were when they were packed first: what was added to them since is not packed again.
 */
export function* packed(data: unknown, rows = 256, lengths: Lengths = new Map()): Packing {
  /** What is not given out yet. */
  let text = '';

  function* list(values: ArrayLike<unknown>): Packing {
    text += '[';
    const end = lengths.get(values) ?? values.length;
    lengths.set(values, end);
    for (let from = 0, to; from < end; from = to) {
      to = Math.min(from + rows, end);
      text += (from ? ',' : '') + slice(values, from, to);
      rows = (yield encoder.encode(text)) ?? rows;
      text = '';
    }
    text += ']';
  }

  function* object(members: readonly [key: string, value: unknown][], depth: number): Packing {
    text += '{';
    for (const [index, [key, value]] of members.entries()) {
      text += `${index ? ',' : ''}${JSON.stringify(key)}:`;
      yield* any(value, key, depth);
    }
    text += '}';
  }

  /** In parts: a list, and an object that is or holds tables, or columns inside them. What is small, or throws, at once. */
  function* any(value: unknown, key: string, depth: number): Packing {
    let parts: Packing | undefined;
    try {
      if (isList(value)) parts = list(value);
      else if (depth && isBag(value) && (key === 'columns' || isBag(value['columns']))) parts = object(Object.entries(value), depth - 1);
    } catch {
      // An object of the page may throw whatever is asked of it.
    }
    if (parts) yield* parts;
    else text += tolerant(value);
  }

  if (typeof data === 'string') return yield* letters(data);
  yield* any(typeof data === 'function' ? '[function]' : data, 'columns', 3);
  yield encoder.encode(text);
}
