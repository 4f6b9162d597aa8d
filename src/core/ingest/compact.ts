/** Columns of the rows that stay. */
import type { CodeColumn } from '../table/dataset.js';
import type { DateColumn } from './read-dates.js';

type Typed = Int32Array | Float64Array | Uint8Array;

/** Values of the given rows, in their order. */
export function pick<T extends Typed>(values: T, rows: Int32Array): T {
  const picked = new (values.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]];
  return picked;
}

export function pickCodes(column: CodeColumn | null, rows: Int32Array): CodeColumn | null {
  return column && { codes: pick(column.codes, rows), values: column.values };
}

export function pickDates(column: DateColumn, rows: Int32Array): DateColumn {
  return { day: pick(column.day, rows), second: pick(column.second, rows) };
}

/** Texts of the given rows; the row's number where there is no column. */
export function pickTexts(column: CodeColumn | null, rows: Int32Array): string[] {
  const texts = new Array<string>(rows.length);
  for (let i = 0; i < rows.length; i++) texts[i] = column === null ? String(rows[i] + 1) : (column.values[column.codes[rows[i]]] ?? '');
  return texts;
}

/** Row numbers with fate 0 that `isKept` lets through. */
export function goodRows(fate: Uint8Array, isKept: (row: number) => boolean = () => true): Int32Array {
  const rows = new Int32Array(fate.length);
  let kept = 0;
  for (let row = 0; row < fate.length; row++) if (fate[row] === 0 && isKept(row)) rows[kept++] = row;
  return rows.slice(0, kept);
}
