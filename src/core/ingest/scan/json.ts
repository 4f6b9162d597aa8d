/** Values of JSON, byte by byte: those that are passed over, and those that are few enough to be made values of. */
import { badByte, decodeUtf8 } from '../raw/utf8.js';
import type { Cursor } from './cursor.js';

const POWERS = Array.from({ length: 16 }, (_, digits) => 10 ** digits);

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** Text of bytes at hand. @throws KpiError `bad-utf8`. */
export function textOf(cursor: Cursor, from: number, to: number): string {
  try {
    return decodeUtf8(cursor.bytes.subarray(from, to));
  } catch {
    return cursor.fault('bad-utf8', 'text in UTF-8', from + badByte(cursor.bytes.subarray(from, to)));
  }
}

/** Passes the string at the cursor; its text where it holds escapes, else null. */
export function passString(cursor: Cursor): string | null {
  const { bytes, at: from } = cursor;
  let isPlain = true;
  let at = from + 1;
  for (let byte = bytes[at]; byte !== 34; byte = bytes[++at]) {
    if (byte < 32) cursor.stray(at);
    if (byte !== 92) continue;
    isPlain = false;
    // What is escaped ends nothing.
    if (bytes[at + 1] > 31) at++;
  }
  cursor.at = at + 1;
  if (isPlain) return null;
  const text = textOf(cursor, from, at + 1);
  try {
    return JSON.parse(text) as string;
  } catch {
    return cursor.stray(from);
  }
}

/** Number at the cursor, the double that `JSON.parse` makes of it, but 0 for -0. */
export function readNumber(cursor: Cursor): number {
  const { bytes, at: from } = cursor;
  let at = from;
  const isNegative = bytes[at] === 45;
  let byte = isNegative ? bytes[++at] : bytes[at];
  if (!isDigit(byte)) cursor.stray(at);
  const isZero = byte === 48;
  const first = at;
  let number = 0;
  for (; isDigit(byte); byte = bytes[++at]) number = number * 10 + byte - 48;
  if (isZero && at > first + 1) cursor.stray(first);
  let digits = at - first;
  let decimals = 0;
  if (byte === 46) {
    byte = bytes[++at];
    if (!isDigit(byte)) cursor.stray(at);
    for (; isDigit(byte); byte = bytes[++at]) {
      number = number * 10 + byte - 48;
      decimals++;
    }
    digits += decimals;
  }
  if ((byte | 32) === 101) {
    byte = bytes[++at];
    if (byte === 43 || byte === 45) byte = bytes[++at];
    if (!isDigit(byte)) cursor.stray(at);
    while (isDigit(bytes[at])) at++;
    digits = Infinity;
  }
  cursor.wait(at);
  cursor.at = at;
  // Whole numbers to 10^15 and powers of ten to 10^15 are exact, and so is the rounding of their quotient.
  if (digits > 15) return Number(textOf(cursor, from, at)) || 0;
  if (decimals) number /= POWERS[decimals];
  return isNegative ? 0 - number : number;
}

/** Passes `true`, `false` or `null`; its first byte. */
export function passWord(cursor: Cursor): number {
  const { bytes, at } = cursor;
  const first = bytes[at];
  const word = first === 116 ? 'true' : first === 102 ? 'false' : 'null';
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) cursor.stray(at + i);
  cursor.at += word.length;
  return first;
}

/** Passes any value. */
export function passValue(cursor: Cursor): void {
  const byte = cursor.bytes[cursor.at];
  if (byte === 34) passString(cursor);
  else if (byte === 123 || byte === 91) passList(cursor, byte === 123);
  else if (byte === 45 || isDigit(byte)) readNumber(cursor);
  else passWord(cursor);
}

function passList(cursor: Cursor, isObject: boolean): void {
  const close = isObject ? 125 : 93;
  cursor.enter();
  for (let byte = cursor.space(); byte !== close;) {
    if (isObject) readKey(cursor);
    passValue(cursor);
    byte = cursor.comma(close);
  }
  cursor.leave();
}

/** Passes a key and its colon. */
export function readKey(cursor: Cursor): string {
  const { bytes, at } = cursor;
  if (bytes[at] !== 34) cursor.stray();
  const key = passString(cursor) ?? textOf(cursor, at + 1, cursor.at - 1);
  cursor.colon();
  return key;
}

/** Any value, made by `JSON.parse`: for the few that are no rows. */
export function readValue(cursor: Cursor): unknown {
  const from = cursor.at;
  passValue(cursor);
  return JSON.parse(textOf(cursor, from, cursor.at));
}
