/** A place in bytes that arrive in pieces, and what is wrong there when something is. */
import { KpiError, fail } from '../../errors.js';
import type { ErrorCode } from '../../errors.js';
import type { RawColumn } from '../raw/raw-column.js';
import type { RawTable } from '../raw/raw-table.js';

/** Thrown where the bytes at hand end inside a value: what was begun is begun anew once there are more. */
export const MORE = Symbol('more');
/** No table of ours nests deeper; far below what overflows a stack. */
const MAX_DEPTH = 64;
/** Places of a table: objects with more keys than this are maps, not rows. */
const MAX_COLUMNS = 1000;
/** Longest row, in bytes. */
export const MAX_ROW = 1 << 25;

/** @internal */
export class Cursor {
  /** Behind the last byte stands a 0, which ends every loop over bytes. */
  bytes = new Uint8Array(1);
  /** The same, for reading four at a time. */
  view = new DataView(this.bytes.buffer);
  at = 0;
  end = 0;
  /** No more bytes will come. */
  isLast = false;
  /** Brackets that are open. */
  nesting = 0;
  /** Table whose rows are being read: named by faults. */
  table: RawTable | null = null;
  /** Bytes before the first one at hand, and line breaks before the current one. */
  private before = 0;
  private line = 1;
  private lineStart = 0;
  private mark_ = [0, 0, 1, 0];

  /** @param maxRows Most rows of a table. */
  constructor(private readonly maxRows = 2e7) {}

  /** Adds bytes behind those that are not read yet. */
  feed(piece: Uint8Array): void {
    const rest = this.end - this.at;
    const size = rest + piece.length + 1;
    if (this.bytes.length < size) {
      const bytes = new Uint8Array(Math.max(size, Math.min(2 * size, size + MAX_ROW)));
      bytes.set(this.bytes.subarray(this.at, this.end));
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer);
    } else this.bytes.copyWithin(0, this.at, this.end);
    this.bytes.set(piece, rest);
    this.bytes[size - 1] = 0;
    this.before += this.at;
    this.at = 0;
    this.end = size - 1;
    this.pin();
  }

  /** Remembers this place. */
  pin(): void {
    const mark = this.mark_;
    mark[0] = this.at;
    mark[1] = this.nesting;
    mark[2] = this.line;
    mark[3] = this.lineStart;
  }

  /** Goes back to the place remembered. */
  rewind(): void {
    [this.at, this.nesting, this.line, this.lineStart] = this.mark_;
  }

  /** Passes white space; the byte behind it. */
  space(): number {
    const { bytes } = this;
    let byte = bytes[this.at];
    if (byte > 32) return byte;
    for (; byte === 32 || byte === 10 || byte === 13 || byte === 9; byte = bytes[++this.at]) if (byte === 10) this.newLine();
    if (byte === 0) this.more();
    return byte;
  }

  /** The line break at `at` begins a line. */
  newLine(at = this.at): void {
    this.line++;
    this.lineStart = this.before + at + 1;
  }

  /** Stops when the bytes at hand end at a place. */
  more(at = this.at): void {
    if (at < this.end) return;
    this.at = at;
    throw MORE;
  }

  /** Passes the comma between two values; the byte behind it, `close` where no comma is. */
  comma(close: number): number {
    const { bytes, at } = this;
    const first = bytes[at + 1];
    if (bytes[at] === 44 && first > 32 && first !== close) {
      this.at++;
      return first;
    }
    const byte = this.space();
    if (byte === close) return byte;
    if (byte !== 44) this.stray();
    this.at++;
    const next = this.space();
    if (next === close) this.stray();
    return next;
  }

  /** Passes the colon behind a key. */
  colon(): void {
    if (this.space() !== 58) this.stray();
    this.at++;
    this.space();
  }

  /** Stops when the bytes at hand end at a place and more will come. */
  wait(at: number): void {
    if (!this.isLast) this.more(at);
  }

  /** Opens a bracket. @throws KpiError `too-deep`. */
  enter(): void {
    if (++this.nesting > MAX_DEPTH) this.fault('too-deep', `at most ${MAX_DEPTH} levels`);
    this.at++;
  }

  leave(): void {
    this.nesting--;
    this.at++;
  }

  /** One more row follows so many of a table. @throws KpiError `too-large`. */
  count({ path }: RawTable, rows: number): void {
    const needed = this.maxRows;
    if (rows >= needed) fail('too-large', path, `at most ${needed} rows (maxRows)`, { needed, got: rows + 1 });
  }

  /** Column of a table. @throws KpiError `too-large`. */
  column(table: RawTable, header: string, keys: readonly string[]): RawColumn {
    const column = table.columnOf(header, keys);
    if (table.columns.size > MAX_COLUMNS) this.fault('too-large', `at most ${MAX_COLUMNS} columns`);
    return column;
  }

  /** What stands at a place is no JSON, unless the bytes at hand end there. */
  stray(at = this.at): never {
    this.more(at);
    return this.fault('bad-json', 'valid JSON', at);
  }

  /** @throws KpiError always, with line, column, byte offset, row and what stands there. */
  fault(code: ErrorCode, rule: string, at = this.at): never {
    const { table } = this;
    const around = this.bytes.subarray(Math.max(0, at - 20), Math.min(this.end, at + 20));
    // Bytes of texts cut in two, and bytes of no text at all, are left out.
    const got = String.fromCharCode(...around).replace(/[^ -~]+/g, ' ');
    const offset = this.before + at;
    const [line, column] = [this.line, offset - this.lineStart + 1];
    const path = table && table.pathOf(table.length, null);
    const place = `line ${line}, column ${column}, byte ${offset}${path ? `, row ${path}` : ''}`;
    throw new KpiError(code, `data: ${rule}; got ${place}: ${got}`, { path, details: { line, column, offset, got } });
  }
}
