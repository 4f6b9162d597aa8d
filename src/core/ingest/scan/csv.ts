/** CSV (RFC 4180, separators `,` `;` tab or `|`) -> columns: all values are texts, as the file has them. */
import { STAMP } from '../raw/raw-column.js';
import type { RawColumn } from '../raw/raw-column.js';
import { tableFor, tablesOf } from '../raw/raw-input.js';
import type { RawInput } from '../raw/raw-input.js';
import type { RawTable } from '../raw/raw-table.js';
import { readStamp, stampEnd } from '../raw/stamp.js';
import { addTo } from '../values.js';
import type { Counts } from '../values.js';
import type { Cursor } from './cursor.js';
import { whole } from './json-document.js';
import type { Reading } from './json-document.js';
import { textOf } from './json.js';
import { areHeaders } from './lone-row.js';

const QUOTE = 34;
const SEPARATORS = [44, 59, 9, 124];
/** A first line longer than this is no line of headers. */
const MAX_HEADER = 1 << 16;

const isBreak = (byte: number): boolean => byte === 10 || byte === 13;

/** The separator that was counted most often; 0 for none at all. */
const mostOf = (counts: readonly number[]): number => {
  const most = Math.max(...counts);
  return most && SEPARATORS[counts.indexOf(most)];
};

/**
 * Separator of the line at the cursor: the one that stands most often outside quotes; 0 where there is none, or no second line behind what are no headers: that is
 * no CSV. Throws MORE.
 */
export function separatorOf(cursor: Cursor): number {
  const { bytes, at: from } = cursor;
  const end = Math.min(cursor.end, from + MAX_HEADER);
  const counts = SEPARATORS.map(() => 0);
  let isQuoted = false;
  for (let at = from; at < end; at++) {
    const byte = bytes[at];
    const mark = SEPARATORS.indexOf(byte);
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (mark >= 0) counts[mark]++;
    if (!isBreak(byte)) continue;
    return mostOf(counts);
  }
  if (end < cursor.end) return 0;
  cursor.wait(end);
  // A line alone is CSV where it is one of headers.
  const mark = mostOf(counts);
  return areHeaders(textOf(cursor, from, end).split(String.fromCharCode(mark))) ? mark : 0;
}

/** @internal */
export class CsvReader {
  private readonly table: RawTable;
  private columns: RawColumn[] = [];
  /** Field that was read last: its bytes, or its text when quotes stood inside. */
  private from = 0;
  private to = 0;
  private text: string | null = null;

  constructor(
    private readonly cursor: Cursor,
    input: RawInput,
    private separator: number,
  ) {
    this.table = cursor.table = tableFor(input, new Set(tablesOf(input)), null);
  }

  /** Reads all of it. @throws KpiError `bad-utf8`, `bad-csv` (quotes that do not end), `too-large`. */
  *read(): Reading {
    const { cursor, table } = this;
    let headers = yield* whole(cursor, () => this.headers());
    // Excel's own line: `sep=;`
    const [, mark] = /^sep=(.)/.exec(headers.join(String.fromCharCode(this.separator))) ?? [];
    if (mark) {
      this.separator = mark.charCodeAt(0);
      headers = yield* whole(cursor, () => this.headers());
    }
    const seen: Counts = new Map();
    this.columns = headers.map((header) => {
      addTo(seen, header);
      const name = seen.get(header)! > 1 ? `${header} (${seen.get(header)})` : header;
      return cursor.column(table, name, [name]);
    });
    yield* whole<unknown>(cursor, () => this.records(), true);
  }

  /** Reads all records, line breaks before each. Ends by throwing MORE. */
  private records(): never {
    const { cursor, table } = this;
    for (;;) {
      const { bytes } = cursor;
      for (; isBreak(bytes[cursor.at]); cursor.at++) if (bytes[cursor.at] === 10) cursor.newLine();
      cursor.more();
      cursor.count(table, table.length);
      this.record();
      cursor.pin();
    }
  }

  private headers(): string[] {
    const headers: string[] = [];
    for (let isMore = true; isMore;) {
      isMore = this.field();
      headers.push((this.text ?? textOf(this.cursor, this.from, this.to)).trim());
    }
    return headers;
  }

  private record(): void {
    const { table, columns } = this;
    const row = table.length;
    let extra = false;
    let isMore = true;
    for (let i = 0; isMore; i++) {
      isMore = this.field();
      const isFilled = this.text ?? this.to > this.from;
      if (i >= columns.length) extra ||= Boolean(isFilled);
      else if (isFilled) this.put(columns[i], row);
    }
    if (extra) {
      for (const column of columns) column.clear(row);
      table.bad.set(row, table.bad.size < 5 ? `more than ${columns.length} fields` : '');
    }
    table.length++;
  }

  private put(column: RawColumn, row: number): void {
    const { cursor, from, to } = this;
    if (this.text !== null) return column.putText(row, column.texts.codeOfText(this.text));
    if (column.triesDate(row)) {
      const stamp = readStamp(cursor.bytes, from, cursor.bytes[to], column.tails);
      if (stamp === stamp && stampEnd === to) return column.putFloat(row, STAMP, stamp);
    }
    const code = column.texts.put(cursor.bytes, from, to, false);
    if (code < 0) textOf(cursor, from, to);
    column.putText(row, code);
  }

  /** Passes one field and what ends it; true when another one follows in this line. Throws MORE. */
  private field(): boolean {
    const { cursor, separator } = this;
    const { bytes, end } = cursor;
    this.text = null;
    let { at } = cursor;
    if (bytes[at] === QUOTE) at = this.quoted(at);
    else {
      this.from = at;
      for (let byte = bytes[at]; byte !== separator && !isBreak(byte) && at < end;) byte = bytes[++at];
      this.to = at;
    }
    cursor.wait(at);
    const byte = bytes[at];
    if (byte === 10) cursor.newLine(at);
    cursor.at = Math.min(end, at + 1);
    return byte === separator && at < end;
  }

  /** Place behind the field in quotes at a place, and behind what stray text follows them. */
  private quoted(start: number): number {
    const { cursor, separator } = this;
    const { bytes, end } = cursor;
    let at = start + 1;
    let isPlain = true;
    for (; bytes[at] !== QUOTE || bytes[at + 1] === QUOTE; at++) {
      if (bytes[at] === QUOTE) {
        isPlain = false;
        at++;
      } else if (bytes[at] === 10) cursor.newLine(at);
      if (at < end) continue;
      cursor.wait(at);
      cursor.fault('bad-csv', 'CSV whose quotes end', start);
    }
    // The byte behind the quote tells whether it is the last one.
    cursor.wait(at + 1);
    this.from = start + 1;
    this.to = at;
    let after = at + 1;
    while (after < end && bytes[after] !== separator && !isBreak(bytes[after])) after++;
    if (!isPlain || after > at + 1) this.text = textOf(cursor, this.from, at).replaceAll('""', '"') + textOf(cursor, at + 1, after);
    return after;
  }
}
