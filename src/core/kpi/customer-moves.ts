/**
 * What customers ordered and got back, side by side by customer, each in order of time: for looks at the whole past of everybody. Made anew
 * for each of them: kept, it would be larger than all else that is.
 */
import type { CivilDay, Dataset } from '../table/dataset.js';
import { ordersOf, rowsByDay } from './order-facts.js';

/** @internal Moves of customer `c`: those at `offsets[c]…offsets[c + 1])`. */
export interface CustomerMoves {
  readonly offsets: Int32Array;
  /** Twice the day of an order; one more where money was given back for no order that is known. */
  readonly stamp: Int32Array;
  /** Minor units. */
  readonly amount: Float64Array;
}

export const dayOf = (stamp: number): CivilDay => stamp >> 1;
export const isRefund = (stamp: number): number => stamp & 1;

/** First place of each customer, by how many moves each has. */
function offsetsOf(owners: number, columns: readonly Pick<Dataset['orders'] & object, 'customer' | 'day'>[], asOf: CivilDay): Int32Array {
  const offsets = new Int32Array(owners + 1);
  for (const { customer, day } of columns)
    for (let row = 0; row < day.length; row++) if (customer[row] >= 0 && day[row] <= asOf) offsets[customer[row] + 1]++;
  for (let owner = 0; owner < owners; owner++) offsets[owner + 1] += offsets[owner];
  return offsets;
}

/** All moves up to a day. */
export function customerMoves(dataset: Dataset, asOf: CivilDay): CustomerMoves {
  const { day, customer, net } = ordersOf(dataset);
  const { refunds } = dataset;
  const offsets = offsetsOf(dataset.customers.length, refunds ? [{ day, customer }, refunds] : [{ day, customer }], asOf);
  const length = offsets[offsets.length - 1];
  const [stamp, amount, next] = [new Int32Array(length), new Float64Array(length), offsets.slice()];
  const back = refunds ? Int32Array.from(refunds.day.keys()).sort((a, b) => refunds.day[a] - refunds.day[b]) : new Int32Array();
  let given = 0;
  const giveBack = (before: CivilDay): void => {
    for (; given < back.length && refunds!.day[back[given]] < before; given++) {
      const owner = refunds!.customer[back[given]];
      if (owner < 0) continue;
      stamp[next[owner]] = 2 * refunds!.day[back[given]] + 1;
      amount[next[owner]++] = -refunds!.amount[back[given]];
    }
  };
  const byDay = rowsByDay(dataset);
  for (let at = 0; at < day.length; at++) {
    const row = byDay ? byDay[at] : at;
    if (day[row] > asOf) break;
    if (given < back.length) giveBack(day[row]);
    const owner = customer[row];
    if (owner < 0) continue;
    const place = next[owner]++;
    stamp[place] = 2 * day[row];
    amount[place] = net[row];
  }
  giveBack(asOf + 1);
  return { offsets, stamp, amount };
}
