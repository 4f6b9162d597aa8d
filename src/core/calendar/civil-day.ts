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
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days of a month; `month` is 1…12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1];
}

/** True for a date that exists: `isCivilDate(2023, 2, 29)` is false. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(month) &&
    day >= 1 &&
    Number.isInteger(day) &&
    day <= daysInMonth(year, month)
  );
}

/** Day number of a date that exists (see `isCivilDate`); a day past the end of its month runs into the next one. */
export function dayFromCivil(year: number, month: number, day: number): CivilDay {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - EPOCH_FROM_MARCH_0000;
}

/** Date of a day number. */
export function civilFromDay(civilDay: CivilDay): CivilDate {
  const shifted = civilDay + EPOCH_FROM_MARCH_0000;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

/** Moves by calendar months and clamps to the end of the month: 31 May - 3 months is 28 or 29 February. */
export function addMonths(civilDay: CivilDay, months: number): CivilDay {
  const { year, month, day } = civilFromDay(civilDay);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayFromCivil(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return to - from;
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function weekday(civilDay: CivilDay): number {
  const sinceMonday = (civilDay + 3) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Day of `2011-12-09`, exactly so written; null for anything else, and for dates that do not exist (`2023-02-29`). */
export function parseIsoDay(text: string): CivilDay | null {
  const match = ISO_DAY.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
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
