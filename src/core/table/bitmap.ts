/** A set of row numbers as bits: 1 bit a row. */
export class Bitmap {
  readonly words: Uint32Array;

  constructor(readonly length: number) {
    this.words = new Uint32Array((length + 31) >>> 5);
  }

  has(row: number): boolean {
    return ((this.words[row >>> 5] >>> (row & 31)) & 1) === 1;
  }

  add(row: number): void {
    this.words[row >>> 5] |= 1 << (row & 31);
  }
}
