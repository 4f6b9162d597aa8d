/** Offsets of a zone by day: most days have one offset from before they begin to after they end, in UTC and on local clocks. */

const DAY = 86400;
/** Days from 1880 to 2239 have a place of their own. */
const FIRST = -32768;
const DAYS = 131072;
const UNKNOWN = 0x7fffffff;
/** The clocks change around that day, or it is too far away. */
export const CHANGING = 0x7ffffffe;

/** Offset that holds for every instant of a UTC day and for every reading of the clocks on a local day of that number. */
export function createDayOffsets(offsetAt: (second: number) => number): (day: number) => number {
  const offsets = new Int32Array(DAYS).fill(UNKNOWN);
  return (day) => {
    const offset = offsets[day - FIRST] ?? CHANGING;
    if (offset !== UNKNOWN) return offset;
    // Two changes of clocks are always further apart than these three days.
    const before = offsetAt((day - 1) * DAY);
    return (offsets[day - FIRST] = before === offsetAt((day + 2) * DAY) ? before : CHANGING);
  };
}
