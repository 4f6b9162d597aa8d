/** Currencies: codes, minor digits, and the marks that stand beside amounts. */

const NO_MINOR = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE_MINOR = 'BHD IQD JOD KWD LYD OMR TND';
const MARKS: readonly (readonly [string, string])[] = [
  ['€', 'EUR'],
  ['EURO', 'EUR'],
  ['EUROS', 'EUR'],
  ['£', 'GBP'],
];

/** Decimal digits of one minor unit by ISO 4217: EUR 2, JPY 0, TND 3; 2 when the currency is unknown. */
export function minorDigitsOf(currency: string | null): number {
  if (currency === null) return 2;
  return NO_MINOR.includes(currency) ? 0 : THREE_MINOR.includes(currency) ? 3 : 2;
}

export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/** Code of `eur`, `€`, `Euros`; other marks (`$`, which many countries use) stay as they are. */
export function currencyOf(text: string): string {
  const mark = text.trim().toUpperCase();
  return MARKS.find(([name]) => name === mark)?.[1] ?? mark;
}
