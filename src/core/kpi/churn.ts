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
import { wilsonInterval } from '../stats/wilson.js';
import type { AttritionPoint } from './churn-attrition.js';
import { churnParams } from './churn-params.js';
import { churnPieces, TIERS } from './churn-partials.js';
import type { ChurnCounts, ChurnEntry, ChurnPartials } from './churn-partials.js';
import type { ChurnCustomer, ChurnParams, ChurnResult, ChurnTier, ChurnTrendPoint } from './churn-types.js';
import type { FinishContext, Finished, KpiDefinition, Reason } from './contract.js';
import { describeWindow } from './rfm-window.js';
import { runPieces } from './run-pieces.js';
import { withheldParts } from './suppression.js';

interface Attrition {
  readonly rate: number | null;
  readonly interval: [number, number] | null;
  readonly lost: number;
  readonly base: number;
  /** Why there is no rate. */
  readonly reason: 'not-enough-history' | 'zero-denominator' | 'suppressed' | null;
}

/** Without a rate nobody is said to be lost; without history nobody is known to have been there. */
function attritionOf(point: AttritionPoint, minGroupSize: number): Attrition {
  const { lost, base, covered } = point;
  const none = { rate: null, interval: null, lost: 0 };
  if (!covered) return { ...none, base: 0, reason: 'not-enough-history' };
  if (base === 0) return { ...none, base, reason: 'zero-denominator' };
  if (base < minGroupSize) return { ...none, base, reason: 'suppressed' };
  return { rate: lost / base, interval: wilsonInterval(lost, base), lost, base, reason: null };
}

function trendPoint(point: AttritionPoint, minGroupSize: number): ChurnTrendPoint {
  const { rate, interval, lost, base } = attritionOf(point, minGroupSize);
  const asOf = formatIsoDay(point.asOf);
  return { month: asOf.slice(0, -3), asOf, attritionRate: rate, attritionInterval: interval, lost, base };
}

/** Which of watch, risk, inactive are too small to be shown, or would tell one that is. */
function withheldTiers(base: number, counts: ChurnCounts, minGroupSize: number): boolean[] {
  const sizes = TIERS.map((tier) => counts.tiers[tier].customers);
  const untroubled = sizes.reduce((rest, size) => rest - size, base);
  return withheldParts([...sizes, untroubled], minGroupSize).slice(0, TIERS.length);
}

function tiersOf(counts: ChurnCounts, withheld: readonly boolean[], asOf: number, unit: number): ChurnTier[] {
  return TIERS.map((id, index) => ({
    id,
    afterDays: asOf - counts.limits[id],
    limitDay: formatIsoDay(counts.limits[id]),
    customers: withheld[index] ? null : counts.tiers[id].customers,
    revenue: withheld[index] ? null : counts.tiers[id].revenue / unit,
  }));
}

function customerOf(entry: ChurnEntry, asOf: number, unit: number): ChurnCustomer {
  return {
    id: entry.id,
    tier: entry.tier,
    silentDays: asOf - entry.last,
    lastOrder: formatIsoDay(entry.last),
    orders: entry.orders,
    revenue: entry.revenue / unit,
    revenueTotal: entry.revenueTotal / unit,
  };
}

function emptyResult(partials: ChurnPartials): Finished<ChurnResult> {
  const value: ChurnResult = {
    window: describeWindow(partials.window),
    base: 0,
    active: 0,
    attritionRate: null,
    attritionInterval: null,
    attritionBase: 0,
    attritionLost: 0,
    inactiveShare: null,
    tiers: [],
    customers: [],
    trend: [],
  };
  const lack: Reason = partials.hasOrders ? { code: 'no-data', detail: 'orders' } : { code: 'missing-table', detail: 'orders' };
  return { value, status: 'empty', reasons: [lack, ...guestReasons(partials)], used: partials.used };
}

function guestReasons({ guestOrders }: ChurnPartials): Reason[] {
  return guestOrders > 0 ? [{ code: 'guest-orders', detail: String(guestOrders) }] : [];
}

function reasonsOf(partials: ChurnPartials, attrition: Attrition, point: AttritionPoint, withheld: readonly string[]): Reason[] {
  const history = { code: 'not-enough-history', detail: formatIsoDay(point.earlierEnd + 1) };
  const rateReasons = attrition.reason === 'not-enough-history' ? [history] : [{ code: attrition.reason ?? '', detail: 'attrition' }];
  return [
    ...guestReasons(partials),
    ...(attrition.reason === null ? [] : rateReasons),
    ...withheld.map((detail) => ({ code: 'suppressed', detail })),
  ];
}

function finish(partials: ChurnPartials, params: ChurnParams, context: FinishContext): Finished<ChurnResult> {
  const { counts, base, used } = partials;
  const { asOf, minGroupSize } = context;
  if (counts === null || asOf === null) return emptyResult(partials);
  const unit = 10 ** context.minorDigits;
  const attrition = attritionOf(counts.points[0], minGroupSize);
  const hidden = withheldTiers(base, counts, minGroupSize);
  const listWithheld = minGroupSize > 1 && params.limit > 0;
  const withheld = [...(hidden.includes(true) ? ['tiers'] : []), ...(listWithheld ? ['customers'] : [])];
  const value: ChurnResult = {
    window: describeWindow(partials.window),
    base,
    active: counts.active,
    attritionRate: attrition.rate,
    attritionInterval: attrition.interval,
    attritionBase: attrition.base,
    attritionLost: attrition.lost,
    inactiveShare: hidden[TIERS.indexOf('inactive')] ? null : (base - counts.active) / base,
    tiers: tiersOf(counts, hidden, asOf, unit),
    customers: listWithheld ? [] : counts.listed.map((entry) => customerOf(entry, asOf, unit)),
    trend: counts.points
      .slice(0, params.trendMonths)
      .map((point) => trendPoint(point, minGroupSize))
      .reverse(),
  };
  const reasons = reasonsOf(partials, attrition, counts.points[0], withheld);
  return { value, status: attrition.reason !== null || withheld.length > 0 ? 'partial' : 'ready', reasons, used };
}

export const churn: KpiDefinition<ChurnParams, ChurnPartials, ChurnResult> = {
  id: 'churn',
  version: 1,
  tables: ['orders', 'refunds'],
  params: churnParams,
  partials: (context, params) => runPieces(churnPieces(context, params)),
  pieces: churnPieces,
  finish,
};
