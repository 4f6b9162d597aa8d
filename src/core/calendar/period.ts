/** Calendar periods: which one a day falls in, where it starts and ends, and its sortable key. */
import { addMonths, civilFromDay, dayFromCivil, formatIsoDay } from './civil-day.js';
import type { CivilDay } from './civil-day.js';

/** Weeks are ISO weeks: Monday to Sunday, week 1 holds the first Thursday of the year. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Months of the periods that are made of some. */
export const MONTHS: Partial<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 };

/** First and last day of a stretch, both included. */
export interface Span {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function weekday(civilDay: CivilDay): number {
  return ((((civilDay + 3) % 7) + 7) % 7) + 1;
}

/** First day of the period that holds `day`. */
export function periodStart(day: CivilDay, grain: Grain): CivilDay {
  const months = MONTHS[grain];
  if (!months) return grain === 'week' ? day - weekday(day) + 1 : day;
  const { year, month } = civilFromDay(day);
  return dayFromCivil(year, month - ((month - 1) % months), 1);
}

/** First day of the following period. */
export function nextPeriod(day: CivilDay, grain: Grain): CivilDay {
  const months = MONTHS[grain];
  const start = periodStart(day, grain);
  return months ? addMonths(start, months) : start + (grain === 'week' ? 7 : 1);
}

/** Last day of the period that holds `day`. */
export function periodEnd(day: CivilDay, grain: Grain): CivilDay {
  return nextPeriod(day, grain) - 1;
}

/** `2011-12-09`, `2011-W49`, `2011-12`, `2011-Q4` or `2011`; sorts as text in order of time within years 0000…9999. */
export function periodKey(day: CivilDay, grain: Grain): string {
  // A week belongs to the year of its Thursday.
  const held = grain === 'week' ? periodStart(day, grain) + 3 : day;
  const iso = formatIsoDay(held);
  const [year, month] = [iso.slice(0, -6), iso.slice(0, -3)];
  const week = 1 + Math.floor((held - periodStart(held, 'year')) / 7);
  const keys = {
    day: iso,
    month,
    year,
    quarter: `${year}-Q${Math.ceil(+month.slice(-2) / 3)}`,
    week: `${year}-W${week < 10 ? 0 : ''}${week}`,
  };
  return keys[grain];
}
