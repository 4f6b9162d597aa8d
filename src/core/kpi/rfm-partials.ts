/** What `rfm` counts: one entry a customer with an order in the window, in integers. Two passes over the orders, none over people. */
import { parseWindow } from '../calendar/window.js';
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { customerCode } from './customer-code.js';
import type { RfmParams } from './rfm-types.js';
import { lastOrderDays, recencyFacts, resolveWindow } from './rfm-window.js';
import type { WindowFacts } from './rfm-window.js';
import { runPieces } from './run-pieces.js';

/** Three measures, one value a customer; money in minor units. */
export interface RfmMeasures {
  readonly recencyDays: Int32Array;
  readonly orderCount: Int32Array;
  readonly revenue: Float64Array;
}

export interface RfmPartials {
  readonly hasOrders: boolean;
  readonly window: WindowFacts;
  readonly inactive: number;
  readonly guestOrders: number;
  readonly guestRevenue: number;
  /** Orders of known customers that were let through, in the window or before, and refunds that lowered a revenue. */
  readonly used: number;
  /** Customers with an order in the window; their order means nothing. */
  readonly measures: RfmMeasures;
  /** The same values, each measure ascending by itself. */
  readonly sorted: RfmMeasures;
  /** The first `scoreLimit` customers by code, as positions in `measures`. */
  readonly listed: readonly { readonly id: string; readonly position: number }[];
}

/** Sums by customer row over the window. */
interface WindowSums {
  readonly orderCount: Int32Array;
  readonly revenue: Float64Array;
  guestOrders: number;
  guestRevenue: number;
  used: number;
}

function sumOrders(context: KpiContext, from: CivilDay): WindowSums {
  const people = context.dataset.customers.length;
  const sums = { orderCount: new Int32Array(people), revenue: new Float64Array(people), guestOrders: 0, guestRevenue: 0, used: 0 };
  const { orders: table } = context.dataset;
  if (table === null || context.orders === null) return sums;
  const { words } = context.orders;
  const { customer, day, net, length } = table;
  for (let row = 0; row < length; row++) {
    if (((words[row >>> 5] >>> (row & 31)) & 1) === 0) continue;
    const owner = customer[row];
    if (owner >= 0) sums.used++;
    if (day[row] < from) continue;
    if (owner < 0) {
      sums.guestOrders++;
      sums.guestRevenue += net[row];
    } else {
      sums.orderCount[owner]++;
      sums.revenue[owner] += net[row];
    }
  }
  return sums;
}

/** Refunds without an order lower the revenue of a customer who has orders in the window; they never make a customer. */
function subtractRefunds(context: KpiContext, from: CivilDay, sums: WindowSums): void {
  const { refunds: table } = context.dataset;
  if (table === null) return;
  context.refunds?.forEach((row) => {
    const owner = table.customer[row];
    if (owner < 0 || table.day[row] < from || sums.orderCount[owner] === 0) return;
    sums.revenue[owner] -= table.amount[row];
    sums.used++;
  });
}

/** Customer rows with an order in the window. */
function activeRows(orderCount: Int32Array): Int32Array {
  const rows = new Int32Array(orderCount.length);
  let count = 0;
  for (let row = 0; row < orderCount.length; row++) if (orderCount[row] > 0) rows[count++] = row;
  return rows.subarray(0, count);
}

function measure(active: Int32Array, lastDays: Int32Array, sums: WindowSums, asOf: CivilDay): RfmMeasures {
  const measures = {
    recencyDays: new Int32Array(active.length),
    orderCount: new Int32Array(active.length),
    revenue: new Float64Array(active.length),
  };
  for (let i = 0; i < active.length; i++) {
    const row = active[i];
    measures.recencyDays[i] = asOf - lastDays[row];
    measures.orderCount[i] = sums.orderCount[row];
    measures.revenue[i] = sums.revenue[row];
  }
  return measures;
}

/** By UTF-16 unit: the same in every language and engine. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function listById(context: KpiContext, active: Int32Array, limit: number): RfmPartials['listed'] {
  if (limit === 0) return [];
  const { customers } = context.dataset;
  const all = Array.from(active, (row, position) => ({ id: customerCode(customers, row), position }));
  return all.sort((a, b) => compareTexts(a.id, b.id)).slice(0, limit);
}

function countKnown(lastDays: Int32Array): number {
  let count = 0;
  for (const day of lastDays) if (day !== NO_DAY) count++;
  return count;
}

/** Everything by customer, before anything is sorted. */
export interface CustomerCounts {
  readonly window: WindowFacts;
  /** By customer row; NO_DAY without an order. */
  readonly lastDays: Int32Array;
  readonly sums: WindowSums;
  /** Rows of the customers with an order in the window; `measures` has the same positions. */
  readonly active: Int32Array;
  readonly measures: RfmMeasures;
}

/** Counts in slices: each pass over rows or customers is one. */
export function* countCustomers(context: KpiContext, window: string): Generator<void, CustomerCounts, void> {
  const lastDays = lastOrderDays(context);
  yield;
  const facts = resolveWindow(context, parseWindow(window), recencyFacts(lastDays, context.asOf));
  yield;
  const from = facts.from ?? Infinity;
  const sums = sumOrders(context, from);
  subtractRefunds(context, from, sums);
  yield;
  const active = activeRows(sums.orderCount);
  return { window: facts, lastDays, sums, active, measures: measure(active, lastDays, sums, context.asOf ?? 0) };
}

/** `rfmPartials` in slices. */
export function* rfmPieces(context: KpiContext, params: RfmParams): Generator<void, RfmPartials, void> {
  const { window, lastDays, sums, active, measures } = yield* countCustomers(context, params.window);
  yield;
  const recencyDays = measures.recencyDays.slice().sort();
  const orderCount = measures.orderCount.slice().sort();
  yield;
  const revenue = measures.revenue.slice().sort();
  yield;
  return {
    hasOrders: context.dataset.orders !== null,
    window,
    inactive: countKnown(lastDays) - active.length,
    guestOrders: sums.guestOrders,
    guestRevenue: sums.guestRevenue,
    used: sums.used,
    measures,
    sorted: { recencyDays, orderCount, revenue },
    listed: listById(context, active, params.scoreLimit),
  };
}

export function rfmPartials(context: KpiContext, params: RfmParams): RfmPartials {
  return runPieces(rfmPieces(context, params));
}
