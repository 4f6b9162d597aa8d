/** What is true of the orders whatever a request asks: found once, kept as long as the data set. */
import type { CivilDay, CodeColumn, Dataset, OrderTable } from '../table/dataset.js';
import { compareTexts } from './customer-code.js';

/** No orders at all. */
const NONE = {
  ...{ day: new Int32Array(), customer: new Int32Array(), second: new Float64Array(), net: new Float64Array() },
  ...{ channel: null, country: null },
};

export const ordersOf = ({ orders }: Dataset): Pick<OrderTable, keyof typeof NONE> => orders ?? NONE;

/** The same value for the same key, made when it is first asked for. */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}

/** First and last day of an order, and whether the rows stand in order of day. */
const daysOf = remembered((dataset: Dataset) => {
  const { day } = ordersOf(dataset);
  let [first, last] = [Infinity, -Infinity];
  let isSorted = true;
  for (let row = 0; row < day.length; row++) {
    if (day[row] >= last) last = day[row];
    else isSorted = false;
    if (day[row] < first) first = day[row];
  }
  return { first, last, isSorted };
});

/** First day of an order; Infinity without any. */
export function firstOrderDay(dataset: Dataset): CivilDay {
  return daysOf(dataset).first;
}

/** Last day of an order; -Infinity without any. */
export function lastOrderDay(dataset: Dataset): CivilDay {
  return daysOf(dataset).last;
}

/** Rows of all orders by day, by counting; null where they stand so already. */
export const rowsByDay = remembered((dataset: Dataset): Int32Array | null => {
  const { day } = ordersOf(dataset);
  const { first, last, isSorted } = daysOf(dataset);
  if (isSorted) return null;
  const next = new Int32Array(last - first + 2);
  for (let row = 0; row < day.length; row++) next[day[row] - first + 1]++;
  for (let place = 1; place < next.length; place++) next[place] += next[place - 1];
  const rows = new Int32Array(day.length);
  for (let row = 0; row < day.length; row++) rows[next[day[row] - first]++] = row;
  return rows;
});

/** Row of the first order of each customer, -1 without any. Of orders of the same second, the first by channel, then by country. */
export const firstOrders = remembered((dataset: Dataset): Int32Array => {
  const first = new Int32Array(dataset.customers.length).fill(-1);
  const { second, customer, channel, country } = ordersOf(dataset);
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
});
