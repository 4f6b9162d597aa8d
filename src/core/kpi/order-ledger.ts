/** Orders let through, customer by customer: what follows people reads them from one end to the other, and skips whom it does not mean. */
import type { Dataset } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay, lastOrderDay, ordersOf, rowsByDay } from './order-facts.js';
import { remembered } from './remembered.js';

/** @internal */
export interface Ledger {
  /** Customers in the order of their rows; -1, for nobody, is the last one. */
  readonly owners: Int32Array;
  /** Orders of `owners[at]` stand from `begin[at]` up to before `end[at]`, by day. */
  readonly begin: Int32Array;
  readonly end: Int32Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  /** Where each stands in the table. */
  readonly row: Int32Array;
  /** How many they all have. */
  readonly length: number;
}

/** All orders. */
export const wholeLedger = remembered((dataset: Dataset): Ledger => {
  const { day, customer, net } = ordersOf(dataset);
  const byDay = rowsByDay(dataset);
  const { length } = day;
  const people = dataset.customers.length;
  const placeOf = (row: number): number => (customer[row] < 0 ? people : customer[row]);
  const offsets = new Int32Array(people + 2);
  for (let row = 0; row < length; row++) offsets[placeOf(row) + 1]++;
  for (let at = 0; at <= people; at++) offsets[at + 1] += offsets[at];
  const next = offsets.slice();
  const ledger = { day: new Int32Array(length), net: new Float64Array(length), row: new Int32Array(length) };
  for (let at = 0; at < length; at++) {
    const row = byDay ? byDay[at] : at;
    const place = next[placeOf(row)]++;
    ledger.day[place] = day[row];
    ledger.net[place] = net[row];
    ledger.row[place] = row;
  }
  const owners = Int32Array.from({ length: people + 1 }, (_, at) => (at < people ? at : -1));
  return { owners, begin: offsets.subarray(0, -1), end: offsets.subarray(1), ...ledger, length };
});

/** Those of some customers, and of some days where these are cut: in the same columns. */
function chosen(all: Ledger, { asOf, from }: KpiContext, inside: Uint8Array | null, isCut: boolean): Ledger {
  const { day } = all;
  const [first, last] = [from ?? -Infinity, asOf ?? Infinity];
  const [owners, begin, end] = [all.owners.slice(), all.begin.slice(), all.end.slice()];
  let people = 0;
  let length = 0;
  for (let at = 0; at < owners.length; at++) {
    const owner = owners[at];
    if (inside && inside[owner + 1] === 0) continue;
    let low = begin[at];
    let high = end[at];
    while (isCut && low < high && day[low] < first) low++;
    while (isCut && low < high && day[high - 1] > last) high--;
    if (low === high) continue;
    owners[people] = owner;
    begin[people] = low;
    end[people++] = high;
    length += high - low;
  }
  return { ...all, owners: owners.slice(0, people), begin: begin.slice(0, people), end: end.slice(0, people), length };
}

/** Those of some rows: in columns of their own. */
function picked(all: Ledger, passed: Uint8Array): Ledger {
  let length = 0;
  for (let row = 0; row < passed.length; row++) length += passed[row];
  const [day, net, row] = [new Int32Array(length), new Float64Array(length), new Int32Array(length)];
  const [begin, end] = [all.begin.slice(), all.end.slice()];
  let place = 0;
  for (let at = 0; at < begin.length; at++) {
    begin[at] = place;
    for (let one = all.begin[at]; one < all.end[at]; one++) {
      if (passed[all.row[one]] === 0) continue;
      day[place] = all.day[one];
      net[place] = all.net[one];
      row[place++] = all.row[one];
    }
    end[at] = place;
  }
  return { owners: all.owners, begin, end, day, net, row, length };
}

/** Those that a request lets through. */
export const ledgerOf = remembered((context: KpiContext): Ledger => {
  const { dataset, asOf, from, inside } = context;
  const all = wholeLedger(dataset);
  if (inside === undefined) return picked(all, context.rows('orders') ?? new Uint8Array());
  const isCut = (from ?? -Infinity) > firstOrderDay(dataset) || (asOf ?? Infinity) < lastOrderDay(dataset);
  return inside || isCut ? chosen(all, context, inside, isCut) : all;
});
