/** Purchase days of customers (G5): several orders on one local day are one occasion. */
import type { Dataset } from '../table/dataset.js';
import { ordersOf, remembered, rowsByDay } from './order-rows.js';

/** @internal Occasions of customer `c`: `day[offsets[c]…offsets[c + 1])`, ascending. */
export interface Occasions {
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  /** By order: its occasion, -1 for a guest's. */
  readonly of: Int32Array;
}

/** Of all orders, whatever a request asks. */
export const occasionsOf = remembered((dataset: Dataset): Occasions => {
  const { day, customer } = ordersOf(dataset);
  const byDay = rowsByDay(dataset);
  const owners = dataset.customers.length;
  const counts = new Int32Array(owners);
  const last = new Int32Array(owners);
  /** By order: its place among the owner's occasions. */
  const of = new Int32Array(day.length).fill(-1);
  for (let at = 0; at < day.length; at++) {
    const row = byDay ? byDay[at] : at;
    const owner = customer[row];
    if (owner < 0) continue;
    if (counts[owner] === 0 || last[owner] !== day[row]) counts[owner]++;
    last[owner] = day[row];
    of[row] = counts[owner] - 1;
  }
  const offsets = new Int32Array(owners + 1);
  for (let owner = 0; owner < owners; owner++) offsets[owner + 1] = offsets[owner] + counts[owner];
  const days = new Int32Array(offsets[owners]);
  for (let row = 0; row < of.length; row++) {
    if (of[row] < 0) continue;
    of[row] += offsets[customer[row]];
    days[of[row]] = day[row];
  }
  return { offsets, day: days, of };
});
