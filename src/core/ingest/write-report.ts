import { formatIsoDay } from '../calendar/civil-day.js';
import type { Dataset } from '../table/dataset.js';
import { shortCopy } from './json-path.js';
import type { TableRead } from './read-context.js';
import type { IngestReport, Notice, TableReport } from './report.js';

function writeTable({ table, source, ledger, matches, aside, rows }: TableRead): TableReport {
  const example = (row: number, header: string | null): { path: string; got: string } => ({
    path: source.pathOf(row, header),
    got: shortCopy(header === null ? source.row(row) : source.value(header)(row)),
  });
  const refused = ledger.report(false, example);
  const left = ledger.report(true, example);
  const dropped = [...refused, ...left].reduce((sum, { count }) => sum + count, 0);
  return { table, read: rows, used: rows - dropped, refused, left, columns: [...matches.values()], aside: aside.sort() };
}

/** The report of what was read: plain and structured-cloneable. */
export function writeReport(
  dataset: Dataset,
  reads: readonly TableRead[],
  notices: readonly Notice[],
  timeZoneFrom: IngestReport['timeZoneFrom'],
): IngestReport {
  const { range, orders } = dataset;
  return {
    tables: reads.map(writeTable),
    timeZone: dataset.timeZone,
    timeZoneFrom,
    currency: dataset.currency,
    from: range && formatIsoDay(range.from),
    to: range && formatIsoDay(range.to),
    customers: dataset.customers.length,
    guestOrders: orders === null ? 0 : orders.customer.reduce((count, customer) => count + (customer < 0 ? 1 : 0), 0),
    notices: [...notices],
  };
}
