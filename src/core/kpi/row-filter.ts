/** Rows of a table that a filter lets through: by days, by places, by the customers that it chooses. */
import type { Span } from '../calendar/period.js';
import type { CodeColumn, TableName } from '../table/dataset.js';
import type { Filter } from './contract.js';

/** @internal What the filter needs to know of a table. */
export interface FilteredTable {
  readonly length: number;
  readonly day?: Int32Array;
  /** Customer of each row; absent: the rows are the customers, or nobody's. */
  readonly customer?: Int32Array;
  readonly channel?: CodeColumn | null;
  readonly country?: CodeColumn | null;
}

/** By code + 1: 1 for a chosen value, 0 for others; first what stands for none. */
function codeTable(column: CodeColumn, chosen: readonly string[], none = 0): Uint8Array {
  return Uint8Array.from([none, ...column.values.map((value) => +chosen.includes(value))]);
}

// Tables instead of questions, and columns that are always there: in a long loop a wrong guess costs more.

/** Clears rows whose code is 0 in a table by code + 1. */
function keepCodes(rows: Uint8Array, codes: Int32Array, table: Uint8Array): void {
  for (let row = 0; row < rows.length; row++) rows[row] &= table[codes[row] + 1];
}

/** Clears rows that do not hold one of the chosen values. */
function keepChosen(rows: Uint8Array, column: CodeColumn | null | undefined, chosen: readonly string[]): void {
  if (column) keepCodes(rows, column.codes, codeTable(column, chosen));
  else rows.fill(0);
}

/** The same; a row without a value holds that of its owner. */
function keepChosenOrHome(rows: Uint8Array, { country, customer }: FilteredTable, home: CodeColumn, chosen: readonly string[]): void {
  const { codes, values } = country ?? { codes: new Int32Array(rows.length).fill(-1), values: [] };
  const own = codeTable({ codes, values }, chosen, 2);
  const byOwner = new Uint8Array(home.codes.length + 1).fill(1, 1);
  keepCodes(byOwner.subarray(1), home.codes, codeTable(home, chosen));
  const owners = customer!;
  for (let row = 0; row < rows.length; row++) {
    const passes = own[codes[row] + 1];
    rows[row] &= (passes & 1) | ((passes >> 1) & byOwner[owners[row] + 1]);
  }
}

/** Clears rows of those who are not chosen, and those that are nobody's. */
function keepInside(rows: Uint8Array, name: TableName, customer: Int32Array | undefined, inside: Uint8Array): void {
  if (customer) keepCodes(rows, customer, inside);
  else if (name !== 'customers') rows.fill(0);
  else for (let row = 0; row < rows.length; row++) rows[row] &= inside[row + 1];
}

/** Keeps the rows of some days. */
function keepDays(rows: Uint8Array, day: Int32Array, { from, to }: Span): void {
  for (let row = 0; row < rows.length; row++) if (day[row] > to || day[row] < from) rows[row] = 0;
}

/** @internal What rows are asked. */
export interface RowFilter extends Pick<Filter, 'channel' | 'country'> {
  /** Those that count; null: all of them. */
  readonly days: Span | null;
  /** By customer row + 1: 1 for those who are chosen; null when all are. */
  readonly inside: Uint8Array | null;
  /** Countries of the customers. */
  readonly homes: CodeColumn | null;
}

/** By row: 1 where it passes, else 0. */
export function passingRows(name: TableName, table: FilteredTable, { days, channel, country, inside, homes }: RowFilter): Uint8Array {
  const { length, day, customer } = table;
  const rows = new Uint8Array(length).fill(1);
  if (day && days) keepDays(rows, day, days);
  if (channel) keepChosen(rows, table.channel, channel);
  if (country && customer && homes) keepChosenOrHome(rows, table, homes, country);
  else if (country) keepChosen(rows, table.country, country);
  if (inside) keepInside(rows, name, customer, inside);
  return rows;
}
