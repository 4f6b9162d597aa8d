/** Values of one header, as they came: texts by number, numbers, dates; typed arrays in blocks, so that growing copies little. */
import { grown } from './grown.js';
import { localOf, shapeOf, shapedText } from './stamp.js';
import { TextStore } from './text-store.js';

/** What a cell holds. `NOTHING`: missing, null or an empty text, which all mean the same. */
export const NOTHING = 0;
export const TEXT = 1;
export const NUMBER = 2;
export const STAMP = 3;
/** Kind of a block whose cells are of several kinds. */
const MIXED = 4;
/** Texts that stand for what is no plain value. */
export const OBJECT = -2;
export const LIST = -3;

const BITS = 14;
const ROWS = 1 << BITS;

/**
 * Gets the cells of some rows, the first of these, and the kind of all cells or of each. A cell is the code of a text (`OBJECT`, `LIST`
 * for what is none), a number, or a stamp.
 */
export type Stretch = (cells: Int32Array | Float64Array, row: number, kind: number, kinds: Uint8Array | null) => void;

/** Whether anything stands in a cell. */
export const isFilled = (kind: number, cell: number): boolean => cell === cell && (cell !== -1 || kind !== TEXT);

/** @internal */
interface Block {
  kind: number;
  /** Codes of texts, -1 where nothing is, when all cells are texts; else `floats`, NaN where nothing is. */
  ints: Int32Array | null;
  floats: Float64Array | null;
  /** Kind of each cell of a mixed block. */
  kinds: Uint8Array | null;
}

const NO_INTS = new Int32Array(0);
const NO_FLOATS = new Float64Array(0);

/** @internal */
export class RawColumn {
  readonly texts = new TextStore();
  /** What stands behind the dates and times of stamps: fractions of seconds and offsets. */
  readonly tails = new TextStore();
  private readonly blocks: (Block | undefined)[] = [];
  /** The block in hand: its first row, its kind, and its cells where they are all texts, or all of one of the other kinds. */
  private first = 0;
  private kind = -1;
  private ints: Int32Array = NO_INTS;
  private floats: Float64Array = NO_FLOATS;

  /** @param header Name of the place: `total`, `billing.email`. @param keys Keys that lead to it. */
  constructor(
    readonly header: string,
    readonly keys: readonly string[],
  ) {}

  /** Whether any row has something here. */
  get isFilled(): boolean {
    return this.blocks.some((block) => block !== undefined);
  }

  /** Whether a text may be a date, as those before were: the first of a block is always tried. */
  triesDate(row: number): boolean {
    return this.kind === STAMP || this.kind < 0 || row - this.first >= ROWS;
  }

  putText(row: number, code: number): void {
    const at = row - this.first;
    if (this.kind === TEXT && at >= 0 && at < this.ints.length) this.ints[at] = code;
    else this.put(row, TEXT, code);
  }

  /** @param kind `NUMBER` or `STAMP`. */
  putFloat(row: number, kind: number, cell: number): void {
    const at = row - this.first;
    if (this.kind === kind && at >= 0 && at < this.floats.length) this.floats[at] = cell;
    else this.put(row, kind, cell);
  }

  /** Takes back what was put into a row and those behind it. */
  clear(row: number): void {
    for (let number = row >> BITS; number < this.blocks.length; number++) {
      const { ints, floats, kinds } = this.blocks[number] ?? {};
      const from = Math.max(0, row - (number << BITS));
      ints?.fill(-1, from);
      floats?.fill(NaN, from);
      kinds?.fill(NOTHING, from);
    }
  }

  /** Lets go of all cells: nothing stands in any row any more. */
  forget(): void {
    this.blocks.length = 0;
    this.kind = -1;
  }

  /** Puts a cell of any kind. */
  put(row: number, kind: number, cell: number): void {
    const number = row >> BITS;
    const at = row & (ROWS - 1);
    const block = (this.blocks[number] ??= {
      kind,
      ints: kind === TEXT ? NO_INTS : null,
      floats: kind === TEXT ? null : NO_FLOATS,
      kinds: null,
    });
    if (block.kind !== kind && block.kind !== MIXED) mix(block);
    const size = (block.ints ?? block.floats)!.length;
    // Small tables should take little: a block grows up to its size.
    if (at >= size) resize(block, number > 0 ? ROWS : Math.min(ROWS, Math.max(64, 2 * size, at + 1)));
    if (block.ints) block.ints[at] = cell;
    else block.floats![at] = cell;
    if (block.kinds) block.kinds[at] = kind;
    this.first = number << BITS;
    this.kind = block.kind;
    this.ints = block.ints ?? NO_INTS;
    this.floats = block.floats ?? NO_FLOATS;
  }

  /** Visits the rows `from`…`to - 1`, block by block: whoever has the loop in a function of its own has it made fast for itself. */
  stretches(from: number, to: number, visit: Stretch): void {
    for (let number = from >> BITS; number << BITS < to; number++) {
      const block = this.blocks[number];
      if (!block) continue;
      const { ints, floats, kinds, kind } = block;
      const base = number << BITS;
      const end = Math.min(to - base, (ints ?? floats)!.length);
      const start = Math.max(0, from - base);
      if (start < end) visit((ints ?? floats)!.subarray(start, end), base + start, kind, kinds && kinds.subarray(start, end));
    }
  }

  /**
   * Visits the rows `from`…`to - 1` that hold something.
   * @param visit Gets the row, the kind, and the code of a text (`OBJECT`, `LIST` for what is none), the number, or the stamp.
   */
  each(from: number, to: number, visit: (row: number, kind: number, cell: number) => void): void {
    this.stretches(from, to, (cells, row, kind, kinds) => {
      for (let at = 0; at < cells.length; at++) {
        const sort = kinds ? kinds[at] : kind;
        if (isFilled(sort, cells[at])) visit(row + at, sort, cells[at]);
      }
    });
  }

  /** Value of a row: a text, a number, or undefined where there is nothing; `[object]`, `[array]` for what is no plain value. */
  value(row: number): string | number | undefined {
    let value: string | number | undefined;
    this.each(row, row + 1, (_, kind, cell) => (value = this.read(kind, cell)));
    return value;
  }

  /** Value of a cell. */
  read(kind: number, cell: number): string | number {
    if (kind === NUMBER) return cell;
    if (kind === STAMP) return shapedText(localOf(cell), shapeOf(cell), this.tails);
    return cell >= 0 ? this.texts.text(cell) : cell === OBJECT ? '[object]' : '[array]';
  }
}

function resize(block: Block, size: number): void {
  const { ints, floats, kinds } = block;
  block.ints = ints && grown(ints, size, -1);
  block.floats = floats && grown(floats, size, NaN);
  block.kinds = kinds && grown(kinds, size);
}

/** Makes a block fit for cells of any kind. */
function mix(block: Block): void {
  const { ints, floats, kind } = block;
  const cells = ints ? Float64Array.from(ints, (code) => (code === -1 ? NaN : code)) : floats!;
  Object.assign(block, {
    kind: MIXED,
    ints: null,
    floats: cells,
    kinds: Uint8Array.from(cells, (cell) => (Number.isNaN(cell) ? NOTHING : kind)),
  });
}
