/** What orders are worth, which of them count, and what was paid back. */
import { normaliseHeader } from './header-name.js';
import type { Steps } from './job.js';
import { perText } from './per-text.js';
import type { TextStore } from './raw/text-store.js';
import type { Codes } from './read-column.js';
import type { Table } from './table.js';
import { flagOf, listed, ranked } from './values.js';
import { statusOf } from './words.js';
import type { OrderTable } from '../table/dataset.js';
import type { Standing } from './words.js';

/** @internal Refunds without order lower the revenue of their own day. */
export interface Orphans {
  readonly customer: number[];
  readonly second: number[];
  readonly amount: number[];
}

/** What lies between the price of orders and their worth, minor units >= 0: null where no column tells. */
export type Between = Pick<OrderTable, 'tax' | 'shipping' | 'discount'>;

/** @internal Orders while refunds are taken from them. */
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

const MAX_NARROW = 2 ** 31 - 1;

/** Size of an optional amount: nothing where there is none. The sign differs from system to system. */
const sizeOf = (amount: number): number => Math.abs(amount) || 0;

/**
 * Net worth (G3): total - tax - shipping, as far as they are known. The subtotal stands in where there is no total, and goes before
 * it when amounts are said to be without tax (then tax is not subtracted). Stands in place of the amounts it comes from.
 * @returns It, and what lies between it and the price that customers saw.
 */
export function* readNet(table: Table, taxIncluded: unknown): Steps<[net: Float64Array, between: Between]> {
  const { total, subtotal, tax, shipping, discount } = table.numbers;
  const name = normaliseHeader(table.matches.get('total')?.header ?? '');
  const isNet = taxIncluded === false || /(ht|horstaxes?|ex(cl)?(tax|vat)|taxexcl)$|^n(et|revenue)/.test(name);
  const given = (taxIncluded === false ? [subtotal, total] : [total, subtotal]).filter((amounts) => amounts !== undefined);
  const [first = table.blank(), second] = given;
  yield* table.each((row) => {
    const amounts = second && Number.isNaN(first[row]) ? second : first;
    const isTotal = amounts === total;
    const hasTax = isTotal ? !isNet : taxIncluded === true;
    const amount = amounts[row];
    const whole = Math.abs(amount);
    const taxed = whole - (isTotal && shipping ? sizeOf(shipping[row]) : 0);
    const size = Math.max(0, taxed - (hasTax && tax ? sizeOf(tax[row]) : 0));
    first[row] = size * (amount < 0 ? -1 : 1);
    if (shipping) shipping[row] = whole - taxed;
    if (tax) tax[row] = taxed - size;
    if (discount) discount[row] = sizeOf(discount[row]);
  });
  return [first, { tax: narrow(tax), shipping: narrow(shipping), discount: narrow(discount) }];
}

/** Amounts in half the room, where none is over 21 million of a currency with cents. */
function narrow(amounts: Float64Array | undefined): Float64Array | Int32Array | null {
  return amounts?.every((amount) => !(amount > MAX_NARROW)) ? Int32Array.from(amounts) : (amounts ?? null);
}

