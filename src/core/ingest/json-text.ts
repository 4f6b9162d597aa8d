/** JSON text -> value, behind checks that say what is wrong in words a person can act on. */
import { KpiError } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import type { DatasetInput } from './input.js';

/** No table of ours nests deeper; far below what overflows a stack. */
const MAX_DEPTH = 64;
/** Brackets of a text that may be too deep: some may stand in strings. */
const SUSPECT = /(?:[[{][^[\]{}]*){65}/;
const SPACE = /[ \t\n\r]*/y;
/** A string without its closing quote. */
const STRING = /"[ !#-[\]-\u{10ffff}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\u{10ffff}]*)*/uy;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;

/**
 * Place of the first character that JSON does not allow (the length of a text that ends too soon) or of the first bracket that is
 * too deep, and the depth there. Engines word their errors differently and some give no place.
 */
export function faultAt(text: string): [at: number, depth: number] {
  const open: string[] = [];
  let at = 0;
  /** What may stand next: a space for any value or a tab for a key, then marks. */
  let next = ' ';
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const isFit = pattern.test(text);
    if (isFit) at = pattern.lastIndex;
    return isFit;
  };
  for (;;) {
    skip(SPACE);
    const mark = text[at];
    const top = open[open.length - 1];
    const after = top ? `,${top}` : '';
    if (mark === '"' && /\s/.test(next) && skip(STRING) && text[at] === '"') next = next[0] === '\t' ? ':' : after;
    else if (next[0] === ' ' && /[[{]/.test(mark)) {
      if (open.push(mark === '{' ? '}' : ']') > MAX_DEPTH) return [at, open.length];
      next = mark === '{' ? '\t}' : ' ]';
    } else if (next[0] === ' ' && skip(WORD)) {
      next = after;
      continue;
    } else if (!mark || !next.includes(mark)) return [at, open.length];
    else if (/[,:]/.test(mark)) next = mark === ',' && top === '}' ? '\t' : ' ';
    else {
      open.pop();
      next = open.length ? `,${open[open.length - 1]}` : '';
    }
    at++;
  }
}

function refuse(code: ErrorCode, rule: string, text: string, at: number): never {
  const lines = text.slice(0, at).split('\n');
  const [line, column] = [lines.length, lines[lines.length - 1].length + 1];
  const got = text.slice(Math.max(0, at - 20), at + 20).replace(/\p{C}+/gu, ' ');
  throw new KpiError(code, `data: ${rule}; got line ${line}, column ${column}: ${got}`, {
    details: { ...(at < 0 ? {} : { line, column }), got },
  });
}

/**
 * Value of a JSON text.
 * @throws KpiError `empty-input`, `html-instead-of-json`, `too-deep` (beyond 64 levels), `bad-json` (with line, column, excerpt).
 */
export function parseJsonText(given: string): DatasetInput {
  const text = given.replace(/^\ufeff/, '');
  const start = text.search(/\S/);
  if (start < 0) refuse('empty-input', 'JSON', text, -1);
  if (text[start] === '<') refuse('html-instead-of-json', 'JSON, not a page', text.slice(start), -1);
  const isSuspect = SUSPECT.test(text);
  try {
    if (!isSuspect) return JSON.parse(text) as DatasetInput;
  } catch {
    // The place of the fault is found below.
  }
  const [at, depth] = faultAt(text);
  if (depth > MAX_DEPTH) refuse('too-deep', `at most ${MAX_DEPTH} levels`, text, at);
  if (!isSuspect || depth || at < text.length) refuse('bad-json', 'valid JSON', text, at);
  return JSON.parse(text) as DatasetInput;
}
