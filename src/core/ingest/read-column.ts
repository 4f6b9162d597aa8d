/** Raw columns -> typed ones. Texts are understood once each, however many rows hold them. */
import type { Reader } from './date-reader.js';
import type { Job, Steps } from './job.js';
import { perText } from './per-text.js';
import { NUMBER, TEXT, isFilled } from './raw/raw-column.js';
import type { RawColumn } from './raw/raw-column.js';
import type { TextStore } from './raw/text-store.js';
import { LONGEST, addTo, cut, flagOf, isNothing, ranked } from './values.js';
import type { Counts } from './values.js';

/** @internal Texts of rows: code -1 where nothing stands; equal codes are equal texts. */
export interface Codes {
  readonly codes: Int32Array;
  readonly texts: TextStore;
}

const UNSEEN = -2;

/**
 * How texts are cleaned: without the space around them; 0 is nothing (the customer of guests, the parent of nothing) but in a row's own
 * `id`; in small letters.
 */
export type Cleaning = 'text' | 'id' | 'ref' | 'mail';

/** Lengths of `-`, `\N`, `nan`, `null`, `undefined`, `(not set)`, and their first bytes. */
const NOTHING_LENGTHS = [1, 2, 3, 4, 9];
const NOTHING_BYTES = [0x2d, 0x5c, 0x6e, 0x4e, 0x75, 0x55, 0x28];

/** Whether a text is clean: told by its bytes, false where only the text itself can tell. */
function isClean(texts: TextStore, code: number, cleaning: Cleaning): boolean {
  const length = texts.lengthOf(code);
  const [first, last] = [texts.byteAt(code, 0), texts.byteAt(code, length - 1)];
  if (length > LONGEST || first <= 32 || first > 126 || last <= 32 || last > 126) return false;
  // 0, 0000-00-00
  if (first === 48 ? length === 1 || texts.byteAt(code, 4) === 45 : NOTHING_LENGTHS.includes(length) && NOTHING_BYTES.includes(first))
    return false;
  for (let at = 0; cleaning === 'mail' && at < length; at++) {
    const byte = texts.byteAt(code, at);
    if (byte > 126 || (byte >= 65 && byte <= 90)) return false;
  }
  return true;
}

/** Code of the clean text, -1 for nothing. */
function cleanCode(texts: TextStore, code: number, cleaning: Cleaning): number {
  if (isClean(texts, code, cleaning)) return texts.firstOf(code);
  const text = cut(texts.text(code));
  if (isNothing(text) || (text === '0' && cleaning !== 'text' && cleaning !== 'id')) return -1;
  return texts.codeOfText(cleaning === 'mail' ? text.toLowerCase() : text);
}

/** Texts of the good rows. What is no plain value is no text. */
export function* readCodes(job: Job, column: RawColumn, fates: Uint8Array, cleaning: Cleaning): Steps<Codes> {
  const { texts } = column;
  const { isLoose } = texts;
  for (const walk of isLoose ? texts.twinWalks() : []) yield* job.slices(texts.size, walk);
  const codes = new Int32Array(fates.length).fill(-1);
  const clean = new Int32Array(texts.size).fill(UNSEEN);
  const ofText = (cell: number): number => (clean[cell] === UNSEEN ? (clean[cell] = cleanCode(texts, cell, cleaning)) : clean[cell]);
  const ofOther = (kind: number, cell: number): number => {
    if (kind !== NUMBER) return texts.codeOfText(String(column.read(kind, cell)));
    return cell !== 0 || cleaning === 'text' || cleaning === 'id' ? texts.codeOfNumber(cell) : -1;
  };
  yield* job.cells(column, fates.length, (cells, row, kind, kinds) => {
    for (let at = 0; at < cells.length; at++, row++) {
      const cell = cells[at];
      const sort = kinds ? kinds[at] : kind;
      if (fates[row] !== 0 || !isFilled(sort, cell)) continue;
      if (sort !== TEXT) codes[row] = ofOther(sort, cell);
      else if (cell >= 0) codes[row] = ofText(cell);
    }
  });
  if (isLoose) texts.loosen();
  return { codes, texts };
}

/** Flags of the good rows: 1 for yes, 0 for no, 2 for everything else. */
export function* readFlags(job: Job, column: RawColumn, fates: Uint8Array): Steps<Uint8Array> {
  const { codes, texts } = yield* readCodes(job, column, fates, 'text');
  const flagAt = perText({ codes, texts }, 2, (_, code) => flagOf(texts.text(code)));
  return Uint8Array.from(codes, (_, row) => flagAt(row));
}

