/** Orders let through, in order of day. */
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay, lastOrderDay, ordersOf, remembered, rowsByDay } from './order-facts.js';
import { ledgerOf, wholeLedger } from './order-ledger.js';

export { firstOrderDay, firstOrders, ordersOf, remembered, rowsByDay } from './order-facts.js';

/** Rows of orders let through, by day: by counting. */
const passedRows = remembered((context: KpiContext): Int32Array => {
  const { dataset } = context;
  const ledger = ledgerOf(context);
  const { begin, end, day, row, length } = ledger;
  if (ledger === wholeLedger(dataset)) return rowsByDay(dataset) ?? Int32Array.from({ length }, (_, at) => at);
  const first = firstOrderDay(dataset);
  const next = new Int32Array(length && lastOrderDay(dataset) - first + 2);
  for (let at = 0; at < begin.length; at++) for (let one = begin[at]; one < end[at]; one++) next[day[one] - first + 1]++;
  for (let place = 1; place < next.length; place++) next[place] += next[place - 1];
  const rows = new Int32Array(length);
  for (let at = 0; at < begin.length; at++) for (let one = begin[at]; one < end[at]; one++) rows[next[day[one] - first]++] = row[one];
  return rows;
});

/** Rows of orders let through, of the days from one up to before another, by day. */
export function orderRows(context: KpiContext, from: CivilDay = -Infinity, end: CivilDay = Infinity): Int32Array {
  const rows = passedRows(context);
  const { day } = ordersOf(context.dataset);
  const [first, last] = [from, end].map((limit) => {
    let low = 0;
    for (let high = rows.length; low < high;) {
      const middle = (low + high) >> 1;
      if (day[rows[middle]] < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  return rows.subarray(first, last);
}
