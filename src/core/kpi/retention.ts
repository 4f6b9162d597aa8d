/**
 * Retention by cohort (L11): of the customers who began together, how many ordered again so many periods later.
 *
 * - Members: customers whose first valid order of all the data passes the filter; cohort: local calendar period (ISO weeks), channel,
 *   country (else the customer's own) or main product of that order. Of orders at the same second, the first by channel, then by country;
 *   those that are equal in both are one order, as far as products go.
 * - Filter: it chooses members, by channel and country of their first order, where they were won. Whatever these order by the as-of day
 *   counts, through whatever channel: filtered by a channel, the average is the row of that channel among cohorts by channel.
 * - Cell k: customers with an order in the k-th period after their first one (`rolling`: in it or later, up to the as-of
 *   day) / members. Period 0 is that of the first order. Wilson 95 % interval. Orders and revenue are those of the period itself.
 * - A period that is not over on the as-of day counts for nobody. Members of other cohorts begin at different times: its
 *   cell k stands on those whose k-th period is over (`base`), and is null when there is none.
 * - Average: customers / base over all cells k, which weighs cohorts by their size. Withheld (`minGroupSize`) where what is shown, taken
 *   from it, would tell of a few; rolling cells where the step from the last one told would.
 * - With a metric, cells have a value too: the rate; what a member has brought by the end of the period, in revenue or margin (V11), the
 *   sum of money / base over the periods so far (mean cumulative function: L17 by age); revenue / orders (V6); share of very good
 *   customers (L6, quartiles of everybody in the automatic window of the as-of day) at the end of the period. And what it cost to win the
 *   customers: spending on acquisition of the cohort's own period or channel / its customers (A7), payback (A18); newcomers (L14, L15).
 *   Margin, and payback by it, only where unit costs are known for 95 % of the orders' revenue (else `partial-costs`, payback by revenue).
 * - Missing data: no member gives no cohorts, with the reason. Orders without a customer are in no figure (`guest-orders`).
 *
 * Source: retention of the project's KPI dictionary; classic and rolling (unbounded) retention as in product analytics; mean cumulative
 * function: Nelson, "Recurrent Events Data Analysis" (2003).
 */
import type { KpiDefinition } from './contract.js';
import { oneOf, readAll, whole } from './param.js';
import type { Reader } from './param.js';
import { retentionFinish } from './retention-finish.js';
import { retentionPartials } from './retention-partials.js';
import type { RetentionPartials } from './retention-partials.js';
import type { RetentionMetric, RetentionParams, RetentionResult } from './retention-types.js';

const readMetric: Reader<RetentionMetric | undefined> = (given, path) =>
  (given ?? null) === null ? undefined : oneOf<RetentionMetric>('retention', 'revenue', 'margin', 'basket', 'tbc')(given, path);

/** What is not asked for is in no parameter, and in no result. */
function retentionParams(given: unknown): RetentionParams {
  const { metric, newMonths, ...params } = readAll<Required<RetentionParams>>(given, 'params', {
    key: oneOf('first-order', 'channel', 'country', 'first-product'),
    grain: oneOf('month', 'week', 'quarter'),
    mode: oneOf('classic', 'rolling'),
    periods: whole(60, 1, 600),
    metric: readMetric as Reader<RetentionMetric>,
    newMonths: whole(6, 1, 12),
  });
  return (metric as RetentionMetric | undefined) ? { ...params, metric, newMonths } : params;
}

export const retention: KpiDefinition<RetentionParams, RetentionPartials, RetentionResult> = {
  id: 'retention',
  version: 1,
  tables: ['orders', 'refunds'],
  beside: ['order_lines', 'products', 'ad_spend'],
  params: retentionParams,
  partials: retentionPartials,
  finish: retentionFinish,
};
