/** Civil days by own integer arithmetic: proleptic Gregorian calendar, no `Date`, no time zone. */

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

/** 1970-01-01 counted from 0000-03-01: years that begin in March put the leap day last. */
const EPOCH_FROM_MARCH_0000 = 719468;
const DAYS_IN_400_YEARS = 146097;

const floor = Math.floor;

/** Days of a year that begins in March before its month, counted from 0. */
const daysBefore = (marchMonth: number): number => floor((153 * marchMonth + 2) / 5);

/** Day number. A month outside 1…12 belongs to another year, a day past the end of its month runs into the next one. */
export function dayFromCivil(year: number, month: number, day: number): CivilDay {
  const carry = floor((month - 3) / 12);
  const marchYear = year + carry;
  const leapDays = floor(marchYear / 4) - floor(marchYear / 100) + floor(marchYear / 400);
  return marchYear * 365 + leapDays + daysBefore(month - 3 - carry * 12) + day - 1 - EPOCH_FROM_MARCH_0000;
}

/** Date of a day number. */
export function civilFromDay(civilDay: CivilDay): CivilDate {
  // In quarters of a day every century has the same length but for a remainder, and within a century every year.
  const quarters = 4 * (civilDay + EPOCH_FROM_MARCH_0000) + 3;
  const century = floor(quarters / DAYS_IN_400_YEARS);
  const rest = (quarters - century * DAYS_IN_400_YEARS) | 3;
  const yearOfCentury = floor(rest / 1461);
  const dayOfYear = (rest - yearOfCentury * 1461) >> 2;
  const marchMonth = floor((5 * dayOfYear + 2) / 153);
  const carry = marchMonth > 9 ? 1 : 0;
  return { year: century * 100 + yearOfCentury + carry, month: marchMonth + 3 - carry * 12, day: dayOfYear - daysBefore(marchMonth) + 1 };
}

/** True for whole numbers that are a date: `isCivilDate(2023, 2, 29)` is false. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  const date = civilFromDay(dayFromCivil(year, month, day));
  return date.month === month && date.day === day;
}

/** Moves by calendar months and clamps to the end of the month: 31 May - 3 months is 28 or 29 February. */
export function addMonths(civilDay: CivilDay, months: number): CivilDay {
  const { year, month, day } = civilFromDay(civilDay);
  return Math.min(dayFromCivil(year, month + months, day), dayFromCivil(year, month + months + 1, 0));
}

/** Day of `2011-12-09`, exactly so written; null for anything else, and for dates that do not exist (`2023-02-29`). */
export function parseIsoDay(text: string): CivilDay | null {
  const [year, month, day] = /^\d{4}-\d\d-\d\d$/.test(text) ? text.split('-').map(Number) : [];
  return isCivilDate(year, month, day) ? dayFromCivil(year, month, day) : null;
}

/** `0` padded on the left. */
export function padNumber(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** ISO year: four digits, or sign and six digits outside 0000…9999. */
export function formatYear(year: number): string {
  if (year >= 0 && year <= 9999) return padNumber(year, 4);
  return (year < 0 ? '-' : '+') + padNumber(Math.abs(year), 6);
}

/** `2011-12-09`. */
export function formatIsoDay(civilDay: CivilDay): string {
  const { year, month, day } = civilFromDay(civilDay);
  return `${formatYear(year)}-${padNumber(month, 2)}-${padNumber(day, 2)}`;
}

/** The same; null for no day. */
export function isoDayOrNull(civilDay: CivilDay | null): string | null {
  return civilDay === null ? null : formatIsoDay(civilDay);
}
