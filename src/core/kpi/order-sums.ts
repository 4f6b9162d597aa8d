/** Orders let through, added up by customer: what every figure of customers begins with. */
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';

/** Arrays are by customer row; money in minor units. */
export interface OrderSums {
  /** Day of the last order; NO_DAY without any. */
  readonly last: Int32Array;
  readonly orders: Int32Array;
  /** Net orders, less refunds that match no order. */
  readonly revenue: Float64Array;
  /** Orders with a customer, and refunds of customers with an order. */
  used: number;
  refunds: number;
  /** Orders without a customer. */
  guestOrders: number;
  guestRevenue: number;
}

/** Visits the rows let through of the days `from` to `to`, both included; none where there is no such table. */
export function eachRow(
  context: KpiContext,
  name: 'orders' | 'refunds',
  from: CivilDay,
  to: CivilDay,
  visit: (row: number, owner: number) => void,
): void {
  const { day = [], customer = [] } = context.dataset[name] ?? {};
  const rows = context.rows(name)!;
  for (let row = 0; row < day.length; row++) if (day[row] >= from && day[row] <= to && rows[row]) visit(row, customer[row]);
}

/** One look at the rows from a day on. */
export function sumOrders(context: KpiContext, from: CivilDay): OrderSums {
  const { orders, refunds, customers } = context.dataset;
  const { length } = customers;
  const sums: OrderSums = {
    ...{ last: new Int32Array(length).fill(NO_DAY), orders: new Int32Array(length), revenue: new Float64Array(length) },
    ...{ used: 0, refunds: 0, guestOrders: 0, guestRevenue: 0 },
  };
  eachRow(context, 'orders', from, Infinity, (row, owner) => {
    const { day, net } = orders!;
    if (owner < 0) {
      sums.guestOrders++;
      sums.guestRevenue += net[row];
      return;
    }
    sums.used++;
    sums.orders[owner]++;
    sums.revenue[owner] += net[row];
    if (day[row] > sums.last[owner]) sums.last[owner] = day[row];
  });
  eachRow(context, 'refunds', from, Infinity, (row, owner) => {
    if (owner < 0) return;
    sums.revenue[owner] -= refunds!.amount[row];
    if (sums.orders[owner] > 0) sums.refunds++;
  });
  return sums;
}
