/** Time zones: local days and seconds of instants, a million look-ups at a time. */
import { refuse } from '../errors.js';
import type { CivilDay } from './civil-day.js';
import { createOffsetCache } from './offset-cache.js';
import { CHANGING, createDayOffsets } from './day-offsets.js';

export const DAY_SECONDS = 86400;

/** @internal One IANA time zone. All seconds are counted from 1970-01-01T00:00:00; NaN in gives NaN out. */
export interface Zone {
  /** IANA name in its usual letter case. */
  readonly name: string;
  /** Seconds east of UTC at an instant: 3600 in Paris in winter; exact to the second, historic local mean time included. */
  offsetAt(epochSecond: number): number;
  /** Civil day that people in the zone write at this instant. */
  dayOf(epochSecond: number): CivilDay;
  /**
   * Instant at which the local clock shows this reading. A reading that a change of clocks skips moves forward by what is
   * skipped; one that comes twice is read as the earlier instant (`compatible` of Temporal).
   */
  fromLocal(localEpochSecond: number): number;
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    // Intl takes undefined for "the zone of this machine", which would make results depend on it: its text is no zone.
    return new Intl.DateTimeFormat('en', { timeZone: String(name), timeZoneName: 'longOffset' });
  } catch {
    return refuse('timeZone', 'an IANA name', name, 'invalid-time-zone');
  }
}

/**
 * Zone of an IANA name. Offsets come from the engine's own zone data (Intl), read once and kept.
 * @throws KpiError `invalid-time-zone` when the engine knows no such zone.
 */
export function createZone(name: string): Zone {
  const format = formatOf(name);
  const usual = format.resolvedOptions().timeZone;
  // The only call of Intl: slow (microseconds), so never made row by row.
  const offsetAt = createOffsetCache((second) => {
    const [, sign, hours, minutes, seconds] = /([+-])(\d+):(\d+):?(\d*)$/.exec(format.format(second * 1000)) ?? [];
    return sign ? +`${sign}1` * (+hours * 3600 + +minutes * 60 + +seconds) : 0;
  });
  const offsetOn = createDayOffsets(offsetAt);
  return {
    // Old engines answer with an older spelling (Asia/Katmandu): the page's own name is kept then.
    name: usual.toLowerCase() === name.toLowerCase() ? usual : name,
    offsetAt,
    dayOf(second) {
      const offset = offsetOn(Math.floor(second / DAY_SECONDS));
      return Math.floor((second + (offset === CHANGING ? offsetAt(second) : offset)) / DAY_SECONDS);
    },
    fromLocal(local) {
      const offset = offsetOn(Math.floor(local / DAY_SECONDS));
      if (offset !== CHANGING) return local - offset;
      // No zone is more than a day from UTC, so these two stand before and after any change that touches this reading.
      const before = local - offsetAt(local - DAY_SECONDS);
      const after = local - offsetAt(local + DAY_SECONDS);
      // `before` also serves a skipped reading: it carries it forward by the gap.
      return before !== after && before + offsetAt(before) !== local && after + offsetAt(after) === local ? after : before;
    },
  };
}
