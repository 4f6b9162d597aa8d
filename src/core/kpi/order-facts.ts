/** What is true of the orders of a data set whatever a request asks: found once, kept as long as the data set. */
import type { CivilDay, CodeColumn, Dataset } from '../table/dataset.js';
import { compareTexts } from './customer-code.js';

export interface OrderFacts {
  /** Of orders and of refunds without an order; Infinity without any. */
  readonly firstDay: CivilDay;
  /** Rows of orders by day; null where they stand so already. */
  readonly byDay: Int32Array | null;
  /** Row of the first order of each customer, -1 without any. Of orders of the same second, the first by channel, then by country. */
  readonly firstOrder: Int32Array;
}

const known = new WeakMap<Dataset, OrderFacts>();

/** Rows by day, by counting; null when they are so already. */
function rowsByDay(day: Int32Array, first: CivilDay): Int32Array | null {
  let last = first;
  let isSorted = true;
  for (const one of day) {
    if (one >= last) last = one;
    else isSorted = false;
  }
  if (isSorted) return null;
  const next = new Int32Array(last - first + 2);
  for (const one of day) next[one - first + 1]++;
  for (let place = 1; place < next.length; place++) next[place] += next[place - 1];
  const rows = new Int32Array(day.length);
  for (let row = 0; row < day.length; row++) rows[next[day[row] - first]++] = row;
  return rows;
}

function firstOrders({ orders, customers }: Dataset): Int32Array {
  const first = new Int32Array(customers.length).fill(-1);
  if (!orders) return first;
  const { second, customer, channel, country } = orders;
  const compare = (column: CodeColumn | null, a: number, b: number): number =>
    column ? compareTexts(column.values[column.codes[a]] ?? '', column.values[column.codes[b]] ?? '') : 0;
  for (let row = 0; row < customer.length; row++) {
    const owner = customer[row];
    if (owner < 0) continue;
    const best = first[owner];
    const later = best < 0 ? -1 : second[row] - second[best];
    // Which of two rows of the same second stands first in the input must not matter.
    if (later < 0 || (later === 0 && (compare(channel, row, best) || compare(country, row, best)) < 0)) first[owner] = row;
  }
  return first;
}

/** In slices, the first time. */
export function* orderFacts(dataset: Dataset): Generator<void, OrderFacts, void> {
  let facts = known.get(dataset);
  if (facts) return facts;
  let firstDay = Infinity;
  for (const { day } of [dataset.orders, dataset.refunds].filter((table) => table !== null))
    for (const one of day) if (one < firstDay) firstDay = one;
  yield;
  const byDay = dataset.orders && rowsByDay(dataset.orders.day, firstDay);
  yield;
  facts = { firstDay, byDay, firstOrder: firstOrders(dataset) };
  known.set(dataset, facts);
  yield;
  return facts;
}
