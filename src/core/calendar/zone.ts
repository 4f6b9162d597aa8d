/** Time zones: local days and seconds of instants, a million look-ups at a time. */
import { KpiError } from '../errors.js';
import type { CivilDay } from './civil-day.js';
import { createOffsetCache } from './offset-cache.js';
import { offsetReader } from './offset-reader.js';

export const DAY_SECONDS = 86400;

/** One IANA time zone. All seconds are counted from 1970-01-01T00:00:00; NaN in gives NaN out. */
export interface Zone {
  /** IANA name in its usual letter case. */
  readonly name: string;
  /** Seconds east of UTC at an instant: 3600 in Paris in winter. */
  offsetAt(epochSecond: number): number;
  /** Civil day that people in the zone write at this instant. */
  dayOf(epochSecond: number): CivilDay;
  /** Reading of the local clock, as seconds since 1970-01-01T00:00:00 local. */
  localSecond(epochSecond: number): number;
  /**
   * Instant at which the local clock shows this reading. A reading that a change of clocks skips moves forward by what is
   * skipped; one that comes twice is read as the earlier instant (`compatible` of Temporal).
   */
  fromLocal(localEpochSecond: number): number;
}

/** Instant of a local reading, given what the offset is at any instant. */
function instantOfLocal(local: number, offsetAt: (second: number) => number): number {
  // No zone is more than a day from UTC, so these two stand before and after any change that touches this reading.
  const before = offsetAt(local - DAY_SECONDS);
  const after = offsetAt(local + DAY_SECONDS);
  if (before === after) return local - before;
  // `before` also serves a skipped reading: it carries it forward by the gap.
  const first = local - before;
  if (offsetAt(first) === before) return first;
  const second = local - after;
  return offsetAt(second) === after ? second : first;
}

/**
 * Zone of an IANA name. Offsets come from the engine's own zone data (Intl), read once and kept.
 * @throws KpiError `invalid-time-zone` when the engine knows no such zone.
 */
export function createZone(name: string): Zone {
  const reader = offsetReader(name);
  if (reader === null) {
    throw new KpiError('invalid-time-zone', `time zone is an IANA name: give one such as "Europe/Paris"; got ${JSON.stringify(name)}`, {
      path: null,
      details: { got: String(name) },
    });
  }
  const offsetAt = reader.isUtc ? (second: number) => second - second : createOffsetCache(reader.offsetAt);
  const localSecond = (second: number): number => second + offsetAt(second);
  return {
    name: reader.name,
    offsetAt,
    localSecond,
    dayOf: (second) => Math.floor(localSecond(second) / DAY_SECONDS),
    fromLocal: (local) => instantOfLocal(local, offsetAt),
  };
}
