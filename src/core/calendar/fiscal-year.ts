/** Years that begin on another day than 1 January. */
import { formatIsoDay, parseIsoDay } from './civil-day.js';
import type { CivilDay } from './civil-day.js';

/** Month and day on which calendar years begin. */
export const NEW_YEAR = '01-01';

/** Whether a text is a month and a day that every year has: `04-01`, not `02-29`. */
export const isYearStart = (text: string): boolean => parseIsoDay(`2023-${text}`) !== null;

/** Year in which the fiscal year of a day began. @param iso An ISO day. */
const beginningOf = (iso: string, start: string): string => `${Number(iso.slice(0, 4)) - Number(iso.slice(5) < start)}`.padStart(4, '0');

/** First day of the year that holds a day. @param start Month and day on which years begin. */
export const fiscalStartOf = (day: CivilDay, start: string): CivilDay => parseIsoDay(`${beginningOf(formatIsoDay(day), start)}-${start}`)!;

/** Name of the year that holds an ISO day: `2025`, or `2025/26` where years begin on another day than 1 January. */
export function fiscalYearName(iso: string, start: string): string {
  const year = beginningOf(iso, start);
  return start === NEW_YEAR ? year : `${year}/${`${(Number(year) + 1) % 100}`.padStart(2, '0')}`;
}
