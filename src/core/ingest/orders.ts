/** What orders are worth, which of them count, and what was paid back. */
import { normaliseHeader } from './header-name.js';
import type { Steps } from './job.js';
import type { Table } from './table.js';
import { addOne, flagOf, listed, ranked } from './values.js';
import type { Counts } from './values.js';
import { statusOf } from './words.js';
import type { Standing } from './words.js';

/** A refund without order (customer, instant, amount) lowers the revenue of its own day. */
export type Orphan = readonly [number, number, number];

/** Orders while refunds are taken from them. */
export interface Sales {
  readonly table: Table;
  /** Row that stands for each order id: the last one given. */
  readonly rowOf: Map<string, number>;
  /** Paid back on each row, by who says so: the table of refunds, negative rows, a column of the orders. */
  readonly paid: readonly number[][];
  /** Rows whose status says that all of it was paid back. */
  readonly wholly: Set<number>;
}

/** True for rows that pay money back; -0 too, a row that pays back nothing but tax or shipping. */
export const paysBack = (net: number): boolean => 1 / net < 0;

/** Shops write the same number with and without its mark: `#1001` and `1001`. */
const bare = (id = ''): string => id.replace(/^#/, '');

/** Size of an optional amount: nothing where there is none. The sign differs from system to system. */
const sizeOf = (amount: number): number => Math.abs(amount) || 0;

/**
 * Column `net` (G3): total - tax - shipping, as far as they are known; negative (or -0) for rows that pay back. The subtotal stands
 * in where there is no total, and goes before it when amounts are said to be without tax (then tax is not subtracted). Column
 * `share`: part of an amount paid back that is not tax.
 */
export function* readNet(table: Table, taxIncluded: unknown): Steps<void> {
  const { total, subtotal, tax, shipping } = table.cells;
  const name = normaliseHeader(table.matches.get('total')?.header ?? '');
  const isNet = taxIncluded === false || /(ht|horstaxes?|ex(cl)?(tax|vat)|taxexcl)$|^n(et|revenue)/.test(name);
  const [first, second] = taxIncluded === false ? [subtotal, total] : [total, subtotal];
  const net = table.add<number>('net');
  const share = table.add<number>('share');
  yield* table.each((row) => {
    const amounts = first[row] === undefined ? second : first;
    const isTotal = amounts === total;
    const hasTax = isTotal ? !isNet : taxIncluded === true;
    const taxed = Math.abs(amounts[row]) - (isTotal ? sizeOf(shipping[row]) : 0);
    const size = Math.max(0, taxed - (hasTax ? sizeOf(tax[row]) : 0));
    share[row] = size / taxed;
    net[row] = size * (amounts[row] < 0 ? -1 : 1);
  });
}

/**
 * Meaning of each status. Words that no system uses are left out and named in a notice; when not a single word is known the column
 * is no order status, and is not used.
 */
function* readStatuses(table: Table): Steps<Map<string, Standing>> {
  const { status } = table.cells;
  const counts: Counts = new Map();
  yield* table.each((row) => status[row] && addOne(counts, status[row]));
  const unknown = ranked(counts).filter(([word]) => !statusOf(word));
  const words = listed(unknown.slice(0, 10));
  const isUsed = unknown.length < counts.size;
  const count = unknown.reduce((sum, [, rows]) => sum + rows, 0);
  if (unknown.length && isUsed) table.say('unknown-status', 'status', `orders left out: ${words}`, { words, count });
  else if (unknown.length) table.say('status-ignored', 'status', `no word is a status: ${words}`, { words });
  return new Map(isUsed ? [...counts.keys()].map((word) => [word, statusOf(word) ?? 'status-unknown']) : []);
}

/**
 * Leaves out rows that a later one of the same id replaces, further lines of an order (without amount, as in Shopify's CSV) and what
 * does not count (G4); refuses rows without date, amount or id.
 */
export function* selectSales(table: Table): Steps<Sales> {
  const { second, net, refunded, id, test, live, captured, cancelled_at, status } = table.cells;
  const rowOf: Sales['rowOf'] = new Map();
  const wholly: Sales['wholly'] = new Set();
  yield* table.each((row) => {
    if (id[row] && 1 / net[row] > 0 && second[row] !== undefined) rowOf.set(bare(id[row]), row);
  });
  const standings = yield* readStatuses(table);
  yield* table.each((row) => {
    const isBack = paysBack(net[row]);
    const standing = standings.get(status[row]);
    if (!isBack && (rowOf.get(bare(id[row])) ?? row) !== row) table.drop(row, 'duplicate-id', 'id');
    if (Number.isNaN(net[row])) table.drop(row, 'missing-amount', 'total');
    if (second[row] === undefined) table.drop(row, 'missing-date', 'created_at');
    if (id[row] === '') table.drop(row, 'missing-id', 'id');
    if (test[row] && flagOf(test[row]) === 1) table.drop(row, 'test-order', 'test');
    if (live[row] && flagOf(live[row]) === 0) table.drop(row, 'test-order', 'live');
    if (captured[row] && flagOf(captured[row]) === 0) table.drop(row, 'status-pending', 'captured');
    // A cancelled or refunded row with a negative amount is the very entry that takes the money back.
    if (!isBack && cancelled_at[row] && flagOf(cancelled_at[row]) !== 0) table.drop(row, 'status-cancelled', 'cancelled_at');
    if (standing === 'refunded') wholly.add(row);
    else if (standing && standing !== 'valid' && !(isBack && /cancel|unknown/.test(standing))) table.drop(row, standing, 'status');
    if (net[row] === 0 && !isBack) table.drop(row, 'zero-value', 'total');
  });
  return { table, rowOf, wholly, paid: [[], [], refunded] };
}

/**
 * Pays back orders: by the rows of the table of refunds, or by negative rows of the orders themselves. An order that never counted
 * takes the refund with it: paying it back changes nothing.
 */
export function attachRefunds(table: Table, sales: Sales | undefined, orphans: Orphan[]): Steps<void> {
  const { amount, net, id, parent, order_id, second, customer } = table.cells;
  const by = table.name === 'orders' ? 1 : 0;
  return table.each((row) => {
    if (by && !paysBack(net[row])) return;
    const size = Math.abs(by ? net[row] : amount[row]);
    const order = sales?.rowOf.get(bare(by ? parent[row] || id[row] : order_id[row]));
    if (!sales || order === undefined) {
      if (second[row] === undefined) table.drop(row, 'missing-date', 'created_at');
      else if (size) orphans.push([customer[row], second[row], size]);
      return;
    }
    const reason = sales.table.reason(order);
    if (reason) table.drop(row, reason, 'order_id');
    else sales.paid[by][order] = (sales.paid[by][order] ?? 0) + size;
  });
}

/**
 * Subtracts refunds: the first source that names an order is believed, none is added to another. What systems pay back includes tax,
 * in the proportion of the order; negative rows say theirs. Orders with nothing left are no purchases unless the page keeps them (then
 * worth 0).
 */
export function* settleSales({ table, paid, wholly }: Sales, keepFullyRefunded: unknown): Steps<void> {
  const { net, share } = table.cells;
  const refunded = table.add<number>('refunded');
  let count = 0;
  yield* table.each((row) => {
    if (paysBack(net[row])) return;
    const told = paid.map((amounts, by) => Math.round(sizeOf(amounts[row]) * (by === 1 ? 1 : share[row]))).filter(Boolean);
    if (told.length > 1) count++;
    // The status says that all of it went back, even where no amount does.
    refunded[row] = told[0] ?? (wholly.has(row) ? net[row] : 0);
    net[row] = Math.max(0, net[row] - refunded[row]);
    if (!net[row] && keepFullyRefunded !== true) table.drop(row, 'fully-refunded', told.length ? 'total' : 'status');
  });
  if (count) table.say('refunds-given-twice', 'refunded', `${count} orders: the table of refunds counts`, { count });
}
