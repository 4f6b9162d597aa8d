/** What `churn` counts, in integers: one pass over the orders of each customer, in order of time. */
import { addMonths } from '../calendar/civil-day.js';
import { parseWindow } from '../calendar/window.js';
import type { CivilDay, OrderTable } from '../table/dataset.js';
import { addCustomer, attritionPoints } from './churn-attrition.js';
import type { AttritionPoint } from './churn-attrition.js';
import { tierLimits, windowLength } from './churn-limits.js';
import type { TierLimits, WindowLength } from './churn-limits.js';
import type { ChurnParams, TierId } from './churn-types.js';
import type { KpiContext } from './contract.js';
import { customerCode } from './customer-code.js';
import { firstOrderDay, lastOrderDays, recencyFacts, resolveWindow } from './rfm-window.js';
import type { WindowFacts } from './rfm-window.js';
import { WorstFirst } from './worst-first.js';

/** Months over which the revenue at stake is counted. */
const REVENUE_MONTHS = 12;
/** Customers between two yields. */
const SLICE = 16_384;

export const TIERS: readonly TierId[] = ['watch', 'risk', 'inactive'];

/** A customer of a tier; money in minor units. */
export interface ChurnEntry {
  readonly id: string;
  readonly tier: TierId;
  readonly last: CivilDay;
  readonly orders: number;
  readonly revenue: number;
  readonly revenueTotal: number;
}

export interface TierCount {
  customers: number;
  revenue: number;
}

/** Counted once there is a window. */
export interface ChurnCounts {
  readonly limits: TierLimits;
  active: number;
  readonly tiers: Record<TierId, TierCount>;
  /** Latest first; the first one is the as-of day. */
  readonly points: readonly AttritionPoint[];
  readonly listed: readonly ChurnEntry[];
}

export interface ChurnPartials {
  readonly hasOrders: boolean;
  readonly window: WindowFacts;
  /** Customers with an order. */
  readonly base: number;
  readonly used: number;
  readonly guestOrders: number;
  /** null without customers. */
  readonly counts: ChurnCounts | null;
}

/** A customer of a tier before he has a name. */
type Candidate = Omit<ChurnEntry, 'id'> & { readonly owner: number };

export function tierOf(last: CivilDay, limits: TierLimits): TierId | null {
  if (last <= limits.inactive) return 'inactive';
  if (last < limits.risk) return 'risk';
  return last < limits.watch ? 'watch' : null;
}

/** By UTF-16 unit: the same in every language and engine. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * By revenue of 12 months, then of all time, both descending; the longest silence first; then by code, and by identity where two
 * people have the same code.
 */
function compareCandidates(context: KpiContext, revealEmail: boolean): (a: Candidate, b: Candidate) => number {
  const { customers } = context.dataset;
  const code = (one: Candidate) => customerCode(customers, one.owner, revealEmail);
  return (a, b) =>
    b.revenue - a.revenue ||
    b.revenueTotal - a.revenueTotal ||
    a.last - b.last ||
    compareTexts(code(a), code(b)) ||
    compareTexts(customers.key[a.owner], customers.key[b.owner]);
}

interface RefundSums {
  readonly recent: Float64Array;
  readonly total: Float64Array;
}

/** Refunds without an order, by customer: of the last 12 months and of all time; null when there is none. */
function orphanRefunds(context: KpiContext, revenueFrom: CivilDay): RefundSums | null {
  const { refunds: table, customers } = context.dataset;
  if (table === null || table.length === 0) return null;
  const sums = { recent: new Float64Array(customers.length), total: new Float64Array(customers.length) };
  context.refunds?.forEach((row) => {
    const owner = table.customer[row];
    if (owner < 0) return;
    sums.total[owner] += table.amount[row];
    if (table.day[row] > revenueFrom) sums.recent[owner] += table.amount[row];
  });
  return sums;
}

function longestRun(offsets: Int32Array): number {
  let longest = 0;
  for (let row = 0; row + 1 < offsets.length; row++) longest = Math.max(longest, offsets[row + 1] - offsets[row]);
  return longest;
}

/** Counts customer by customer. */
class ChurnCounter {
  active = 0;
  readonly tiers = { watch: { customers: 0, revenue: 0 }, risk: { customers: 0, revenue: 0 }, inactive: { customers: 0, revenue: 0 } };
  readonly limits: TierLimits;
  readonly points: readonly AttritionPoint[];
  private readonly worst: Record<TierId, WorstFirst<Candidate>>;
  private readonly revenueFrom: CivilDay;
  private readonly refunds: RefundSums | null;
  private readonly words: Uint32Array;
  private readonly days: Int32Array;

