import type { Reader } from '../../../src/core/ingest/date-reader.js';
import { NUMBER, STAMP } from '../../../src/core/ingest/raw/raw-column.js';
import { createDataset } from '../../../src/core/ingest/create-dataset.js';
import type { DatasetInput, DatasetOptions } from '../../../src/core/ingest/input.js';
import type { ColumnMatch, IngestReport, TableReport } from '../../../src/core/ingest/report.js';
import { KpiError } from '../../../src/core/errors.js';
import type { Dataset, OrderTable } from '../../../src/core/table/dataset.js';
import { packRaw } from './naive-raw.js';

export interface Ingested {
  dataset: Dataset;
  report: IngestReport;
}

/** Ingests whatever a test gives, typed or not. */
export function ingest(input: unknown, options: DatasetOptions = {}): Ingested {
  return createDataset(input as DatasetInput, options);
}

export function ordersOf(input: unknown, options: DatasetOptions = {}): OrderTable {
  const { orders } = ingest(input, options).dataset;
  if (orders === null) throw new Error('no orders');
  return orders;
}

export function table(report: IngestReport, name: string): TableReport {
  const found = report.tables.find((one) => one.table === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

export function column(report: IngestReport, name: string, at = 'orders'): ColumnMatch | undefined {
  return table(report, at).columns.find((one) => one.column === name);
}

/** `{ 'bad-date': 2 }` over refused and left rows. */
export function reasons(report: IngestReport, name = 'orders'): Record<string, number> {
  const { refused, left } = table(report, name);
  return Object.fromEntries([...refused, ...left].map(({ reason, count }) => [reason, count]));
}

export function noticeCodes(report: IngestReport): string[] {
  return report.notices.map(({ code }) => code);
}

/** The KpiError that an input is refused with. */
export function refusal(input: unknown, options: DatasetOptions = {}): KpiError {
  try {
    ingest(input, options);
  } catch (error) {
    if (error instanceof KpiError) return error;
    throw error;
  }
  throw new Error('not refused');
}

/** Order rows with dates under test, one a row. */
export function datedRows(dates: readonly unknown[]): object[] {
  return dates.map((date, i) => ({ id: `o${i}`, customer_id: `c${i}`, created_at: date, total: 10 }));
}

/** Order rows with amounts under test, one a row. */
export function pricedRows(amounts: readonly unknown[]): object[] {
  return amounts.map((total, i) => ({ id: `o${i}`, customer_id: `c${i}`, created_at: '2024-01-15', total }));
}

/** What a reader makes of one value of a page, by way of a raw column. */
export function readValue(reader: Reader, value: unknown, way: number): number | undefined {
  const column = packRaw([{ value }]).bare?.columns.get('value');
  let read: number | undefined;
  column?.each(0, 1, (_, kind, cell) => {
    if (kind === NUMBER) read = reader.number(cell);
    else if (kind === STAMP) read = reader.stamp(cell, column.tails);
    else read = cell < 0 ? NaN : (reader.plain?.(column.texts, cell) ?? reader.text(column.texts.text(cell), way));
  });
  return read;
}
