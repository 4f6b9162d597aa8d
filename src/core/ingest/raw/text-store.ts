/** Texts of a column, each kept once, as bytes: no string is made of them until one is asked for. */
import { grown } from './grown.js';
import { decodeUtf8, encodeUtf8, isUtf8 } from './utf8.js';

/** Hash of bytes, four at a time. 30 bits: engines make objects of larger numbers where they pass from function to function. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = Math.imul(hash ^ bytes[at] ^ (bytes[at + 1] << 8) ^ (bytes[at + 2] << 16) ^ (bytes[at + 3] << 24), MIX);
    hash ^= hash >>> 15;
  }
  for (; at < to; at++) hash = Math.imul(hash ^ bytes[at], MIX);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

/** @internal */
export class TextStore {
  /** Number of texts; codes are 0…size - 1, in order of first sight. */
  size = 0;
  private arena = new Uint8Array(256);
  /** Text `code` is `arena[starts[code]…starts[code + 1])`. */
  private starts = new Uint32Array(17);
  /** Open addressing, two places each: code + 1 (0 where free) and hash. A power of two, at least twice as many as texts. */
  private slots = new Int32Array(64);
  /** Texts that were given a slot: all, or those before a code. */
  private slotted = 0;
  /** Of a text that equals an earlier one, the code of that + 1; else 0. */
  private firsts = new Int32Array(0);
  /** Texts put that were there already. */
  private hits = 0;
  /** Texts seen lately, by their first two bytes, and how often they were what came next. */
  private readonly recent = new Int32Array(32).fill(-1);
  private luck = 0;
  /** End of the text that the last call of `recall` found. */
  end = 0;

  /**
   * A code for a text of UTF-8 bytes; -1 for bytes that are none. Where hardly any text comes twice they are no longer compared, but all
   * taken for new ones: `firstOf` tells later, if anybody asks.
   * @param isPlain The bytes need no check.
   */
  put(bytes: Uint8Array, from: number, to: number, isPlain: boolean): number {
    const { size } = this;
    if (this.isLoose && this.hits < size / 4) return this.add(bytes, from, to, isPlain);
    const code = this.codeOf(bytes, from, to, isPlain);
    if (code < size) this.hits++;
    else if (this.size % FEW === 0 && this.hits < size / 4) this.loosen();
    return code;
  }

  /** Code of a text of UTF-8 bytes; -1 for bytes that are none. */
  codeOf(bytes: Uint8Array, from: number, to: number, isPlain: boolean): number {
    this.settle(this.size);
    const hash = hashOf(bytes, from, to);
    const slot = this.slotOf(bytes, from, to, hash);
    const known = this.slots[slot] - 1;
    if (known >= 0) return (this.recent[recentOf(bytes, from)] = known);
    const code = this.add(bytes, from, to, isPlain);
    if (code >= 0) this.take(slot, hash, this.slotted++);
    return code;
  }

  /** Whether texts put are not compared with those before. */
  get isLoose(): boolean {
    return this.slotted < this.size;
  }