/** Shops write the same number with and without its mark: `#1001` and `1001`. */
const isMarked = (texts: TextStore, code: number): boolean => texts.byteAt(code, 0) === 35;
const otherWay = (texts: TextStore, code: number): string => `#${texts.text(code)}`.replace(/^##/, '');

const NO_PARENT = -2;
/** More words than any system has. */
const MAX_STATUSES = 100;

/**
 * Meaning of each status. Words that no system uses are left out and named in a notice, unless a flag says that the money is there;
 * when not a single word is known the column is no order status, and is not used.
 */
function* readStatuses(table: Table, isCaptured: (row: number) => number): Steps<(row: number) => Standing> {
  const { status } = table.texts;
  const meaning = perText<Standing>(status, 'valid', (texts, code) => statusOf(texts.text(code)) ?? 'status-unknown');
  if (!status) return meaning;
  const { codes, texts } = status;
  const rows = new Int32Array(texts.size);
  // Nothing to say where all words are known.
  if (texts.size < MAX_STATUSES && rows.every((_, code) => statusOf(texts.text(code)))) return meaning;
  yield* table.each((row) => void (codes[row] >= 0 && isCaptured(row) !== 1 && rows[codes[row]]++));
  const words = Array.from(rows, (count, code): [string, number] => [texts.text(code), count]).filter(([, count]) => count);
  const unknown = ranked(words.filter(([word]) => !statusOf(word)));
  const isUsed = unknown.length < words.length;
  const list = listed(unknown.slice(0, 10));
  const count = unknown.reduce((sum, [, size]) => sum + size, 0);
  if (unknown.length)
    table.say(isUsed ? 'unknown-status' : 'status-ignored', 'status', `${isUsed ? 'orders left out' : 'not used'}: ${list}`, {
      words: list,
      count,
    });
  return isUsed ? meaning : () => 'valid';
}

/**
 * Leaves out rows that a later one of the same id replaces, further lines of an order (without amount, as in Shopify's CSV) and what
 * does not count (G4); refuses rows without date, amount or id.
 */
export function* selectSales(table: Table, net: Float64Array): Steps<Sales> {
  const { id, test, live, captured, cancelled_at } = table.texts;
  const second = table.second ?? table.blank();
  const ids = id?.codes;
  const known = id?.texts.size ?? 0;
  const bareCode = (code: number): number => (isMarked(id!.texts, code) ? id!.texts.codeOfText(otherWay(id!.texts, code)) : code);
  let marked = 0;
  yield* table.job.each(known, (code) => void (marked += +isMarked(id!.texts, code)));
  // Where all are written in one way nothing need be compared. All are there before there is room for their rows.
  const isMixed = marked > 0 && marked < known;
  if (isMixed) yield* table.job.each(known, (code) => void bareCode(code));
  const bare = (row: number): number => (isMixed && ids![row] >= 0 ? bareCode(ids![row]) : ids![row]);
  const rowOf = new Int32Array(id?.texts.size ?? 0).fill(-1);
  if (ids)
    yield* table.each((row) => {
      const one = bare(row);
      if (one >= 0 && 1 / net[row] > 0 && second[row] === second[row]) rowOf[one] = row;
    });
  const flagAt = (column: Codes | undefined, otherwise: number): ((row: number) => number) =>
    perText(column, otherwise, (texts, code) => flagOf(texts.text(code)));
  const [isTest, isLive, isCaptured, isCancelled] = [flagAt(test, 2), flagAt(live, 2), flagAt(captured, 2), flagAt(cancelled_at, 0)];
  const standingOf = yield* readStatuses(table, isCaptured);
  let hasBack = false;
  yield* table.each((row) => {
    const worth = net[row];
    const isBack = paysBack(worth);
    hasBack ||= isBack;
    const standing = standingOf(row);
    const one = ids ? bare(row) : 0;
    if (ids && !isBack && one >= 0 && rowOf[one] >= 0 && rowOf[one] !== row) table.drop(row, 'duplicate-id', 'id');
    if (worth !== worth) table.drop(row, 'missing-amount', 'total');
    if (second[row] !== second[row]) table.drop(row, 'missing-date', 'created_at');
    if (one < 0) table.drop(row, 'missing-id', 'id');
    if (isTest(row) === 1) table.drop(row, 'test-order', 'test');
    if (isLive(row) === 0) table.drop(row, 'test-order', 'live');
    // A cancelled or refunded row with a negative amount is the very entry that takes the money back.
    if (!isBack && isCancelled(row) !== 0) table.drop(row, 'status-cancelled', 'cancelled_at');
    if (
      standing !== 'valid' &&
      standing !== 'refunded' &&
      !(isBack && /cancel|unknown/.test(standing)) &&
      !(standing === 'status-unknown' && isCaptured(row) === 1)
    )
      table.drop(row, standing, 'status');
    if (isCaptured(row) === 0) table.drop(row, 'status-pending', 'captured');
    if (worth === 0 && !isBack) table.drop(row, 'zero-value', 'total');
  });
  const isWholly = (row: number): boolean => standingOf(row) === 'refunded';
  return { table, net, rowOf, paysBack: hasBack, paid: [undefined, undefined, table.numbers.refunded], isWholly };
}

/** Row of the order that each row of a table names; -1 for none. */
export function orderFinder(column: Codes | undefined, sales: Sales | undefined, otherwise = -1): (row: number) => number {
  const ids = sales?.table.texts.id?.texts;
  const rowOf = (code: number): number => sales!.rowOf[code] ?? -1;
  return perText(ids && column, otherwise, (texts, code) => {
    const row = rowOf(texts.codeIn(ids!, code));
    return row < 0 ? rowOf(ids!.codeOfText(otherWay(texts, code))) : row;
  });
}

/**
 * Pays back orders: by the rows of the table of refunds, or by negative rows of the orders themselves. An order that never counted
 * takes the refund with it: paying it back changes nothing.
 */
export function* attachRefunds(table: Table, sales: Sales | undefined, orphans: Orphans): Steps<void> {
  const by = table.name === 'orders' ? 1 : 0;
  if (by && !sales!.paysBack) return;
  const { customer, second, numbers } = table;
  const amounts = by ? sales!.net : numbers.amount!;
  const { parent, id, order_id, status } = table.texts;
  const direct = orderFinder(by ? id : order_id, sales);
  const above = orderFinder(parent, sales, NO_PARENT);
  const standingOf = perText(by ? undefined : status, undefined, (texts, code) => statusOf(texts.text(code)));
  yield* table.each((row) => {
    if (by && !paysBack(amounts[row])) return;
    if (standingOf(row) === 'status-failed') return table.drop(row, 'status-failed', 'status');
    const size = Math.abs(amounts[row]);
    const parentRow = above(row);
    const order = parentRow === NO_PARENT ? direct(row) : parentRow;
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
 * Subtracts refunds: the first source that names an order is believed, none is added to another. What systems pay back includes tax,
 * in the proportion of the order; negative rows say theirs. Orders with nothing left are no purchases unless the page keeps them (then
 * worth 0).
 * @returns What was paid back on each row.
 */
export function* settleSales({ table, net, paid, isWholly }: Sales, { tax }: Between, keepFullyRefunded: unknown): Steps<Float64Array> {
  const refunded = new Float64Array(net.length);
  let count = 0;
  yield* table.each((row) => {
    if (paysBack(net[row])) return;
    const share = tax ? net[row] / (net[row] + tax[row]) : 1;
    let [sum, sources] = [0, 0];
    for (let by = 0; by < 3; by++) {
      const size = Math.round(sizeOf(paid[by]?.[row] ?? 0) * (by === 1 ? 1 : share));
      if (!size) continue;
      sum ||= size;
      sources++;
    }
    if (sources > 1) count++;
    // The status says that all of it went back, even where no amount does.
    if (!sources && isWholly(row)) sum = net[row];
    refunded[row] = sum;
    net[row] = Math.max(0, net[row] - sum);
    if (!net[row] && keepFullyRefunded !== true) table.drop(row, 'fully-refunded', sources ? 'total' : 'status');
  });
  if (count) table.say('refunds-given-twice', 'refunded', `${count} orders: refunds count`, { count });
  return refunded;
}
