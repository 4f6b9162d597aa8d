/** Little words between the others: date de la commande, chiffre d'affaires. */
const LITTLE = /^(d|de|du|des|l|la|le|les|of|the)$/;
/** N° commande, Numéro de commande, order number, InvoiceNo. */
const NUMBER = /^(numero|number|num|no|nr)$/;
/** What says nothing: wrappers of HubSpot, JSON:API, Airtable and GA4; `(UTC)`, `(EUR)`. */
const SILENT = /^(properties|attributes|fields|event_params)\.|\([a-z]{3}\)/gi;

/**
 * Headers as they are compared: case, accents, spaces, dots, dashes and underscores make no difference.
 * `Numéro de commande` -> `ncommande`, `Created (UTC)` -> `created`, `customerId` -> `customerid`.
 */
export function normaliseHeader(header: string): string {
  const words = header
    .replace(SILENT, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const telling = words.filter((word) => !LITTLE.test(word));
  return (telling.join('') ? telling : words).map((word) => word.replace(NUMBER, 'n')).join('');
}
