/** Which segment each customer is in: what a filter by segment stands on. */
import { cutsBelow, rankCutPoints } from '../stats/cut-points.js';
import { sortedWhole } from '../stats/sorted-whole.js';
import { NO_DAY } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { countCustomers } from './rfm-partials.js';
import { SEGMENTS } from './rfm-segments.js';

/** What customers are in, by the number that stands for it; the first: without an order up to the as-of day. */
export const CLASSES: readonly string[] = ['', 'inactive', ...SEGMENTS];

/**
 * By customer the number of his class, with the default parameters of `rfm`; in slices.
 * @param context rows of the data set as of the day that counts, not narrowed by anything else
 */
export function* membershipPieces(context: KpiContext): Generator<void, Uint8Array, void> {
  const { all, active, measures } = yield* countCustomers(context, 'auto');
  yield;
  const revenue = measures[2];
  const cuts = rankCutPoints(sortedWhole(revenue), SEGMENTS.length);
  const classes = Uint8Array.from(all.last, (day) => +(day !== NO_DAY));
  for (let position = 0; position < active.length; position++) classes[active[position]] = 2 + cutsBelow(cuts, revenue[position]);
  return classes;
}
