/** Remembers the offsets of a zone, so that a look-up costs no call of Intl. */
import { kept } from './kept.js';

/** About 3 days: two changes of clocks are always further apart, so that none hides within a stretch that ends as it began. */
const STRETCH = 2 ** 18;
/** Beyond these no engine has dates. */
const LIMIT = 8.64e12;

/** The same function, from memory. Instants without a date (NaN, beyond what engines can date) give NaN. */
export function createOffsetCache(read: (second: number) => number): (second: number) => number {
  const known = new Map<number, number>();
  const readWithin = (second: number): number => read(Math.min(Math.max(second, -LIMIT), LIMIT));
  const offsetAt = (second: number): number => kept(known, second, readWithin);
  return (second) => {
    if (!(Math.abs(second) <= LIMIT)) return NaN;
    // Around a change of clocks stretches are shorter, down to the second.
    for (let size = STRETCH; ; size /= 64) {
      const from = Math.floor(second / size) * size;
      const offset = offsetAt(from);
      if (size === 1 || offset === offsetAt(from + size)) return offset;
    }
  };
}
