/** Which row stands for an order when its id comes more than once. */
import type { OrderColumns } from './order-columns.js';
import type { Steps } from './progress.js';

/** Rows that can stand for an order: dated, with an amount that is not negative. */
function isOrder({ dates, money, read }: OrderColumns, row: number): boolean {
  return read.ledger.isGood(row) && money.net[row] >= 0 && !isNegative(money.net[row]) && !Number.isNaN(dates.second[row]);
}

/** -0 too: a row that pays back nothing but tax or shipping. */
function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

/** True for rows that pay money back. */
export function paysBack({ money }: OrderColumns, row: number): boolean {
  return isNegative(money.net[row]);
}

function dropDuplicate({ read, id }: OrderColumns, row: number): void {
  read.ledger.drop(row, 'duplicate-id', id?.header ?? null, id?.values[id.codes[row]]);
}

/** Reason why a row without a winner's qualities cannot be used, once it is known to be no line of another row's order. */
function dropMissing(columns: OrderColumns, row: number): void {
  const { read, dates, money, id } = columns;
  if (Number.isNaN(money.net[row])) read.ledger.drop(row, 'missing-amount', money.header, undefined);
  else if (Number.isNaN(dates.second[row]))
    read.ledger.drop(row, 'missing-date', read.matches.get('created_at')?.header ?? null, undefined);
  else if (id !== null && id.codes[row] < 0) read.ledger.drop(row, 'missing-id', id.header, undefined);
}

/**
 * Row of each order id, the last one given; null when the table has no ids. Rows that it replaces, and further lines of an
 * order (the same id without an amount, as in Shopify's CSV), are left out; rows without date, amount or id are refused.
 */
export function* findWinners(columns: OrderColumns): Steps<Int32Array | null> {
  const { read, id, money } = columns;
  const winner = id && new Int32Array(id.values.length).fill(-1);
  yield* read.walker.walk(money.net.length, (row) => {
    if (id !== null && winner !== null && id.codes[row] >= 0 && isOrder(columns, row)) winner[id.codes[row]] = row;
  });
  yield* read.walker.walk(money.net.length, (row) => {
    if (!read.ledger.isGood(row)) return;
    const last = id === null || winner === null || id.codes[row] < 0 ? -1 : winner[id.codes[row]];
    const isLine = last >= 0 && (Number.isNaN(money.net[row]) || !paysBack(columns, row));
    if (isLine && last !== row) dropDuplicate(columns, row);
    else dropMissing(columns, row);
  });
  return winner;
}
