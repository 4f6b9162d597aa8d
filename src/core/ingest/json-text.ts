/** JSON text -> value, behind checks that say what is wrong in words a person can act on. */
import { KpiError } from '../errors.js';
import type { DatasetInput } from './input.js';
import { faultAt } from './json-fault.js';

/** No table of ours nests deeper; far below what overflows a stack. */
const MAX_DEPTH = 64;
const AROUND = 20;

const QUOTE = 34;
const BACKSLASH = 92;

/** Place of the first bracket beyond the depth allowed, -1 when there is none. Brackets inside strings do not count. */
function tooDeepAt(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if ((code | 32) === 123 && ++depth > MAX_DEPTH) return at;
    else if ((code | 32) === 125) depth--;
  }
  return -1;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

/** Short stretch of the text around a place, on one line. */
function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - AROUND), at + AROUND).replace(/\p{C}+/gu, ' ');
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: at - lastBreak };
}

function refuse(code: 'bad-json' | 'too-deep', rule: string, text: string, at: number): never {
  const { line, column } = placeOf(text, at);
  const near = excerpt(text, at);
  throw new KpiError(code, `${rule}; got line ${line}, column ${column}: ${near}`, { details: { line, column, got: near } });
}

/**
 * Value of a JSON text.
 * @throws KpiError `empty-input`, `html-instead-of-json`, `too-deep` (beyond 64 levels), `bad-json` (with line, column, excerpt).
 */
export function parseJsonText(given: string): DatasetInput {
  const text = given.charCodeAt(0) === 0xfeff ? given.slice(1) : given;
  const first = /\S/.exec(text)?.[0];
  if (first === undefined)
    throw new KpiError('empty-input', 'data holds JSON: check that the file or answer is not empty; got nothing', { details: { got: '' } });
  if (first === '<') {
    const got = excerpt(text.trimStart(), 0);
    throw new KpiError(
      'html-instead-of-json',
      `data is JSON: check the address, the server answered with a page (error, sign-in…); got ${got}`,
      { details: { got } },
    );
  }
  const deep = tooDeepAt(text);
  if (deep >= 0) refuse('too-deep', `data nests at most ${MAX_DEPTH} levels: give tables as lists of flat objects`, text, deep);
  try {
    return JSON.parse(text) as DatasetInput;
  } catch {
    return refuse('bad-json', 'data is valid JSON: correct it at this place', text, faultAt(text));
  }
}
