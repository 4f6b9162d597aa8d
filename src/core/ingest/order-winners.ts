/** Which row stands for an order when its id comes more than once. */
import type { OrderColumns } from './order-columns.js';
import type { Steps } from './progress.js';

/** True for rows that pay money back; -0 too, a row that pays back nothing but tax or shipping. */
export function paysBack({ money }: OrderColumns, row: number): boolean {
  return money.net[row] < 0 || Object.is(money.net[row], -0);
}

/** Rows that can stand for an order: dated, with an amount that is not negative. */
function isOrder(columns: OrderColumns, row: number): boolean {
  return columns.money.net[row] >= 0 && !paysBack(columns, row) && !Number.isNaN(columns.dates.second[row]);
}

/** Refuses a row that lacks what every order or refund needs. */
function dropMissing({ read, dates, money, id }: OrderColumns, row: number): void {
  if (Number.isNaN(money.net[row])) read.drop(row, 'missing-amount', money.column);
  else if (Number.isNaN(dates.second[row])) read.drop(row, 'missing-date', 'created_at');
  else if (read.matches.has('id') && id.codes[row] < 0) read.drop(row, 'missing-id', 'id');
}

/**
 * Row of each order id, the last one given. Rows that it replaces, and further lines of an order (the same id without an
 * amount, as in Shopify's CSV), are left out; rows without date, amount or id are refused.
 */
export function* findWinners(columns: OrderColumns): Steps<Int32Array> {
  const { read, id, money } = columns;
  const winner = new Int32Array(id.values.length).fill(-1);
  yield* read.each((row) => {
    if (id.codes[row] >= 0 && isOrder(columns, row)) winner[id.codes[row]] = row;
  });
  yield* read.each((row) => {
    const last = winner[id.codes[row]] ?? -1;
    const isLine = last >= 0 && last !== row && (Number.isNaN(money.net[row]) || !paysBack(columns, row));
    if (isLine) read.drop(row, 'duplicate-id', 'id');
    else dropMissing(columns, row);
  });
  return winner;
}
