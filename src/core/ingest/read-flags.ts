import { textOf } from './read-texts.js';
import type { TableRead } from './read-context.js';
import type { Steps } from './progress.js';

export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

const YES_WORDS = new Set(['true', '1', 'yes', 'y', 'oui', 'o', 'vrai', 'x']);
const NO_WORDS = new Set(['false', '0', 'no', 'n', 'non', 'faux']);

/** 1 for yes, 0 for no, 2 for everything else. */
export function flagOf(value: unknown): number {
  const word = textOf(value).toLowerCase();
  return YES_WORDS.has(word) ? YES : NO_WORDS.has(word) ? NO : UNKNOWN;
}

/** Yes-or-no column: 1, 0, or 2 where unknown; null when the table has no such column. */
export function* readFlags(read: TableRead, column: string): Steps<Uint8Array | null> {
  const match = read.matches.get(column);
  if (match === undefined) return null;
  const value = read.source.value(match.header);
  const flags = new Uint8Array(read.source.length).fill(UNKNOWN);
  yield* read.walker.walk(flags.length, (row) => {
    if (read.ledger.isGood(row)) flags[row] = flagOf(value(row));
  });
  match.format = 'flag';
  return flags;
}
