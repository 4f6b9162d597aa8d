/** What `churn` counts, in integers: passes over the orders. */
import { addMonths } from '../calendar/civil-day.js';
import { monthsOf, windowBack } from '../calendar/window.js';
import type { CivilDay } from '../table/dataset.js';
import { attritionAt } from './churn-attrition.js';
import type { AttritionPoint } from './churn-attrition.js';
import type { ChurnParams, TierId } from './churn-types.js';
import type { KpiContext } from './contract.js';
import { compareTexts, customerCode } from './customer-code.js';
import { firstOf } from './first-of.js';
import { sumOrders } from './order-sums.js';
import { resolveWindow } from './rfm-window.js';
import type { WindowFacts } from './rfm-window.js';

/** Months over which the revenue at stake is counted. */
const REVENUE_MONTHS = 12;

export const TIERS: readonly TierId[] = ['watch', 'risk', 'inactive'];

/** A customer of a tier; money in minor units. */
interface ChurnEntry {
  readonly id: string;
  readonly tier: TierId;
  readonly last: CivilDay;
  readonly orders: number;
  readonly revenue: number;
  readonly revenueTotal: number;
}

export interface TierCount {
  /** Last order before it: watch, risk; on or before it: inactive. */
  readonly limit: CivilDay;
  readonly customers: number;
  readonly revenue: number;
}

export interface ChurnPartials {
  readonly window: WindowFacts;
  readonly used: number;
  readonly guestOrders: number;
  /** In the order of TIERS; the rest is none without customers. */
  readonly tiers: readonly TierCount[];
  /** Latest first; the first one is the as-of day. */
  readonly points: readonly AttritionPoint[];
  /** The worst of all tiers. */
  readonly listed: readonly ChurnEntry[];
}

/**
 * Where the tiers begin (L9): at a third, two thirds and the whole of the window W. Calendar months when W has a number of months
 * divisible by three (3 months -> 1, 2 and 3 months back from the as-of day), else days: a third and two thirds of the days of W,
 * rounded down. Watch and risk begin strictly before their limit day ("more than one month"), inactive on it: a customer is active
 * in (asOf - W, asOf].
 */
function tierLimits(asOf: CivilDay, length: string): CivilDay[] {
  const third = (monthsOf(length) ?? NaN) / 3;
  const days = asOf - windowBack(asOf, length);
  return [1, 2, 3].map((part) => (Number.isInteger(third) ? addMonths(asOf, -part * third) : asOf - Math.floor((part * days) / 3)));
}

/** Place in TIERS of somebody with this last order; -1 for none. */
function tierOf(last: CivilDay, [watch, risk, inactive]: readonly CivilDay[]): number {
  return last <= inactive ? 2 : last < risk ? 1 : last < watch ? 0 : -1;
}

export function* churnPartials(context: KpiContext, params: ChurnParams): Generator<void, ChurnPartials, void> {
  const { asOf, dataset } = context;
  const all = sumOrders(context, -Infinity);
  yield;
  const window = resolveWindow(context, params.window, all.last);
  yield;
  const { length, known } = window;
  const partials = { window, used: all.used, guestOrders: all.guestOrders };
  if (asOf === null || length === null || window.customers === 0) return { ...partials, tiers: [], points: [], listed: [] };
  const recent = sumOrders(context, addMonths(asOf, -REVENUE_MONTHS) + 1);
  yield;
  const points: AttritionPoint[] = [];
  for (let back = 0; back === 0 || back < params.trendMonths; back++) {
    points.push(attritionAt(context, addMonths(asOf, -back), length, known));
    yield;
  }
  const limits = tierLimits(asOf, length);
  const owners: number[][] = [[], [], []];
  all.last.forEach((last, owner) => all.orders[owner] > 0 && owners[tierOf(last, limits)]?.push(owner));
  const tiers = owners.map((own, tier) => ({
    ...{ limit: limits[tier], customers: own.length },
    revenue: own.reduce((sum, owner) => sum + recent.revenue[owner], 0),
  }));
  const code = (owner: number): string => customerCode(dataset.customers, owner, params.revealEmail);
  const { key } = dataset.customers;
  // The longest silence first where both revenues are equal; then by code, and by identity where two people have the same code.
  const compare = (a: number, b: number): number =>
    recent.revenue[b] - recent.revenue[a] ||
    all.revenue[b] - all.revenue[a] ||
    all.last[a] - all.last[b] ||
    compareTexts(code(a), code(b)) ||
    compareTexts(key[a], key[b]);
  const worst: number[] = [];
  for (const own of owners) worst.push(...(yield* firstOf(own, params.limit, compare)));
  const listed = worst.sort(compare).map((owner) => ({
    id: code(owner),
    tier: TIERS[tierOf(all.last[owner], limits)],
    ...{ last: all.last[owner], orders: all.orders[owner], revenue: recent.revenue[owner], revenueTotal: all.revenue[owner] },
  }));
  return { ...partials, tiers, points, listed };
}
