/**
 * Who waits for a purchase, since when, and how it ended. A period says where waiting begins (a registration, a purchase); everything else
 * that a filter asks says whose: it is asked of a registration, and of a customer's first order of all.
 */
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { occasionsOf } from './occasions.js';
import type { Occasions } from './occasions.js';
import { firstOrderDay, firstOrders } from './order-facts.js';
import { passedOccasions } from './passed-occasions.js';

/** @internal Where waiting begins. */
export interface Spells {
  /** Purchase days by customer. */
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  /** By purchase day: 1 where waiting for the next one counts. */
  readonly hits: Uint8Array;
  /** By customer: registration from which waiting for the first purchase counts, NO_DAY for none. */
  readonly created: Int32Array;
  /** Orders of known customers behind the purchase days. */
  readonly used: number;
  /** First day on which waiting may begin; null without orders. */
  readonly begin: CivilDay | null;
  /** Days of the longest wait, and one more. */
  readonly span: number;
  /** Customers registered before the first order in the data: their first purchase may be older. */
  readonly early: number;
  /** Bought before they registered. */
  readonly ahead: number;
  /** Their first order lies so near to the beginning of the data that it may not be the first one. */
  readonly older: number;
}

/** Days after the beginning of the data in which first orders may not have been the first ones. */
const BEFORE = 365;

/** By purchase day: 1 for those of customers whose first order of all passes the filter, on days that count. */
function chosenOccasions(context: KpiContext, { offsets, day }: Occasions): Uint8Array {
  const { dataset, from, asOf } = context;
  const passed = (context.unbounded ?? context).rows('orders');
  const first = firstOrders(dataset);
  const [begin, end] = [from ?? -Infinity, asOf ?? -Infinity];
  const hits = new Uint8Array(day.length);
  if (!passed) return hits;
  for (let owner = 0; owner < first.length; owner++) {
    const passes = first[owner] < 0 ? 0 : passed[first[owner]];
    for (let at = offsets[owner]; at < offsets[owner + 1]; at++) hits[at] = day[at] < begin || day[at] > end ? 0 : passes;
  }
  return hits;
}

/** Orders on days that count. */
function ordersOn(hits: Uint8Array, of: Int32Array): number {
  let count = 0;
  for (let row = 0; row < of.length; row++) if (of[row] >= 0) count += hits[of[row]];
  return count;
}

export function findSpells(context: KpiContext): Spells {
  const { dataset, from } = context;
  const asOf = context.asOf ?? -Infinity;
  const { createdDay, length } = dataset.customers;
  const passed = context.rows('customers')!;
  const occasions = occasionsOf(dataset);
  // Where orders are told apart by what they say themselves, the first one speaks for the customer.
  const isChosen = context.whole !== undefined && context.inside === undefined;
  const hits = isChosen ? chosenOccasions(context, occasions) : passedOccasions(context).hits;
  const { offsets, day } = occasions;
  const earliest = firstOrderDay(dataset);
  const begin = Math.max(from ?? -Infinity, earliest);
  const created = new Int32Array(length).fill(NO_DAY);
  let [early, ahead, older] = [0, 0, 0];
  for (let owner = 0; owner < length; owner++) {
    const on = createdDay[owner];
    const at = offsets[owner];
    // Who registered since is known to be new.
    if (at < offsets[owner + 1] && hits[at] === 1 && day[at] < earliest + BEFORE && (on === NO_DAY || on < earliest)) older++;
    if (passed[owner] === 0 || on === NO_DAY || on < (from ?? -Infinity) || on > asOf) continue;
    if (on < earliest) early++;
    else {
      created[owner] = on;
      if (offsets[owner] < offsets[owner + 1] && day[offsets[owner]] < on) ahead++;
    }
  }
  return {
    offsets,
    day,
    hits,
    created,
    used: isChosen ? ordersOn(hits, occasions.of) : passedOccasions(context).used,
    begin: Number.isFinite(begin) ? begin : null,
    span: Math.max(0, asOf - earliest + 1),
    early,
    ahead,
    older,
  };
}
