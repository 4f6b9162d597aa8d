/** Orders let through, added up by customer: what every figure of customers begins with. */
import { kept } from '../calendar/kept.js';
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { eachRefund } from './order-facts.js';
import { remembered } from './remembered.js';
import { ledgerOf } from './order-ledger.js';

/** Day of the last order of each customer, NO_DAY without any; how many orders have a customer, and how many none. */
export const lastOrders = remembered((context: KpiContext) => {
  const { owners, begin, end, day, length } = ledgerOf(context);
  const last = new Int32Array(context.dataset.customers.length).fill(NO_DAY);
  let guestOrders = 0;
  for (let at = 0; at < owners.length; at++) {
    if (owners[at] < 0) guestOrders = end[at] - begin[at];
    else if (begin[at] < end[at]) last[owners[at]] = day[end[at] - 1];
  }
  return { last, used: length - guestOrders, guestOrders };
});

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

function addOrders(context: KpiContext, from: CivilDay): OrderSums {
  const { length } = context.dataset.customers;
  const { owners, begin, end, day, net } = ledgerOf(context);
  const orders = new Int32Array(length);
  const revenue = new Float64Array(length);
  let guestOrders = 0;
  let guestRevenue = 0;
  for (let at = 0; at < owners.length; at++) {
    const owner = owners[at];
    let amount = 0;
    let one = end[at];
    while (one > begin[at] && day[one - 1] >= from) amount += net[--one];
    if (owner < 0) {
      guestOrders = end[at] - one;
      guestRevenue = amount;
    } else {
      orders[owner] = end[at] - one;
      revenue[owner] = amount;
    }
  }
  let refunds = 0;
  eachRefund(context.dataset, context.rows('refunds'), (amount, day, owner) => {
    if (day < from || owner < 0) return;
    revenue[owner] -= amount;
    if (orders[owner] > 0) refunds++;
  });
  return { orders, revenue, refunds, guestOrders, guestRevenue };
}

/** Several KPIs ask for the same months. */
const sumsOf = remembered<KpiContext, Map<CivilDay, OrderSums>>(() => new Map());

/** Orders from a day on: one look at them. */
export function sumOrders(context: KpiContext, from: CivilDay): OrderSums {
  return kept(sumsOf(context), from, () => addOrders(context, from));
}
