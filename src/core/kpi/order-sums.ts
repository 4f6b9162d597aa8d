/** Orders let through, added up by customer: what every figure of customers begins with. */
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { orderRows, ordersOf, remembered } from './order-rows.js';

/** Day of the last order of each customer, NO_DAY without any; how many orders have a customer, and how many none. */
export const lastOrders = remembered((context: KpiContext) => {
  const { dataset } = context;
  const { day, customer } = ordersOf(dataset);
  const last = new Int32Array(dataset.customers.length).fill(NO_DAY);
  const rows = orderRows(context);
  let guestOrders = 0;
  for (let at = 0; at < rows.length; at++) {
    const owner = customer[rows[at]];
    if (owner < 0) guestOrders++;
    else last[owner] = day[rows[at]];
  }
  return { last, used: rows.length - guestOrders, guestOrders };
});

/** Visits the refunds let through that match no order. */
export function eachRefund({ dataset, rows }: KpiContext, visit: (amount: number, day: CivilDay, owner: number) => void): void {
  rows('refunds')?.forEach((passed, row) => {
    const { day, customer, amount } = dataset.refunds!;
    if (passed) visit(amount[row], day[row], customer[row]);
  });
}

/** @internal Arrays are by customer row; money in minor units. */
export interface OrderSums {
  readonly orders: Int32Array;
  /** Net orders, less refunds that match no order. */
  readonly revenue: Float64Array;
  /** Refunds of customers with an order. */
  readonly refunds: number;
  /** Orders without a customer. */
  readonly guestOrders: number;
  readonly guestRevenue: number;
}

/** One look at the rows from a day on. */
export function sumOrders(context: KpiContext, from: CivilDay): OrderSums {
  const { dataset } = context;
  const { length } = dataset.customers;
  const { customer, net } = ordersOf(dataset);
  const orders = new Int32Array(length);
  const revenue = new Float64Array(length);
  const rows = orderRows(context, from);
  let guestOrders = 0;
  let guestRevenue = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    const owner = customer[row];
    if (owner < 0) {
      guestOrders++;
      guestRevenue += net[row];
    } else {
      orders[owner]++;
      revenue[owner] += net[row];
    }
  }
  let refunds = 0;
  eachRefund(context, (amount, day, owner) => {
    if (day < from || owner < 0) return;
    revenue[owner] -= amount;
    if (orders[owner] > 0) refunds++;
  });
  return { orders, revenue, refunds, guestOrders, guestRevenue };
}
