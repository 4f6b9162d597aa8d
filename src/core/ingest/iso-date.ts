/** The fast way for ISO dates, character by character; everything else is left to the patterns of date-text.ts. */
import type { DateParts } from './date-parts.js';

const ZERO = 48;
const DASH = 45;
const SLASH = 47;
const DOT = 46;
const COLON = 58;

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at) - ZERO;
  return code >= 0 && code <= 9 ? code : NaN;
}

/** Two digits as a number, NaN when they are none. */
function pair(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

/** Place after `.123`, or `at` when there is no fraction. */
function afterFraction(text: string, at: number): number {
  const mark = text[at];
  if (mark !== '.' && mark !== ',') return at;
  let end = at + 1;
  while (digit(text, end) >= 0) end++;
  return end === at + 1 ? at : end;
}

/** Seconds east of UTC of `Z`, `+01:00`, `+0100`, `+01`, up to the end of the text; NaN for anything else. */
function offsetOf(text: string, at: number): number {
  const left = text.length - at;
  const sign = text[at];
  if (left === 1) return sign === 'Z' || sign === 'z' ? 0 : NaN;
  if (sign !== '+' && sign !== '-') return NaN;
  const minutes =
    left === 3 ? 0 : left === 5 ? pair(text, at + 3) : left === 6 && text.charCodeAt(at + 3) === COLON ? pair(text, at + 4) : NaN;
  const seconds = pair(text, at + 1) * 3600 + minutes * 60;
  return minutes > 59 || seconds > 64800 ? NaN : sign === '-' ? -seconds : seconds;
}

function readTime(text: string, into: DateParts): boolean {
  into.second = pair(text, 11) * 3600 + pair(text, 14) * 60;
  if (!(pair(text, 11) < 24 && pair(text, 14) < 60) || text.charCodeAt(13) !== COLON) return false;
  let at = 16;
  if (text.charCodeAt(at) === COLON) {
    const seconds = pair(text, at + 1);
    if (!(seconds < 60)) return false;
    into.second += seconds;
    at = afterFraction(text, at + 3);
  }
  into.kind = 'local';
  if (at === text.length) return true;
  if (text[at] === ' ') at++;
  into.kind = 'instant';
  into.offset = offsetOf(text, at);
  return !Number.isNaN(into.offset);
}

/** Reads `2011-12-09`, `2011/12/09 08:26`, `2026-01-05T10:00:00.5Z`, `2026-01-05 10:00:00 +0100`; false when it is written otherwise. */
export function readIso(text: string, into: DateParts): boolean {
  if (text.length < 10 || text.length > 40) return false;
  const mark = text.charCodeAt(4);
  if ((mark !== DASH && mark !== SLASH && mark !== DOT) || text.charCodeAt(7) !== mark) return false;
  into.year = pair(text, 0) * 100 + pair(text, 2);
  into.month = pair(text, 5);
  into.day = pair(text, 8);
  if (Number.isNaN(into.year + into.month + into.day)) return false;
  into.form = 'date:iso';
  into.kind = 'civil';
  if (text.length === 10) return true;
  const gap = text[10];
  return (gap === 'T' || gap === ' ' || gap === 't') && readTime(text, into);
}
