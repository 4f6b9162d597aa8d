import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { textOf } from './read-texts.js';

/** Plain number of a value, NaN for anything else. */
export function numberOf(value: unknown): number {
  const text = textOf(value);
  const number = text === '' || typeof value === 'boolean' ? NaN : Number(text);
  return Number.isFinite(number) ? number : NaN;
}

/** Fills `numbers` with what `of` makes of the values of a column; null when the table has no such column. */
export function* readNumbers<T extends Float64Array | Uint8Array>(
  read: TableRead,
  column: string,
  numbers: T,
  of: (value: unknown) => number = numberOf,
): Steps<T | null> {
  const match = read.matches.get(column);
  if (match === undefined) return null;
  const value = read.values(column);
  yield* read.each((row) => (numbers[row] = of(value(row))));
  match.format = of === numberOf ? 'number' : 'flag';
  return numbers;
}

const GROUPED = /^\d{1,3}(?:[ .,'\u00a0\u2009\u202f]\d{3})+$/;

/** Whole number >= 0: 1234, `1234`, `1 234`, `1,234`; NaN for anything else. Counts have no decimals, so a mark groups thousands. */
export function countOf(value: unknown): number {
  const text = textOf(value);
  const number = numberOf(GROUPED.test(text) ? text.replace(/\D/g, '') : value);
  return Number.isSafeInteger(number) && number >= 0 ? number : NaN;
}
