/** A result of usual shape: how much room the picture will take before there is one. */
import type { KpiResult } from '../../core/kpi/contract.js';
import type { RfmResult } from '../../core/kpi/rfm-types.js';

const SOME = { customers: 1000, revenue: 1000 };

/** @param inactive number of customers beside the matrix. */
export function typicalResult(bins: number, inactive: number): KpiResult<RfmResult> {
  const cuts = [10, 20, 30, 40].slice(0, bins - 1);
  const value = {
    ...SOME,
    inactive,
    window: { from: '2000-01-01' },
    bins,
    cuts: { recencyDays: cuts, orderCount: cuts },
    cells: Array(bins ** 2).fill(SOME),
    segments: ['TBC', 'BC', 'CO', 'CTO'].map((id) => ({ ...SOME, id })),
  };
  return { value, params: {}, currency: null } as unknown as KpiResult<RfmResult>;
}
