/** Tells a time of day from its absence: exports write dates without time as midnight. */
import { createZone } from '../calendar/zone.js';
import type { Zone } from '../calendar/zone.js';
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';

const DAY_SECONDS = 86400;

export class LocalMidnight {
  private readonly starts = new Map<CivilDay, number>();
  private readonly zone: Zone | null;
  private lastDay = NO_DAY;
  private lastStart = NaN;

  constructor(timeZone: string) {
    this.zone = timeZone === 'UTC' ? null : createZone(timeZone);
  }

  /** The instant of a row; -Infinity when only its day is known: no second at all, or exactly the first one of the local day. */
  timeOf(day: CivilDay, second: number): number {
    return Number.isNaN(second) || day === NO_DAY || second === this.startOf(day) ? -Infinity : second;
  }

  private startOf(day: CivilDay): number {
    if (this.zone === null) return day * DAY_SECONDS;
    if (day === this.lastDay) return this.lastStart;
    let start = this.starts.get(day);
    if (start === undefined) {
      start = this.zone.fromLocal(day * DAY_SECONDS);
      this.starts.set(day, start);
    }
    this.lastDay = day;
    this.lastStart = start;
    return start;
  }
}
