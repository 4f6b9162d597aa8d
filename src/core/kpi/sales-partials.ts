/** What `sales` counts, in integers, by period: one pass over the orders in order of day. */
import { periodTable } from '../calendar/period-table.js';
import type { PeriodTable } from '../calendar/period-table.js';
import type { Grain } from '../calendar/period.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { orderFacts } from './order-facts.js';
import type { OrderFacts } from './order-facts.js';
import type { SalesParams } from './sales-types.js';

/** Rows between two pauses. */
const SLICE = 131_072;

/** One count a period each; money in minor units. */
export interface SalesCounts {
  readonly orders: Int32Array;
  readonly guestOrders: Int32Array;
  readonly refunds: Int32Array;
  readonly revenue: Float64Array;
  readonly customers: Int32Array;
  readonly newCustomers: Int32Array;
}

export interface SalesPartials {
  readonly hasOrders: boolean;
  /** First day of each period, and the day after the last one. */
  readonly starts: readonly CivilDay[];
  /** First day that counts, where the filter says so. */
  readonly from: CivilDay | null;
  readonly counts: SalesCounts;
  /** Different customers of all periods. */
  readonly customers: number;
}

/** Periods from the first day of the data, or of the filter, to the as-of day. */
export function periodsOf({ asOf, from }: KpiContext, { firstDay }: OrderFacts, grain: Grain): PeriodTable {
  const first = Math.max(firstDay, from ?? -Infinity);
  return asOf === null || first > asOf ? { starts: [0], placeOf: new Int32Array() } : periodTable(first, asOf, grain);
}

function newCounts(length: number): SalesCounts {
  const counts = () => new Int32Array(length);
  const [orders, guestOrders, refunds, customers, newCustomers] = Array.from({ length: 5 }, counts);
  return { orders, guestOrders, refunds, revenue: new Float64Array(length), customers, newCustomers };
}

/** Counts orders let through. `seen`: the last period in which each customer ordered. */
function* countOrders(
  context: KpiContext,
  byDay: Int32Array | null,
  { starts, placeOf }: PeriodTable,
  counts: SalesCounts,
  seen: Int32Array,
) {
  const { day, net, customer } = context.dataset.orders!;
  const passed = context.rows('orders')!;
  const { orders, revenue, guestOrders, customers } = counts;
  const count = (start: number, end: number): void => {
    for (let at = start; at < end; at++) {
      const row = byDay ? byDay[at] : at;
      if (passed[row] === 0) continue;
      const place = placeOf[day[row] - starts[0]];
      const owner = customer[row];
      orders[place]++;
      revenue[place] += net[row];
      if (owner < 0) guestOrders[place]++;
      else if (seen[owner] !== place) {
        seen[owner] = place;
        customers[place]++;
      }
    }
  };
  for (let start = 0; start < day.length; start += SLICE) {
    count(start, Math.min(start + SLICE, day.length));
    yield;
  }
}

export function* salesPartials(context: KpiContext, { grain }: SalesParams): Generator<void, SalesPartials, void> {
  const { dataset, from } = context;
  const { orders, refunds } = dataset;
  const facts = yield* orderFacts(dataset);
  const periods = periodsOf(context, facts, grain);
  const { starts, placeOf } = periods;
  const counts = newCounts(starts.length - 1);
  const seen = new Int32Array(dataset.customers.length).fill(-1);
  if (orders) yield* countOrders(context, facts.byDay, periods, counts, seen);
  const { firstOrder } = facts;
  let customers = 0;
  for (let owner = 0; owner < seen.length; owner++) {
    if (seen[owner] < 0) continue;
    customers++;
    if (context.rows('orders')![firstOrder[owner]] === 1) counts.newCustomers[placeOf[orders!.day[firstOrder[owner]] - starts[0]]]++;
  }
  context.rows('refunds')?.forEach((passed, row) => {
    if (passed === 0) return;
    const place = placeOf[refunds!.day[row] - starts[0]];
    counts.revenue[place] -= refunds!.amount[row];
    counts.refunds[place]++;
  });
  return { hasOrders: orders !== null, starts, from, counts, customers };
}
