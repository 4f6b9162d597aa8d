/** Money paid back: subtracted from its order where that is known, an orphan of its own day elsewhere. */
import type { OrderColumns } from './order-columns.js';
import { paysBack } from './order-winners.js';
import type { Steps } from './progress.js';
import type { RefundColumns } from './refund-columns.js';
import type { RowIdentity } from './identity-columns.js';

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
    const own = this.byColumn === null || !(this.byColumn[row] > 0) ? NONE : this.byColumn[row];
    const told = [this.byTable[row], this.byRow[row], own].filter((amount) => amount !== NONE);
    if (told.length > 1) this.twice++;
    return told[0] ?? 0;
  }
}

function add(sums: Float64Array, row: number, amount: number): void {
  sums[row] = Math.max(0, sums[row]) + amount;
}

/** Refunds without order, one list for all tables. */
export interface Orphans {
  readonly customer: number[];
  readonly day: number[];
  readonly amount: number[];
}

export interface RefundTarget {
  readonly orders: OrderColumns;
  readonly winner: Int32Array | null;
  readonly refunds: OrderRefunds;
}

/** Row of the order with this id, -1 when there is none. */
function orderRow({ orders, winner }: RefundTarget, id: string | undefined): number {
  const code = id === undefined || orders.id === null ? -1 : orders.id.dictionary.find(id);
  return code < 0 || winner === null ? -1 : winner[code];
}

/** Same order, same instant, same amount: one refund exported twice. */
class Seen {
  private readonly keys = new Set<string>();

  isRepeated(id: string, second: number, amount: number): boolean {
    const key = `${second}|${amount}|${id}`;
    if (this.keys.has(key)) return true;
    this.keys.add(key);
    return false;
  }
}

/** Attaches the negative rows of the orders table. */
export function* attachNegativeRows(target: RefundTarget, people: RowIdentity, orphans: Orphans): Steps<void> {
  const { orders, refunds } = target;
  const { read, id, parent, money, dates } = orders;
  const seen = new Seen();
  yield* read.walker.walk(money.net.length, (row) => {
    if (!read.ledger.isGood(row) || !paysBack(orders, row)) return;
    const own = id?.values[id.codes[row]];
    const amount = Math.abs(money.net[row]);
    if (own !== undefined && seen.isRepeated(own, dates.second[row], amount))
      return read.ledger.drop(row, 'duplicate-id', id?.header ?? null, own);
    const { standing, header, got } = orders.standing.at(row);
    // A cancelled or refunded row with a negative amount is the very entry that takes the money back.
    if (standing === 'status-failed' || standing === 'status-pending' || standing === 'test-order')
      return read.ledger.drop(row, standing, header, got);
    const order = orderRow(target, parent?.values[parent.codes[row]] ?? own);
    if (order < 0) pushOrphan(orphans, people.person(row), dates.day[row], amount);
    else if (read.ledger.isGood(order)) add(refunds.byRow, order, amount);
    else read.ledger.drop(row, read.ledger.reasonOf(order), null, own);
  });
}

function pushOrphan(orphans: Orphans, customer: number, day: number, amount: number): void {
  if (amount === 0) return;
  orphans.customer.push(customer);
  orphans.day.push(day);
  orphans.amount.push(amount);
}

/** Attaches the rows of the refunds table; `target` is null when there are no orders. */
export function* attachRefundRows(columns: RefundColumns, target: RefundTarget | null, people: RowIdentity, orphans: Orphans): Steps<void> {
  const { read, orderId, amount, dates } = columns;
  const { ledger } = read;
  yield* read.walker.walk(amount.length, (row) => {
    if (!ledger.isGood(row)) return;
    const id = orderId?.values[orderId.codes[row]];
    const order = target === null ? -1 : orderRow(target, id);
    const fate = target?.orders.read.ledger;
    if (order >= 0 && target !== null && fate?.isGood(order)) add(target.refunds.byTable, order, amount[row]);
    // The order never counted, so that paying it back takes nothing away.
    else if (order >= 0 && fate !== undefined) ledger.drop(row, fate.reasonOf(order), orderId?.header ?? null, id);
    else if (Number.isNaN(dates.second[row])) ledger.drop(row, 'missing-date', read.matches.get('created_at')?.header ?? null, undefined);
    else pushOrphan(orphans, people.person(row), dates.day[row], amount[row]);
  });
}
