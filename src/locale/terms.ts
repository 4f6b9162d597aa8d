/**
 * Every word that a widget may say. `en.ts` and `fr.ts` implement this type, so a missing term does not compile.
 * Terms with values are functions; numbers arrive already formatted unless a plural depends on them.
 */
import type { BaseTerms } from './base-terms.js';

export type Language = 'en' | 'fr';
export type { BaseTerms };

/** Words of the base class. Words of one widget live beside these in `<widget>-terms.ts` and load with that widget only. */
export type Terms = BaseTerms;
