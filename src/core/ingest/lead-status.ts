/** Stages of a contact in the systems' words -> lead, mql, opportunity, customer. */
import { normaliseHeader } from './header-name.js';

const WORDS: Readonly<Record<string, string>> = {
  lead: 'lead subscriber prospect nouveau new contact abonne',
  mql: 'mql marketingqualifiedlead prospectqualifie leadqualifie qualified qualifie',
  opportunity: 'opportunity sql salesqualifiedlead opportunite devisenvoye',
  customer: 'customer evangelist client ambassadeur',
};

const STAGES = new Map(Object.entries(WORDS).flatMap(([stage, words]) => words.split(' ').map((word): [string, string] => [word, stage])));

/** Stage of a word; words of no known system stay as they are. */
export function leadStatusOf(text: string): string {
  return STAGES.get(normaliseHeader(text)) ?? text;
}
