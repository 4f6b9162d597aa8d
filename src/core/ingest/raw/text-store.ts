/** Texts of a column, each kept once, as bytes: no string is made of them until one is asked for. */
import { decodeUtf8, encodeUtf8 } from './utf8.js';

/** Hash of a text: begins with 0, then for each byte `Math.imul(hash, 31) + byte | 0`. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + bytes[at]) | 0;
  return hash;
}

/** Spreads a hash over the table: sums of small bytes differ in their lowest bits only. */
const spread = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 15);
};

export class TextStore {
  /** Number of texts; codes are 0…size - 1, in order of first sight. */
  size = 0;
  private arena = new Uint8Array(256);
  /** Text `code` is `arena[starts[code]…starts[code + 1])`. */
  private starts = new Uint32Array(17);
  private hashes = new Int32Array(16);
  /** Open addressing: code + 1, 0 where free. Its length is a power of two, twice that of `hashes`. */
  private slots = new Int32Array(32);
  /** Texts with half a surrogate pair, which have no bytes of their own. */
  private readonly odd: string[] = [];

  /**
   * Code of a text of UTF-8 bytes; -1 for bytes that are none.
   * @param hash That of `hashOf`, which callers have while they look for the end of the text.
   */
  codeOf(bytes: Uint8Array, from: number, to: number, hash: number, isOdd = false): number {
    const { slots, hashes, starts, arena } = this;
    const mask = slots.length - 1;
    let slot = spread(hash) & mask;
    for (; slots[slot] > 0; slot = (slot + 1) & mask) {
      const code = slots[slot] - 1;
      if (hashes[code] !== hash) continue;
      const start = starts[code];
      let same = starts[code + 1] - start === to - from;
      for (let at = from; same && at < to; at++) same = arena[start + at - from] === bytes[at];
      if (same) return code;
    }
    return isOdd || isUtf8(bytes, from, to) ? this.add(bytes, from, to, hash, slot) : -1;
  }

  /** Code of any text. */
  codeOfText(text: string): number {
    if (isWellFormed(text)) {
      const bytes = encodeUtf8(text);
      return this.codeOf(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
    }
    // No UTF-8 text has this first byte.
    const at = this.odd.indexOf(text);
    const bytes = encodeUtf8(`-${at < 0 ? this.odd.push(text) - 1 : at}`);
    bytes[0] = ODD;
    return this.codeOf(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length), true);
  }

  text(code: number): string {
    const [from, to] = [this.starts[code], this.starts[code + 1]];
    if (this.arena[from] === ODD) return this.odd[Number(decodeUtf8(this.arena.subarray(from + 1, to)))];
    return decodeUtf8(this.arena.subarray(from, to));
  }

  /** Bytes of a text, and their number: for those who need not know all of it. */
  byteAt(code: number, at: number): number {
    return this.arena[this.starts[code] + at];
  }

  lengthOf(code: number): number {
    return this.starts[code + 1] - this.starts[code];
  }

  private add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const start = this.starts[this.size];
    const end = start + to - from;
    if (end > this.arena.length) {
      const arena = new Uint8Array(Math.max(end, this.arena.length * 2));
      arena.set(this.arena);
      this.arena = arena;
    }
    for (let at = from; at < to; at++) this.arena[start + at - from] = bytes[at];
    const code = this.size++;
    this.starts[this.size] = end;
    this.hashes[code] = hash;
    this.slots[slot] = this.size;
    if (this.size === this.hashes.length) this.grow();
    return code;
  }

  private grow(): void {
    const { size, hashes, starts } = this;
    this.hashes = new Int32Array(size * 2);
    this.hashes.set(hashes);
    this.starts = new Uint32Array(size * 2 + 1);
    this.starts.set(starts);
    const slots = (this.slots = new Int32Array(size * 4));
    const mask = slots.length - 1;
    for (let code = 0; code < size; code++) {
      let slot = spread(hashes[code]) & mask;
      while (slots[slot] > 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
  }
}

const ODD = 0xff;

function isUtf8(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at] < 128) at++;
  if (at === to) return true;
  try {
    decodeUtf8(bytes.subarray(from, to));
    return true;
  } catch {
    return false;
  }
}

/** No half of a surrogate pair without its other half. */
const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text);
