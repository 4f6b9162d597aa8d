/**
 * Retention by cohort (L11): of the customers who began together, how many ordered again so many periods later.
 *
 * - Members: customers whose first valid order of all the data passes the filter; cohort: local calendar period (ISO weeks), channel or
 *   country of that order (country: else the customer's own). Of orders at the same second, the first by channel, then by country.
 * - Cell k: customers with an order let through in the k-th period after their first one (`rolling`: in it or later, up to the as-of
 *   day) / members. Period 0 is that of the first order. Wilson 95 % interval. Orders and revenue are those of the period itself.
 * - A period that is not over on the as-of day counts for nobody. Members of a cohort by channel or country begin at different times: its
 *   cell k stands on those whose k-th period is over (`base`), and is null when there is none.
 * - Average: customers / base over all cells k, which weighs cohorts by their size.
 * - Missing data: no member gives no cohorts, with the reason. Orders without a customer are in no figure (`guest-orders`).
 *
 * Source: retention of the project's KPI dictionary; classic and rolling (unbounded) retention as in product analytics.
 */
import type { KpiDefinition } from './contract.js';
import { oneOf, readAll, whole } from './param.js';
import { retentionFinish } from './retention-finish.js';
import { retentionPartials } from './retention-partials.js';
import type { RetentionPartials } from './retention-partials.js';
import type { RetentionParams, RetentionResult } from './retention-types.js';

export const retention: KpiDefinition<RetentionParams, RetentionPartials, RetentionResult> = {
  id: 'retention',
  version: 1,
  tables: ['orders', 'refunds'],
  params: (given) =>
    readAll<RetentionParams>(given, 'params', {
      key: oneOf('first-order', 'channel', 'country'),
      grain: oneOf('month', 'week', 'quarter'),
      mode: oneOf('classic', 'rolling'),
      periods: whole(60, 1, 600),
    }),
  partials: retentionPartials,
  finish: retentionFinish,
};
