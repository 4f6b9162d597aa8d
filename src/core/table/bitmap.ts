/** A set of row numbers as bits: 1 bit a row. Bits beyond `length` are always 0. */
export class Bitmap {
  readonly length: number;
  readonly words: Uint32Array;

  constructor(length: number, words: Uint32Array = new Uint32Array((length + 31) >>> 5)) {
    this.length = length;
    this.words = words;
  }

  /** All rows of a table. */
  static full(length: number): Bitmap {
    return new Bitmap(length).fill();
  }

  /** Rows for which `keep` is true. */
  static where(length: number, keep: (row: number) => boolean): Bitmap {
    const bitmap = new Bitmap(length);
    for (let row = 0; row < length; row++) if (keep(row)) bitmap.add(row);
    return bitmap;
  }

  has(row: number): boolean {
    return ((this.words[row >>> 5] >>> (row & 31)) & 1) === 1;
  }

  add(row: number): void {
    this.words[row >>> 5] |= 1 << (row & 31);
  }

  remove(row: number): void {
    this.words[row >>> 5] &= ~(1 << (row & 31));
  }

  /** Puts every row in, and gives itself back. */
  fill(): this {
    this.words.fill(0xffffffff);
    const rest = this.length & 31;
    if (rest > 0) this.words[this.words.length - 1] = 2 ** rest - 1;
    return this;
  }

  /** Number of rows in the set. */
  count(): number {
    let total = 0;
    for (const word of this.words) total += bitsOf(word);
    return total;
  }

  /** Rows in both; a new bitmap. Both are of the same table. */
  and(other: Bitmap): Bitmap {
    return new Bitmap(
      this.length,
      this.words.map((word, index) => word & other.words[index]),
    );
  }

  /** Rows in this and not in the other; a new bitmap. */
  andNot(other: Bitmap): Bitmap {
    return new Bitmap(
      this.length,
      this.words.map((word, index) => word & ~other.words[index]),
    );
  }

  /** Rows in either; a new bitmap. */
  or(other: Bitmap): Bitmap {
    return new Bitmap(
      this.length,
      this.words.map((word, index) => word | other.words[index]),
    );
  }

  /** Calls back with every row in the set, ascending. Costs what the set holds, not what the table does. */
  forEach(visit: (row: number) => void): void {
    for (let index = 0; index < this.words.length; index++) {
      let word = this.words[index];
      while (word !== 0) {
        const lowest = word & -word;
        visit((index << 5) + 31 - Math.clz32(lowest));
        word ^= lowest;
      }
    }
  }

  /** Rows in the set, ascending: for loops that call nothing back. */
  rows(): Int32Array {
    const rows = new Int32Array(this.count());
    let at = 0;
    this.forEach((row) => (rows[at++] = row));
    return rows;
  }
}

/** Ones in a word of 32 bits, counted in pairs, nibbles and bytes at once. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
