/** The first `limit` of many in a total order, without sorting them all; in slices. */
export function* firstOf<T>(
  items: readonly T[],
  limit: number,
  compare: (a: T, b: T) => number,
  slice = Math.max(limit, 1024),
): Generator<void, T[], void> {
  let kept: T[] = [];
  for (let at = 0; at < items.length; at += slice) {
    const last = kept[limit - 1] as T | undefined;
    const more = items.slice(at, at + slice).filter((item) => last === undefined || compare(item, last) < 0);
    if (more.length > 0) kept = kept.concat(more).sort(compare).slice(0, limit);
    yield;
  }
  return kept;
}
