/** Words of the systems' exports, English and French, by what they contain: normalised, the first that fits. */
import { normaliseHeader } from './header-name.js';
import type { RowReason } from './report.js';

/** Whether an order counts (G4). `refunded`: it does, and all of it was paid back. */
export type Standing = 'valid' | 'refunded' | RowReason;

const STATUSES: readonly (readonly [Standing, RegExp])[] = [
  ['test-order', /^test$/],
  ['valid', /^(not|non)(refund|rembours)/],
  [
    'status-pending',
    /^(un|not|non|dis|in)(paid|captur|valid|confirm|approv|complet)|pending|hold|unpaid|draft|authoriz|partiallypaid|review|awaitingpay|requires|scheduled|qualifiedto|decisionmaker|contractsent|attente|apayer|nonpaye|brouillon|devis|autoris|suspend|^(open|new|nouve.*|f(alse|aux)?|no?n?)$/,
  ],
  ['status-failed', /fail|declin|reject|error|denied|uncollect|refuse|echou|echec|impaye|erreur/],
  ['status-cancelled', /cancel|void|expire|lost$|trash|delete|abandon|return|annul|perdu|retourn|supprim/],
  ['valid', /partial.*refund|partiel.*rembours|^(t(rue)?|y(es)?|oui|vrai)$/],
  ['refunded', /refund|rembours|chargeback/],
  [
    'valid',
    /paid|process|complete|fulfil|succe|captured|ship|deliver|won$|approved|accept|confirm|invoiced|settled|awaiting|paye|valid|trait|cours|prepar|expedi|livr|termin|factur|encaiss|sold|signe|gagn|regle/,
  ],
];
const STAGES: readonly (readonly [string, RegExp])[] = [
  ['opportunity', /opportun|sql|salesq|devis/],
  ['mql', /mql|qualif/],
  ['customer', /customer|client|evangelist|ambassad/],
  ['lead', /lead|subscri|prospect|^new$|nouveau|contact|abonne/],
];

const meaning = <T>(list: readonly (readonly [T, RegExp])[], text: string): T | undefined => {
  const word = normaliseHeader(text);
  return list.find(([, pattern]) => pattern.test(word))?.[0];
};

/** What a status means; undefined when no system we know uses it. */
export const statusOf = (text: string): Standing | undefined => meaning(STATUSES, text);

/** lead, mql, opportunity, customer; words of no known system stay as they are. */
export const stageOf = (text: string): string => meaning(STAGES, text) ?? text;
