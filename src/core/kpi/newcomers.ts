/**
 * New customers (L14) and their potential (L15), counted in integers.
 *
 * - Newcomers: customers whose first valid order of all the data passes the filter and lies in (asOf - months, asOf], calendar months.
 * - Age: whole months of 30.4375 days since the first order. At age 0 the day of the first order counts, at age m the first m months.
 * - Earlier customers: those whose twelfth calendar month after that of the first order is over, whatever a filter narrows. At each age
 *   they are classed by orders (1, 2, 3 and more) and by quarter of spending; a newcomer of that age is in the same class by the same
 *   limits. Top: very good customers (TBC) at the end of that twelfth month.
 */
import { addMonths } from '../calendar/civil-day.js';
import { cutsBelow, rankCutPoints } from '../stats/cut-points.js';
import { sortedWhole } from '../stats/sorted-whole.js';
import type { CivilDay, Dataset } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { customerMoves, dayOf, isRefund } from './customer-moves.js';
import type { CustomerMoves } from './customer-moves.js';
import { eachRefund, firstOrders, ordersOf } from './order-facts.js';
import { remembered } from './remembered.js';
import { topRuns } from './very-good-customers.js';
import type { TopRuns } from './very-good-customers.js';

/** Month at whose end a customer is or is not a very good one. */
const OUTCOME_MONTH = 12;
/** Classes of orders and of spending. */
export const ORDERS = 3;
export const SPENDS = 4;

/** @internal Classes: `(age * ORDERS + orders - 1) * SPENDS + spend - 1`. */
export interface NewcomerPartials {
  /** Last day before first orders that count. */
  readonly after: CivilDay | null;
  customers: number;
  orders: number;
  revenue: number;
  active: number;
  readonly activeMonths: number | null;
  /** Earlier customers, top ones among them; by class, and newcomers too. */
  readonly reference: Int32Array;
  readonly top: Int32Array;
  readonly newcomers: Int32Array;
}

/** Class of each customer who is new by the as-of day (-1: none), and earlier customers by class. */
interface Classes extends Pick<NewcomerPartials, 'reference' | 'top' | 'activeMonths'> {
  readonly of: Int16Array;
  /** Rows of the orders of those who are new. */
  readonly orders: Int32Array;
}

const ageOf = (days: number): number => Math.floor((16 * days) / 487);

/** Months after which somebody's orders stop to count: 0 for the first day, m for the m-th month. */
const stageOf = (days: number): number => (days === 0 ? 0 : ageOf(days) + 1);

/** Customers with an order: those who can be looked back on, and those who are new. */
interface People {
  readonly earlier: Int32Array;
  readonly fresh: Int32Array;
  /** By customer: place of the first order among the moves. */
  readonly begin: Int32Array;
}

function findPeople({ offsets, stamp }: CustomerMoves, { periods, over }: TopRuns, after: CivilDay): People {
  const owners = offsets.length - 1;
  const [earlier, fresh, begin] = [new Int32Array(owners), new Int32Array(owners), new Int32Array(owners)];
  let [old, young] = [0, 0];
  for (let owner = 0; owner < owners; owner++) {
    let at = offsets[owner];
    while (at < offsets[owner + 1] && isRefund(stamp[at])) at++;
    begin[owner] = at;
    if (at === offsets[owner + 1]) continue;
    const day = dayOf(stamp[at]);
    if (day > after) fresh[young++] = owner;
    else if (periods.placeOf[day - periods.starts[0]] + OUTCOME_MONTH < over) earlier[old++] = owner;
  }
  return { earlier: earlier.slice(0, old), fresh: fresh.slice(0, young), begin };
}

/** Orders (of three and more, three) and spending up to an age; at `age * length + place` of those who are asked for. */
interface Sums {
  readonly orders: Uint8Array;
  readonly spent: Float64Array;
}

/** @param stages By days since the first order. */
function sumByAge(moves: CustomerMoves, some: Int32Array, begin: Int32Array, stages: Uint8Array, ages: number): Sums {
  const { offsets, stamp, amount } = moves;
  const { length } = some;
  const [orders, spent] = [new Uint8Array(length * ages), new Float64Array(length * ages)];
  for (let place = 0; place < length; place++) {
    const owner = some[place];
    const first = dayOf(stamp[begin[owner]]);
    let [count, sum, age] = [0, 0, 0];
    const reach = (stage: number): void => {
      for (; age < stage; age++) {
        orders[age * length + place] = Math.min(count, ORDERS);
        spent[age * length + place] = sum;
      }
    };
    for (let at = begin[owner]; at < offsets[owner + 1]; at++) {
      if (isRefund(stamp[at])) continue;
      const stage = stages[dayOf(stamp[at]) - first] ?? ages;
      if (stage >= ages) break;
      reach(stage);
      count++;
      sum += amount[at];
    }
    reach(ages);
  }
  return { orders, spent };
}

