/**
 * Life cycle (L1-L4, L13): the stage of every customer at two dates, the passages between them, how long people stay in a stage, and
 * whether the base of active customers renews itself.
 *
 * - Stages, each customer in exactly one at the end of each day t: inactive (last order on or before t - W), premium (active, on at least
 *   3 purchase days which lie at most 60 days apart on average), loyal (active, at least 2), new (active, fewer), prospect (no order yet, but
 *   registered or seen by t). Purchase day: a local day with a valid order. Where there is a longer window W2, those whose last order is on
 *   or before t - W, but not on or before t - W2, are defecting, and inactive only then. The rules are parameters.
 * - The window W: given, or the mean recency at the later date, rounded to months (L7). W, and a top share that makes premium customers, are
 *   found once at the later date and then hold at every date: only people move, not the rules.
 * - Passages: customers by their stages at the earlier and the later date. Probability = customers / those in the stage at the earlier date,
 *   Wilson 95 %. Who was not known at the earlier date comes from outside. Stock + entered - left = stock.
 * - Dwell: Kaplan-Meier over all stays that began on a known day, up to the as-of day; stays that go on are censored.
 * - Opportunity (an estimate): base x (target rate - rate) x (what a customer of the stage of destination brings - of origin). Brings:
 *   margin (V11) between the dates per customer in the stage at the earlier one, or net revenue unless the costs of 95 % of it are known;
 *   that of the year before would praise inactive customers for what they bought when they were none. Target: the best of four earlier
 *   periods as long, with 30 customers at least in the stage and two windows of orders before, or given; the highest of a passage upwards
 *   (inactive, defecting, prospect, new, loyal, premium), the lowest of one downwards.
 * - Renewal = (new - became inactive) / active at the start; ratio = new / became inactive. Reactivated customers stand apart, in neither.
 *   Both null (`not-enough-history`) when the orders begin after the first day of the window that ends on the earlier date.
 * - Months: who ordered in a calendar month: for the first time, also in the month before, or again after a longer time; and who did in the
 *   month before, but not in this one.
 * - Missing data: without an order there is nothing. Where nobody is known before a first order, prospects are null (`missing-table`).
 *   Orders without a customer are in no figure (`guest-orders`). Who is known and has not ordered is a prospect even where nobody has.
 * - Filter: it chooses customers, and everything that these do counts. A channel or country stands for where they were won: their first order
 *   of all, else what is known of them. Of its period only the end and the earlier date are taken, for a stage depends on everything before.
 *
 * Source: customer life cycle, transitions and base renewal of the project's KPI dictionary; stages after the life cycle of Emarsys.
 */
import type { KpiDefinition } from './contract.js';
import { lifecycleFinish } from './lifecycle-finish.js';
import { lifecycleParams } from './lifecycle-params.js';
import { lifecyclePartials } from './lifecycle-partials.js';
import type { LifecyclePartials } from './lifecycle-partials.js';
import type { LifecycleParams, LifecycleResult } from './lifecycle-types.js';

export const lifecycle: KpiDefinition<LifecycleParams, LifecyclePartials, LifecycleResult> = {
  id: 'lifecycle',
  version: 1,
  tables: ['orders', 'refunds', 'customers'],
  beside: ['visits', 'events', 'order_lines', 'products'],
  history: true,
  follows: true,
  params: lifecycleParams,
  partials: lifecyclePartials,
  finish: lifecycleFinish,
};
