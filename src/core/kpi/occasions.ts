/** Purchase days of customers (G5): several orders on one local day are one occasion. */
import type { Dataset } from '../table/dataset.js';
import { wholeLedger } from './order-ledger.js';
import { remembered } from './remembered.js';

/** @internal Occasions of customer `c`: `day[offsets[c]…offsets[c + 1])`, ascending. */
export interface Occasions {
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  /** By order: its occasion, -1 for a guest's. */
  readonly of: Int32Array;
}

/** Of all orders, whatever a request asks. */
export const occasionsOf = remembered((dataset: Dataset): Occasions => {
  const { begin, end, day, row, length } = wholeLedger(dataset);
  const owners = dataset.customers.length;
  const offsets = new Int32Array(owners + 1);
  const days = new Int32Array(length);
  const of = new Int32Array(length).fill(-1);
  let count = 0;
  for (let owner = 0; owner < owners; owner++) {
    for (let one = begin[owner]; one < end[owner]; one++) {
      if (one === begin[owner] || day[one] !== day[one - 1]) days[count++] = day[one];
      of[row[one]] = count - 1;
    }
    offsets[owner + 1] = count;
  }
  return { offsets, day: days.slice(0, count), of };
});
