/**
 * RFM: how long ago (recency), how often (frequency) and for how much (monetary) each customer ordered within a window that
 * ends on the as-of day, scored in classes; and four segments by consumption (L5-L7, V6-V9, L10a, L16 gross, L32).
 *
 * - Window: (asOf - W, asOf]. W is given, or is the mean recency of all customers with an order, rounded to months, at least one.
 * - Customers: those with an order in the window. Inactive: those whose orders all lie before it. Units: days, orders, money.
 * - Revenue: net orders of the window less refunds that match no order, on their own day. Orders without identity count apart.
 * - Scores: 1 + number of cut points strictly below the value, recency reversed. The k-th of bins - 1 cut points is the smallest
 *   value whose cumulative share of customers reaches k / bins, so that equal values score alike; where ties repeat a cut point, or
 *   put it at the greatest value, classes are merged (reason `merged-bins`).
 * - Missing data: no customer gives null with a reason, never 0 % or NaN.
 * - Variant `rfm-r`: limits and scores of the R package rfm 0.3 (github.com/rsquaredacademy/rfm).
 */
import type { KpiDefinition } from './contract.js';
import { rfmFinish } from './rfm-finish.js';
import { rfmParams } from './rfm-params.js';
import { rfmPartials } from './rfm-partials.js';
import type { RfmPartials } from './rfm-partials.js';
import type { RfmParams, RfmResult } from './rfm-types.js';

export const rfm: KpiDefinition<RfmParams, RfmPartials, RfmResult> = {
  id: 'rfm',
  version: 1,
  tables: ['orders', 'refunds'],
  params: rfmParams,
  partials: rfmPartials,
  finish: rfmFinish,
};
