/** Month names in English and French, by their first letters (accents removed): own table, no Intl. */
const STEMS: readonly (readonly [string, number])[] = [
  ['jan', 1],
  ['feb', 2],
  ['fev', 2],
  ['mar', 3],
  ['apr', 4],
  ['avr', 4],
  ['may', 5],
  ['mai', 5],
  ['jun', 6],
  ['juin', 6],
  ['jul', 7],
  ['juil', 7],
  ['aug', 8],
  ['aou', 8],
  ['sep', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
];
const FULL =
  'january february march april may june july august september october november december ' +
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre sept';
const NAMES = FULL.split(' ');

/** Month 1…12 of `March`, `mar.`, `févr.`, `Août`; 0 for anything else. */
export function monthOf(word: string): number {
  const name = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
  const isName = name.length >= 3 && NAMES.some((full) => full.startsWith(name));
  return isName ? (STEMS.find(([stem]) => name.startsWith(stem))?.[1] ?? 0) : 0;
}
