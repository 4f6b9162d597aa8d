/** Concentration of revenue (L32): what the top 20 % of customers bring, and the Gini coefficient. Negative revenue counts as 0. */
import { gini } from '../stats/gini.js';
import { topShare } from '../stats/top-share.js';
import type { RfmResult } from './rfm-types.js';

/** @param sortedRevenue ascending, minor units */
export function concentration(sortedRevenue: Float64Array): RfmResult['concentration'] {
  const clipped = sortedRevenue[0] < 0 ? sortedRevenue.map((value) => Math.max(value, 0)) : sortedRevenue;
  const top = topShare(clipped, 1, 5);
  const customers = clipped.length;
  return {
    topCustomerShare: customers === 0 ? 1 / 5 : Math.ceil(customers / 5) / customers,
    topRevenueShare: top?.valueShare ?? null,
    gini: gini(clipped),
  };
}
