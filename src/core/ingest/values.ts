/** Plain values: texts, identities, numbers, flags. */

/** Nothing stands here. */
export const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

/** No name or code is longer: what follows is cut off, so that no text can hold a page for long. */
const LONGEST = 500;

/** Trimmed text of a value; '' for nothing and for anything that is no plain value. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim().slice(0, LONGEST);
  return typeof value === 'bigint' || typeof value === 'boolean' || Number.isFinite(value) ? String(value) : '';
}

/** Identity in a value, '' for what systems write where there is none: databases, data frames, analytics. */
export const identityOf = (value: unknown): string => textOf(value).replace(/^(null|nan|none|undefined|n\/a|\(not set\))$/i, '');

/** Plain number of a value, NaN for anything else. */
export const numberOf = (value: unknown): number => +(textOf(value) || NaN);

/** Whole number >= 0: 1234, `1 234`; undefined for anything else. */
export function countOf(value: unknown): number | undefined {
  const count = +(textOf(value).replace(/\s/g, '') || NaN);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** 1 for yes, 0 for no, 2 for everything else. */
export function flagOf(value: unknown): number {
  const word = textOf(value).toLowerCase();
  return /^(true|1|y|yes|o|oui|vrai|x)$/.test(word) ? 1 : /^(false|0|n|no|non|faux)$/.test(word) ? 0 : 2;
}

export type Counts = Map<string, number>;

export const addOne = (counts: Counts, word: string): unknown => counts.set(word, (counts.get(word) ?? 0) + 1);

/** Words and how often they come, the commonest first. */
export const ranked = (counts: Counts): [string, number][] => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

/** `EUR (12), USD (3)`. */
export const listed = (counts: readonly [string, number][]): string => counts.map(([word, count]) => `${word} (${count})`).join(', ');
