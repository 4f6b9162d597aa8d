/** Columns of the rows that count, as the data set holds them. */
import { NO_CODE } from '../table/dataset.js';
import type { CodeColumn } from '../table/dataset.js';
import type { Job, Steps } from './job.js';
import { readCodes, readNumbers } from './read-column.js';
import type { Codes } from './read-column.js';
import { SCHEMAS, isPlain } from './schema.js';
import type { Table } from './table.js';
import { flagOf, numberOf } from './values.js';
import { stageOf } from './words.js';

type Typed = Int32Array | Float64Array | Uint8Array;
export type Picked = Record<string, unknown> & { readonly length: number };

/** Cells of some rows; -1: a row of nothing. All rows for null: then nothing is copied. */
export function gather<T extends Typed>(cells: T, rows: Int32Array | null, blank = NO_CODE): T {
  if (!rows) return cells;
  const picked = new (cells.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = rows[i] < 0 ? blank : cells[rows[i]];
  return picked;
}

/** Codes of what stays, without gaps and in order of first sight. */
export function* codeColumn(
  job: Job,
  { codes, texts }: Codes,
  rows: Int32Array | null,
  rename?: (text: string) => string,
): Steps<CodeColumn> {
  const picked = rows ? gather(codes, rows) : codes;
  const numbers = new Int32Array(texts.size).fill(NO_CODE);
  const values: string[] = [];
  const numberOfValue = new Map<string, number>();
  yield* job.each(picked.length, (row) => {
    const code = picked[row];
    if (code < 0) return;
    if (numbers[code] < 0) {
      const value = rename ? rename(texts.text(code)) : texts.text(code);
      const known = rename && numberOfValue.get(value);
      numbers[code] = known ?? values.push(value) - 1;
      if (rename) numberOfValue.set(value, numbers[code]);
    }
    picked[row] = numbers[code];
  });
  return { codes: picked, values };
}

function* pickColumn(table: Table, name: string, rows: Int32Array | null): Steps<CodeColumn | Typed> {
  const { job, fates, texts, numbers } = table;
  const { kind } = SCHEMAS[table.name][name];
  const column = table.column(name);
  if (numbers[name]) return gather(numbers[name], rows, NaN);
  if (texts[name]) return yield* codeColumn(job, texts[name], rows);
  if (kind === 'text' || kind === 'stage')
    return yield* codeColumn(job, yield* readCodes(job, column, fates, 'text'), rows, kind === 'stage' ? stageOf : undefined);
  table.matches.get(name)!.format = kind;
  if (kind === 'flag') return gather(yield* readNumbers(job, column, fates, new Uint8Array(fates.length).fill(2), flagOf), rows, 2);
  return gather(yield* readNumbers(job, column, fates, new Float64Array(fates.length).fill(NaN), numberOf), rows, NaN);
}

/** Columns of a table that stand in the data set by their own name; null where it has none. */
export function* pickColumns(table: Table, rows: Int32Array | null): Steps<Record<string, CodeColumn | Typed | null>> {
  const picked: Record<string, CodeColumn | Typed | null> = {};
  for (const [name, { kind }] of Object.entries(SCHEMAS[table.name]))
    if (/^(text|ref|stage|number|flag)$/.test(kind) || (isPlain(table.name) && /^money|date\?/.test(kind)))
      picked[name] = table.matches.has(name) ? yield* pickColumn(table, name, rows) : null;
  return picked;
}
