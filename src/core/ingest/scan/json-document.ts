/** The frame around the rows of JSON: a list, an object of tables, columns, or one row a line. Pauses where the bytes at hand end. */
import { tableFor, tablesOf } from '../raw/raw-input.js';
import type { RawInput } from '../raw/raw-input.js';
import type { RawTable } from '../raw/raw-table.js';
import { shortCopy } from '../../errors.js';
import { Cursor, MORE } from './cursor.js';
import { RowReader } from './json-rows.js';
import { passValue, readKey, readValue } from './json.js';
import { isRow } from './lone-row.js';

/** Work that waits for more bytes at every pause. */
export type Reading<T = void> = Generator<void, T, void>;

/** An object this long that has not ended is no row: it is not looked at whether more rows follow it. */
const MAX_FIRST = 1 << 17;

/**
 * Outcome of `parse`, which is begun anew once there are more bytes. It must not change anything before it throws MORE.
 * @param last Outcome where no more bytes come; undefined: they must.
 */
export function* whole<T>(cursor: Cursor, parse: () => T, last?: T): Reading<T> {
  for (;;) {
    cursor.pin();
    try {
      return parse();
    } catch (thrown) {
      if (thrown !== MORE) throw thrown;
      if (cursor.isLast) return last ?? cursor.fault('bad-json', 'JSON to its end');
      cursor.rewind();
      yield;
    }
  }
}

/** Passes white space; the byte behind it. */
export const nextByte = (cursor: Cursor, last?: number): Reading<number> => whole(cursor, () => cursor.space(), last);

/** @internal */
export class DocumentReader {
  private readonly old: ReadonlySet<RawTable>;
  private readonly oldMeta: RawInput['meta'];

  constructor(
    private readonly cursor: Cursor,
    private readonly input: RawInput,
  ) {
    this.old = new Set(tablesOf(input));
    this.oldMeta = input.meta;
  }

  /** Reads all of it. @throws KpiError `bad-json`, `bad-utf8`, `too-deep`, `too-large`. */
  *read(): Reading {
    const { cursor, input } = this;
    const byte = cursor.bytes[cursor.at];
    if (byte === 91) yield* this.rows(null);
    else if (byte === 123 && (yield* this.hasLines())) yield* this.lines();
    else if (byte === 123) yield* this.object((key, first) => this.member(key, first));
    else input.got = shortCopy(yield* whole(cursor, () => readValue(cursor)));
    if ((yield* nextByte(cursor, -1)) >= 0) cursor.stray();
  }

  /** Whether the object at the cursor is a row, and others may follow, one a line. Stays where it is. */
  private hasLines(): Reading<boolean> {
    const { cursor } = this;
    const look = (): boolean => {
      const start = new Cursor();
      start.feed(cursor.bytes.subarray(cursor.at, Math.min(cursor.end, cursor.at + MAX_FIRST)));
      let first: unknown;
      try {
        first = readValue(start);
        return start.space() === 123;
      } catch (thrown) {
        if (thrown !== MORE || cursor.end - cursor.at > MAX_FIRST) return false;
        if (first && cursor.isLast) return isRow(first as object);
        throw thrown;
      }
    };
    return whole(cursor, look, false);
  }

  private *lines(): Reading {
    const { cursor } = this;
    const rows = new RowReader(cursor, this.table(null));
    while ((yield* nextByte(cursor, -1)) >= 0) {
      yield* whole(cursor, () => rows.read());
    }
  }

  /** Members of the object at the cursor, each read by `member`, which gets the key and the first byte of its value. */
  private *object(member: (key: string, first: number) => Reading): Reading {
    const { cursor } = this;
    cursor.enter();
    let byte = yield* nextByte(cursor);
    while (byte !== 125) {
      const key = yield* whole(cursor, () => readKey(cursor));
      yield* member(key, cursor.bytes[cursor.at]);
      byte = yield* whole(cursor, () => cursor.comma(125));
    }
    cursor.leave();
  }

  private *member(key: string, first: number): Reading {
    const { cursor } = this;
    const { members } = this.input;
    if (key === 'meta' || key === 'version') {
      const value = yield* whole(cursor, () => readValue(cursor));
      if (key === 'meta') this.input.meta = { ...this.oldMeta, ...(first === 123 && (value as RawInput['meta'])) };
    } else if (key === 'columns' && first === 123) yield* this.columns(null);
    else if (first === 91) yield* this.rows(key);
    else if (first === 123) {
      // Of a table only its columns are of interest.
      yield* this.object((inner, byte) => (inner === 'columns' && byte === 123 ? this.columns(key) : this.pass()));
      if (!members.has(key)) members.set(key, '[object]');
    } else {
      const value = yield* whole(cursor, () => readValue(cursor));
      const known = members.get(key);
      if (typeof known !== 'object' || !this.old.has(known)) members.set(key, value === null ? '' : shortCopy(value));
    }
  }

  /** Passes a value. */
  private pass(): Reading {
    return whole(this.cursor, () => passValue(this.cursor));
  }

  private *columns(name: string | null): Reading {
    const { cursor } = this;
    const table = this.table(name, true);
    const rows = new RowReader(cursor, table);
    const start = table.length;
    const ends = new Map<string, { row: number }>();
    yield* this.object((key, first) => {
      if (first !== 91) return this.pass();
      const column = cursor.column(table, key, [key]);
      const end = { row: start };
      // Of a key that comes twice the last one counts.
      ends.set(key, end);
      column.clear(start);
      table.length = Math.max(...[...ends.values()].map(({ row }) => row));
      return this.list(() => {
        cursor.count(table, end.row);
        rows.cell(column, end.row);
        table.length = Math.max(table.length, ++end.row);
      });
    });
    cursor.table = null;
  }

  /** The table that gets what follows. */
  private table(key: string | null, isColumnar = false): RawTable {
    return (this.cursor.table = tableFor(this.input, this.old, key, isColumnar));
  }

  private *rows(name: string | null): Reading {
    const { cursor } = this;
    const rows = new RowReader(cursor, this.table(name));
    yield* this.list(() => rows.read());
    cursor.table = null;
  }

  /** The list at the cursor, each value of which is read by `item`. */
  private *list(item: () => void): Reading {
    const { cursor } = this;
    cursor.enter();
    if ((yield* nextByte(cursor)) !== 93) {
      let isDue = true;
      yield* whole(cursor, () => {
        for (;;) {
          if (isDue) item();
          // What follows may not be there yet; the value is read all the same.
          isDue = false;
          cursor.pin();
          if (cursor.comma(93) === 93) return;
          isDue = true;
          cursor.pin();
        }
      });
    }
    cursor.leave();
  }
}
