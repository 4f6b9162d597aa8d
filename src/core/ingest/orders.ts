/** What orders are worth, which of them count, and what was paid back. */
import { normaliseHeader } from './header-name.js';
import type { Steps } from './job.js';
import type { Codes } from './read-column.js';
import type { RowReason } from './report.js';
import type { Table } from './table.js';
import { addTo, flagOf, listed, ranked } from './values.js';
import type { Counts } from './values.js';
import { statusOf } from './words.js';
import type { Standing } from './words.js';

/** Refunds without order lower the revenue of their own day. */
export interface Orphans {
  readonly customer: number[];
  readonly second: number[];
  readonly amount: number[];
}

/** Orders while refunds are taken from them. */
export interface Sales {
  readonly table: Table;
  /** What rows are worth: negative (or -0) for those that pay back. */
  readonly net: Float64Array;
  /** Row that stands for each id: the last one given; -1 where none does. */
  readonly rowOf: Int32Array;
  /** Paid back on each row, by who says so: the table of refunds, negative rows, a column of the orders. */
  readonly paid: (Float64Array | undefined)[];
  /** Whether some rows pay back. */
  readonly paysBack: boolean;
  /** By status: whether it says that all of it was paid back. */
  readonly isWholly: (row: number) => boolean;
}

/** True for rows that pay money back; -0 too, a row that pays back nothing but tax or shipping. */
export const paysBack = (net: number): boolean => 1 / net < 0;

/** Size of an optional amount: nothing where there is none. The sign differs from system to system. */
const sizeOf = (amount: number): number => Math.abs(amount) || 0;

/**
 * Net worth (G3): total - tax - shipping, as far as they are known. The subtotal stands in where there is no total, and goes before
 * it when amounts are said to be without tax (then tax is not subtracted). Stands in place of the amounts it comes from.
 */
export function* readNet(table: Table, taxIncluded: unknown): Steps<Float64Array> {
  const { total, subtotal, tax, shipping } = table.numbers;
  const name = normaliseHeader(table.matches.get('total')?.header ?? '');
  const isNet = taxIncluded === false || /(ht|horstaxes?|ex(cl)?(tax|vat)|taxexcl)$|^net/.test(name);
  const given = (taxIncluded === false ? [subtotal, total] : [total, subtotal]).filter((amounts) => amounts !== undefined);
  const [first = table.blank(), second] = given;
  yield* table.each((row) => {
    const amounts = second && Number.isNaN(first[row]) ? second : first;
    const isTotal = amounts === total;
    const hasTax = isTotal ? !isNet : taxIncluded === true;
    const amount = amounts[row];
    const size = Math.abs(amount) - (hasTax && tax ? sizeOf(tax[row]) : 0) - (isTotal && shipping ? sizeOf(shipping[row]) : 0);
    first[row] = Math.max(0, size) * (amount < 0 ? -1 : 1);
  });
  return first;
}

/** Something that is worked out once for each text of a column; `otherwise` where nothing stands, or no such column is. */
function meaningOf<T>(column: Codes | undefined, meaning: (text: string) => T, otherwise: T): (row: number) => T {
  if (!column) return () => otherwise;
  const { codes, texts } = column;
  const known: T[] = [];
  return (row) => (codes[row] < 0 ? otherwise : (known[codes[row]] ??= meaning(texts.text(codes[row]))));
}

/** More words than any system has. */
const MAX_STATUSES = 100;

/**
 * Meaning of each status. Words that no system uses are left out and named in a notice; when not a single word is known the column
 * is no order status, and is not used.
 */
function* readStatuses(table: Table): Steps<(row: number) => Standing> {
  const { status } = table.texts;
  if (!status) return () => 'valid';
  const { codes, texts } = status;
  const meaning = meaningOf<Standing>(status, (text) => statusOf(text) ?? 'status-unknown', 'valid');
  const words = Array.from({ length: Math.min(texts.size, MAX_STATUSES) }, (_, code) => texts.text(code).trim());
  // Nothing to say where all words are known.
  if (texts.size < MAX_STATUSES && words.every((word) => statusOf(word))) return meaning;
  const rows = new Int32Array(texts.size);
  yield* table.each((row) => void (codes[row] >= 0 && rows[codes[row]]++));
  const counts: Counts = new Map();
  rows.forEach((count, code) => count && addTo(counts, texts.text(code), count));
  const unknown = ranked(counts).filter(([word]) => !statusOf(word));
  const list = listed(unknown.slice(0, 10));
  const isUsed = unknown.length < counts.size;
  const count = unknown.reduce((sum, [, size]) => sum + size, 0);
  if (unknown.length && isUsed) table.say('unknown-status', 'status', `orders left out: ${list}`, { words: list, count });
  else if (unknown.length) table.say('status-ignored', 'status', `no word is a status: ${list}`, { words: list });
  return isUsed ? meaning : () => 'valid';
}

/**
 * Leaves out rows that a later one of the same id replaces, further lines of an order (without amount, as in Shopify's CSV) and what
 * does not count (G4); refuses rows without date, amount or id.
 */
