/** Runs one KPI on a tiny data set, the way the engine does: naive, without filters. */
import { parseIsoDay } from '../../../src/core/calendar/civil-day.js';
import type { Finished, KpiContext, KpiDefinition } from '../../../src/core/kpi/contract.js';
import { runPieces } from '../../../src/core/kpi/run-pieces.js';
import type { Dataset, TableName } from '../../../src/core/table/dataset.js';

export interface TinyRunOptions {
  /** ISO; default: last day in the data. */
  asOf?: string;
  /** ISO; rows before it are not let through. */
  from?: string;
  minGroupSize?: number;
  /** Rows of orders that a filter keeps. */
  keepOrder?: (row: number) => boolean;
  keepCustomer?: (row: number) => boolean;
}

const dayOrNull = (text: string | undefined): number | null => (text === undefined ? null : parseIsoDay(text));

function rowsWhere(length: number, keep: (row: number) => boolean): Uint8Array {
  return Uint8Array.from({ length }, (_, row) => Number(keep(row)));
}

export function tinyContext(dataset: Dataset, options: TinyRunOptions = {}): KpiContext {
  const asOf = dayOrNull(options.asOf) ?? dataset.range?.to ?? null;
  const from = dayOrNull(options.from);
  const { keepOrder = () => true, keepCustomer = () => true } = options;
  const inTime = (day: number): boolean => asOf !== null && day <= asOf && (from === null || day >= from);
  const ofTable = (table: { length: number; day: Int32Array } | null, keep: (row: number) => boolean = () => true): Uint8Array | null =>
    table && rowsWhere(table.length, (row) => inTime(table.day[row]) && keep(row));
  const rows: Partial<Record<TableName, Uint8Array | null>> = {
    orders: ofTable(dataset.orders, keepOrder),
    refunds: ofTable(dataset.refunds),
    visits: ofTable(dataset.visits),
    events: ofTable(dataset.events),
    customers: rowsWhere(dataset.customers.length, keepCustomer),
  };
  return { dataset, asOf, from, rows: (table) => rows[table] ?? null, left: () => ({}), lack: () => [] };
}

export function tinyRun<P extends object, X, V>(
  kpi: KpiDefinition<P, X, V>,
  dataset: Dataset,
  params: object = {},
  options: TinyRunOptions = {},
): Finished<V> {
  const context = tinyContext(dataset, options);
  const used = kpi.params(params);
  return kpi.finish(runPieces(kpi.partials(context, used)), used, {
    asOf: context.asOf,
    unit: 10 ** dataset.minorDigits,
    minGroupSize: options.minGroupSize ?? 1,
  });
}
