import type { OrderTable, RefundTable } from '../table/dataset.js';
import { Compactor, goodRows } from './compact.js';
import type { RowIdentity } from './identity-columns.js';
import type { OrderColumns } from './order-columns.js';
import { OrderRefunds } from './order-refunds.js';
import type { Orphans, RefundTarget } from './order-refunds.js';
import { findWinners, paysBack } from './order-winners.js';
import type { Steps } from './progress.js';

/** Orders still to be reduced by refunds: duplicates and rows that do not count are out. */
export function* prepareOrders(orders: OrderColumns): Steps<RefundTarget> {
  const { read, money, standing } = orders;
  const winner = yield* findWinners(orders);
  yield* read.walker.walk(money.net.length, (row) => {
    if (!read.ledger.isGood(row) || paysBack(orders, row)) return;
    const { standing: kind, header, got } = standing.at(row);
    if (kind !== 'valid' && kind !== 'refunded') read.ledger.drop(row, kind, header, got);
    else if (money.net[row] === 0) read.ledger.drop(row, 'zero-value', money.header, 0);
  });
  return { orders, winner, refunds: new OrderRefunds(read.source.length, money.refunded) };
}

/** Subtracts refunds; orders with nothing left are no purchases unless the page keeps them (then worth 0). */
function* subtractRefunds({ orders, refunds }: RefundTarget, keepFullyRefunded: boolean): Steps<Float64Array> {
  const { read, money, standing } = orders;
  const refunded = new Float64Array(read.source.length);
  yield* read.walker.walk(refunded.length, (row) => {
    if (!read.ledger.isGood(row) || paysBack(orders, row)) return;
    const told = refunds.of(row);
    // The status says that all of it went back, even where no amount does.
    refunded[row] = told === 0 && standing.at(row).standing === 'refunded' ? money.net[row] : told;
    money.net[row] = Math.max(0, money.net[row] - refunded[row]);
    if (money.net[row] === 0 && !keepFullyRefunded) read.ledger.drop(row, 'fully-refunded', money.header, told);
  });
  return refunded;
}

/** Orders that count, in order of input. Refunds must be attached by now. */
export function* finishOrders(target: RefundTarget, people: RowIdentity, keepFullyRefunded: boolean): Steps<OrderTable> {
  const { orders, refunds } = target;
  const { read, money, dates } = orders;
  const paidBack = yield* subtractRefunds(target, keepFullyRefunded);
  if (refunds.twice > 0) {
    const message = `refunds are given once, as a table or in the orders: keep one; taken from the table for ${refunds.twice} orders`;
    read.notices.push({ code: 'refunds-given-twice', message, table: 'orders', details: { count: refunds.twice } });
  }
  const kept = new Compactor(
    goodRows(read.ledger.fate, (row) => !paysBack(orders, row)),
    read.walker,
  );
  return {
    length: kept.length,
    id: yield* kept.texts(orders.id),
    customer: yield* kept.numbers((row) => people.person(row)),
    ...(yield* kept.dates(dates)),
    net: yield* kept.pick(money.net),
    refunded: yield* kept.pick(paidBack),
    channel: yield* kept.codesOrNull(orders.channel),
    country: yield* kept.codesOrNull(orders.country),
    device: yield* kept.codesOrNull(orders.device),
  };
}

/** People whose orders do not count (cancelled, refunded…) are known all the same: they are leads. */
export function* meetBuyers({ read }: OrderColumns, people: RowIdentity): Steps<void> {
  yield* read.walker.walk(read.source.length, (row) => {
    if (read.ledger.isReadable(row)) people.named(row);
  });
}

/** Refunds without order; null when nothing was looked for. */
export function finishRefunds({ customer, day, amount }: Orphans): RefundTable {
  return { length: day.length, customer: Int32Array.from(customer), day: Int32Array.from(day), amount: Float64Array.from(amount) };
}
