import type { OrderTable, RefundTable } from '../table/dataset.js';
import { Compactor } from './compact.js';
import type { RowIdentity } from './identity-columns.js';
import type { OrderColumns } from './order-columns.js';
import { OrderRefunds } from './order-refunds.js';
import type { Orphans, RefundTarget } from './order-refunds.js';
import { findWinners, paysBack } from './order-winners.js';
import type { Steps } from './progress.js';
import { keepTraits } from './traits.js';

/** Orders still to be reduced by refunds: duplicates and rows that do not count are out. */
export function* prepareOrders(orders: OrderColumns): Steps<RefundTarget> {
  const { read, money, standing } = orders;
  const winner = yield* findWinners(orders);
  yield* read.each((row) => {
    if (paysBack(orders, row)) return;
    const kind = standing.of(row);
    if (kind !== 'valid' && kind !== 'refunded') read.drop(row, kind, standing.columnOf(row));
    else if (money.net[row] === 0) read.drop(row, 'zero-value', money.column);
  });
  return { orders, winner, refunds: new OrderRefunds(read.rows, money.refunded) };
}

/** Subtracts refunds; orders with nothing left are no purchases unless the page keeps them (then worth 0). */
function* subtractRefunds({ orders, refunds }: RefundTarget, keepFullyRefunded: boolean): Steps<Float64Array> {
  const { read, money, standing } = orders;
  const refunded = new Float64Array(read.rows);
  yield* read.each((row) => {
    if (paysBack(orders, row)) return;
    const told = refunds.of(row);
    // The status says that all of it went back, even where no amount does.
    refunded[row] = told === 0 && standing.of(row) === 'refunded' ? money.net[row] : told;
    money.net[row] = Math.max(0, money.net[row] - refunded[row]);
    if (money.net[row] === 0 && !keepFullyRefunded) read.drop(row, 'fully-refunded', told > 0 ? money.column : 'status');
  });
  return refunded;
}

/** Orders that count, in order of input. Refunds must be attached by now. */
export function* finishOrders(target: RefundTarget, people: RowIdentity, keepFullyRefunded: boolean): Steps<OrderTable> {
  const { orders, refunds } = target;
  const { read, money } = orders;
  const paidBack = yield* subtractRefunds(target, keepFullyRefunded);
  if (refunds.twice > 0) {
    const message = `refunds are given once, as a table or in the orders: keep one; taken from the table for ${refunds.twice} orders`;
    read.say('refunds-given-twice', message, 'refunded', { count: refunds.twice });
  }
  const kept = new Compactor(read, (row) => !paysBack(orders, row));
  return {
    length: kept.length,
    id: yield* kept.texts('id', orders.id),
    customer: yield* kept.numbers((row) => people.person(row)),
    ...(yield* kept.dates(orders.dates)),
    net: yield* kept.pick(money.net),
    refunded: yield* kept.pick(paidBack),
    ...(yield* keepTraits(kept, orders.traits)),
  };
}

/** People whose orders do not count (cancelled, refunded…) are known all the same: they are leads. */
export function* meetBuyers({ read }: OrderColumns, people: RowIdentity): Steps<void> {
  yield* read.walker.walk(read.rows, (row) => {
    if (read.ledger.isReadable(row)) people.named(row);
  });
}

/** Refunds without order. */
export function finishRefunds({ customer, day, amount }: Orphans): RefundTable {
  return { length: day.length, customer: Int32Array.from(customer), day: Int32Array.from(day), amount: Float64Array.from(amount) };
}
