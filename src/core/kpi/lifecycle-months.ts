/** Who ordered in each calendar month, against the month before it. */
import { periodTable } from '../calendar/period-table.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay, orderRows, ordersOf } from './order-rows.js';

/** @internal */
export interface MonthCount {
  readonly start: CivilDay;
  readonly end: CivilDay;
  /** With an order: first ever, after one in the month before, or after a longer time. */
  fresh: number;
  retained: number;
  reactivated: number;
}

/** Every month from the first order of the data to the as-of day. */
export function monthCounts(context: KpiContext): MonthCount[] {
  const { dataset, asOf } = context;
  const { customer } = ordersOf(dataset);
  const { starts } = periodTable(firstOrderDay(dataset), asOf!, 'month');
  /** By customer: the last month with an order. */
  const seen = new Int32Array(dataset.customers.length).fill(-1);
  return starts.slice(1).map((next, place) => {
    const month = { start: starts[place], end: next - 1, fresh: 0, retained: 0, reactivated: 0 };
    const rows = orderRows(context, starts[place], next);
    for (let at = 0; at < rows.length; at++) {
      const owner = customer[rows[at]];
      if (owner < 0 || seen[owner] === place) continue;
      if (seen[owner] < 0) month.fresh++;
      else if (seen[owner] === place - 1) month.retained++;
      else month.reactivated++;
      seen[owner] = place;
    }
    return month;
  });
}
