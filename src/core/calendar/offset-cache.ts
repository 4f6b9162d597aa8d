/** Remembers the offsets of a zone, so that a look-up costs a comparison or two instead of a call of Intl. */

/** About 3 days: two changes of clocks are always further apart, so that none hides within a stretch that ends as it began. */
const STRETCH = 2 ** 18;
/** Beyond these no engine has dates. */
const LIMIT = 8.64e12;

/** The same function, from memory. Instants without a date (NaN, beyond what engines can date) give NaN. */
export function createOffsetCache(read: (second: number) => number): (second: number) => number {
  const known = new Map<number, number>();
  const offsetAt = (second: number): number => {
    let offset = known.get(second);
    if (offset === undefined) known.set(second, (offset = read(Math.min(Math.max(second, -LIMIT), LIMIT))));
    return offset;
  };
  let from = 0;
  let to = 0;
  let offset = 0;
  return (second) => {
    if (second >= from && second < to) return offset;
    if (!(Math.abs(second) <= LIMIT)) return NaN;
    const [start, end, before] = [from, to, offset];
    // Around a change of clocks stretches are shorter, down to the second.
    for (let size = STRETCH; size >= 1; size /= 64) {
      from = Math.floor(second / size) * size;
      to = from + size;
      offset = offsetAt(from);
      if (offset === offsetAt(to)) break;
    }
    // Instants mostly come in order of time, up or down: neighbours join.
    if (offset === before && from === end) from = start;
    if (offset === before && to === start) to = end;
    return offset;
  };
}
