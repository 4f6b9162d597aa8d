/**
 * Lines of orders that come alone -> the orders that they make up.
 *
 * An order is worth the sum of quantity x unit price - discount of its lines, exactly; their tax is its tax. Lines that are no goods
 * (postage, fees, corrections of the books, prices below zero) are adjustments and left out. Goods that came back (quantities below
 * zero) are no sale: their lines are left out as cancelled (on an invoice that cancels, C536379) or returned, but lower their order;
 * where no order is left, what they take back is a refund of its own day.
 */
import { amountReader, numberReader } from './amount-reader.js';
import type { Steps } from './job.js';
import { matchColumns } from './match-columns.js';
import { perText } from './per-text.js';
import { placesOf } from './places.js';
import { NUMBER } from './raw/raw-column.js';
import type { RawColumn } from './raw/raw-column.js';
import { RawTable } from './raw/raw-table.js';
import { readCodes, readWays } from './read-column.js';
import type { Codes } from './read-column.js';
import type { RowReason } from './report.js';
import { Table } from './table.js';

/** Names of what is no goods, in English and French. */
const ADJUSTMENT =
  /^((dotcom )?postage|carriage|(shipping|delivery)( (fee|charge|cost)s?)?|livraison|frais de .*|port|manual|samples?)$|\b(fees?|bank charges|commission)$|^amazonfee$|\bbad debt\b|^(adjust|ajust)/i;
/** Numbers of invoices that cancel: a letter before a number. */
const CANCELS = /^[a-z]-?\d+$/i;
/** Columns that say nothing of the order. */
const OF_LINES = /product|name|quant|price|disc|cost|tax|qty/;
/** Decimal digits of prices while they are summed: fractions of a minor unit count. */
const DIGITS = 6;

/** Whether the text of a row fits a pattern. */
const tester = (codes: Codes, pattern: RegExp): ((row: number) => boolean) =>
  perText(codes, false, (texts, code) => pattern.test(texts.text(code)));

/** Amounts of lines. A column of which most values are none says something else, and nothing is read from it. */
function* readAmounts(table: Table, name: string): Steps<Float64Array> {
  if (!table.matches.has(name)) return table.blank();
  const found = yield* readWays(table.job, table.columnOf(name), table.fates, amountReader(DIGITS), table.way);
  const { cells, given, bad } = found;
  table.way = found.known;
  if (bad.length * 2 <= given) for (const row of bad) table.drop(row, 'bad-amount', name);
  return cells;
}

/** Sets aside lines that are no sale; what lines count for in their orders, NaN for nothing, and the tax and the discount in it. */
function* lineSums(table: Table, order: Codes): Steps<[sums: Float64Array, tax: Float64Array, discount: Float64Array]> {
  const { job, fates, matches } = table;
  const price = yield* readAmounts(table, 'unit_price');
  const discount = yield* readAmounts(table, 'discount');
  const tax = yield* readAmounts(table, 'tax');
  const quantity = (yield* readWays(job, table.columnOf('quantity'), fates, numberReader(), table.way)).cells;
  const told: ((row: number) => boolean)[] = [];
  for (const name of ['product_id', 'name'])
    if (matches.has(name)) told.push(tester(yield* readCodes(job, table.columnOf(name), fates, 'text'), ADJUSTMENT));
  const cancels = tester(order, CANCELS);
  const sums = table.blank();
  yield* table.each((row) => {
    const drop = (reason: RowReason, name: string): void => table.drop(row, reason, name);
    const [count, worth] = [quantity[row], price[row]];
    if (order.codes[row] < 0) return drop('missing-id', 'order_id');
    if (!Number.isFinite(count)) return drop('bad-amount', 'quantity');
    if (Number.isNaN(worth)) return drop('bad-amount', 'unit_price');
    if (worth < 0 || told.some((isAdjustment) => isAdjustment(row))) return drop('adjustment', 'product_id');
    sums[row] = Math.sign(count) * Math.max(0, Math.abs(count * worth) - (Math.abs(discount[row]) || 0));
    if (count < 0) drop(cancels(row) ? 'status-cancelled' : 'returned', cancels(row) ? 'order_id' : 'quantity');
    else if (sums[row] === 0) drop('zero-value', count ? 'unit_price' : 'quantity');
  });
  // No tax is half of a price: rates (20, 5.5) are, of cheap goods.
  const odd = tax.filter((size, row) => Math.abs(size * 2) > Math.abs(sums[row]));
  if (odd.length * 20 <= table.length) return [sums, tax, discount];
  table.say('column-ignored', 'tax', 'rename or map it; got too much for tax', { as: 'tax' });
  matches.delete('tax');
  return [sums, table.blank(), discount];
}

/** A column of the orders: the cells of some lines, whose texts it shares. */
function copyRows(from: RawColumn, to: RawColumn, rows: readonly number[]): void {
  const { texts, tails } = from;
  Object.assign(to, { texts, tails });
  rows.forEach((line, row) => from.each(line, line + 1, (_, kind, cell) => to.put(row, kind, cell)));
}

/** The orders of a table of lines, in order of their first lines. */
export function* ordersOfLines(lines: Table): Steps<Table> {
  const { job, raw, matches } = lines;
  const { codes, texts } = yield* readCodes(job, lines.columnOf('order_id'), lines.fates, 'id');
  const own = [...matches.values()].filter(({ column }) => OF_LINES.test(column)).map(({ header }) => header);
  const [sums, tax, discount] = yield* lineSums(lines, { codes, texts });
  const orderOf = new Int32Array(texts.size).fill(-1);
  const first: number[] = [];
  const totals: number[] = [];
  const taxes: number[] = [];
  const discounts: number[] = [];
  yield* job.each(lines.length, (row) => {
    const code = codes[row];
    if (code < 0 || !sums[row]) return;
    if (orderOf[code] < 0) {
      orderOf[code] = first.push(row) - 1;
      totals.push(0);
      taxes.push(0);
      discounts.push(0);
    }
    totals[orderOf[code]] += sums[row];
    taxes[orderOf[code]] += Math.sign(sums[row]) * Math.abs(tax[row]) || 0;
    discounts[orderOf[code]] += Math.sign(sums[row]) * Math.abs(discount[row]) || 0;
  });
  // An order stands where its first line does.
  const pathOf = (row: number, header: string | null): string => raw.pathOf(first[row], header);
  const orders = Object.assign(new RawTable(raw.path), { length: first.length, pathOf });
  for (const [header, { column, lists }] of lines.places)
    if (!lists.length && !own.includes(header)) copyRows(column, orders.columnOf(header, column.keys), first);
  const made: Record<string, string> = {};
  const make = (name: string, header: string, amounts: readonly number[]): void => {
    const column = orders.columnOf((made[name] = header), [header]);
    amounts.forEach((amount, at) => column.put(at, NUMBER, amount / 10 ** DIGITS));
  };
  make('total', `${matches.get('quantity')!.header} × ${matches.get('unit_price')!.header}`, totals);
  if (matches.has('tax')) make('tax', matches.get('tax')!.header, taxes);
  if (matches.has('discount')) make('discount', matches.get('discount')!.header, discounts);
  const found = matchColumns('orders', placesOf(orders), made, false);
  found.get('total')!.by = 'values';
  return new Table('orders', orders, found, job);
}
