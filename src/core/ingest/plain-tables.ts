/** Tables that stand in the data set as they were given. */
import { NO_CODE } from '../table/dataset.js';
import type { PlainTable } from '../table/dataset.js';
import type { Steps } from './job.js';
import { orderFinder } from './orders.js';
import type { Sales } from './orders.js';
import type { People } from './people.js';
import { gather, pickColumns } from './pick.js';
import type { Table } from './table.js';

/** @internal Orders, and where each of their rows stands in the data set: -1 for those that do not count. */
export interface PlacedSales {
  readonly sales: Sales;
  readonly places: Int32Array;
}

/**
 * Rows that belong to one of another table have its people and its instant where they name none, and do not count where it does not.
 * @returns Row there of each row here; -1 for none.
 */
function* inherit(table: Table, outer: Table, find: (row: number) => number, name?: string): Steps<Int32Array> {
  const { customer, visitor } = table;
  const found = new Int32Array(table.length).fill(-1);
  const second = (table.second ??= table.numbers.created_at ?? table.blank());
  yield* table.each((row) => {
    const at = (found[row] = find(row));
    if (at < 0) return;
    const reason = outer.reason(at);
    if (reason) return table.drop(row, reason, name);
    if (customer[row] < 0) customer[row] = outer.customer[at] ?? NO_CODE;
    if (visitor[row] < 0) visitor[row] = outer.visitor[at] ?? NO_CODE;
    if (Number.isNaN(second[row])) second[row] = outer.second?.[at] ?? NaN;
  });
  return found;
}

/** The good rows of a table, typed. */
export function* pickPlain(table: Table, people: People, orders: PlacedSales | undefined): Steps<PlainTable> {
  const { job, parent, texts, length: all } = table;
  let found: Int32Array | undefined;
  if (parent) {
    table.customer = new Int32Array(all).fill(NO_CODE);
    table.visitor = new Int32Array(all).fill(NO_CODE);
    found = yield* inherit(table, parent.table, (row) => parent.rows[row]);
  } else yield* people.meet(table, 0);
  const sales = table.name === 'order_lines' ? orders?.sales : undefined;
  if (sales && parent?.table !== sales.table) found = yield* inherit(table, sales.table, orderFinder(texts.order_id, sales), 'order_id');
  const rows = yield* table.goodRows(() => true);
  const length = rows ? rows.length : all;
  const second = gather(table.second ?? table.numbers.created_at ?? table.blank(), rows);
  return {
    ...{ length, second, day: yield* job.daysOf(second), customer: gather(table.customer, rows) },
    visitor: table.visitor.length ? gather(table.visitor, rows) : new Int32Array(length).fill(NO_CODE),
    ...(sales ? { order: gather(found!, rows).map((at) => orders!.places[at] ?? NO_CODE) } : {}),
    columns: yield* pickColumns(table, rows),
  };
}
