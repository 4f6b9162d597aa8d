/** What `sales` counts, in integers, by period: one pass over the orders. */
import type { PeriodTable } from '../calendar/period-table.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { eachRefund, firstOrders } from './order-facts.js';
import { ledgerOf } from './order-ledger.js';
import { periodsOf } from './order-periods.js';
import type { SalesParams } from './sales-types.js';

/** What is counted; money in minor units, pieces in thousandths. */
const COUNTS = ['orders', 'guestOrders', 'refunds', 'revenue', 'customers', 'newCustomers', 'lines', 'pieces'] as const;

/** One count a period each. */
export type CountName = (typeof COUNTS)[number];
export type SalesCounts = Readonly<Record<CountName, Float64Array>>;

/** @internal */
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

/** Counts the orders let through, customer by customer; returns how many different customers they have. */
function countOrders(context: KpiContext, { starts, placeOf }: PeriodTable, counts: SalesCounts): number {
  const { owners, begin, end, day, net, row } = ledgerOf(context);
  const { orders, revenue, guestOrders, customers, newCustomers } = counts;
  const firsts = firstOrders(context.dataset);
  let people = 0;
  for (let at = 0; at < owners.length; at++) {
    const owner = owners[at];
    if (owner >= 0 && begin[at] < end[at]) people++;
    let seen = -1;
    for (let one = begin[at]; one < end[at]; one++) {
      const place = placeOf[day[one] - starts[0]];
      orders[place]++;
      revenue[place] += net[one];
      if (owner < 0) guestOrders[place]++;
      else if (place !== seen) customers[place]++;
      if (owner >= 0 && row[one] === firsts[owner]) newCustomers[place]++;
      seen = place;
    }
  }
  return people;
}

/** Pieces of the lines of orders let through, less those sent back. Thousandths, for some things are sold by weight. */
function countPieces(context: KpiContext, { starts, placeOf }: PeriodTable, { lines, pieces }: SalesCounts): void {
  const { orders, tables } = context.dataset;
  const passed = context.rows('orders');
  const { order, columns } = tables.order_lines ?? {};
  const quantity = columns?.quantity as Float64Array;
  const returned = columns?.returned_qty as Float64Array | null;
  order?.forEach((row, line) => {
    if (row < 0 || !passed![row]) return;
    const place = placeOf[orders!.day[row] - starts[0]];
    lines[place]++;
    pieces[place] += Math.round(1000 * (quantity[line] - (returned?.[line] || 0)));
  });
}

export function* salesPartials(context: KpiContext, { grain }: SalesParams): Generator<void, SalesPartials, void> {
  const { dataset, from } = context;
  const periods = periodsOf(context, grain);
  const { starts, placeOf } = periods;
  const counts = Object.fromEntries(COUNTS.map((name) => [name, new Float64Array(starts.length - 1)])) as SalesCounts;
  yield;
  const customers = countOrders(context, periods, counts);
  yield;
  countPieces(context, periods, counts);
  yield;
  eachRefund(dataset, context.rows('refunds'), (amount, day) => {
    const place = placeOf[day - starts[0]];
    counts.revenue[place] -= amount;
    counts.refunds[place]++;
  });
  return { hasOrders: dataset.orders !== null, starts, from, counts, customers };
}
