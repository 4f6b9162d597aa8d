/** Values of JSON, byte by byte: those that are passed over, and those that are few enough to be made values of. */
import { decodeUtf8 } from '../raw/utf8.js';
import type { Cursor } from './cursor.js';

const POWERS = Array.from({ length: 16 }, (_, digits) => 10 ** digits);

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** Text of bytes at hand. @throws KpiError `bad-utf8`. */
export function textOf(cursor: Cursor, from: number, to: number): string {
  try {
    return decodeUtf8(cursor.bytes.subarray(from, to));
  } catch {
    return cursor.fault('bad-utf8', 'text in UTF-8', from);
  }
}

/** Passes the string at the cursor; true when it holds no escapes. */
export function passString(cursor: Cursor): boolean {
  const { bytes } = cursor;
  let isPlain = true;
  for (let at = cursor.at + 1; ; at++) {
    const byte = bytes[at];
    if (byte === 34) {
      cursor.at = at + 1;
      return isPlain;
    }
    if (byte === 92) {
      isPlain = false;
      at += passEscape(cursor, at);
    } else if (byte < 32) {
      cursor.stray(at);
    }
  }
}

/** Length of what follows the backslash at a place. */
function passEscape(cursor: Cursor, at: number): number {
  const { bytes } = cursor;
  const mark = String.fromCharCode(bytes[at + 1]);
  if (mark === 'u') {
    for (let digit = at + 2; digit < at + 6; digit++) if (!/[\da-f]/i.test(String.fromCharCode(bytes[digit]))) cursor.stray(digit);
    return 5;
  }
  if (!'"\\/bfnrt'.includes(mark)) cursor.stray(at + 1);
  return 1;
}

/** String at the cursor. */
export function readString(cursor: Cursor): string {
  if (cursor.bytes[cursor.at] !== 34) cursor.stray();
  const from = cursor.at;
  const isPlain = passString(cursor);
  if (isPlain) return textOf(cursor, from + 1, cursor.at - 1);
  return JSON.parse(textOf(cursor, from, cursor.at)) as string;
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
  const key = readString(cursor);
  cursor.colon();
  return key;
}

/** Any value, made by `JSON.parse`: for the few that are no rows. */
export function readValue(cursor: Cursor): unknown {
  const from = cursor.at;
  passValue(cursor);
  return JSON.parse(textOf(cursor, from, cursor.at));
}
