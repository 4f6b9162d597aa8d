/** Plain values: texts, identities, numbers, flags. */

const NOTHING = /^([-–—]?|null|nan|nat|none|undefined|\\n|n\/a|\(not set\)|000[01]-0[01]-0[01].*)$/i;

/** What spreadsheets, databases, data frames and analytics write where there is nothing. */
export const isNothing = (text: string): boolean => NOTHING.test(text.trim());

/** No name or code is longer: what follows is cut off, so that no text can hold a page for long. */
export const LONGEST = 500;

export const cut = (text: string): string => text.trim().slice(0, LONGEST);

/** Plain number of a text, NaN for anything else. */
export const numberOf = (text: string): number => +(text.trim() || NaN);

/** 1 for yes, 0 for no, 2 for everything else. */
export function flagOf(text: string): number {
  const word = text.trim().toLowerCase();
  return /^(t|true|1|y|yes|o|oui|vrai|x)$/.test(word) ? 1 : /^(f|false|0|n|no|non|faux)$/.test(word) ? 0 : 2;
}

export type Counts = Map<string, number>;

export const addTo = (counts: Counts, word: string, count = 1): unknown => counts.set(word, (counts.get(word) ?? 0) + count);

/** Words and how often they come, the commonest first. */
export const ranked = (counts: Iterable<[string, number]>): [string, number][] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

/** `EUR (12), USD (3)`. */
export const listed = (counts: readonly [string, number][]): string => counts.map(([word, count]) => `${word} (${count})`).join(', ');
