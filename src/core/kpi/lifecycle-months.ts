/** Who ordered in each calendar month, against the month before it. */
import { periodTable } from '../calendar/period-table.js';
import type { PeriodTable } from '../calendar/period-table.js';
import type { CivilDay } from '../table/dataset.js';

/** @internal */
export interface MonthCount {
  readonly start: CivilDay;
  readonly end: CivilDay;
  /** With an order: first ever, after one in the month before, or after a longer time. */
  readonly fresh: number;
  readonly retained: number;
  readonly reactivated: number;
}

/** @internal The three counts of each month, one month after the other. */
export interface MonthTally extends PeriodTable {
  readonly counts: Int32Array;
}

/** @param first Day of the first order of the data. */
export function monthTally(first: CivilDay, asOf: CivilDay): MonthTally {
  const table = periodTable(first, asOf, 'month');
  return { ...table, counts: new Int32Array(3 * table.starts.length) };
}

/**
 * Counts somebody who orders on a day; gives the place of its month.
 * @param before That of the last month with an order; -1 without any.
 */
export function countMonth({ starts, placeOf, counts }: MonthTally, day: CivilDay, before: number): number {
  const place = placeOf[day - starts[0]];
  if (place !== before) counts[3 * place + (before < 0 ? 0 : before === place - 1 ? 1 : 2)]++;
  return place;
}

export function monthCounts({ starts, counts }: MonthTally): MonthCount[] {
  return starts.slice(1).map((next, place) => {
    const [fresh, retained, reactivated] = counts.subarray(3 * place);
    return { start: starts[place], end: next - 1, fresh, retained, reactivated };
  });
}
