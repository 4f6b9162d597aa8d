/**
 * Attrition (L8): of the customers active in the window before the last one, how many ordered nothing in the last one - at the as-of
 * day and at the same day of the months before it, in one pass over each customer's orders.
 *
 * At a day t: base = customers with an order in (t - 2W, t - W]; lost = those of them without one in (t - W, t].
 * So a customer is in the base when his last order up to t - W lies after t - 2W, and lost when his last order up to t does.
 */
import { addMonths } from '../calendar/civil-day.js';
import type { CivilDay } from '../table/dataset.js';
import { windowBack } from './churn-limits.js';
import type { WindowLength } from './churn-limits.js';

export interface AttritionPoint {
  readonly asOf: CivilDay;
  /** Last days of the two windows before: t - W and t - 2W. */
  readonly windowEnd: CivilDay;
  readonly earlierEnd: CivilDay;
  /** The data reach back to the first day of the earlier window. */
  readonly covered: boolean;
  base: number;
  lost: number;
}

/**
 * Points of time, latest first: the as-of day and as many months back as asked, each with windows of the same length.
 * @param dataStart First day that the data (and the period of the filter) cover.
 */
export function attritionPoints(asOf: CivilDay, months: number, length: WindowLength, dataStart: CivilDay): AttritionPoint[] {
  return Array.from({ length: Math.max(months, 1) }, (_, back) => {
    const day = addMonths(asOf, -back);
    const earlierEnd = windowBack(day, length, 2);
    return { asOf: day, windowEnd: windowBack(day, length), earlierEnd, covered: dataStart <= earlierEnd + 1, base: 0, lost: 0 };
  });
}

/**
 * Adds one customer to all points.
 * @param days Days of the orders, ascending; the first `count` are valid.
 */
export function addCustomer(points: readonly AttritionPoint[], days: Int32Array, count: number): void {
  let byPoint = count - 1;
  let byWindow = count - 1;
  for (const point of points) {
    while (byPoint >= 0 && days[byPoint] > point.asOf) byPoint--;
    if (byPoint < 0) return;
    while (byWindow >= 0 && days[byWindow] > point.windowEnd) byWindow--;
    if (days[byPoint] <= point.windowEnd && days[byPoint] > point.earlierEnd) point.lost++;
    if (byWindow >= 0 && days[byWindow] > point.earlierEnd) point.base++;
  }
}
