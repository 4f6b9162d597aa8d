/** Rows of JSON objects -> columns. Each key is looked for where it stood in the row before, so that rows of one shape cost no look-up. */
import { LIST, NUMBER, OBJECT, STAMP } from '../raw/raw-column.js';
import type { RawColumn } from '../raw/raw-column.js';
import type { RawList, RawTable } from '../raw/raw-table.js';
import { readStamp, stampEnd } from '../raw/stamp.js';
import { encodeUtf8 } from '../raw/utf8.js';
import { shortCopy } from '../../errors.js';
import { Cursor } from './cursor.js';
import { Shape } from './json-shape.js';
import type { Field } from './json-shape.js';
import { passString, passValue, passWord, readKey, readNumber, readValue, textOf } from './json.js';

/** Nested objects are looked into so deep: `total_shipping_price_set.shop_money.amount`. */
const MAX_KEYS = 3;
/** Lists inside rows that are tables of their own; all lists inside refunds are. */
const LISTS = /^(refunds|line_?items|items|lines|lignes|action_?details|event_?params)$/i;
/** Lists inside lists are looked into so deep. */
const MAX_LISTS = 3;

/** A key that comes twice in an object: the last one counts, as `JSON.parse` has it. */
const TWICE = Symbol('twice');

/** @internal */
export class RowReader {
  private readonly root: Shape;
  private readonly lists: RawList[] = [];
  /** Rows of each list before the row in hand. */
  private readonly lengths: number[] = [];
  private attempt = 0;

  constructor(
    private cursor: Cursor,
    private readonly table: RawTable,
  ) {
    this.root = new Shape(table, []);
  }

  /** Reads the row at the cursor. Throws MORE when it is not whole: nothing of it counts then. */
  read(): void {
    const { cursor, table, lists, lengths } = this;
    const row = table.length;
    cursor.count(table, row);
    if (cursor.bytes[cursor.at] !== 123) this.readBad(row);
    else {
      for (let i = 0; i < lists.length; i++) lengths[i] = lists[i].length;
      const { at: from, nesting } = cursor;
      try {
        this.object(this.root, row);
      } catch (thrown) {
        // A list that was met twice was shorter when it was met first.
        for (let i = lists.length; i-- > 0;) lists[i].length = lengths[i];
        if (thrown !== TWICE) throw thrown;
        cursor.at = from;
        cursor.nesting = nesting;
        this.readTwice(row);
      }
    }
    table.length++;
  }

  private readBad(row: number): void {
    const got = readValue(this.cursor);
    this.table.bad.set(row, this.table.bad.size < 5 ? shortCopy(got) : '');
  }

  /** Reads a row in which a key comes twice as what `JSON.parse` makes of it. */
  private readTwice(row: number): void {
    const outer = this.cursor;
    const value = readValue(outer);
    this.table.trim();
    this.cursor = new Cursor();
    this.cursor.feed(encodeUtf8(JSON.stringify(value)));
    this.cursor.isLast = true;
    try {
      this.object(this.root, row);
    } finally {
      this.cursor = outer;
    }
  }

  private object(shape: Shape, row: number): void {
    const { cursor } = this;
    const attempt = ++this.attempt;
    let field = shape.start;
    cursor.enter();
    for (let byte = cursor.space(); byte !== 125; byte = cursor.comma(125)) {
      field = this.key(shape, field);
      if (field.attempt === attempt) throw TWICE;
      field.attempt = attempt;
      this.value(shape, field, row);
    }
    cursor.leave();
  }

  /** Passes a key and its colon. */
  private key(shape: Shape, last: Field): Field {
    const { next, other } = last;
    if (next && this.isNext(next)) return next;
    if (other && this.isNext(other)) return other;
    const field = shape.field(readKey(this.cursor));
    last.follow(field);
    return field;
  }

