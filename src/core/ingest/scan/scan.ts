/** Bytes as they arrive -> raw columns. Finds out by itself what the bytes are: JSON, rows of JSON one a line, or CSV. */
import { KpiError } from '../../errors.js';
import { tablesOf } from '../raw/raw-input.js';
import type { RawInput } from '../raw/raw-input.js';
import { MAX_ROW, Cursor } from './cursor.js';
import { CsvReader, separatorOf } from './csv.js';
import { DocumentReader, nextByte, whole } from './json-document.js';
import type { Reading } from './json-document.js';

export interface ScanOptions {
  /** Most rows of a table. Default 20 million. */
  maxRows?: number;
  /** Bytes that end too soon or are wrong from some place on: what stands before is used, and a notice tells. Default: an error. */
  allowPartial?: boolean;
}

/** Values longer than this are looked at again only when twice as much has come. */
const LONG = 1 << 20;

/** @internal */
export class Scan {
  readonly input: RawInput;
  private readonly cursor: Cursor;
  private readonly reading: Reading;
  private isOver = false;
  private wanted = 0;

  /** @param input What was read before, to which rows are added. */
  constructor(
    private readonly options: ScanOptions = {},
    input: RawInput | null = null,
  ) {
    this.input = input ?? { bare: null, members: new Map(), meta: {}, got: '', fault: null };
    this.cursor = new Cursor(options.maxRows);
    this.reading = this.read();
  }

  /** Rows read so far. */
  get rows(): number {
    return tablesOf(this.input).reduce((rows, { length }) => rows + length, 0);
  }

  /** Reads a piece of the bytes; the piece is not kept. @throws KpiError, see `read`. */
  push(piece: Uint8Array): void {
    if (this.isOver) return;
    const { cursor } = this;
    cursor.feed(piece);
    if (cursor.end - cursor.at >= this.wanted) this.go();
  }

  /** All bytes are there. @throws KpiError, see `read`. */
  finish(): RawInput {
    this.cursor.isLast = true;
    this.go();
    return this.input;
  }

  /** No more bytes will come, for a reason. False, and nothing is done, unless what was read may be used. */
  stop(fault: KpiError): boolean {
    if (!this.options.allowPartial || this.rows === 0) return false;
    this.isOver = true;
    this.input.fault ??= fault;
    return true;
  }

  private go(): void {
    const { cursor } = this;
    if (this.isOver) return;
    try {
      this.isOver = Boolean(this.reading.next().done);
    } catch (thrown) {
      if (!(thrown instanceof KpiError) || !this.stop(thrown)) throw thrown;
    }
    const rest = cursor.end - cursor.at;
    this.wanted = rest > LONG ? 2 * rest : 0;
    if (rest > MAX_ROW && !this.isOver) cursor.fault('too-large', `rows of at most ${MAX_ROW / 2 ** 20} MB`);
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
    const separator = isJson ? 0 : yield* whole(cursor, () => separatorOf(cursor));
    yield* separator ? new CsvReader(cursor, input, separator).read() : new DocumentReader(cursor, input).read();
  }
}
