/** What the inventory of sources tells of rows that are no rows of the data set any more. */
import type { SourceFacts, TableName } from '../table/dataset.js';
import type { RowReason } from './report.js';
import type { Table } from './table.js';
import type { Steps } from './job.js';

/** Orders that were made, whatever became of them. */
const MADE: readonly (RowReason | '')[] = ['fully-refunded', 'status-cancelled', 'zero-value'];

/** @param tables Once it is settled which of their rows count. */
export function* sourceFacts({ orders, refunds }: Partial<Record<TableName, Table>>): Steps<SourceFacts> {
  const undone: number[] = [];
  let [first, last] = [Infinity, -Infinity];
  if (orders?.second) {
    const { second, job } = orders;
    yield* orders.each((row) => {
      if (orders.reason(row) !== '' && MADE.includes(orders.reason(row))) undone.push(job.zone.dayOf(second[row]));
    }, true);
  }
  if (refunds?.second) {
    const { second } = refunds;
    yield* refunds.each((row) => {
      if (second[row] < first) first = second[row];
      if (second[row] > last) last = second[row];
    });
  }
  const dayOf = (at: number): number => refunds!.job.zone.dayOf(at);
  return { undone: Int32Array.from(undone), refunded: first <= last ? { from: dayOf(first), to: dayOf(last) } : null };
}
