/** What `rfm` counts: one entry a customer with an order in the window, in integers. Two passes over the orders, none over people. */
import type { KpiContext } from './contract.js';
import { compareTexts, customerCode } from './customer-code.js';
import { sumOrders } from './order-sums.js';
import type { OrderSums } from './order-sums.js';
import type { RfmParams } from './rfm-types.js';
import { resolveWindow } from './rfm-window.js';
import type { WindowFacts } from './rfm-window.js';

/** Days since the last order, number of orders, revenue in minor units: one value a customer each. */
export type Measures = readonly Float64Array[];

export interface RfmPartials {
  readonly window: WindowFacts;
  readonly guestOrders: number;
  readonly guestRevenue: number;
  /** Orders of known customers that were let through, in the window or before, and refunds that lowered a revenue. */
  readonly used: number;
  /** Customers with an order in the window; their order means nothing. */
  readonly measures: Measures;
  /** The same values, each measure ascending by itself. */
  readonly sorted: Measures;
  /** The first `scoreLimit` customers by code, as positions in `measures`. */
  readonly listed: readonly { readonly id: string; readonly position: number }[];
}

/** Everything by customer, before anything is sorted. */
export interface CustomerCounts {
  readonly window: WindowFacts;
  /** Over all days, and over the window. */
  readonly all: OrderSums;
  readonly sums: OrderSums;
  /** Rows of the customers with an order in the window; `measures` has the same positions. */
  readonly active: Int32Array;
  readonly measures: Measures;
}

/** Counts in slices: each pass over rows or customers is one. */
export function* countCustomers(context: KpiContext, asked: string): Generator<void, CustomerCounts, void> {
  const all = sumOrders(context, -Infinity);
  yield;
  const window = resolveWindow(context, asked, all.last);
  yield;
  const sums = sumOrders(context, window.from ?? Infinity);
  yield;
  const active = sums.orders.map((_, row) => row).filter((row) => sums.orders[row] > 0);
  const measures = [0, 1, 2].map(() => new Float64Array(active.length));
  active.forEach((row, position) => {
    measures[0][position] = window.to! - sums.last[row];
    measures[1][position] = sums.orders[row];
    measures[2][position] = sums.revenue[row];
  });
  return { window, all, sums, active, measures };
}

export function* rfmPartials(context: KpiContext, { window: asked, scoreLimit }: RfmParams): Generator<void, RfmPartials, void> {
  const { customers } = context.dataset;
  const { window, all, sums, active, measures } = yield* countCustomers(context, asked);
  yield;
  const sorted: Float64Array[] = [];
  for (const values of measures) {
    sorted.push(values.slice().sort());
    yield;
  }
  const people = scoreLimit > 0 ? Array.from(active, (row, position) => ({ id: customerCode(customers, row), position })) : [];
  return {
    ...{ window, guestOrders: sums.guestOrders, guestRevenue: sums.guestRevenue },
    ...{ used: all.used + sums.refunds, measures, sorted },
    listed: people.sort((a, b) => compareTexts(a.id, b.id)).slice(0, scoreLimit),
  };
}
