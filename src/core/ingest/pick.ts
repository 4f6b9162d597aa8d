/** Columns of the rows that count, as the data set holds them. */
import { kept } from '../calendar/kept.js';
import { NO_CODE } from '../table/dataset.js';
import type { CodeColumn } from '../table/dataset.js';
import type { Steps } from './job.js';
import { TEXT, isFilled } from './raw/raw-column.js';
import { readFlags } from './read-column.js';
import type { Codes } from './read-column.js';
import { readNumbers } from './read-table.js';
import { SCHEMAS, isPlain } from './schema.js';
import type { Table } from './table.js';
import { cut, isNothing } from './values.js';
import { stageOf } from './words.js';

type Typed = Int32Array | Float64Array | Uint8Array;
export type Picked = Record<string, unknown> & { readonly length: number };

/** Cells of good rows, which move up to where they stand: nothing is copied, what stood there is gone. */
export function moveUp<T extends Typed>(cells: T, rows: Int32Array | null): T {
  if (!rows) return cells;
  // The same loop twice: engines make each fast for one kind of array.
  if (cells instanceof Float64Array) for (let i = 0; i < rows.length; i++) cells[i] = cells[rows[i]];
  else for (let i = 0; i < rows.length; i++) cells[i] = cells[rows[i]];
  return cells.subarray(0, rows.length) as T;
}

/** Cells of some rows; -1: a row of nothing. All rows for null: then nothing is copied. */
export function gather<T extends Typed>(cells: T, rows: Int32Array | null, blank = NO_CODE): T {
  if (!rows) return cells;
  const picked = new (cells.constructor as new (length: number) => T)(rows.length);
  // The same loop twice: engines make each fast for one kind of array.
  if (cells instanceof Float64Array) for (let i = 0; i < rows.length; i++) picked[i] = rows[i] < 0 ? blank : cells[rows[i]];
  else for (let i = 0; i < rows.length; i++) picked[i] = rows[i] < 0 ? blank : cells[rows[i]];
  return picked;
}

/** @internal Texts numbered in order of first sight, as they are read. */
class Values {
  readonly values: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly rename: ((text: string) => string) | undefined) {}

  numberOf(given: string): number {
    const text = cut(given);
    if (isNothing(text)) return NO_CODE;
    const value = this.rename ? this.rename(text) : text;
    return kept(this.numbers, value, () => this.values.push(value) - 1);
  }
}

/** Codes of texts that were read before. */
function codeColumn({ codes, texts }: Codes, rows: Int32Array | null): CodeColumn {
  const given = new Values(undefined);
  const known = new Map<number, number>([[NO_CODE, NO_CODE]]);
  const numberOf = (code: number): number => given.numberOf(texts.text(code));
  return { codes: gather(codes, rows).map((code) => kept(known, code, numberOf)), values: given.values };
}

const UNSEEN = -2;

/** Codes of the texts of some rows; all of them for null. */
function* packCodes(table: Table, name: string, rows: Int32Array | null, rename?: (text: string) => string): Steps<CodeColumn> {
  const column = table.columnOf(name);
  const { texts } = column;
  const given = new Values(rename);
  const known = new Int32Array(texts.size).fill(UNSEEN);
  const codes = new Int32Array(table.length).fill(NO_CODE);
  const isSorted = table.name !== 'customers';
  let at = 0;
  const ofText = (cell: number): number => (known[cell] === UNSEEN ? (known[cell] = given.numberOf(texts.text(cell))) : known[cell]);
  /** Where the code of a row goes: rows that stay move up at once. -1 for rows that do not stay. */
  const placeOf = (row: number): number => {
    if (!rows || !isSorted) return table.fates[row] === 0 ? row : -1;
    while (rows[at] < row) at++;
    return rows[at] === row ? at : -1;
  };
  yield* table.job.cells(column, codes.length, (cells, row, kind, kinds) => {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      const sort = kinds ? kinds[i] : kind;
      const to = placeOf(row++);
      if (to < 0 || !isFilled(sort, cell)) continue;
      if (sort !== TEXT) codes[to] = given.numberOf(String(column.read(sort, cell)));
      else if (cell >= 0) codes[to] = ofText(cell);
    }
  });
  return { codes: !rows ? codes : isSorted ? codes.subarray(0, rows.length) : gather(codes, rows), values: given.values };
}

function* pickColumn(table: Table, name: string, rows: Int32Array | null): Steps<CodeColumn | Typed> {
  const { job, fates, texts, numbers } = table;
  const { kind } = SCHEMAS[table.name][name];
  const column = table.columnOf(name);
  if (numbers[name]) return gather(numbers[name], rows, NaN);
  if (texts[name]) return codeColumn(texts[name], rows);
  if (kind === 'text' || kind === 'stage') return yield* packCodes(table, name, rows, kind === 'stage' ? stageOf : undefined);
  table.matches.get(name)!.format = kind;
  if (kind === 'flag') return gather(yield* readFlags(job, column, fates), rows, 2);
  return gather(yield* readNumbers(table, name), rows, NaN);
}

/** Columns of a table that stand in the data set by their own name; null where it has none. */
export function* pickColumns(table: Table, rows: Int32Array | null): Steps<Record<string, CodeColumn | Typed | null>> {
  const picked: Record<string, CodeColumn | Typed | null> = {};
  for (const [name, { kind }] of Object.entries(SCHEMAS[table.name]))
    if (/^(text|ref|stage|number|flag)$/.test(kind) || (isPlain(table.name) && /^money|date\?/.test(kind)))
      picked[name] = table.matches.has(name) ? yield* pickColumn(table, name, rows) : null;
  return picked;
}
