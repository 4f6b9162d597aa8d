/**
 * Attrition (L8) at a day t: of the customers with an order in the window before the last one, (t - 2W, t - W], how many have none in
 * the last one, (t - W, t].
 */
import { windowBack } from '../calendar/window.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { eachRow } from './order-sums.js';

export interface AttritionPoint {
  readonly asOf: CivilDay;
  /** First day of the earlier window. */
  readonly from: CivilDay;
  /** The data reach back to it; otherwise nothing is counted. */
  readonly covered: boolean;
  base: number;
  lost: number;
}

/** @param known First day that the data (and the period of the filter) cover. */
export function attritionAt(context: KpiContext, asOf: CivilDay, length: string, known: CivilDay): AttritionPoint {
  const from = windowBack(asOf, length, 2) + 1;
  const end = windowBack(asOf, length);
  const point = { asOf, from, covered: known <= from, base: 0, lost: 0 };
  if (!point.covered) return point;
  const { orders, customers } = context.dataset;
  /** Windows with an order: 1 the earlier, 2 the last one, 3 both. */
  const seen = new Uint8Array(customers.length);
  eachRow(context, 'orders', from, asOf, (row, owner) => {
    if (owner >= 0) seen[owner] |= orders!.day[row] > end ? 2 : 1;
  });
  for (const windows of seen) {
    point.base += windows & 1;
    if (windows === 1) point.lost++;
  }
  return point;
}