  /** Slot of a text, or the free one where it belongs. */
  private slotOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const { slots, starts, arena } = this;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (; slots[slot] > 0; slot = (slot + 2) & mask) {
      if (slots[slot + 1] !== hash) continue;
      const code = slots[slot] - 1;
      const shift = starts[code] - from;
      if (starts[code + 1] - shift !== to) continue;
      let at = from;
      while (at < to && arena[at + shift] === bytes[at]) at++;
      if (at === to) break;
    }
    return slot;
  }

  /** Forgets the slots, which take much room, until a text is looked for. */
  loosen(): void {
    this.slots = new Int32Array(2);
    this.slotted = 0;
  }

  /** Compares the texts before a code, as far as that was not done. */
  settle(to: number): void {
    const { size } = this;
    if (this.slots.length < 4 * size + 4 || (size > 0 && this.slotted === 0)) {
      this.slots = new Int32Array(2 ** (34 - Math.clz32(size)));
      this.slotted = 0;
    }
    while (this.slotted < to) this.place(this.slotted++);
  }

  /**
   * Two walks over all texts, after which `firstOf` is known: for texts that hardly ever come twice, which need no slots then. The first
   * one finds the hashes that several texts have, the second one compares these texts.
   */
  twinWalks(): ((from: number, to: number) => void)[] {
    const { arena, starts } = this;
    const [seen, shared] = [new Uint8Array(HASHES / 8), new Uint8Array(HASHES / 8)];
    const hashAt = (code: number): number => hashOf(arena, starts[code], starts[code + 1]) & (HASHES - 1);
    let twins = 0;
    const find = (from: number, to: number): void => {
      for (let code = from; code < to; code++) {
        const hash = hashAt(code);
        const [at, bit] = [hash >> 3, 1 << (hash & 7)];
        if (seen[at] & bit) {
          shared[at] |= bit;
          twins++;
        }
        seen[at] |= bit;
      }
    };
    const compare = (from: number, to: number): void => {
      // Each twin has at most one partner more than there are twins.
      if (from === 0) this.slots = new Int32Array(2 ** (35 - Math.clz32(twins)));
      for (let code = from; code < to; code++) {
        const hash = hashAt(code);
        if (shared[hash >> 3] & (1 << (hash & 7))) this.place(code);
      }
    };
    return [find, compare];
  }

  /** Gives a text a slot, or the first one that equals it. */
  private place(code: number): void {
    const { arena, starts, size } = this;
    const [from, end] = [starts[code], starts[code + 1]];
    const hash = hashOf(arena, from, end);
    const slot = this.slotOf(arena, from, end, hash);
    const first = this.slots[slot];
    if (!first) return this.take(slot, hash, code);
    if (code >= this.firsts.length) this.firsts = grown(this.firsts, size);
    this.firsts[code] = first;
  }

  private take(slot: number, hash: number, code: number): void {
    this.slots[slot] = code + 1;
    this.slots[slot + 1] = hash;
  }

  /** Code of the first text that equals this one, of those slotted. */
  firstOf(code: number): number {
    return (this.firsts[code] || code + 1) - 1;
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
    const isOdd = HALF.test(text);
    const bytes = encodeUtf8(isOdd ? `-${JSON.stringify(text)}` : text);
    if (isOdd) bytes[0] = ODD;
    return this.codeOf(bytes, 0, bytes.length, true);
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
    return this.codeOf(digits, from, digits.length, true);
  }

  /** Code of one of these texts in another store. */
  codeIn(other: TextStore, code: number): number {
    if (other === this) return code;
    return other.codeOf(this.arena, this.starts[code], this.starts[code + 1], true);
  }

  text(code: number): string {
    const bytes = this.arena.subarray(this.starts[code], this.starts[code + 1]);
    return bytes[0] === ODD ? (JSON.parse(decodeUtf8(bytes.subarray(1))) as string) : decodeUtf8(bytes);
  }

  /** Bytes of all texts. */
  get bytes(): number {
    return this.starts[this.size];
  }

  /** Bytes of a text, and their number: for those who need not know all of it. */
  byteAt(code: number, at: number): number {
    return this.arena[this.starts[code] + at];
  }

  lengthOf(code: number): number {
    return this.starts[code + 1] - this.starts[code];
  }

  private add(bytes: Uint8Array, from: number, to: number, isPlain: boolean): number {
    if (!isPlain && !isUtf8(bytes, from, to)) return -1;
    const code = this.size++;
    const start = this.starts[code];
    const end = start + to - from;
    if (end > this.arena.length) this.arena = grown(this.arena, Math.max(end, this.arena.length * 2));
    const { arena } = this;
    for (let at = start; at < end; at++) arena[at] = bytes[from++];
    if (this.size === this.starts.length) this.starts = grown(this.starts, this.size * 2);
    this.starts[this.size] = end;
    return code;
  }
}

/** Half a surrogate pair without its other half has no bytes of its own: such texts are kept as JSON, behind a byte that no UTF-8 has. */
const HALF = /\p{Cs}/u;
const ODD = 0xff;
const MAX_MISSES = -256;
/** Hashes that are told apart where few texts are expected to come twice: a bit each. */
const HASHES = 1 << 24;
const MIX = 0x9e3779b1;
/** So many texts are compared before it is asked whether that is of use. */
const FEW = 4096;

const recentOf = (bytes: Uint8Array, from: number): number => (bytes[from] * 5 + bytes[from + 1]) & 31;
/** Room for the digits of a number. */
const digits = new Uint8Array(16);
