/**
 * Pulse: general KPIs by period, each with a comparison and an interval (V1-V8, V12, V14, A13, A14, A21-A23, L10a, L31, S1-S5, S7, S10,
 * S13, B10). A KPI is a formula, scale x numerator / denominator, over integers that are counted by period; pages may write their own.
 *
 * - Periods: local calendar, ISO weeks; years may begin on another day (`fiscalStart`: a fiscal year, V2). The present one ends on the as-of day and is compared with as many days of the one before, or of
 *   the same one a year before (29 February: the 28th; days and weeks: 52 weeks before); a whole period with a whole one.
 * - Filter: as everywhere; what is compared lies before the first day of its period. Then the present figure is that of the whole period,
 *   which is compared like a month (a week, a quarter, a year) where it is called one. KPIs with a grain of their own keep their periods:
 *   of the filter's period only the last day counts for them. Who is lost never depends on it.
 * - Growth (V12): difference / earlier figure; none on a base that is not above 0. Contribution of a part: its difference / earlier figure
 *   of the whole, so that contributions add up to the change.
 * - Splits: orders by their own channel; by their own country, else their customer's; by RFM segment or stage of life as of the as-of day,
 *   with default parameters. Sums add up over parts; people who are in several parts are counted in each.
 * - New (A13, A14): the first order, or visit, of all the data; `left-censored` within 12 months of the first day of the data.
 * - Lost: with an order in the window before the period begins and none in the window before it ends. Window: that of `rfm`, or given.
 *   Newcomers (V14): orders placed less than six calendar months after the customer's first one. Prospects per buyer (V4): contacts created
 *   in the days / those of them who have ordered by the as-of day; prospects per sale: / first orders in the same days, of whomever.
 *   Renewal: (new - lost) / active before (L13). Loyalty (L31): customers with two orders in 12 months / with one.
 * - Median basket, third quartile of loading times: quantiles of type 7. Money: net of orders less refunds that match no order.
 * - Small groups: few people, and all others but a few; parts and days by which these could be told from what is shown, within a request.
 *   A figure is withheld with all it is made of.
 * - Missing data: a KPI whose table or column is not there says so and has no figures; the others are as ever. A first year that begins
 *   after 1 January is not whole, and nothing is compared with it as such. A rate outside 0...1 is none.
 *
 * Source: the project's KPI dictionary; Wilson interval of rates.
 */
import type { KpiDefinition } from './contract.js';
import { pulseFinish } from './pulse-finish.js';
import { pulseParams } from './pulse-params.js';
import { pulsePartials } from './pulse-partials.js';
import type { PulsePartials } from './pulse-partials.js';
import type { PulseParams, PulseResult } from './pulse-types.js';

export const pulse: KpiDefinition<PulseParams, PulsePartials, PulseResult> = {
  id: 'pulse',
  version: 1,
  tables: ['orders', 'refunds'],
  params: pulseParams,
  partials: pulsePartials,
  finish: pulseFinish,
};
