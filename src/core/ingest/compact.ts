/** Columns of the rows that stay. */
import type { CodeColumn } from '../table/dataset.js';
import type { Steps, Walker } from './progress.js';
import type { DateColumn } from './read-dates.js';

type Typed = Int32Array | Float64Array | Uint8Array;

/** Row numbers with fate 0 that `isKept` lets through. */
export function goodRows(fate: Uint8Array, isKept: (row: number) => boolean = () => true): Int32Array {
  const rows = new Int32Array(fate.length);
  let kept = 0;
  for (let row = 0; row < fate.length; row++) if (fate[row] === 0 && isKept(row)) rows[kept++] = row;
  return rows.slice(0, kept);
}

/** Takes the values of some rows out of one column after the other, with a pause after each. */
export class Compactor {
  constructor(
    readonly rows: Int32Array,
    private readonly walker: Walker,
  ) {}

  get length(): number {
    return this.rows.length;
  }

  *pick<T extends Typed>(values: T): Steps<T> {
    const { rows } = this;
    const picked = new (values.constructor as new (length: number) => T)(rows.length);
    for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]];
    yield this.walker.at();
    return picked;
  }

  *codes(column: CodeColumn): Steps<CodeColumn> {
    return { codes: yield* this.pick(column.codes), values: column.values };
  }

  *codesOrNull(column: CodeColumn | null): Steps<CodeColumn | null> {
    return column && (yield* this.codes(column));
  }

  *dates(column: DateColumn): Steps<DateColumn> {
    return { day: yield* this.pick(column.day), second: yield* this.pick(column.second) };
  }

  /** Texts; the row's number where there is no column. */
  *texts(column: CodeColumn | null): Steps<string[]> {
    const { rows } = this;
    const texts: string[] = [];
    yield* this.walker.walk(rows.length, (i) => {
      texts.push(column === null ? String(rows[i] + 1) : (column.values[column.codes[rows[i]]] ?? ''));
    });
    return texts;
  }

  /** One number per row. */
  *numbers(of: (row: number) => number): Steps<Int32Array> {
    const { rows } = this;
    const numbers = new Int32Array(rows.length);
    yield* this.walker.walk(rows.length, (i) => (numbers[i] = of(rows[i])));
    return numbers;
  }
}
