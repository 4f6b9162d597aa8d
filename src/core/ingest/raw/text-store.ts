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

/** @internal */
export class TextStore {
  /** Number of texts; codes are 0…size - 1, in order of first sight. */
  size = 0;
  private arena = new Uint8Array(256);
  /** Text `code` is `arena[starts[code]…starts[code + 1])`. */
  private starts = new Uint32Array(17);
  /** Open addressing, two places each: code + 1 (0 where free) and hash. A power of two, at least twice as many as texts. */
  private slots = new Int32Array(64);
  /** Texts seen lately, by their first two bytes, and how often they were what came next. */
  private readonly recent = new Int32Array(32).fill(-1);
  private luck = 0;
  /** End of the text that the last call of `recall` found. */
  end = 0;
  /** Texts with half a surrogate pair, which have no bytes of their own. */
  private readonly odd: string[] = [];

  /**
   * Code of a text of UTF-8 bytes; -1 for bytes that are none.
   * @param hash That of `hashOf`, which callers have while they look for the end of the text.
   */
  codeOf(bytes: Uint8Array, from: number, to: number, hash: number, isOdd = false): number {
    const { slots, starts, arena } = this;
    const mask = slots.length - 2;
    let slot = (spread(hash) << 1) & mask;
    for (; slots[slot] > 0; slot = (slot + 2) & mask) {
      if (slots[slot + 1] !== hash) continue;
      const code = slots[slot] - 1;
      const shift = starts[code] - from;
      if (starts[code + 1] - shift !== to) continue;
      let at = from;
      while (at < to && arena[at + shift] === bytes[at]) at++;
      if (at === to) return (this.recent[recentOf(bytes, from)] = code);
    }
    return isOdd || isUtf8(bytes, from, to) ? this.add(bytes, from, to, hash, slot) : -1;
  }

  /**
   * Code of the text at a place, if it is one seen lately and `close` follows it; else -1. Columns of few texts cost no hash then;
   * after many misses it is not tried any more.
   */
  recall(bytes: Uint8Array, from: number, close: number): number {
    if (this.luck < MAX_MISSES) return -1;
    const code = this.recent[recentOf(bytes, from)];
    if (code >= 0) {
      const { arena, starts } = this;
      const stop = starts[code + 1];
      let to = from;
      for (let at = starts[code]; at < stop && arena[at] === bytes[to]; at++) to++;
      if (to - from === stop - starts[code] && bytes[to] === close) {
        if (this.luck < 0) this.luck++;
        this.end = to;
        return code;
      }
    }
    this.luck--;
    return -1;
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

  /** Code of the text of a number. */
  codeOfNumber(number: number): number {
    if (!(number >= 0 && number <= 1e15 && number % 1 === 0)) return this.codeOfText(String(number));
    let from = digits.length;
    for (let rest = number; from === digits.length || rest > 0;) {
      const tens = Math.floor(rest / 10);
      digits[--from] = 48 + rest - tens * 10;
      rest = tens;
    }
    return this.codeOf(digits, from, digits.length, hashOf(digits, from, digits.length));
  }

  /** Code of one of these texts in another store. */
  codeIn(other: TextStore, code: number): number {
    if (other === this) return code;
    const { arena } = this;
    const [from, to] = [this.starts[code], this.starts[code + 1]];
    if (to > from && arena[from] === ODD) return other.codeOfText(this.text(code));
    return other.codeOf(arena, from, to, hashOf(arena, from, to));
  }

  text(code: number): string {
    const [from, to] = [this.starts[code], this.starts[code + 1]];
    if (to > from && this.arena[from] === ODD) return this.odd[Number(decodeUtf8(this.arena.subarray(from + 1, to)))];
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
    this.slots[slot] = this.size;
    this.slots[slot + 1] = hash;
    if (this.size + 1 === this.starts.length) this.grow();
    this.starts[this.size] = end;
    return code;
  }

  private grow(): void {
    const { slots: full, starts } = this;
    this.starts = new Uint32Array(starts.length * 2 - 1);
    this.starts.set(starts);
    const slots = (this.slots = new Int32Array(full.length * 2));
    const mask = slots.length - 2;
    for (let at = 0; at < full.length; at += 2) {
      if (full[at] === 0) continue;
      let slot = (spread(full[at + 1]) << 1) & mask;
      while (slots[slot] > 0) slot = (slot + 2) & mask;
      slots[slot] = full[at];
      slots[slot + 1] = full[at + 1];
    }
  }
}

const ODD = 0xff;
const MAX_MISSES = -256;

const recentOf = (bytes: Uint8Array, from: number): number => (bytes[from] * 5 + bytes[from + 1]) & 31;
/** Room for the digits of a number. */
const digits = new Uint8Array(16);

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
