/** The days that a figure stands on, and the days that it is compared with. */
import { addMonths, formatIsoDay } from '../calendar/civil-day.js';
import { fiscalStartOf, fiscalYearName } from '../calendar/fiscal-year.js';
import { MONTHS, nextPeriod, periodEnd, periodKey, periodStart } from '../calendar/period.js';
import type { Grain, Span } from '../calendar/period.js';
import type { CivilDay } from '../table/dataset.js';
import type { PulseParams } from './pulse-types.js';

/** @internal */
export interface Period extends Span {
  readonly key: string | null;
  readonly partial: boolean;
  /** null: nothing to compare with. */
  readonly compared: Span | null;
}

/** Periods of a series where nothing is asked: enough to see the same one of the year before, or the run of weeks and days. */
const USUAL: Readonly<Record<Grain, number>> = { day: 31, week: 26, month: 13, quarter: 9, year: 5 };
/** A year in whole weeks, so that each day meets its own weekday. */
const YEAR_OF_WEEKS = 364;

/** The same days so many months before, 29 February becomes the 28th; whole periods end with their months there too. */
function monthsBefore({ from, to }: Span, months: number, isWhole: boolean): Span {
  return { from: addMonths(from, -months), to: isWhole ? addMonths(to + 1, -months) - 1 : addMonths(to, -months) };
}

/**
 * As many days of the period before, or of the same one a year before: a whole period meets a whole one, a part of it the same days. Days
 * and weeks meet their own weekday 52 weeks before.
 * @param grain What the days are a period, or the beginning of a period, of; null: of none.
 * @param after The day after that period, where it is no calendar period.
 */
export function comparedSpan(span: Span, grain: Grain | null, compare: PulseParams['compare'], after?: CivilDay): Span | null {
  const { from, to } = span;
  const shifted = (days: number): Span => ({ from: from - days, to: to - days });
  const isMonths = periodStart(from, 'month') === from && periodEnd(to, 'month') === to;
  const isWhole = grain ? (after ?? nextPeriod(from, grain)) === to + 1 : isMonths;
  if (compare === 'none') return null;
  if (compare === 'previous-year') return grain === 'day' || grain === 'week' ? shifted(YEAR_OF_WEEKS) : monthsBefore(span, 12, isWhole);
  if (grain === null) {
    let months = 0;
    for (let at = from; isMonths && at <= to; at = addMonths(at, 1)) months++;
    return isMonths ? monthsBefore(span, months, true) : shifted(to - from + 1);
  }
  const months = MONTHS[grain];
  if (!months) return shifted(grain === 'day' ? 1 : 7);
  const start = addMonths(from, -months);
  return { from: start, to: isWhole ? from - 1 : Math.min(addMonths(to, -months), from - 1) };
}

/**
 * The last periods up to a day, oldest first: none that ends before the data, or the period of the filter, begin.
 * @param from First day of the period of the filter.
 */
export function periodsUpTo(
  asOf: CivilDay,
  first: CivilDay,
  from: CivilDay | null,
  grain: Grain,
  { compare, periods, fiscalStart }: PulseParams,
): Period[] {
  const list: Period[] = [];
  const least = Math.max(first, from ?? -Infinity);
  const isYear = grain === 'year';
  const startOf = (day: CivilDay): CivilDay => (isYear ? fiscalStartOf(day, fiscalStart) : periodStart(day, grain));
  for (let start = startOf(asOf); list.length < (periods || USUAL[grain]); start = startOf(start - 1)) {
    const end = isYear ? addMonths(start, 12) - 1 : periodEnd(start, grain);
    if (end < least) break;
    const span = { from: Math.max(start, from ?? start), to: Math.min(end, asOf) };
    const isCut = span.from > start;
    const compared = comparedSpan(span, isCut ? null : grain, compare, end + 1);
    const key = isYear ? fiscalYearName(formatIsoDay(start), fiscalStart) : periodKey(start, grain);
    list.push({ ...span, key, partial: isCut || start < first || span.to < end, compared });
  }
  return list.reverse();
}
