/** Sliding windows that end on the as-of day: `auto`, `all`, `3M` (calendar months), `90D` (days). */
import { refuse } from '../errors.js';
import { addMonths } from './civil-day.js';
import type { CivilDay } from './civil-day.js';

/**
 * A window written in the one way that everything else reads: `auto` (when not given: the KPI finds the length in the data), `all`, `3M`,
 * `90D`.
 * @param path Where the text stands, for the error.
 * @throws KpiError `invalid-param`.
 */
export function readWindow(given: unknown, path: string): string {
  const text = String(given ?? 'auto')
    .trim()
    .toUpperCase();
  if (text === 'AUTO' || text === 'ALL') return text.toLowerCase();
  const [, count, unit] = /^0*([1-9]\d*)([MD])$/.exec(text) ?? [];
  return Number(count) <= (unit === 'M' ? 1200 : 36525)
    ? count + unit
    : refuse(path, '"auto", "all", months "3M", days "90D", 100 years at most', given);
}

/** Calendar months of a window as `readWindow` writes it; null when its length is none. */
export function monthsOf(window: string): number | null {
  return window.endsWith('M') ? parseInt(window) : null;
}

/** The day that lies `times` windows of months or days earlier: the last one outside (day - times W, day]. */
export function windowBack(day: CivilDay, window: string, times = 1): CivilDay {
  const months = monthsOf(window);
  return months === null ? day - times * parseInt(window) : addMonths(day, -times * months);
}
