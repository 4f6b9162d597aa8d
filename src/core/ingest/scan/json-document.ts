/** The frame around the rows of JSON: a list, an object of tables, columns, or one row a line. Pauses where the bytes at hand end. */
import { KpiError } from '../../errors.js';
import { tableFor, tablesOf } from '../raw/raw-input.js';
import type { RawInput } from '../raw/raw-input.js';
import type { RawTable } from '../raw/raw-table.js';
import type { Cursor } from './cursor.js';
import { MORE } from './cursor.js';
import { RowReader } from './json-rows.js';
import { passValue, readKey, readValue, shortCopy } from './json.js';

/** Work that waits for more bytes at every pause. */
export type Reading<T = void> = Generator<void, T, void>;

/** An object this long that has not ended is no row: it is not looked at whether more rows follow it. */
const MAX_FIRST = 1 << 17;

/** Outcome of `parse`, which is begun anew once there are more bytes. It must not change anything before it throws MORE. */
export function* whole<T>(cursor: Cursor, parse: () => T): Reading<T> {
  for (;;) {
    cursor.mark();
    try {
      return parse();
    } catch (thrown) {
      if (thrown !== MORE) throw thrown;
      if (cursor.isLast) cursor.fault('bad-json', 'JSON to its end');
      cursor.rewind();
      yield;
    }
  }
}

export class DocumentReader {
  private readonly old: ReadonlySet<RawTable>;

  constructor(
    private readonly cursor: Cursor,
    private readonly input: RawInput,
    private readonly maxRows: number,
  ) {
    this.old = new Set(tablesOf(input));
  }

  /** Reads all of it. @throws KpiError `bad-json`, `bad-utf8`, `too-deep`, `too-large`. */
  *read(): Reading {
    const { cursor, input } = this;
    const byte = yield* whole(cursor, () => cursor.space());
    if (byte === 91) yield* this.rows(this.table(null));
    else if (byte === 123 && (yield* this.hasLines())) return yield* this.lines();
    else if (byte === 123) yield* this.object((key, first) => this.member(key, first));
    else input.got = shortCopy(yield* whole(cursor, () => readValue(cursor)));
    yield* this.nothingMore();
  }

  private *nothingMore(): Reading {
    const { cursor } = this;
    while (!(yield* this.isOver())) cursor.fault();
  }

  /** Passes white space; true when nothing else follows. */
  private *isOver(): Reading<boolean> {
    const { cursor } = this;
    for (;;) {
      try {
        cursor.space();
        return false;
      } catch (thrown) {
        if (thrown !== MORE) throw thrown;
        cursor.mark();
        if (cursor.isLast) return true;
        yield;
      }
    }
  }

  /** Whether the object at the cursor is followed by another one: rows, one a line. Stays where it is. */
  private *hasLines(): Reading<boolean> {
    const { cursor } = this;
    for (;;) {
      cursor.mark();
      try {
        passValue(cursor);
        const byte = cursor.space();
        cursor.rewind();
        return byte === 123;
      } catch (thrown) {
        cursor.rewind();
        if (thrown !== MORE || cursor.isLast || cursor.end - cursor.at > MAX_FIRST) return false;
        yield;
      }
    }
  }

  private *lines(): Reading {
    const { cursor } = this;
    const table = (cursor.table = this.table(null));
    const rows = new RowReader(cursor, table);
    while (!(yield* this.isOver())) {
      yield* whole(cursor, () => rows.read());
      this.count(table);
    }
  }

  /** Members of the object at the cursor, each read by `member`, which gets the key and the first byte of its value. */
  private *object(member: (key: string, first: number) => Reading): Reading {
    const { cursor } = this;
    cursor.enter();
    let byte = yield* whole(cursor, () => cursor.space());
    while (byte !== 125) {
      const key = yield* whole(cursor, () => readKey(cursor));
      yield* member(key, cursor.bytes[cursor.at]);
      byte = yield* this.comma(125);
    }
    cursor.leave();
  }

  /** Passes the comma between two members; the closing byte when there is none. */
  private *comma(close: number): Reading<number> {
    const { cursor } = this;
    return yield* whole(cursor, () => {
      const byte = cursor.space();
      if (byte === close) return byte;
      if (byte !== 44) cursor.fault();
      cursor.at++;
      if (cursor.space() === close) cursor.fault();
      return 0;
    });
  }

  private *member(key: string, first: number): Reading {
    const { cursor, input } = this;
    if (key === 'meta' || key === 'version') {
      const value = yield* whole(cursor, () => readValue(cursor));
      if (key === 'meta') input.meta = first === 123 ? (value as RawInput['meta']) : {};
    } else if (key === 'columns' && first === 123) {
      yield* this.columns(this.table(null, true));
    } else if (first === 91) yield* this.rows(this.table(key));
    else if (first === 123) {
      if (!input.members.has(key)) input.members.set(key, '[object]');
      yield* this.object((inner, byte) => this.inner(key, inner, byte));
    } else {
      const value = yield* whole(cursor, () => readValue(cursor));
      const known = input.members.get(key);
      if (typeof known !== 'object' || !this.old.has(known)) input.members.set(key, value === null ? '' : shortCopy(value));
    }
  }

  /** A member of a table: its columns, or nothing of interest. */
  private *inner(name: string, key: string, first: number): Reading {
    if (key === 'columns' && first === 123) yield* this.columns(this.table(name, true));
    else yield* whole(this.cursor, () => passValue(this.cursor));
  }

  private *columns(table: RawTable): Reading {
    const { cursor } = this;
    const rows = new RowReader(cursor, table);
    const start = table.length;
    cursor.table = table;
    yield* this.object((key, first) => {
      if (first !== 91) return whole(cursor, () => passValue(cursor));
      const column = table.column(key, [key]);
      let row = start;
      column.clear(row);
      return this.list(() => {
        rows.cell(column, row);
        table.length = Math.max(table.length, ++row);
        this.count(table);
      });
    });
    cursor.table = null;
  }

  private table(key: string | null, isColumnar = false): RawTable {
    return tableFor(this.input, this.old, key, isColumnar);
  }

  private *rows(table: RawTable): Reading {
    const rows = new RowReader(this.cursor, table);
    this.cursor.table = table;
    yield* this.list(() => {
      rows.read();
      this.count(table);
    });
    this.cursor.table = null;
  }

  /** The list at the cursor, each value of which is read by `item`. */
  private *list(item: () => void): Reading {
    const { cursor } = this;
    cursor.enter();
    if ((yield* whole(cursor, () => cursor.space())) !== 93) {
      let isDue = true;
      yield* whole(cursor, () => {
        for (;;) {
          if (isDue) item();
          // What follows may not be there yet; the value is read all the same.
          isDue = false;
          cursor.mark();
          const next = cursor.space();
          if (next === 93) return;
          if (next !== 44) cursor.fault();
          cursor.at++;
          if (cursor.space() === 93) cursor.fault();
          isDue = true;
          cursor.mark();
        }
      });
    }
    cursor.leave();
  }

  private count(table: RawTable): void {
    if (table.length > this.maxRows)
      throw new KpiError('too-large', `${table.path}: at most ${this.maxRows} rows (maxRows); got more`, {
        path: table.path,
        details: { needed: this.maxRows, got: table.length },
      });
  }
}