export function* selectSales(table: Table, net: Float64Array): Steps<Sales> {
  const { id, test, live, cancelled_at } = table.texts;
  const second = table.second ?? table.blank();
  const ids = id?.codes;
  const rowOf = new Int32Array(id?.texts.size ?? 0).fill(-1);
  if (ids)
    yield* table.each((row) => {
      if (ids[row] >= 0 && 1 / net[row] > 0 && second[row] === second[row]) rowOf[ids[row]] = row;
    });
  const standingOf = yield* readStatuses(table);
  const isTest = meaningOf(test, flagOf, 2);
  const isLive = meaningOf(live, flagOf, 2);
  const isCancelled = meaningOf(cancelled_at, flagOf, 0);
  let hasBack = false;
  const drop = (row: number, reason: RowReason, name: string): void => table.drop(row, reason, name);
  yield* table.each((row) => {
    const worth = net[row];
    const isBack = paysBack(worth);
    hasBack ||= isBack;
    const standing = standingOf(row);
    const one = ids ? ids[row] : 0;
    if (ids && !isBack && one >= 0 && rowOf[one] >= 0 && rowOf[one] !== row) drop(row, 'duplicate-id', 'id');
    if (worth !== worth) drop(row, 'missing-amount', 'total');
    if (second[row] !== second[row]) drop(row, 'missing-date', 'created_at');
    if (one < 0) drop(row, 'missing-id', 'id');
    if (isTest(row) === 1) drop(row, 'test-order', 'test');
    if (isLive(row) === 0) drop(row, 'test-order', 'live');
    // A cancelled or refunded row with a negative amount is the very entry that takes the money back.
    if (!isBack && isCancelled(row) !== 0) drop(row, 'status-cancelled', 'cancelled_at');
    if (standing !== 'valid' && standing !== 'refunded' && !(isBack && /cancel|unknown/.test(standing))) drop(row, standing, 'status');
    if (worth === 0 && !isBack) drop(row, 'zero-value', 'total');
  });
  const isWholly = (row: number): boolean => standingOf(row) === 'refunded';
  return { table, net, rowOf, paysBack: hasBack, paid: [undefined, undefined, table.numbers.refunded], isWholly };
}

/** Number that a text of another column has among the ids of orders; -1 for nothing. */
function orderCodes(column: Codes | undefined, id: Codes | undefined): (row: number) => number {
  if (!column || !id) return () => -1;
  if (column === id) return (row) => id.codes[row];
  return (row) => (column.codes[row] < 0 ? -1 : column.texts.codeIn(id.texts, column.codes[row]));
}

/** Row of the order that each row of a table names; -1 for none. */
export function orderFinder(column: Codes | undefined, { table, rowOf }: Sales): (row: number) => number {
  const codeAt = orderCodes(column, table.texts.id);
  return (row) => rowOf[codeAt(row)] ?? -1;
}

/**
 * Pays back orders: by the rows of the table of refunds, or by negative rows of the orders themselves. An order that never counted
 * takes the refund with it: paying it back changes nothing.
 */
export function* attachRefunds(table: Table, sales: Sales | undefined, orphans: Orphans): Steps<void> {
  const by = table.name === 'orders' ? 1 : 0;
  if (by && !sales!.paysBack) return;
  const amounts = by ? sales!.net : (table.numbers.amount ?? table.blank());
  const { customer, second } = table;
  const { parent, id, order_id } = table.texts;
  const direct = sales ? orderFinder(by ? id : order_id, sales) : () => -1;
  const hasParent = by && parent;
  const byParent = hasParent ? orderFinder(parent, sales!) : direct;
  yield* table.each((row) => {
    if (by && !paysBack(amounts[row])) return;
    const size = Math.abs(amounts[row]);
    const order = hasParent && parent.codes[row] >= 0 ? byParent(row) : direct(row);
    if (!sales || order < 0) {
      if (!second || second[row] !== second[row]) table.drop(row, 'missing-date', 'created_at');
      else if (size) {
        orphans.customer.push(customer[row]);
        orphans.second.push(second[row]);
        orphans.amount.push(size);
      }
      return;
    }
    const reason = sales.table.reason(order);
    if (reason) return table.drop(row, reason, 'order_id');
    const paid = (sales.paid[by] ??= new Float64Array(sales.net.length));
    paid[order] += size;
  });
}

/**
 * Subtracts refunds: the first source that names an order is believed, none is added to another. Orders with nothing left are no
 * purchases unless the page keeps them (then worth 0).
 * @returns What was paid back on each row.
 */
export function* settleSales({ table, net, paid, isWholly }: Sales, keepFullyRefunded: unknown): Steps<Float64Array> {
  const refunded = new Float64Array(net.length);
  const told = paid.filter((amounts) => amounts !== undefined);
  let count = 0;
  yield* table.each((row) => {
    if (paysBack(net[row])) return;
    let [sum, sources] = [0, 0];
    for (const amounts of told) {
      const size = sizeOf(amounts[row]);
      if (size) sum ||= size;
      if (size) sources++;
    }
    if (sources > 1) count++;
    // The status says that all of it went back, even where no amount does.
    if (!sources && isWholly(row)) sum = net[row];
    refunded[row] = sum;
    net[row] = Math.max(0, net[row] - sum);
    if (!net[row] && keepFullyRefunded !== true) table.drop(row, 'fully-refunded', sources ? 'total' : 'status');
  });
  if (count) table.say('refunds-given-twice', 'refunded', `${count} orders: the table of refunds counts`, { count });
  return refunded;
}
