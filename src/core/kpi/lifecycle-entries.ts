/** Since when people without an order are known: prospects. */
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrders, ordersOf } from './order-rows.js';

/** Later than any day: never a prospect. */
const NEVER = 2147483647;
/** Days in a century: a registration before that is what some system writes where it knows none. */
const LONG_AGO = 36525;

/** @internal */
export interface Entries {
  /** By customer the first day as a prospect; NO_DAY: without a known beginning, long ago. */
  readonly day: Int32Array;
  /** The data know of somebody before a first order. */
  readonly areKnown: boolean;
}

/**
 * First day on which somebody registered or was seen (a visit, an event, a message, whatever names a customer). Who is known by orders
 * alone (even by one that does not count), has ordered what the filter leaves out and nothing else, or does not pass the filter, is never a
 * prospect.
 * @param last Day of the last order let through, NO_DAY without any.
 */
export function prospectEntries(context: KpiContext, last: Int32Array): Entries {
  const { dataset, asOf } = context;
  const { createdDay } = dataset.customers;
  const orderDay = ordersOf(dataset).day;
  const passed = context.rows('customers')!;
  const seen = Int32Array.from(createdDay, (day) => (day === NO_DAY ? NEVER : day));
  for (const table of [dataset.visits, dataset.events, ...Object.values(dataset.tables)])
    table?.customer.forEach((owner, row) => {
      const day: CivilDay = table.day[row];
      if (owner >= 0 && day !== NO_DAY && day < seen[owner]) seen[owner] = day;
    });
  let areKnown = false;
  // People of whom nothing but their existence is known: those of a table of customers.
  const undated = dataset.left.customers ? NO_DAY : NEVER;
  const day = firstOrders(dataset).map((row, owner) => {
    const isBuyer = row >= 0;
    const orderedElsewhere = isBuyer && last[owner] === NO_DAY && orderDay[row] <= asOf!;
    const from = seen[owner] < NEVER || isBuyer ? seen[owner] : undated;
    if (!passed[owner] || orderedElsewhere || from === NEVER) return NEVER;
    areKnown = true;
    return from < asOf! - LONG_AGO ? NO_DAY : from;
  });
  return { day, areKnown };
}
