/**
 * Very good customers (TBC, L6) at the end of past periods: segments by quartile of what customers spent in the window that ends there. The
 * window is the automatic one of the as-of day, and everybody counts, whatever a filter narrows.
 */
import { addMonths } from '../calendar/civil-day.js';
import { periodTable } from '../calendar/period-table.js';
import type { Grain } from '../calendar/period.js';
import { quantileType1 } from '../stats/quantile.js';
import { sortedWhole } from '../stats/sorted-whole.js';
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay, Dataset } from '../table/dataset.js';
import { firstOrderDay, ordersOf, remembered, rowsByDay } from './order-rows.js';
import { meanRecencyMonths } from './rfm-window.js';

/** @internal Customer rows by the day that ends a period. */
export type TopCustomers = ReadonlyMap<CivilDay, Int32Array>;

/** Months of the automatic window of a day; null without any customer. */
function windowMonths(dataset: Dataset, asOf: CivilDay): number | null {
  const { day, customer } = ordersOf(dataset);
  const last = new Int32Array(dataset.customers.length).fill(NO_DAY);
  for (let row = 0; row < day.length; row++) {
    const owner = customer[row];
    if (owner >= 0 && day[row] <= asOf && day[row] > last[owner]) last[owner] = day[row];
  }
  let [people, recency] = [0, 0];
  for (let owner = 0; owner < last.length; owner++) {
    if (last[owner] === NO_DAY) continue;
    people++;
    recency += asOf - last[owner];
  }
  return people > 0 ? meanRecencyMonths(people, recency) : null;
}

interface Moves {
  /** By day; null: as they stand. */
  readonly rows: Int32Array | null;
  readonly day: Int32Array;
  readonly owner: Int32Array;
  readonly amount: Float64Array;
}

/** A sum by customer that moves along the days: adds rows up to one day, takes away those up to another. */
function mover({ rows, day, owner, amount }: Moves, sign: number, sums: Float64Array, counts: Int32Array) {
  const reached = { 1: 0, [-1]: 0 };
  const pass = (upTo: CivilDay, times: 1 | -1): void => {
    let at = reached[times];
    for (; at < day.length; at++) {
      const row = rows ? rows[at] : at;
      if (day[row] > upTo) break;
      const who = owner[row];
      if (who < 0) continue;
      sums[who] += times * sign * amount[row];
      counts[who] += times;
    }
    reached[times] = at;
  };
  return (upTo: CivilDay, without: CivilDay): void => {
    pass(upTo, 1);
    pass(without, -1);
  };
}

function moversOf(dataset: Dataset, sums: Float64Array, counts: Int32Array) {
  const { day, customer, net } = ordersOf(dataset);
  const { refunds } = dataset;
  const orders = mover({ rows: rowsByDay(dataset), day, owner: customer, amount: net }, 1, sums, counts);
  if (!refunds) return [orders];
  const rows = Int32Array.from(refunds.day.keys()).sort((a, b) => refunds.day[a] - refunds.day[b]);
  // A refund makes nobody active.
  const nobody = new Int32Array(counts.length);
  return [orders, mover({ rows, day: refunds.day, owner: refunds.customer, amount: refunds.amount }, -1, sums, nobody)];
}

/** Customers with an order in the window who spent more than three quarters of them did. */
function topOf(sums: Float64Array, counts: Int32Array): Int32Array {
  const active = new Int32Array(counts.length);
  const amounts = new Float64Array(counts.length);
  let people = 0;
  for (let owner = 0; owner < counts.length; owner++) {
    active[people] = owner;
    amounts[people] = sums[owner];
    // Written over by the next one where he did not order.
    if (counts[owner] > 0) people++;
  }
  const cut = quantileType1(sortedWhole(amounts.subarray(0, people)), 3, 4);
  let length = 0;
  for (let at = 0; at < people; at++) if (amounts[at] > cut) active[length++] = active[at];
  return active.slice(0, length);
}

/** What was last asked: the as-of day, its window, and what is known by grain. */
interface Memory {
  asOf?: CivilDay;
  months?: number | null;
  readonly grains: Map<Grain, TopCustomers>;
}
const memoryOf = remembered<Dataset, Memory>(() => ({ grains: new Map() }));

/** Months of the automatic window; kept for the as-of day. */
export function activeMonths(dataset: Dataset, asOf: CivilDay): number | null {
  const memory = memoryOf(dataset);
  if (memory.asOf !== asOf) {
    Object.assign(memory, { asOf, months: windowMonths(dataset, asOf) });
    memory.grains.clear();
  }
  return memory.months!;
}

/** For each period that is over by the as-of day; in slices. */
export function* topCustomers(dataset: Dataset, asOf: CivilDay, grain: Grain): Generator<void, TopCustomers, void> {
  const months = activeMonths(dataset, asOf);
  const { grains } = memoryOf(dataset);
  const known = grains.get(grain);
  if (known) return known;
  const found = new Map<CivilDay, Int32Array>();
  const first = firstOrderDay(dataset);
  if (months !== null) {
    const { length } = dataset.customers;
    const [sums, counts] = [new Float64Array(length), new Int32Array(length)];
    const movers = moversOf(dataset, sums, counts);
    for (const start of periodTable(first, asOf, grain).starts.slice(1)) {
      const end = start - 1;
      if (end > asOf) break;
      for (const move of movers) move(end, addMonths(end, -months));
      found.set(end, topOf(sums, counts));
      yield;
    }
  }
  grains.set(grain, found);
  return found;
}
