/** Words and formats together, as a widget receives them. */
import { baseEn } from './base-en.js';
import { baseFr } from './base-fr.js';
import type { Formatter } from './formatter.js';
import { createFormatter } from './intl-formatter.js';
import type { Language, Terms } from './terms.js';

/** Words and numbers in the person's language. */
export interface Speech {
  readonly terms: Terms;
  readonly format: Formatter;
}

const made: Record<string, Speech> = {};

/** Language of the words for a BCP 47 tag: French for `fr` and all its regions, else English. */
export function languageOf(tag: string): Language {
  return /^fr\b/i.test(tag) ? 'fr' : 'en';
}

/**
 * Speech for a locale of the formats and a language of the words. The same arguments give the same object.
 * @param locale BCP 47 tag that `Intl` knows; anything else falls back to `language`.
 */
export function createSpeech(locale: string, language: Language): Speech {
  return (made[locale + language] ??= { terms: language === 'fr' ? baseFr : baseEn, format: createFormatter(locale, language) });
}
