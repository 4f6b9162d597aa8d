/** What the objects at one place looked like so far: which keys they had, and which one followed which. */
import { kept } from '../../calendar/kept.js';
import type { RawColumn } from '../raw/raw-column.js';
import type { RawTable } from '../raw/raw-table.js';
import { encodeUtf8 } from '../raw/utf8.js';

/** @internal One key of an object. */
export class Field {
  /** The key as JSON writes it, quotes and colon included. */
  readonly view: DataView;
  column: RawColumn | null = null;
  inner: Shape | null = null;
  list: Shape | null = null;
  /** Keys that followed this one last: the latest first. */
  next: Field | null = null;
  other: Field | null = null;
  /** Number of the object that had this key last: a key may come twice. */
  attempt = -1;

  constructor(
    readonly key: string,
    readonly keys: readonly string[],
  ) {
    this.view = new DataView(encodeUtf8(`${JSON.stringify(key)}:`).slice().buffer);
  }

  follow(field: Field): void {
    this.other = this.next;
    this.next = field;
  }
}

/** @internal Keys that objects at one place have. */
export class Shape {
  readonly fields = new Map<string, Field>();
  /** Stands before the first key. */
  readonly start: Field;

  constructor(
    readonly table: RawTable,
    readonly keys: readonly string[],
    /** Lists around it, and whether the outermost one is of refunds. */
    readonly lists = 0,
    readonly isRefund = false,
  ) {
    this.start = new Field('', keys);
  }

  field(key: string): Field {
    return kept(this.fields, key, () => new Field(key, [...this.keys, key]));
  }
}
