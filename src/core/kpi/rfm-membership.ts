/** Which segment each customer is in: what a filter by segment stands on. */
import type { KpiContext } from './contract.js';
import { classOf } from './rfm-classes.js';
import { rfmParams } from './rfm-params.js';
import { countCustomers } from './rfm-partials.js';
import { runPieces } from './run-pieces.js';
import { SEGMENTS, segmentClasses } from './rfm-segments.js';

import { NO_DAY } from '../table/dataset.js';

/**
 * Rows of customers in any of these segments, with the default parameters of `rfm`: 1 inside, 0 outside. Customers without an
 * order up to the as-of day are in none.
 *
 * @param context rows of the data set as of the day that counts, not narrowed by anything else
 */
export function customersInSegments(context: KpiContext, segments: readonly string[]): Uint8Array {
  return runPieces(membershipPieces(context, segments));
}

/** `customersInSegments` in slices. */
export function* membershipPieces(context: KpiContext, segments: readonly string[]): Generator<void, Uint8Array, void> {
  const params = rfmParams({});
  const { lastDays, active, measures } = yield* countCustomers(context, params.window);
  yield;
  const classes = segmentClasses(measures.revenue.slice().sort(), params, 1);
  const inside = new Uint8Array(lastDays.length);
  if (segments.includes('inactive')) for (let row = 0; row < inside.length; row++) inside[row] = lastDays[row] === NO_DAY ? 0 : 1;
  for (let i = 0; i < active.length; i++) inside[active[i]] = segments.includes(SEGMENTS[classOf(classes, measures.revenue[i])]) ? 1 : 0;
  return inside;
}
