/** Civil days: proleptic Gregorian calendar, no clock, no time zone. */

/** Days since 1970-01-01 in the proleptic Gregorian calendar; no time zone inside. */
export type CivilDay = number;

export interface CivilDate {
  /** Astronomical year: 0 is 1 BC. */
  year: number;
  /** 1…12. */
  month: number;
  /** 1…31. */
  day: number;
}

const { floor } = Math;

/** Day number. A month outside 1…12 belongs to another year, a day past the end of its month runs into the next one. */
export function dayFromCivil(year: number, month: number, day: number): CivilDay {
  // Years that begin in March put the leap day last; 719469 days lie from 0000-03-00 to 1970-01-01.
  const carry = floor((month - 3) / 12);
  const march = year + carry;
  const daysBefore = floor((153 * (month - 3 - carry * 12) + 2) / 5);
  return floor(365.25 * march) - floor(march / 100) + floor(march / 400) + daysBefore + day - 719469;
}

/** Date of a day number. */
export function civilFromDay(civilDay: CivilDay): CivilDate {
  const date = new Date(civilDay * 864e5);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** True for whole numbers that are a date: `isCivilDate(2023, 2, 29)` is false. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  return month > 0 && month < 13 && day > 0 && dayFromCivil(year, month, day) < dayFromCivil(year, month + 1, 1);
}

/** Moves by calendar months and clamps to the end of the month: 31 May - 3 months is 28 or 29 February. */
export function addMonths(civilDay: CivilDay, months: number): CivilDay {
  const date = new Date(civilDay * 864e5);
  const day = date.getUTCDate();
  const moved = date.setUTCMonth(date.getUTCMonth() + months);
  return (date.getUTCDate() < day ? date.setUTCDate(0) : moved) / 864e5;
}

/** Day of a date written exactly as `formatIsoDay` writes it; null for anything else, and for dates that do not exist (`2023-02-29`). */
export function parseIsoDay(text: string): CivilDay | null {
  const day = Date.parse(text) / 864e5;
  return formatIsoDay(day || 0) === text ? day : null;
}

/** `2011-12-09`; sign and six digits of the year outside 0000…9999. */
export function formatIsoDay(civilDay: CivilDay): string {
  return new Date(civilDay * 864e5).toISOString().slice(0, -14);
}

/** The same; null for no day. */
export function isoDayOrNull(civilDay: CivilDay | null): string | null {
  return civilDay === null ? null : formatIsoDay(civilDay);
}
