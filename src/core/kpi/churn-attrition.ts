/**
 * Attrition (L8) at a day t: of the customers with an order in the window before the last one, (t - 2W, t - W], how many have none in
 * the last one, (t - W, t].
 */
import { windowBack } from '../calendar/window.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { orderRows } from './order-rows.js';

/** @internal */
export interface AttritionPoint {
  readonly asOf: CivilDay;
  /** First day of the earlier window. */
  readonly from: CivilDay;
  /** The data reach back to it; otherwise nothing is counted. */
  readonly covered: boolean;
  base: number;
  lost: number;
}

/** Points counted together: two bits a point and customer. */
const BATCH = 12;
const EARLIER = 2 ** BATCH - 1;

/** Counts at points that the data cover. */
function countAt(context: KpiContext, points: readonly AttritionPoint[], ends: readonly CivilDay[]): void {
  const { orders, customers } = context.dataset;
  const first = Math.min(...points.map(({ from }) => from));
  /** By day: the windows that it lies in, the earlier ones of all points, then the last ones. */
  const windows = new Int32Array(context.asOf! - first + 1);
  points.forEach(({ from, asOf }, at) => {
    for (let day = from; day <= asOf; day++) windows[day - first] |= 1 << (day > ends[at] ? at + BATCH : at);
  });
  /** By customer: windows with an order. */
  const seen = new Int32Array(customers.length);
  const rows = orderRows(context, first);
  for (let at = 0; at < rows.length; at++) {
    const owner = orders!.customer[rows[at]];
    if (owner >= 0) seen[owner] |= windows[orders!.day[rows[at]] - first];
  }
  /** Customers by the points at which they are of the base, and at which they are lost. */
  const bases = new Int32Array(EARLIER + 1);
  const losses = new Int32Array(EARLIER + 1);
  for (let owner = 0; owner < seen.length; owner++) {
    const earlier = seen[owner] & EARLIER;
    bases[earlier]++;
    losses[earlier & ~(seen[owner] >>> BATCH)]++;
  }
  points.forEach((point, at) => {
    for (let set = 1 << at; set <= EARLIER; set++) {
      if (((set >> at) & 1) === 0) continue;
      point.base += bases[set];
      point.lost += losses[set];
    }
  });
}

/**
 * At each of some days.
 * @param known First day that the data (and the period of the filter) cover.
 */
export function* attritionAt(
  context: KpiContext,
  days: readonly CivilDay[],
  length: string,
  known: CivilDay,
): Generator<void, AttritionPoint[], void> {
  const points = days.map((asOf): AttritionPoint => {
    const from = windowBack(asOf, length, 2) + 1;
    return { asOf, from, covered: known <= from, base: 0, lost: 0 };
  });
  const covered = points.filter((point) => point.covered);
  for (let at = 0; at < covered.length; at += BATCH) {
    const batch = covered.slice(at, at + BATCH);
    countAt(
      context,
      batch,
      batch.map(({ asOf }) => windowBack(asOf, length)),
    );
    yield;
  }
  return points;
}
