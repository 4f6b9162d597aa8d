/** What `churn` counts, in integers: passes over the orders. */
import { addMonths } from '../calendar/civil-day.js';
import type { CivilDay } from '../table/dataset.js';
import { attritionAt } from './churn-attrition.js';
import type { AttritionPoint } from './churn-attrition.js';
import { TIERS, tierLimits, tierOf } from './churn-tiers.js';
import type { ChurnParams, TierId } from './churn-types.js';
import type { KpiContext } from './contract.js';
import { compareTexts } from './texts.js';
import { customerCode } from './customer-code.js';
import { firstOf } from './first-of.js';
import { lastOrders, sumOrders } from './order-sums.js';
import { resolveWindow } from './rfm-window.js';
import type { WindowFacts } from './rfm-window.js';

/** Months over which the revenue at stake is counted. */
const REVENUE_MONTHS = 12;

/** @internal A customer of a tier; money in minor units. */
interface ChurnEntry {
  readonly id: string;
  readonly tier: TierId;
  readonly last: CivilDay;
  readonly orders: number;
  readonly revenue: number;
  readonly revenueTotal: number;
}

/** @internal */
export interface TierCount {
  /** Last order before it: watch, risk; on or before it: inactive. */
  readonly limit: CivilDay;
  readonly customers: number;
  readonly revenue: number;
}

/** @internal */
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

/** Owners by tier, and their revenue. */
function tiersOf(last: Int32Array, revenue: Float64Array, limits: readonly CivilDay[]) {
  const tiers = limits.map((limit) => ({ limit, owners: [] as number[] }));
  const sums = new Float64Array(tiers.length);
  for (let owner = 0; owner < last.length; owner++) {
    const tier = tierOf(last[owner], limits);
    if (tier === 0) continue;
    tiers[tier - 1].owners.push(owner);
    sums[tier - 1] += revenue[owner];
  }
  return tiers.map((tier, at) => ({ ...tier, revenue: sums[at] }));
}

export function* churnPartials(context: KpiContext, params: ChurnParams): Generator<void, ChurnPartials, void> {
  const { asOf, dataset } = context;
  const { last, used, guestOrders } = lastOrders(context);
  yield;
  const window = resolveWindow(context, params.window, last);
  yield;
  const { length, known } = window;
  const partials = { window, used, guestOrders };
  if (asOf === null || length === null || window.customers === 0) return { ...partials, tiers: [], points: [], listed: [] };
  const all = sumOrders(context, -Infinity);
  yield;
  const recent = sumOrders(context, addMonths(asOf, -REVENUE_MONTHS) + 1);
  yield;
  const days = Array.from({ length: Math.max(1, params.trendMonths) }, (_, back) => addMonths(asOf, -back));
  const points = yield* attritionAt(context, days, length, known);
  const found = tiersOf(last, recent.revenue, tierLimits(asOf, length));
  yield;
  const code = (owner: number): string => customerCode(dataset.customers, owner, params.revealEmail);
  const { key } = dataset.customers;
  // The longest silence first where both revenues are equal; then by code, and by identity where two people have the same code.
  const compare = (a: number, b: number): number =>
    recent.revenue[b] - recent.revenue[a] ||
    all.revenue[b] - all.revenue[a] ||
    last[a] - last[b] ||
    compareTexts(code(a), code(b)) ||
    compareTexts(key.at(a)!, key.at(b)!);
  const worst: [owner: number, tier: TierId][] = [];
  for (const [tier, { owners }] of found.entries())
    for (const owner of yield* firstOf(owners, params.limit, compare)) worst.push([owner, TIERS[tier]]);
  const listed = worst
    .sort(([a], [b]) => compare(a, b))
    .map(([owner, tier]) => ({
      ...{ id: code(owner), tier },
      ...{ last: last[owner], orders: all.orders[owner], revenue: recent.revenue[owner], revenueTotal: all.revenue[owner] },
    }));
  const tiers = found.map(({ limit, owners, revenue }) => ({ limit, customers: owners.length, revenue }));
  return { ...partials, tiers, points, listed };
}