  /** Passes the key of a field and its colon if that is what stands here. */
  private isNext({ view: key }: Field): boolean {
    const { cursor } = this;
    const { view, at } = cursor;
    const last = key.byteLength - 4;
    // `"":` has but three.
    if (last < 0 || at + last + 4 >= cursor.end) return false;
    for (let i = 0; i < last; i += 4) if (view.getInt32(at + i) !== key.getInt32(i)) return false;
    if (view.getInt32(at + last) !== key.getInt32(last)) return false;
    cursor.at = at + last + 4;
    cursor.space();
    return true;
  }

  private value(shape: Shape, field: Field, row: number): void {
    const { cursor } = this;
    const byte = cursor.bytes[cursor.at];
    if (byte === 123 && field.keys.length <= MAX_KEYS) this.object((field.inner ??= this.inner(shape, field)), row);
    else if (byte === 91 && this.isList(shape, field)) this.list((field.list ??= this.rows(shape, field)), row);
    else this.cell((field.column ??= this.column(shape, field)), row);
  }

  private inner({ table, lists, isRefund }: Shape, { keys }: Field): Shape {
    return new Shape(table, keys, lists, isRefund);
  }

  private column({ table }: Shape, { keys }: Field): RawColumn {
    return this.cursor.column(table, keys.join('.'), keys);
  }

  private isList({ lists, isRefund }: Shape, { key }: Field): boolean {
    return lists < MAX_LISTS && (isRefund || LISTS.test(key));
  }

  private rows({ table, lists, isRefund }: Shape, { key, keys }: Field): Shape {
    const list = table.list(keys.join('.'), keys);
    this.lists.push(list);
    this.lengths.push(list.length);
    return new Shape(list, [], lists + 1, isRefund || /^refunds$/i.test(key));
  }

  private list(shape: Shape, parent: number): void {
    const { cursor } = this;
    const list = shape.table as RawList;
    cursor.enter();
    for (let byte = cursor.space(); byte !== 93; byte = cursor.comma(93)) {
      if (byte === 123) {
        cursor.count(list, list.length);
        list.setParent(list.length, parent);
        this.object(shape, list.length++);
      } else passValue(cursor);
    }
    cursor.leave();
  }

  /** Reads a plain value, or notes that there is none. */
  cell(column: RawColumn, row: number): void {
    const { cursor } = this;
    const byte = cursor.bytes[cursor.at];
    if (byte === 34) this.text(column, row);
    else if (byte === 45 || (byte >= 48 && byte <= 57)) column.putFloat(row, NUMBER, readNumber(cursor));
    else if (byte === 123 || byte === 91) {
      passValue(cursor);
      column.putText(row, byte === 123 ? OBJECT : LIST);
    } else if (passWord(cursor) !== 110) column.putText(row, column.texts.codeOfText(byte === 116 ? 'true' : 'false'));
  }

  private text(column: RawColumn, row: number): void {
    const { cursor } = this;
    const { bytes } = cursor;
    const from = cursor.at + 1;
    if (column.triesDate(row)) {
      const stamp = readStamp(bytes, from, 34, column.tails);
      if (stamp === stamp) {
        cursor.at = stampEnd + 1;
        return column.putFloat(row, STAMP, stamp);
      }
    }
    const { texts } = column;
    const known = texts.recall(bytes, from, 34);
    if (known >= 0) {
      cursor.at = texts.end + 1;
      return column.putText(row, known);
    }
    let at = from;
    let all = 0;
    for (let byte = bytes[at]; byte !== 34 && byte !== 92 && byte > 31; byte = bytes[++at]) all |= byte;
    if (bytes[at] !== 34) return this.oddText(column, row);
    cursor.at = at + 1;
    if (at === from) return;
    const code = texts.put(bytes, from, at, all < 128);
    if (code < 0) textOf(cursor, from, at);
    column.putText(row, code);
  }

  /** A text with escapes, or one that is not whole. */
  private oddText(column: RawColumn, row: number): void {
    const text = passString(this.cursor);
    if (text) column.putText(row, column.texts.codeOfText(text));
  }
}
