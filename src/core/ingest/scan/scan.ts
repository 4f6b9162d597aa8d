/** Bytes as they arrive -> raw columns. Finds out by itself what the bytes are: JSON, rows of JSON one a line, or CSV. */
import { KpiError, fail } from '../../errors.js';
import { tablesOf } from '../raw/raw-input.js';
import type { RawInput } from '../raw/raw-input.js';
import type { RawTable } from '../raw/raw-table.js';
import { MAX_ROW, Cursor } from './cursor.js';
import { CsvReader, separatorOf } from './csv.js';
import { DocumentReader, nextByte, whole } from './json-document.js';
import type { Reading } from './json-document.js';

export interface ScanOptions {
  /** Most rows of a table. Default 20 million. */
  maxRows?: number;
  /** Most bytes of memory that reading may take, as estimated from rows, columns, texts and the announced length. Default 4 GB. */
  maxMemory?: number;
  /** Bytes that end too soon or are wrong from some place on: what stands before is used, and a notice tells. Default: an error. */
  allowPartial?: boolean;
}

/** Values longer than this are looked at again only when twice as much has come. */
const LONG = 1 << 20;
/** Bytes that a value takes beside its text, as read and as understood: measured, at the peak. */
const CELL = 16;

/** Bytes that a table takes: twice those of texts, as arrays that grow do. */
function bytesOf({ length, columns, lists }: RawTable): number {
  let bytes = length * columns.size * CELL;
  for (const { texts } of columns.values()) bytes += 2 * texts.bytes;
  for (const list of lists.values()) bytes += bytesOf(list);
  return bytes;
}

/** @internal */
export class Scan {
  readonly input: RawInput;
  private readonly cursor: Cursor;
  private readonly reading: Reading;
  /** Bytes pushed, and those to come in all where that is known. */
  taken = 0;
  private total = 0;
  private isOver = false;
  private wanted = 0;
  private readonly oldRows: number;

  /** @param input What was read before, to which rows are added. */
  constructor(
    private readonly options: ScanOptions = {},
    input: RawInput | null = null,
  ) {
    this.input = input ?? { bare: null, members: new Map(), meta: {}, got: '', fault: null };
    this.oldRows = this.rows;
    this.cursor = new Cursor(options.maxRows);
    this.reading = this.read();
  }

  /** Rows read so far. */
  get rows(): number {
    return tablesOf(this.input).reduce((rows, { length }) => rows + length, 0);
  }

  /**
   * Reads a piece of the bytes; the piece is not kept.
   * @param total Bytes that will come in all, 0 where nobody knows.
   * @throws KpiError, see `read`.
   */
  push(piece: Uint8Array, total = 0): void {
    if (this.isOver) return;
    const { cursor } = this;
    this.taken += piece.length;
    this.total = total;
    cursor.feed(piece);
    if (cursor.end - cursor.at >= this.wanted) this.go();
  }

  /** All bytes are there. @throws KpiError, see `read`. */
  finish(): RawInput {
    this.cursor.isLast = true;
    this.go();
    return this.input;
  }

  /** No more bytes will come, for a reason. False unless what was read may be used. */
  stop(fault: KpiError): boolean {
    // Of a row that is not whole nothing counts.
    for (const table of tablesOf(this.input)) table.trim();
    if (!this.options.allowPartial || this.rows === this.oldRows) return false;
    this.isOver = true;
    this.input.fault ??= fault;
    return true;
  }

  private go(): void {
    const { cursor } = this;
    if (this.isOver) return;
    try {
      this.isOver = Boolean(this.reading.next().done);
      this.weigh();
      const rest = cursor.end - cursor.at;
      this.wanted = rest > LONG ? Math.min(2 * rest, MAX_ROW + 1) : 0;
      if (rest > MAX_ROW && !this.isOver) cursor.fault('too-large', `rows of at most ${MAX_ROW / 2 ** 20} MB`);
    } catch (thrown) {
      if (!(thrown instanceof KpiError) || !this.stop(thrown)) throw thrown;
    }
  }

  /** Stops before more memory is taken than may be: of an announced length at once, unless a part will do. @throws KpiError `too-large`. */
  private weigh(): void {
    const { options, taken, total } = this;
    const { allowPartial, maxMemory = 2 ** 32 } = options;
    const bytes = tablesOf(this.input).reduce((sum, table) => sum + bytesOf(table), 0);
    const growth = allowPartial || taken < LONG ? 1 : Math.max(1, total / taken);
    const got = Math.round(bytes * growth);
    if (got > maxMemory) fail('too-large', '$', `at most ${maxMemory} bytes of memory (maxMemory)`, { needed: maxMemory, got });
  }

  /** @throws KpiError `empty-input`, `html-instead-of-json`, `bad-json`, `bad-csv`, `bad-utf8`, `too-deep`, `too-large`. */
  private *read(): Reading {
    const { cursor, input } = this;
    while (cursor.end < 3 && !cursor.isLast) yield;
    const { bytes } = cursor;
    // A byte order mark.
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) cursor.at = 3;
    const first = yield* nextByte(cursor, -1);
    if (first < 0) throw new KpiError('empty-input', 'data: rows; got nothing', { details: { got: '' } });
    if (first === 60) cursor.fault('html-instead-of-json', 'JSON, not a page');
    const isJson = first === 91 || first === 123;
    // The first header may be empty: what ends it is no space.
    while (!isJson && /[\t ]/.test(String.fromCharCode(cursor.bytes[cursor.at - 1]))) cursor.at--;
    const separator = isJson ? 0 : yield* whole(cursor, () => separatorOf(cursor));
    yield* separator ? new CsvReader(cursor, input, separator).read() : new DocumentReader(cursor, input).read();
  }
}