/** Whether each of the earlier customers was a very good one at the end of the twelfth month. */
function findTop({ periods, owner: owners, from, to }: TopRuns, { stamp }: CustomerMoves, { earlier, begin }: People): Uint8Array {
  const isTop = new Uint8Array(earlier.length);
  let run = 0;
  for (let place = 0; place < earlier.length; place++) {
    const owner = earlier[place];
    const outcome = periods.placeOf[dayOf(stamp[begin[owner]]) - periods.starts[0]] + OUTCOME_MONTH;
    while (owners[run] < owner) run++;
    for (let at = run; owners[at] === owner; at++) if (from[at] <= outcome && outcome < to[at]) isTop[place] = 1;
  }
  return isTop;
}

/** Rows of the orders up to a day of those who are in a class. */
function ordersBy(dataset: Dataset, of: Int16Array, asOf: CivilDay): Int32Array {
  const { customer, day } = ordersOf(dataset);
  const rows = new Int32Array(day.length);
  let length = 0;
  for (let row = 0; row < day.length; row++) if (of[customer[row]] >= 0 && day[row] <= asOf) rows[length++] = row;
  return rows.slice(0, length);
}

/** @param after Last day before the newcomers. */
function* classesPieces(dataset: Dataset, asOf: CivilDay, after: CivilDay): Generator<void, Classes, void> {
  const moves = customerMoves(dataset, asOf);
  yield;
  const tops = yield* topRuns(dataset, asOf, 'month', moves);
  const people = findPeople(moves, tops, after);
  const { earlier, fresh, begin } = people;
  const ages = ageOf(asOf - after) + 1;
  const stages = Uint8Array.from({ length: asOf - after }, (_, days) => stageOf(days));
  yield;
  const past = sumByAge(moves, earlier, begin, stages, ages);
  yield;
  const now = sumByAge(moves, fresh, begin, stages, ages);
  yield;
  const isTop = findTop(tops, moves, people);
  const [reference, top] = [new Int32Array(ages * ORDERS * SPENDS), new Int32Array(ages * ORDERS * SPENDS)];
  const of = new Int16Array(moves.offsets.length - 1).fill(-1);
  for (let age = 0; age < ages; age++) {
    const spent = past.spent.subarray(age * earlier.length, (age + 1) * earlier.length);
    const cuts = rankCutPoints(sortedWhole(spent), SPENDS);
    const classOf = ({ orders, spent: sums }: Sums, at: number): number =>
      (age * ORDERS + orders[at] - 1) * SPENDS + cutsBelow(cuts, sums[at]);
    for (let place = 0; place < earlier.length; place++) {
      const group = classOf(past, age * earlier.length + place);
      reference[group]++;
      top[group] += isTop[place];
    }
    for (let place = 0; place < fresh.length; place++)
      if (ageOf(asOf - dayOf(moves.stamp[begin[fresh[place]]])) === age) of[fresh[place]] = classOf(now, age * fresh.length + place);
    yield;
  }
  return { of, orders: ordersBy(dataset, of, asOf), reference, top, activeMonths: tops.months };
}

const memoryOf = remembered<Dataset, { key?: string; classes?: Classes }>(() => ({}));

/** The same, kept for the day that was last asked. */
function* classes(dataset: Dataset, asOf: CivilDay, after: CivilDay): Generator<void, Classes, void> {
  const memory = memoryOf(dataset);
  const key = `${asOf} ${after}`;
  if (memory.key !== key) Object.assign(memory, { key, classes: yield* classesPieces(dataset, asOf, after) });
  return memory.classes!;
}

/** Adds the orders of newcomers whose first one is let through. */
function countNewcomers({ dataset, rows, asOf }: KpiContext, { of, orders }: Classes, partials: NewcomerPartials): void {
  const { customer, net, day } = ordersOf(dataset);
  const passed = rows('orders')!;
  const first = firstOrders(dataset);
  const { activeMonths, newcomers } = partials;
  const silent = activeMonths === null ? asOf! : addMonths(asOf!, -activeMonths);
  const seen = new Uint8Array(first.length);
  let [customers, count, revenue, active] = [0, 0, 0, 0];
  for (let at = 0; at < orders.length; at++) {
    const row = orders[at];
    const owner = customer[row];
    if (passed[first[owner]] === 0) continue;
    count++;
    revenue += net[row];
    if (first[owner] === row) {
      customers++;
      newcomers[of[owner]]++;
    }
    if (day[row] > silent && seen[owner] === 0) active += seen[owner] = 1;
  }
  Object.assign(partials, { customers, orders: count, revenue, active });
}

export function* newcomerPartials(context: KpiContext, months: number): Generator<void, NewcomerPartials, void> {
  const { dataset, asOf } = context;
  const none = { customers: 0, orders: 0, revenue: 0, active: 0 };
  if (asOf === null)
    return { after: null, ...none, activeMonths: null, reference: new Int32Array(), top: new Int32Array(), newcomers: new Int32Array() };
  const after = addMonths(asOf, -months);
  const known = yield* classes(dataset, asOf, after);
  const { of, reference, top, activeMonths } = known;
  const partials: NewcomerPartials = { after, ...none, activeMonths, reference, top, newcomers: new Int32Array(reference.length) };
  const passed = context.rows('orders');
  if (passed) countNewcomers(context, known, partials);
  const first = firstOrders(dataset);
  eachRefund(dataset, null, (amount, on, owner) => {
    if (on > after && on <= asOf && of[owner] >= 0 && passed?.[first[owner]]) partials.revenue -= amount;
  });
  return partials;
}
