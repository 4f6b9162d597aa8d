/**
 * Segments by consumption in the window (L6): CTO, CO, BC, TBC, from the lowest to the highest; equal consumption, same segment.
 *
 * - quartile: by quarters of customers. TBC: at least three quarters of the customers consume less; BC: at least half; CO: at
 *   least a quarter (inverse of the empirical distribution: where everybody is equal, nobody is above anybody, and all are CTO).
 * - cumulative: from the top, TBC until the segment holds 50 % of revenue, BC until 80 %, CO until 95 %. The customer who crosses a
 *   limit still belongs above it: a customer is TBC when all those who consume more hold less than 50 % together, and so on.
 *   Negative consumption counts as 0 in the total.
 * - thresholds: CTO < t0 <= CO < t1 <= BC < t2 <= TBC.
 */
import { rankCutPoints } from '../stats/cut-points.js';
import { classOf } from './rfm-classes.js';
import type { Classes } from './rfm-classes.js';
import type { RfmParams, SegmentId } from './rfm-types.js';

/** By class, ascending. */
export const SEGMENTS: readonly SegmentId[] = ['CTO', 'CO', 'BC', 'TBC'];

/** Twentieths of revenue at which TBC, BC and CO end. */
const SHARES = [10, 16, 19];

/** Smallest consumption of CO, BC and TBC by cumulative share; Infinity where nobody can be in it. */
function cumulativeLimits(sorted: Float64Array): number[] {
  let total = 0;
  for (const value of sorted) total += Math.max(value, 0);
  const limits = [Infinity, Infinity, Infinity];
  let above = 0;
  let rank = sorted.length - 1;
  while (rank >= 0 && sorted[rank] > 0) {
    const value = sorted[rank];
    SHARES.forEach((share, index) => {
      if (above * 20 < total * share) limits[2 - index] = value;
    });
    for (; rank >= 0 && sorted[rank] === value; rank--) above += value;
  }
  return limits;
}

/** An amount that people typed, in minor units without the noise of binary fractions. */
function minorAmount(amount: number, unit: number): number {
  return Math.round(amount * unit * 1000) / 1000;
}

/** Classes of consumption, one a segment. `unit`: minor units in one major unit. */
export function segmentClasses(sortedRevenue: Float64Array, params: RfmParams, unit: number): Classes {
  if (params.segments === 'cumulative') return { cuts: cumulativeLimits(sortedRevenue), opensUpper: true };
  if (params.segments === 'thresholds' && params.thresholds !== null) {
    return { cuts: params.thresholds.map((amount) => minorAmount(amount, unit)), opensUpper: true };
  }
  return { cuts: rankCutPoints(sortedRevenue, SEGMENTS.length), opensUpper: false };
}

/** Segment of a consumption in minor units. */
export function segmentOf(classes: Classes, revenue: number): SegmentId {
  return SEGMENTS[classOf(classes, revenue)];
}
