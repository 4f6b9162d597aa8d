/** Puts the slices of a page's data together again. */
import type { Path } from './protocol.js';

/** The emptied data with one slice more: of itself when it is a text, else of the list at the path. */
export function added(data: unknown, path: Path, part: string | Iterable<unknown>): unknown {
  if (typeof part === 'string') return data + part;
  const list = path.reduce((at, key) => (at as Record<string | number, unknown>)[key], data) as unknown[];
  // One by one: spreading a large slice into `push` overflows the stack.
  for (const value of part) list.push(value);
  return data;
}
