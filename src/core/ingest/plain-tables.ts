/** Tables that stand in the data set as they were given. */
import { NO_CODE } from '../table/dataset.js';
import type { PlainTable } from '../table/dataset.js';
import type { Steps } from './job.js';
import { orderFinder } from './orders.js';
import type { Sales } from './orders.js';
import type { People } from './people.js';
import { gather, pickColumns } from './pick.js';
import type { Table } from './table.js';

/** Orders, and where each of their rows stands in the data set: -1 for those that do not count. */
export interface PlacedSales {
  readonly sales: Sales;
  readonly places: Int32Array;
}

/** Whose the rows are, and when: a row inside another has what that one has, and does not count where that one does not. */
function* inherit(table: Table, people: People): Steps<void> {
  const { parent } = table;
  if (!parent) return yield* people.meet(table, 0);
  const { rows, table: outer } = parent;
  table.customer = new Int32Array(table.length).fill(NO_CODE);
  table.visitor = new Int32Array(table.length).fill(NO_CODE);
  table.second ??= table.blank();
  const { customer, visitor, second } = table;
  yield* table.each((row) => {
    const at = rows[row];
    const reason = outer.reason(at);
    if (reason) table.drop(row, reason);
    customer[row] = outer.customer[at] ?? NO_CODE;
    visitor[row] = outer.visitor[at] ?? NO_CODE;
    if (Number.isNaN(second[row])) second[row] = outer.second?.[at] ?? NaN;
  });
}

/** Place of the order of each line; lines of an order that does not count do not, either. */
function* findOrders(lines: Table, { sales, places }: PlacedSales): Steps<Int32Array> {
  const order = new Int32Array(lines.length).fill(NO_CODE);
  const isInside = lines.parent?.table === sales.table;
  const find = isInside ? (row: number) => lines.parent!.rows[row] : orderFinder(lines.texts.order_id, sales);
  yield* lines.each((row) => {
    const at = find(row);
    if (at < 0) return;
    const reason = sales.table.reason(at);
    if (reason) return lines.drop(row, reason, 'order_id');
    order[row] = places[at];
    if (lines.customer[row] < 0) lines.customer[row] = sales.table.customer[at];
    if (lines.second && Number.isNaN(lines.second[row])) lines.second[row] = sales.table.second![at];
  });
  return order;
}

/** The good rows of a table, typed. */
export function* pickPlain(table: Table, people: People, orders: PlacedSales | undefined): Steps<PlainTable> {
  const { job } = table;
  yield* inherit(table, people);
  const isLines = table.name === 'order_lines';
  if (isLines) table.second ??= table.numbers.created_at ?? table.blank();
  const order = isLines && orders ? yield* findOrders(table, orders) : undefined;
  const rows = yield* table.goodRows(() => true);
  const length = rows ? rows.length : table.length;
  const second = table.second ? gather(table.second, rows) : new Float64Array(length).fill(NaN);
  return {
    ...{ length, second, day: yield* job.daysOf(second), customer: gather(table.customer, rows) },
    visitor: table.visitor.length ? gather(table.visitor, rows) : new Int32Array(length).fill(NO_CODE),
    ...(order ? { order: gather(order, rows) } : {}),
    columns: yield* pickColumns(table, rows),
  };
}
