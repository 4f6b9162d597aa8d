/** Hands a page's data to an engine in slices, so that a large array never holds the page. */
import { refuse } from '../core/errors.js';
import type { DatasetOptions } from '../core/ingest/input.js';
import { pause } from './pause.js';
import type { EngineCalls, Path } from './protocol.js';

/** Milliseconds that a slice should take the page. A slice grows by steps, so that even wide rows stay under twice as much. */
const AIM = 4;
/** First and greatest length of a slice: of rows, and of text, whose copying is cheap (a million characters take about a millisecond). */
const ROWS = [16, 8192] as const;
const TEXT = [1 << 20, 1 << 20] as const;
/** `orders`, `columns` and the name of a column: no list lies deeper. */
const DEPTH = 3;

type List = string | unknown[];

/** By entries: an assignment to a key `__proto__` would get lost. */
function mapValues(object: object, change: (value: unknown, key: string) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

/** The data with every list emptied, keys in their order; the lists are added to `lists`. */
function shellOf(value: unknown, lists: [Path, List][], path: Path): unknown {
  // A typed array too, but not a DataView, which has no length.
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)) {
    lists.push([path, value as unknown[]]);
    return [];
  }
  const record = path.length < DEPTH && Object.prototype.toString.call(value) === '[object Object]';
  return record ? mapValues(value as object, (part, key) => shellOf(part, lists, [...path, key])) : value;
}

/**
 * Plain copy of what structured cloning refuses though it is data: reactive proxies, instances with `toJSON`.
 * @param from Index of the first value of a slice.
 * @throws KpiError `not-cloneable` with the path of a function or a symbol.
 */
export function plain(value: unknown, path: string, from = 0): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') refuse(path, 'leave it out', typeof value, 'not-cloneable');
  if (Array.isArray(value)) return value.map((one, index) => plain(one, `${path}[${from + index}]`));
  if (typeof value !== 'object' || !value || value instanceof Date || ArrayBuffer.isView(value)) return value;
  return 'toJSON' in value ? plain((value as Date).toJSON(), path) : mapValues(value, (one, key) => plain(one, `${path}.${key}`));
}

/**
 * Opens a data set and pushes all that the page handed over; the caller calls `finish`. The data is not changed, and must not be while
 * this runs. Stops early when it is no longer `wanted`. Rejects with KpiError `not-cloneable` with the path of what cannot be sent.
 */
export async function sendData(
  calls: EngineCalls,
  dataset: number,
  data: unknown,
  options: DatasetOptions,
  wanted: () => boolean,
): Promise<void> {
  const text = typeof data === 'string';
  const lists: [Path, List][] = text ? [[[], data]] : [];
  let copy = false;
  /** What cannot be cloned is sent as a plain copy, and so is all that follows. */
  async function send(call: (value: unknown) => Promise<void>, value: unknown, path: Path, from?: number): Promise<void> {
    if (!copy)
      try {
        return await call(value);
      } catch (thrown) {
        if ((thrown as Error).name !== 'DataCloneError') throw thrown;
        copy = true;
      }
    return call(plain(value, ['$', ...path].join('.'), from));
  }
  await send((shell) => calls.open(dataset, plain(options, 'options') as DatasetOptions, shell), text ? '' : shellOf(data, lists, []), []);
  for (const [path, list] of lists) {
    const [first, most] = text ? TEXT : ROWS;
    let size = first;
    for (let from = 0; wanted() && from < list.length;) {
      const start = performance.now();
      const sent = send((part) => calls.push(dataset, path, part as unknown[]), list.slice(from, from + size), path, from);
      from += size;
      // The copy is made before the call returns; what follows is waiting.
      size = Math.min(most, Math.ceil(size * Math.min(4, AIM / (performance.now() - start))));
      await sent;
      await pause();
    }
  }
}