/** Rows of good fate that hold each text. */
export function* countTexts(job: Job, column: RawColumn, fates: Uint8Array): Steps<Int32Array> {
  const counts = new Int32Array(column.texts.size);
  if (counts.length)
    yield* job.cells(column, fates.length, (cells, row, kind, kinds) => {
      for (let at = 0; at < cells.length; at++, row++)
        if (fates[row] === 0 && cells[at] >= 0 && (kinds ? kinds[at] : kind) === TEXT) counts[cells[at]]++;
    });
  return counts;
}

/** @internal What a column of dates or amounts turned out to be. */
export interface Found {
  /** NaN where nothing stands. */
  readonly cells: Float64Array;
  /** Rows with something. */
  readonly given: number;
  /** Rows with something that nobody can read. */
  readonly bad: readonly number[];
  /** Some texts fit two ways, and nothing tells which. */
  readonly isGuess: boolean;
  /** Way that is known now. */
  readonly known: number | undefined;
  /** How the values were written, the commonest first. */
  readonly formats: readonly string[];
}

/** @internal What each text stands for: Infinity for nothing, NaN for none. `votes`: rows by what their texts prove. */
class TextValues {
  readonly votes = [0, 0, 0, 0, 0];
  readonly values: Float64Array;
  readonly forms: Counts = new Map();

  constructor(
    private readonly texts: TextStore,
    private readonly counts: Int32Array,
    private readonly reader: Reader,
  ) {
    this.values = new Float64Array(counts.length).fill(Infinity);
  }

  private keep(code: number, value: number | undefined): void {
    this.values[code] = value ?? Infinity;
    if (value !== undefined && value === value && this.reader.form) addTo(this.forms, this.reader.form, this.counts[code]);
  }

  /** Reads a text that fits in one way only; all others are proofs. */
  prove(code: number): void {
    const { texts, counts, reader, votes } = this;
    if (counts[code] === 0) return;
    const plain = reader.plain?.(texts, code);
    if (plain !== undefined) {
      this.keep(code, plain);
      if (reader.form) votes[0] += counts[code];
      else votes[4] += +(texts.lengthOf(code) < 4);
      counts[code] = 0;
    } else {
      const text = texts.text(code);
      reader.proofs.forEach((proof, at) => (votes[at] += +proof.test(text) && counts[code]));
    }
  }

  read(code: number, way: number, isTie: boolean): void {
    const { texts, counts, reader } = this;
    if (counts[code] === 0) return;
    const text = texts.text(code);
    const other = isTie ? reader.text(text, 1 - way)! : NaN;
    const value = reader.text(text, way);
    this.keep(code, other - value! ? NaN : Number.isNaN(value) ? reader.text(text, 1 - way) : value);
  }
}

/**
 * Reads dates or amounts of good rows. Texts that fit two ways (12/03/2024, 1,234) are read as more of the others prove (not at all
 * where as many prove the contrary), else in the way that is known already, else in the reader's likelier one; what fits one way alone
 * is read in this one.
 */
export function* readWays(job: Job, column: RawColumn, fates: Uint8Array, reader: Reader, known?: number): Steps<Found> {
  const ofText = new TextValues(column.texts, yield* countTexts(job, column, fates), reader);
  const { votes, values, forms } = ofText;
  yield* job.each(values.length, (code) => ofText.prove(code));
  const isProven = votes[0] + votes[1] > 0;
  const isTie = isProven && votes[0] === votes[1];
  const way = isProven ? +(votes[1] > votes[0]) : (known ?? +(votes[3] === votes[2] && votes[4] > 0));
  yield* job.each(values.length, (code) => ofText.read(code, way, isTie));
  const cells = new Float64Array(fates.length).fill(NaN);
  const bad: number[] = [];
  let given = 0;
  // Most rows are written as the one before.
  let [form, run] = ['', 0];
  const read = (row: number, kind: number, cell: number): void => {
    let value;
    if (kind === TEXT) value = cell < 0 ? NaN : values[cell];
    else {
      value = kind === NUMBER ? reader.number(cell) : reader.stamp(cell, column.tails);
      if (reader.form !== form) {
        if (run) addTo(forms, form, run);
        [form, run] = [reader.form, 0];
      }
      if (value === value) run++;
    }
    if (value === Infinity) return;
    given++;
    if (value === value) cells[row] = value;
    else bad.push(row);
  };
  yield* job.cells(column, fates.length, (block, row, kind, kinds) => {
    for (let at = 0; at < block.length; at++, row++) {
      const sort = kinds ? kinds[at] : kind;
      if (fates[row] === 0 && isFilled(sort, block[at])) read(row, sort, block[at]);
    }
  });
  if (run) addTo(forms, form, run);
  forms.delete('');
  const isGuess = votes[2] > 0 && !isProven && known === undefined;
  return { cells, given, bad, isGuess, known: isProven ? way : known, formats: ranked(forms).map(([one]) => one) };
}
