/** Hands a page's data to an engine in slices, so that a large array never holds the page. */
import { refuse } from '../core/errors.js';
import type { Packing } from '../core/ingest/scan/pack.js';
import { pause } from './pause.js';

/** Milliseconds that a slice should take the page. A slice grows by steps, so that even wide rows stay under twice as much. */
const AIM = 4;
const FIRST_ROWS = 16;
const MOST_ROWS = 8192;
/** Far below what overflows a stack. */
const MAX_DEPTH = 64;

/**
 * Plain copy of a request or of options, also of what structured cloning refuses: reactive proxies, instances with `toJSON`.
 * @throws KpiError `not-cloneable` with the path of a function, of a symbol, or of what nests too deep.
 */
export function plain(value: unknown, path = '$', depth = 0): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || depth > MAX_DEPTH)
    refuse(path, `plain values, ${MAX_DEPTH} levels at most`, typeof value, 'not-cloneable');
  if (typeof value !== 'object' || !value || value instanceof Date) return value;
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return Array.from(value as unknown[], (one, index) => plain(one, `${path}[${index}]`, depth + 1));
  if ('toJSON' in value) return plain((value as Date).toJSON(), path, depth);
  // By entries: an assignment to a key `__proto__` would get lost.
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one, `${path}.${key}`, depth + 1)]));
}

/**
 * Pushes all that the page handed over. The data is not changed, and must not be while this runs. Stops early when it is no longer
 * `wanted`.
 * @param pack Makes pieces of the data.
 * @param push Takes a piece, of which there is one at least, and moves its bytes away.
 */
export async function sendData(
  pack: (rows: number) => Packing,
  push: (piece: Uint8Array, isFirst: boolean) => Promise<unknown>,
  wanted: () => boolean,
): Promise<void> {
  let rows = FIRST_ROWS;
  let began = performance.now();
  const pieces = pack(rows);
  let sent: Promise<unknown> | undefined;
  for (let piece = pieces.next(); !piece.done && wanted(); piece = pieces.next(rows)) {
    rows = Math.min(MOST_ROWS, Math.ceil(rows * Math.min(4, AIM / (performance.now() - began))));
    // One piece is being read while the next one is made.
    await sent;
    sent = push(piece.value, !sent);
    await pause();
    began = performance.now();
  }
  await sent;
}
