/** All calendar periods of a stretch of days, so that the period of a day is one look-up. */
import type { CivilDay } from './civil-day.js';
import { nextPeriod, periodStart } from './period.js';
import type { Grain } from './period.js';

/** @internal */
export interface PeriodTable {
  /** First day of each period; one more at the end, the day after the last period. */
  readonly starts: readonly CivilDay[];
  /** Place of the period of a day, by days since the first one. */
  readonly placeOf: Int32Array;
}

/** Periods from that of `from` to that of `to`; none when `from` is later. */
export function periodTable(from: CivilDay, to: CivilDay, grain: Grain): PeriodTable {
  const first = periodStart(from, grain);
  const starts = [first];
  for (let next = first; next <= to;) starts.push((next = nextPeriod(next, grain)));
  const placeOf = new Int32Array(starts[starts.length - 1] - first);
  for (let place = 1; place < starts.length; place++) placeOf.fill(place - 1, starts[place - 1] - first, starts[place] - first);
  return { starts, placeOf };
}
