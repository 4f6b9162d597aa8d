/** What `rfm` counts: one entry a customer with an order in the window, in integers. Two passes over the orders, none over people. */
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { compareTexts } from './texts.js';
import { customerCode } from './customer-code.js';
import { sortedWhole } from '../stats/sorted-whole.js';
import { lastOrders, sumOrders } from './order-sums.js';
import type { OrderSums } from './order-sums.js';
import type { RfmParams } from './rfm-types.js';
import { resolveWindow } from './rfm-window.js';
import type { WindowFacts } from './rfm-window.js';

/** Days since the last order, number of orders, revenue in minor units: one value a customer each. */
export type Measures = readonly [recency: Int32Array, orders: Int32Array, revenue: Float64Array];

/** @internal */
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

/** @internal Everything by customer, before anything is sorted. */
export interface CustomerCounts {
  readonly window: WindowFacts;
  /** Over all days, and over the window. */
  readonly all: ReturnType<typeof lastOrders>;
  readonly sums: OrderSums;
  /** Rows of the customers with an order in the window; `measures` has the same positions. */
  readonly active: Int32Array;
  readonly measures: Measures;
}

/** Those with an order, and their measures. */
function measure(last: Int32Array, to: CivilDay, { orders, revenue }: OrderSums): { active: Int32Array; measures: Measures } {
  let count = 0;
  const rows = new Int32Array(last.length);
  for (let row = 0; row < rows.length; row++) if (orders[row] > 0) rows[count++] = row;
  const active = rows.subarray(0, count);
  const measures: Measures = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  const [days, counts, amounts] = measures;
  for (let position = 0; position < count; position++) {
    const row = active[position];
    days[position] = to - last[row];
    counts[position] = orders[row];
    amounts[position] = revenue[row];
  }
  return { active, measures };
}

/** Counts in slices: each pass over rows or customers is one. */
export function* countCustomers(context: KpiContext, asked: string): Generator<void, CustomerCounts, void> {
  const all = lastOrders(context);
  yield;
  const window = resolveWindow(context, asked, all.last);
  yield;
  const sums = sumOrders(context, window.from ?? Infinity);
  yield;
  return { window, all, sums, ...measure(all.last, window.to ?? 0, sums) };
}

export function* rfmPartials(context: KpiContext, { window: asked, scoreLimit }: RfmParams): Generator<void, RfmPartials, void> {
  const { customers } = context.dataset;
  const { window, all, sums, active, measures } = yield* countCustomers(context, asked);
  yield;
  const [recency, orders, revenue] = measures;
  const sorted: Measures = [sortedWhole(recency), sortedWhole(orders), sortedWhole(revenue)];
  yield;
  const people = scoreLimit > 0 ? Array.from(active, (row, position) => ({ id: customerCode(customers, row), position })) : [];
  return {
    ...{ window, guestOrders: sums.guestOrders, guestRevenue: sums.guestRevenue },
    ...{ used: all.used + sums.refunds, measures, sorted },
    listed: people.sort((a, b) => compareTexts(a.id, b.id)).slice(0, scoreLimit),
  };
}
