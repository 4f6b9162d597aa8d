/** Tells a time of day from its absence: exports write dates without time as midnight. */
import { createZone, DAY_SECONDS } from '../calendar/zone.js';
import type { Zone } from '../calendar/zone.js';
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay, Dataset } from '../table/dataset.js';

/** Days that are remembered: more than any data set spans that is not out of its mind. */
const MOST_DAYS = 200_000;

export class LocalMidnight {
  private readonly zone: Zone | null;
  private readonly firstDay: CivilDay;
  /** First instant of each day of the data, NaN until it is asked for. */
  private readonly starts: Float64Array;

  constructor({ timeZone, range }: Dataset) {
    this.zone = timeZone === 'UTC' ? null : createZone(timeZone);
    this.firstDay = range?.from ?? 0;
    const days = range === null || this.zone === null ? 0 : range.to - range.from + 1;
    this.starts = new Float64Array(Math.min(days, MOST_DAYS)).fill(NaN);
  }

  /** The instant of a row; -Infinity when only its day is known: no second at all, or exactly the first one of the local day. */
  timeOf(day: CivilDay, second: number): number {
    return Number.isNaN(second) || day === NO_DAY || second === this.startOf(day) ? -Infinity : second;
  }

  private startOf(day: CivilDay): number {
    if (this.zone === null) return day * DAY_SECONDS;
    const index = day - this.firstDay;
    const known = index >= 0 && index < this.starts.length ? this.starts[index] : NaN;
    if (!Number.isNaN(known)) return known;
    const start = this.zone.fromLocal(day * DAY_SECONDS);
    if (index >= 0 && index < this.starts.length) this.starts[index] = start;
    return start;
  }
}
