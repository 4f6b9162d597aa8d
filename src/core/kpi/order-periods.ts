/** The calendar periods of a request. */
import { periodTable } from '../calendar/period-table.js';
import type { PeriodTable } from '../calendar/period-table.js';
import type { Grain } from '../calendar/period.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay } from './order-facts.js';

/** From the first order or refund of the data, or from the first day of the filter, to the as-of day; none where that comes first. */
export function periodsOf({ dataset, asOf, from }: KpiContext, grain: Grain): PeriodTable {
  let first = firstOrderDay(dataset);
  for (const day of dataset.refunds?.day ?? []) if (day < first) first = day;
  first = Math.max(first, from ?? -Infinity);
  return asOf === null || first > asOf ? { starts: [0], placeOf: new Int32Array() } : periodTable(first, asOf, grain);
}
