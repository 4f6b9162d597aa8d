/** Remembers the offsets of a zone, so that a look-up costs a comparison or two instead of a call of Intl. */

/** About 388 days: what is read at once when a look-up falls into a stretch not seen before. */
const CHUNK = 2 ** 25;
/** About 6 days: two changes of clocks are always further apart, so that none hides between two probes. */
const PROBE = 2 ** 19;
/** Beyond these no engine has dates. */
const LIMIT = 8.64e12;

/** Stretch of constant offset: `from` included, `to` excluded. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** First second in (low, high] at which the offset is no longer that of `low`. */
function changeBetween(low: number, high: number, lowOffset: number, read: (second: number) => number): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (read(middle) === lowOffset) low = middle;
    else high = middle;
  }
  return high;
}

function readChunk(start: number, read: (second: number) => number): Stretch[] {
  const stretches: Stretch[] = [];
  const end = Math.min(start + CHUNK, LIMIT);
  let from = Math.max(start, -LIMIT);
  let low = from;
  let offset = read(low);
  while (low < end) {
    const high = Math.min(low + PROBE, end);
    const next = read(high);
    if (next !== offset) {
      const change = changeBetween(low, high, offset, read);
      stretches.push({ from, to: change, offset });
      from = change;
      offset = next;
    }
    low = high;
  }
  if (from < end || stretches.length === 0) stretches.push({ from, to: start + CHUNK, offset });
  return stretches;
}

/** The same function, from memory. Instants without a date (NaN, beyond what engines can date) give NaN. */
export function createOffsetCache(read: (second: number) => number): (second: number) => number {
  const chunks = new Map<number, Stretch[]>();
  let last: Stretch = { from: 0, to: 0, offset: 0 };
  const find = (second: number): Stretch => {
    const start = Math.floor(second / CHUNK) * CHUNK;
    let chunk = chunks.get(start);
    if (chunk === undefined) {
      chunk = readChunk(start, read);
      chunks.set(start, chunk);
    }
    let at = chunk.length - 1;
    while (at > 0 && chunk[at].from > second) at--;
    return chunk[at];
  };
  return (second) => {
    if (second >= last.from && second < last.to) return last.offset;
    if (!(second >= -LIMIT && second <= LIMIT)) return NaN;
    last = find(second);
    return last.offset;
  };
}
