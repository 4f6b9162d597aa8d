import { textOf } from './read-texts.js';
import type { TableRead } from './read-context.js';
import type { Steps } from './progress.js';

/** Plain number of a value, NaN for anything else. */
export function numberOf(value: unknown): number {
  const text = textOf(value);
  const number = text === '' || typeof value === 'boolean' ? NaN : Number(text);
  return Number.isFinite(number) ? number : NaN;
}

/** Column of plain numbers (pages, event values), NaN where unknown; null when the table has no such column. */
export function* readNumbers(read: TableRead, column: string): Steps<Float64Array | null> {
  const match = read.matches.get(column);
  if (match === undefined) return null;
  const value = read.source.value(match.header);
  const numbers = new Float64Array(read.source.length).fill(NaN);
  yield* read.walker.walk(numbers.length, (row) => {
    if (read.ledger.isGood(row)) numbers[row] = numberOf(value(row));
  });
  match.format = 'number';
  return numbers;
}

const GROUPED = /^\d{1,3}(?:[ .,'\u00a0\u2009\u202f]\d{3})+$/;

/** Whole number >= 0: 1234, `1234`, `1 234`, `1,234`; NaN for anything else. Counts have no decimals, so a mark groups thousands. */
export function countOf(value: unknown): number {
  const text = textOf(value);
  const number = typeof value === 'boolean' ? NaN : numberOf(GROUPED.test(text) ? text.replace(/\D/g, '') : value);
  return Number.isSafeInteger(number) && number >= 0 ? number : NaN;
}
