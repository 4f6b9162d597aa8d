/** Texts of rows, and their order. */
import type { CodeColumn } from '../table/dataset.js';

/** By UTF-16 unit: the same in every language and engine. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** What a row holds in a column; empty where it holds nothing, or there is no such column. */
export function textAt(column: CodeColumn | null | undefined, row: number): string {
  return column?.values[column.codes[row]] ?? '';
}
