/** Columns of the rows that stay. */
import type { CodeColumn } from '../table/dataset.js';
import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import type { DateColumn } from './read-dates.js';
import { textAt } from './read-texts.js';

type Typed = Int32Array | Float64Array | Uint8Array;

/** Takes the values of the good rows out of one column after the other, with a pause after each. */
export class Compactor {
  readonly rows: Int32Array;

  /** @param isKept Leaves out good rows for which it is false. */
  constructor(
    private readonly read: TableRead,
    isKept: (row: number) => boolean = () => true,
  ) {
    const rows = new Int32Array(read.rows);
    let kept = 0;
    for (let row = 0; row < rows.length; row++) if (read.isGood(row) && isKept(row)) rows[kept++] = row;
    this.rows = rows.slice(0, kept);
  }

  get length(): number {
    return this.rows.length;
  }

  *pick<T extends Typed>(values: T): Steps<T> {
    const { rows } = this;
    const picked = new (values.constructor as new (length: number) => T)(rows.length);
    for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]];
    yield this.read.walker.at();
    return picked;
  }

  *codes(column: CodeColumn | null): Steps<CodeColumn | null> {
    return column && { codes: yield* this.pick(column.codes), values: column.values };
  }

  *dates(column: DateColumn): Steps<DateColumn> {
    return { day: yield* this.pick(column.day), second: yield* this.pick(column.second) };
  }

  /** Texts of a column; the row's number where the table has no such column. */
  *texts(column: string, found: CodeColumn): Steps<string[]> {
    const { rows } = this;
    const texts: string[] = [];
    const has = this.read.matches.has(column);
    yield* this.read.walker.walk(rows.length, (i) => {
      texts.push(has ? (textAt(found, rows[i]) ?? '') : String(rows[i] + 1));
    });
    return texts;
  }

  /** One number per row. */
  *numbers(of: (row: number) => number): Steps<Int32Array> {
    const { rows } = this;
    const numbers = new Int32Array(rows.length);
    yield* this.read.walker.walk(rows.length, (i) => (numbers[i] = of(rows[i])));
    return numbers;
  }
}
