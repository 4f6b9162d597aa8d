/** Headers as they are compared: case, accents, spaces, dots, dashes and underscores make no difference. */

const MARKS = /[\u0300-\u036f]/g;
const HUMP = /(\p{Ll})(\p{Lu})/gu;
const GAP = /[^\p{L}\p{N}]+/u;
/** Little words between the others: date de la commande, chiffre d'affaires. */
const LITTLE = ['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'of', 'the'];
/** N° commande, Numéro de commande, order number, InvoiceNo. */
const NUMBER = ['numero', 'number', 'num', 'no', 'nr'];

/** `Numéro de commande` -> `ncommande`, `Created (UTC)` -> `createdutc`, `customerId` -> `customerid`. */
export function normaliseHeader(header: string): string {
  const words = header.normalize('NFKD').replace(MARKS, '').replace(HUMP, '$1 $2').toLowerCase().split(GAP);
  const telling = words.filter((word) => !LITTLE.includes(word));
  return (telling.join('') === '' ? words : telling).map((word) => (NUMBER.includes(word) ? 'n' : word)).join('');
}

/** Wrappers that say nothing about the value: HubSpot and JSON:API objects, Airtable records. */
const WRAPPER = /^(?:properties|attributes|fields)\./;

/** Names under which a header may be known, best first: as it is, without wrapper, without what stands in brackets. */
export function headerNames(header: string): string[] {
  const bare = header.replace(WRAPPER, '');
  return [...new Set([header, bare, bare.replace(/\([^)]*\)/g, '')].map(normaliseHeader))].filter((name) => name !== '');
}
