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
import { periodTable } from '../calendar/period-table.js';
import { cutsBelow, rankCutPoints } from '../stats/cut-points.js';
import { sortedWhole } from '../stats/sorted-whole.js';
import type { CivilDay, Dataset } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay, firstOrders, orderRows, ordersOf, remembered } from './order-rows.js';
import { eachRefund } from './order-sums.js';
import { activeMonths, topCustomers } from './very-good-customers.js';

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
interface Classes extends Pick<NewcomerPartials, 'reference' | 'top'> {
  readonly of: Int32Array;
}

const ageOf = (days: number): number => Math.floor((16 * days) / 487);

/** Months after which somebody's orders stop to count: 0 for the first day, m for the m-th month. */
const stageOf = (days: number): number => (days === 0 ? 0 : ageOf(days) + 1);

/** Orders and spending of some customers up to each age, at `age * customers + place`. */
function sumByAge(dataset: Dataset, asOf: CivilDay, first: Int32Array, places: Int32Array, length: number, ages: number) {
  const { day, customer, net } = ordersOf(dataset);
  const [orders, spent] = [new Int32Array(length * ages), new Float64Array(length * ages)];
  for (let row = 0; row < day.length; row++) {
    const owner = customer[row];
    const place = owner < 0 || day[row] > asOf ? -1 : places[owner];
    if (place < 0) continue;
    const age = stageOf(day[row] - day[first[owner]]);
    if (age >= ages) continue;
    orders[age * length + place]++;
    spent[age * length + place] += net[row];
  }
  for (let at = length; at < orders.length; at++) {
    orders[at] += orders[at - length];
    spent[at] += spent[at - length];
  }
  return { orders, spent };
}

/** @param after Last day before the newcomers. */
function* classesPieces(dataset: Dataset, asOf: CivilDay, after: CivilDay): Generator<void, Classes, void> {
  const { day } = ordersOf(dataset);
  const first = firstOrders(dataset);
  const tops = yield* topCustomers(dataset, asOf, 'month');
  const ages = ageOf(asOf - after) + 1;
  const { starts, placeOf } = periodTable(Math.min(firstOrderDay(dataset), asOf), asOf, 'month');
  /** Last day of the twelfth month after that of a first order; NaN where it is to come. */
  const outcomeOf = (owner: number): CivilDay => starts[placeOf[day[first[owner]] - starts[0]] + OUTCOME_MONTH + 1] - 1;
  const isFresh = (owner: number): boolean => day[first[owner]] > after;
  const places = new Int32Array(first.length).fill(-1);
  // Earlier customers come first.
  const people = new Int32Array(first.length);
  let length = 0;
  const add = (owner: number): void => {
    places[owner] = length;
    people[length++] = owner;
  };
  for (let owner = 0; owner < first.length; owner++) if (first[owner] >= 0 && !isFresh(owner) && outcomeOf(owner) <= asOf) add(owner);
  const earlier = length;
  for (let owner = 0; owner < first.length; owner++) if (first[owner] >= 0 && isFresh(owner) && day[first[owner]] <= asOf) add(owner);
  yield;
  const { orders, spent } = sumByAge(dataset, asOf, first, places, length, ages);
  yield;
  const isTop = new Uint8Array(length);
  for (const [end, owners] of tops)
    for (const owner of owners) if (places[owner] >= 0 && outcomeOf(owner) === end) isTop[places[owner]] = 1;
  const [reference, top] = [new Int32Array(ages * ORDERS * SPENDS), new Int32Array(ages * ORDERS * SPENDS)];
  const of = new Int32Array(first.length).fill(-1);
  for (let age = 0; age < ages; age++) {
    const from = age * length;
    const cuts = rankCutPoints(sortedWhole(spent.subarray(from, from + earlier)), SPENDS);
    for (let place = 0; place < length; place++) {
      const owner = people[place];
      if (place >= earlier && ageOf(asOf - day[first[owner]]) !== age) continue;
      const group = (age * ORDERS + Math.min(ORDERS, orders[from + place]) - 1) * SPENDS + cutsBelow(cuts, spent[from + place]);
      if (place >= earlier) of[owner] = group;
      else {
        reference[group]++;
        top[group] += isTop[place];
      }
    }
    yield;
  }
  return { of, reference, top };
}

const memoryOf = remembered<Dataset, { key?: string; classes?: Classes }>(() => ({}));

/** The same, kept for the day that was last asked. */
function* classes(dataset: Dataset, asOf: CivilDay, after: CivilDay): Generator<void, Classes, void> {
  const memory = memoryOf(dataset);
  const key = `${asOf} ${after}`;
  if (memory.key !== key) Object.assign(memory, { key, classes: yield* classesPieces(dataset, asOf, after) });
  return memory.classes!;
}

export function* newcomerPartials(context: KpiContext, months: number): Generator<void, NewcomerPartials, void> {
  const { dataset, asOf } = context;
  const none = { customers: 0, orders: 0, revenue: 0, active: 0 };
  if (asOf === null)
    return { after: null, ...none, activeMonths: null, reference: new Int32Array(), top: new Int32Array(), newcomers: new Int32Array() };
  const after = addMonths(asOf, -months);
  const { of, reference, top } = yield* classes(dataset, asOf, after);
  const window = activeMonths(dataset, asOf);
  const partials = { after, ...none, activeMonths: window, reference, top, newcomers: new Int32Array(reference.length) };
  const { customer, net, day } = ordersOf(dataset);
  const passed = context.rows('orders');
  const first = firstOrders(dataset);
  const rows = orderRows(context, after + 1);
  const seen = new Uint8Array(first.length);
  const silent = window === null ? asOf : addMonths(asOf, -window);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    const owner = customer[row];
    if (owner < 0 || of[owner] < 0 || !passed![first[owner]]) continue;
    partials.orders++;
    partials.revenue += net[row];
    if (first[owner] === row) {
      partials.customers++;
      partials.newcomers[of[owner]]++;
    }
    if (day[row] > silent && !seen[owner]) partials.active += seen[owner] = 1;
  }
  eachRefund(context, (amount, on, owner) => {
    if (on > after && of[owner] >= 0 && passed?.[first[owner]]) partials.revenue -= amount;
  });
  return partials;
}
