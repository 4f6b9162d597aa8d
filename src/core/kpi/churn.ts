/**
 * Churn (L8-L10, L10a, alert mode `window`): who has fallen silent, how long ago, and what they were worth.
 *
 * - Base: customers with a valid order up to the as-of day t. Active: with one in (t - W, t]. Inactive share = (base - active) / base.
 * - Window W: given, or the mean recency of all customers with an order, rounded to months, at least one (L7).
 * - Tiers (L9): silent for more than W/3 (watch), more than 2W/3 (risk), at least W (inactive); each customer in one at most.
 * - Attrition (L8) = lost / base: base = customers with an order in (t - 2W, t - W], lost = those of them without one in (t - W, t].
 *   Wilson 95 % interval. null (`not-enough-history`) when the orders begin after the first day of the earlier window.
 * - Trend: the same at t moved back by whole months, W as it is at t.
 * - Revenue: net orders of (t - 12 months, t] less refunds that match no order, money; total: over all time.
 * - Orders without a customer are in no figure (`guest-orders`).
 *
 * Source: sliding windows and alert levels of the project's KPI dictionary; churn as customers lost / customers at the start.
 */
import { formatIsoDay } from '../calendar/civil-day.js';
import { proportion, ratio } from '../stats/ratio.js';
import type { AttritionPoint } from './churn-attrition.js';
import { churnParams } from './churn-params.js';
import { churnPartials } from './churn-partials.js';
import { TIERS } from './churn-tiers.js';
import type { ChurnPartials } from './churn-partials.js';
import type { ChurnParams, ChurnResult } from './churn-types.js';
import type { FinishContext, Finished, KpiDefinition } from './contract.js';
import { orderReasons, reason, statusOf } from './reason.js';
import { describeWindow } from './rfm-window.js';
import { tellsOfFew, unlessHidden, withheldParts } from './suppression.js';

/** Why there is no rate, if so: then nobody is said to be lost. The rate with its interval, numerator and denominator. */
function attritionOf({ lost = 0, base = 0, covered }: Partial<AttritionPoint>, minGroupSize: number) {
  const why = !covered ? 'not-enough-history' : base === 0 ? 'zero-denominator' : tellsOfFew(lost, base, minGroupSize) ? 'suppressed' : '';
  const [attritionRate, attritionInterval] = proportion(why ? null : lost, base);
  return [why, { attritionRate, attritionInterval, lost: why ? 0 : lost, base }] as const;
}

function finish(partials: ChurnPartials, params: ChurnParams, { asOf, unit, minGroupSize }: FinishContext): Finished<ChurnResult> {
  const { window, tiers, points, used } = partials;
  const { customers: base } = window;
  const isEmpty = base === 0;
  const [why, { lost: attritionLost, base: attritionBase, ...rates }] = attritionOf({ ...points[0] }, minGroupSize);
  const [watch = 0, risk = 0, inactive = 0] = tiers.map(({ customers }) => customers);
  // The rest of the base is a part too: it would tell the last tier by subtraction, as the active would tell the inactive.
  const hidden = withheldParts([watch, risk, inactive, base - inactive - watch - risk], minGroupSize).slice(0, 3);
  const listHidden = minGroupSize > 1 && params.limit > 0;
  const value: ChurnResult = {
    window: describeWindow(window),
    ...{ base, active: hidden[2] ? null : base - inactive, ...rates, attritionBase, attritionLost },
    inactiveShare: hidden[2] ? null : ratio(inactive, base),
    tiers: tiers.map(({ limit, customers, revenue }, index) => ({
      ...{ id: TIERS[index], afterDays: asOf! - limit, limitDay: formatIsoDay(limit) },
      ...unlessHidden({ customers, revenue: revenue / unit }, hidden[index]),
    })),
    customers: (listHidden ? [] : partials.listed).map(({ id, tier, last, orders, revenue, revenueTotal }) => ({
      ...{ id, tier, silentDays: asOf! - last, lastOrder: formatIsoDay(last) },
      ...{ orders, revenue: revenue / unit, revenueTotal: revenueTotal / unit },
    })),
    trend: points
      .slice(0, params.trendMonths)
      .reverse()
      .map((month) => {
        const [, figures] = attritionOf(month, minGroupSize);
        const day = formatIsoDay(month.asOf);
        return { month: day.slice(0, -3), asOf: day, ...figures };
      }),
  };
  const reasons = orderReasons(window.hasOrders, partials.guestOrders, base);
  if (!isEmpty)
    reasons.push(
      ...reason(why, why && (points[0].covered ? 'attrition' : formatIsoDay(points[0].from))),
      ...reason('suppressed', hidden.includes(true) && 'tiers'),
      ...reason('suppressed', listHidden && 'customers'),
    );
  return { value, status: statusOf(isEmpty, reasons), reasons, used };
}

export const churn: KpiDefinition<ChurnParams, ChurnPartials, ChurnResult> = {
  id: 'churn',
  version: 1,
  tables: ['orders', 'refunds'],
  params: churnParams,
  partials: churnPartials,
  finish,
};
