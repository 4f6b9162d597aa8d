import { Dictionary } from '../table/dictionary.js';
import { NO_CODE } from '../table/dataset.js';
import type { CodeColumn } from '../table/dataset.js';
import type { TableRead } from './read-context.js';
import type { Steps } from './progress.js';

/** A column of texts by code, with the dictionary still open. */
export interface TextColumn extends CodeColumn {
  readonly dictionary: Dictionary;
}

/** Trimmed text of a value; '' for nothing and for anything that is no plain value. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : '';
}

/** What systems write where there is nobody: WooCommerce guests, databases, data frames, analytics. */
const NOBODY = /^(?:0|null|nan|none|undefined|n\/a|\(not set\))$/i;

/** Identity in a value, '' for guests. */
export function identityOf(value: unknown): string {
  const text = textOf(value);
  return NOBODY.test(text) ? '' : text;
}

/** E-mail addresses are the same in any letter case. */
export function emailOf(value: unknown): string {
  return identityOf(value).toLowerCase();
}

/** Dictionary-coded column of the rows still good, -1 where missing or when the table has no such column. */
export function* readTexts(read: TableRead, column: string, textIn: (value: unknown) => string = textOf): Steps<TextColumn> {
  const dictionary = new Dictionary();
  const codes = new Int32Array(read.rows).fill(NO_CODE);
  const match = read.matches.get(column);
  if (match !== undefined) {
    const value = read.values(column);
    yield* read.each((row) => {
      const text = textIn(value(row));
      if (text !== '') codes[row] = dictionary.codeOf(text);
    });
    match.format = 'text';
  }
  return { codes, values: dictionary.values, dictionary };
}

/** The same; null when the table has no such column. */
export function* readTextsIf(read: TableRead, column: string, textIn?: (value: unknown) => string): Steps<TextColumn | null> {
  return read.matches.has(column) ? yield* readTexts(read, column, textIn) : null;
}

/** Text of a row, undefined where missing. */
export function textAt({ codes, values }: CodeColumn, row: number): string | undefined {
  return values[codes[row]];
}