  constructor(
    private readonly context: KpiContext,
    private readonly table: OrderTable,
    private readonly params: ChurnParams,
    asOf: CivilDay,
    length: WindowLength,
  ) {
    const dataStart = Math.max(firstOrderDay(context) ?? asOf, context.from ?? -Infinity);
    const compare = compareCandidates(context, params.revealEmail);
    const worstOf = () => new WorstFirst<Candidate>(params.limit, compare);
    this.limits = tierLimits(asOf, length);
    this.points = attritionPoints(asOf, params.trendMonths, length, dataStart);
    this.worst = { watch: worstOf(), risk: worstOf(), inactive: worstOf() };
    this.revenueFrom = addMonths(asOf, -REVENUE_MONTHS);
    this.refunds = orphanRefunds(context, this.revenueFrom);
    this.words = context.orders!.words;
    this.days = new Int32Array(longestRun(context.dataset.customerOrders.offsets));
  }

  /** Reads the orders of one customer. */
  add(owner: number): void {
    const { table, words, days } = this;
    const { offsets, rows } = this.context.dataset.customerOrders;
    let orders = 0;
    let revenue = 0;
    let revenueTotal = 0;
    for (let at = offsets[owner]; at < offsets[owner + 1]; at++) {
      const row = rows[at];
      if (((words[row >>> 5] >>> (row & 31)) & 1) === 0) continue;
      days[orders++] = table.day[row];
      revenueTotal += table.net[row];
      if (table.day[row] > this.revenueFrom) revenue += table.net[row];
    }
    if (orders === 0) return;
    addCustomer(this.points, days, orders);
    const { recent, total } = this.refunds ?? { recent: null, total: null };
    this.place(owner, days[orders - 1], orders, revenue - (recent?.[owner] ?? 0), revenueTotal - (total?.[owner] ?? 0));
  }

  /** The worst of all tiers, by name. */
  listed(): ChurnEntry[] {
    const { params, context } = this;
    const all = TIERS.flatMap((tier) => this.worst[tier].list()).sort(compareCandidates(context, params.revealEmail));
    return all.map(({ owner, ...entry }) => ({ id: customerCode(context.dataset.customers, owner, params.revealEmail), ...entry }));
  }

  private place(owner: number, last: CivilDay, orders: number, revenue: number, revenueTotal: number): void {
    const tier = tierOf(last, this.limits);
    if (tier !== 'inactive') this.active++;
    if (tier === null) return;
    this.tiers[tier].customers++;
    this.tiers[tier].revenue += revenue;
    this.worst[tier].add({ owner, tier, last, orders, revenue, revenueTotal });
  }
}

function* countWindow(context: KpiContext, params: ChurnParams, window: WindowFacts): Generator<void, ChurnCounts | null, void> {
  const { orders, customers } = context.dataset;
  const length = windowLength(window, params.window);
  if (orders === null || context.asOf === null || length === null || window.recency.customers === 0) return null;
  const counter = new ChurnCounter(context, orders, params, context.asOf, length);
  for (let owner = 0; owner < customers.length; owner++) {
    if (owner % SLICE === SLICE - 1) yield;
    counter.add(owner);
  }
  yield;
  const { limits, active, tiers, points } = counter;
  return { limits, active, tiers, points, listed: counter.listed() };
}

/** Orders let through, with a customer and without. */
function countOrders(context: KpiContext): { used: number; guestOrders: number } {
  const { orders } = context.dataset;
  let used = 0;
  let guestOrders = 0;
  context.orders?.forEach((row) => (orders!.customer[row] >= 0 ? used++ : guestOrders++));
  return { used, guestOrders };
}

export function* churnPieces(context: KpiContext, params: ChurnParams): Generator<void, ChurnPartials, void> {
  const recency = recencyFacts(lastOrderDays(context), context.asOf);
  yield;
  const window = resolveWindow(context, parseWindow(params.window), recency);
  const orders = countOrders(context);
  yield;
  const counts = yield* countWindow(context, params, window);
  return { hasOrders: context.dataset.orders !== null, window, base: recency.customers, ...orders, counts };
}
