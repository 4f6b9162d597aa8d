/** Calendar periods: which one a day falls in, where it starts and ends, and its sortable key. */
import { addMonths, civilFromDay, dayFromCivil, formatIsoDay } from './civil-day.js';
import type { CivilDay } from './civil-day.js';

/** Weeks are ISO weeks: Monday to Sunday, week 1 holds the first Thursday of the year. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

const DAYS: Partial<Record<Grain, number>> = { day: 1, week: 7 };
const MONTHS: Partial<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 };

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
  const days = DAYS[grain];
  const start = periodStart(day, grain);
  return days ? start + days : addMonths(start, MONTHS[grain]!);
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
  const { year, month } = civilFromDay(held);
  if (grain === 'day') return iso;
  if (grain === 'month') return iso.slice(0, -3);
  const yearKey = iso.slice(0, -6);
  if (grain === 'year') return yearKey;
  if (grain === 'quarter') return `${yearKey}-Q${Math.ceil(month / 3)}`;
  return `${yearKey}-W${String(Math.floor((held - dayFromCivil(year, 1, 1)) / 7) + 1).padStart(2, '0')}`;
}
