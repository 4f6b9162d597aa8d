/** Rows of one table that pass a filter, as a bitmap filled in one tight loop. */
import { Bitmap } from '../table/bitmap.js';
import type { CodeColumn } from '../table/dataset.js';

/** What a row must satisfy; null parts ask nothing. */
export interface RowTests {
  readonly length: number;
  /** null: the table has no day of its own. A missing day fails when there is a first one. */
  readonly day: Int32Array | null;
  readonly from: number;
  readonly asOf: number;
  readonly channel: CodeTest | null;
  readonly country: CountryTest | null;
  /** By customer row: in the chosen segments. Rows without a customer fail. */
  readonly segment: Uint8Array | null;
  /** Customer of each row; null: the rows are the customers. */
  readonly customer: Int32Array | null;
}

export interface CodeTest {
  readonly codes: Int32Array;
  /** By code. */
  readonly passes: Uint8Array;
}

export interface CountryTest {
  readonly own: CodeTest | null;
  /** By customer row, for rows without a country of their own. */
  readonly customerPasses: Uint8Array;
}

export interface PassedRows {
  readonly rows: Bitmap;
  readonly afterAsOf: number;
  readonly filtered: number;
}

/** Every row, without looking at any. */
export function allRows(length: number): PassedRows {
  return { rows: Bitmap.full(length), afterAsOf: 0, filtered: 0 };
}

/** Test of a column against chosen values; a value that the column does not hold lets nothing through. */
export function codeTest(column: CodeColumn | null, chosen: readonly string[]): CodeTest | null {
  if (column === null) return null;
  const wanted = new Set(chosen);
  return { codes: column.codes, passes: Uint8Array.from(column.values, (value) => (wanted.has(value) ? 1 : 0)) };
}

/** A column that is not there: every row fails. */
export function failingTest(length: number): CodeTest {
  return { codes: new Int32Array(length).fill(-1), passes: new Uint8Array(0) };
}

function ownerOf(tests: RowTests, row: number): number {
  return tests.customer === null ? row : tests.customer[row];
}

function passesCountry(tests: RowTests, country: CountryTest, row: number): boolean {
  const code = country.own === null ? -1 : country.own.codes[row];
  if (code >= 0) return country.own!.passes[code] === 1;
  const owner = ownerOf(tests, row);
  return owner >= 0 && country.customerPasses[owner] === 1;
}

/** Rows that pass, and how many do not: because they lie after the as-of day, or for another reason. */
export function filterRows(tests: RowTests): PassedRows {
  const { length, day, from, asOf, channel, country, segment } = tests;
  const rows = new Bitmap(length);
  const { words } = rows;
  let afterAsOf = 0;
  let passed = 0;
  for (let row = 0; row < length; row++) {
    if (day !== null) {
      if (day[row] > asOf) {
        afterAsOf++;
        continue;
      }
      if (day[row] < from) continue;
    }
    if (channel !== null && !(channel.codes[row] >= 0 && channel.passes[channel.codes[row]] === 1)) continue;
    if (country !== null && !passesCountry(tests, country, row)) continue;
    if (segment !== null && !(segment[ownerOf(tests, row)] === 1)) continue;
    words[row >>> 5] |= 1 << (row & 31);
    passed++;
  }
  return { rows, afterAsOf, filtered: length - afterAsOf - passed };
}
