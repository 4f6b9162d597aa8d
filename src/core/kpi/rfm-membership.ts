/** Which segment each customer is in: what a filter by segment stands on. */
import { cutsBelow, rankCutPoints } from '../stats/cut-points.js';
import type { KpiContext } from './contract.js';
import { countCustomers } from './rfm-partials.js';
import { SEGMENTS } from './rfm-segments.js';

/**
 * Rows of customers in any of these segments (or `inactive`), with the default parameters of `rfm`: 1 inside, 0 outside; in slices.
 * Customers without an order up to the as-of day are in none.
 *
 * @param context rows of the data set as of the day that counts, not narrowed by anything else
 */
export function* membershipPieces(context: KpiContext, segments: readonly string[]): Generator<void, Uint8Array, void> {
  const { all, active, measures } = yield* countCustomers(context, 'auto');
  yield;
  const revenue = measures[2];
  const cuts = rankCutPoints(revenue.slice().sort(), SEGMENTS.length);
  const isIn = (segment: string) => Number(segments.includes(segment));
  const inside = Uint8Array.from(all.orders, (orders) => (orders > 0 ? isIn('inactive') : 0));
  active.forEach((row, position) => (inside[row] = isIn(SEGMENTS[cutsBelow(cuts, revenue[position])])));
  return inside;
}
