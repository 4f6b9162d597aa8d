/** Headers as they are compared: case, accents, spaces, dots, dashes and underscores make no difference. */

const MARKS = /[\u0300-\u036f]/g;
const NOT_NAME = /[^\p{L}\p{N}]/gu;

/** `N° commande` -> `ncommande`, `Created (UTC)` -> `createdutc`. */
export function normaliseHeader(header: string): string {
  return header.normalize('NFKD').replace(MARKS, '').replace(NOT_NAME, '').toLowerCase();
}

/** Wrappers that say nothing about the value: HubSpot and JSON:API objects, Airtable records. */
const WRAPPER = /^(?:properties|attributes|fields)\./;

/** Names under which a header may be known, best first: as it is, without wrapper, without what stands in brackets. */
export function headerNames(header: string): string[] {
  const bare = header.replace(WRAPPER, '');
  return [...new Set([header, bare, bare.replace(/\([^)]*\)/g, '')].map(normaliseHeader))].filter((name) => name !== '');
}
