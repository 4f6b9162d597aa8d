import { textOf } from './read-texts.js';

export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

const YES_WORDS = ['true', '1', 'yes', 'y', 'oui', 'o', 'vrai', 'x'];
const NO_WORDS = ['false', '0', 'no', 'n', 'non', 'faux'];

/** 1 for yes, 0 for no, 2 for everything else. */
export function flagOf(value: unknown): number {
  const word = textOf(value).toLowerCase();
  return YES_WORDS.includes(word) ? YES : NO_WORDS.includes(word) ? NO : UNKNOWN;
}
