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
import type { RfmParams, SegmentId } from './rfm-types.js';

/** By class, ascending. */
export const SEGMENTS: readonly SegmentId[] = ['CTO', 'CO', 'BC', 'TBC'];

/** Smallest consumption of CO, BC and TBC by cumulative share; Infinity where nobody can be in it. */
function cumulativeLimits(sorted: Float64Array): number[] {
  const total = sorted.reduce((sum, value) => sum + Math.max(value, 0), 0);
  const limits = [Infinity, Infinity, Infinity];
  let above = 0;
  for (let rank = sorted.length - 1; sorted[rank] > 0; above += sorted[rank--])
    // Twentieths of revenue at which CO, BC and TBC end.
    [19, 16, 10].forEach((share, index) => {
      if (above * 20 < total * share) limits[index] = sorted[rank];
    });
  return limits;
}

/** Limits between the segments; all but those of quartiles open the segment above. `unit`: minor units in one major unit. */
export function segmentCuts(sorted: Float64Array, { segments, thresholds }: RfmParams, unit: number): number[] {
  if (segments === 'cumulative') return cumulativeLimits(sorted);
  // Amounts that people typed lose the noise of binary fractions.
  if (segments === 'thresholds') return thresholds!.map((amount) => Math.round(amount * unit * 1000) / 1000);
  return rankCutPoints(sorted, SEGMENTS.length);
}
