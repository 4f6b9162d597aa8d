/** What is true of the orders whatever a request asks: found once, kept as long as the data set. */
import type { CivilDay, Dataset, OrderTable } from '../table/dataset.js';
import { remembered } from './remembered.js';
import { compareTexts, textAt } from './texts.js';

/** No orders at all. */
const NONE = {
  ...{ day: new Int32Array(), customer: new Int32Array(), second: new Float64Array(), net: new Float64Array() },
  ...{ channel: null, country: null },
};

export const ordersOf = ({ orders }: Dataset): Pick<OrderTable, keyof typeof NONE> => orders ?? NONE;

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

/** Which of two orders was the earlier one; of the same second, the first by channel, then by country: below 0 for `a`. */
export function compareOrders({ second, channel, country }: ReturnType<typeof ordersOf>, a: number, b: number): number {
  // Which of the two stands first in the input must not matter.
  return (
    second[a] - second[b] || compareTexts(textAt(channel, a), textAt(channel, b)) || compareTexts(textAt(country, a), textAt(country, b))
  );
}

/** Row of the first order of each customer, -1 without any. */
export const firstOrders = remembered((dataset: Dataset): Int32Array => {
  const first = new Int32Array(dataset.customers.length).fill(-1);
  const orders = ordersOf(dataset);
  const { customer } = orders;
  for (let row = 0; row < customer.length; row++) {
    const owner = customer[row];
    if (owner >= 0 && (first[owner] < 0 || compareOrders(orders, row, first[owner]) < 0)) first[owner] = row;
  }
  return first;
});

/**
 * Visits the refunds that match no order.
 * @param passed By row: 0 for those that do not count; null: all of them do.
 */
export function eachRefund(
  { refunds }: Dataset,
  passed: Uint8Array | null,
  visit: (amount: number, day: CivilDay, owner: number) => void,
): void {
  if (!refunds) return;
  const { amount, day, customer } = refunds;
  for (let row = 0; row < day.length; row++) if (passed?.[row] !== 0) visit(amount[row], day[row], customer[row]);
}
