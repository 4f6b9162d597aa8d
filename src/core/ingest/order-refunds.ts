/** Money paid back: subtracted from its order where that is known, an orphan of its own day elsewhere. */
import type { RowIdentity } from './identity-columns.js';
import type { OrderColumns } from './order-columns.js';
import { paysBack } from './order-winners.js';
import type { Steps } from './progress.js';
import { textAt } from './read-texts.js';
import type { RefundColumns } from './refund-columns.js';

/** Not named by this source. */
const NONE = -1;

/** What is paid back on each order row, by who says so. The first source that names an order is believed, none is added to another. */
export class OrderRefunds {
  readonly byTable: Float64Array;
  readonly byRow: Float64Array;
  /** Orders that more than one source names. */
  twice = 0;

  constructor(
    rows: number,
    private readonly byColumn: Float64Array | null,
  ) {
    this.byTable = new Float64Array(rows).fill(NONE);
    this.byRow = new Float64Array(rows).fill(NONE);
  }

  /** Minor units paid back on an order. */
  of(row: number): number {
    const own = this.byColumn?.[row] ?? 0;
    const told = [this.byTable[row], this.byRow[row], own > 0 ? own : NONE].filter((amount) => amount !== NONE);
    if (told.length > 1) this.twice++;
    return told[0] ?? 0;
  }
}

/** Refunds without order, one list for all tables. */
export interface Orphans {
  readonly customer: number[];
  readonly day: number[];
  readonly amount: number[];
}

/** Orders that refunds can go to. */
export interface RefundTarget {
  readonly orders: OrderColumns;
  /** Row of each order id. */
  readonly winner: Int32Array;
  readonly refunds: OrderRefunds;
}

/** Row of the order with this id, -1 when there is none. */
function orderRow(target: RefundTarget | null, id: string | undefined): number {
  return target === null || id === undefined ? -1 : (target.winner[target.orders.id.dictionary.find(id)] ?? -1);
}

function pushOrphan(orphans: Orphans, customer: number, day: number, amount: number): void {
  if (amount === 0) return;
  orphans.customer.push(customer);
  orphans.day.push(day);
  orphans.amount.push(amount);
}

function add(sums: Float64Array, row: number, amount: number): void {
  sums[row] = Math.max(0, sums[row]) + amount;
}

/** Attaches the negative rows of the orders table. */
export function* attachNegativeRows(target: RefundTarget, people: RowIdentity, orphans: Orphans): Steps<void> {
  const { orders, refunds } = target;
  const { read, id, parent, money, dates, standing } = orders;
  const seen = new Set<string>();
  yield* read.each((row) => {
    if (!paysBack(orders, row)) return;
    const own = textAt(id, row);
    const amount = Math.abs(money.net[row]);
    // Same order, same instant, same amount: one refund exported twice.
    const key = `${dates.second[row]}|${amount}|${own}`;
    if (own !== undefined && seen.has(key)) return read.drop(row, 'duplicate-id', 'id');
    seen.add(key);
    const kind = standing.of(row);
    // A cancelled or refunded row with a negative amount is the very entry that takes the money back.
    if (kind === 'status-failed' || kind === 'status-pending' || kind === 'test-order') return read.drop(row, kind, standing.columnOf(row));
    const order = orderRow(target, textAt(parent, row) ?? own);
    if (order < 0) pushOrphan(orphans, people.person(row), dates.day[row], amount);
    else if (read.isGood(order)) add(refunds.byRow, order, amount);
    else read.drop(row, read.ledger.reasonOf(order));
  });
}

/** Attaches the rows of the refunds table; `target` is null when there are no orders. */
export function* attachRefundRows(columns: RefundColumns, target: RefundTarget | null, people: RowIdentity, orphans: Orphans): Steps<void> {
  const { read, orderId, amount, dates } = columns;
  yield* read.each((row) => {
    const order = orderRow(target, textAt(orderId, row));
    if (order >= 0 && target !== null) {
      const { ledger } = target.orders.read;
      if (ledger.fate[order] === 0) add(target.refunds.byTable, order, amount[row]);
      // The order never counted, so that paying it back takes nothing away.
      else read.drop(row, ledger.reasonOf(order), 'order_id');
    } else if (Number.isNaN(dates.second[row])) read.drop(row, 'missing-date', 'created_at');
    else pushOrphan(orphans, people.person(row), dates.day[row], amount[row]);
  });
}
