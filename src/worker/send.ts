/** Hands a page's data to an engine in slices, so that a large array never holds the page. */
import { refuse } from '../core/errors.js';
import type { DatasetOptions } from '../core/ingest/input.js';
import { pause } from './pause.js';
import type { EngineCalls, Path } from './protocol.js';

/** Milliseconds that a slice should take the page. A slice grows by steps, so that even wide rows stay under twice as much. */
const AIM = 4;
const FIRST_ROWS = 16;
const MOST_ROWS = 8192;
/** Copying text is cheap: a million characters take about a millisecond. */
const TEXT = 1 << 20;
/** Far below what overflows a stack. */
const MAX_DEPTH = 64;

type List = string | unknown[];

/**
 * Plain copy of data, also of what structured cloning refuses: reactive proxies, instances with `toJSON`.
 * @param lists Gets the lists with their paths; the copy then has empty ones in their place.
 * @throws KpiError `not-cloneable` with the path of a function, of a symbol, or of what nests too deep.
 */
export function plain(value: unknown, path: Path, lists?: [Path, List][]): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || path.length > MAX_DEPTH) {
    const keys = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`));
    refuse(`$${keys.join('')}`, `plain values, ${MAX_DEPTH} levels at most`, typeof value, 'not-cloneable');
  }
  if (typeof value !== 'object' || !value || value instanceof Date) return value;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    if (!lists) return Array.from(value as unknown[], (one, index) => plain(one, [...path, index]));
    lists.push([path, value as unknown[]]);
    return [];
  }
  if ('toJSON' in value) return plain((value as Date).toJSON(), path, lists);
  // By entries: an assignment to a key `__proto__` would get lost.
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one, [...path, key], lists)]));
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
  await calls.open(dataset, plain(options, []) as DatasetOptions, text ? '' : plain(data, [], lists));
  let copy = false;
  for (const [path, list] of lists) {
    const most = text ? TEXT : MOST_ROWS;
    let size = text ? TEXT : FIRST_ROWS;
    for (let from = 0; wanted() && from < list.length; await pause()) {
      const began = performance.now();
      const part = list.slice(from, from + size);
      const sent = calls.push(dataset, path, copy ? Array.from(part, (one, index) => plain(one, [...path, from + index])) : part);
      // The copy is made before the call returns; what follows is waiting.
      const took = performance.now() - began;
      try {
        await sent;
        from += size;
        size = Math.min(most, Math.ceil(size * Math.min(4, AIM / took)));
      } catch (thrown) {
        if (copy || (thrown as Error).name !== 'DataCloneError') throw thrown;
        copy = true;
      }
    }
  }
}
