/** Values of an amount column -> integer minor units, exactly. */
import type { Reader } from './date-reader.js';
import { Parts } from './source.js';
import { isNothing, textOf } from './values.js';

/** Decimal digits of one minor unit by ISO 4217: EUR 2, JPY 0, TND 3; 2 when the currency is unknown. */
export const minorDigitsOf = (currency: string | null): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency: currency ?? 'EUR' }).resolvedOptions().maximumFractionDigits!;

/** Code of `eur`, `€`, `Euros`; other marks (`$`, which many countries use) stay as they are. */
export function currencyOf(text: string): string {
  const mark = text.trim().toUpperCase();
  return /^(€|EUROS?)$/.test(mark) ? 'EUR' : mark === '£' ? 'GBP' : mark;
}

/** Sign, unit, sign, number, unit, sign. Letters before a number need a space or a currency sign: C536379 is no amount. */
const AMOUNT =
  /^([-(]?) ?(\p{L}{0,3}\p{Sc}|\p{L}{3}(?= )|EUR|USD|GBP)? ?([-+]?)(\d[\d.,' ]*|[.,]\d+)(\p{L}{0,3}\p{Sc}|\p{L}{2,5})?([-)]?)$/iu;
/** Whole part (with the mark between its thousands) and decimals, by way. */
const BODY = [
  /^([1-9]\d{0,2}(?:([ ',])\d{3}(?:\2\d{3})*)|\d*)(?:\.(\d*))?$/,
  /^([1-9]\d{0,2}(?:([ '.])\d{3}(?:\2\d{3})*)|\d*)(?:,(\d*))?$/,
];

/** Longer texts are no amounts: patterns never see them. */
const match = (text: string): RegExpExecArray | null =>
  text.length > 60 ? null : AMOUNT.exec(text.trim().replace(/\s/g, ' ').replace('\u2212', '-').replaceAll('\u2019', "'"));

/** Codes of ISO 4217 that are in use. */
const CODES = new Set(Intl.supportedValuesOf('currency'));

/** Currency written beside an amount, '' for none: other words (TTC, pcs) are no currencies. */
export function currencyBeside(value: unknown): string {
  const found = typeof value === 'string' && /^\D|\D$/.test(value) ? match(value) : null;
  const unit = currencyOf(found?.[2] ?? found?.[5] ?? '');
  return CODES.has(unit) || /^\p{Sc}$/u.test(unit) ? unit : '';
}

/** `1.500` beside `900`, or with a sign of currency, is more likely a thousand and a half than a price with three decimals. */
const PROOFS = [
  /\b0\.|\.\d\d?(?!\d)/,
  /\b0,|,\d\d?(?!\d)/,
  /^\D*[1-9]\d{0,2}[.,]\d{3}\D*$/,
  /^\D*\d+\.\d{3}\D*$/,
  /^\D*\d{1,3}\D*$|\p{Sc}/u,
];

/** @param digits Decimal digits of one minor unit; 0 too where values are minor units already. */
export function amountReader(digits: number): Reader {
  const reader: Reader = { read, proofs: digits > 2 ? PROOFS.slice(0, 3) : PROOFS, form: '' };
  const scale = 10 ** digits;
  function read(value: unknown, way: number): number | undefined {
    if (value instanceof Parts) return sum(value.values, way);
    if (isNothing(value)) return undefined;
    const text = typeof value === 'string' ? value.trim() : '';
    // Spreadsheets write a dash where there is nothing.
    if (typeof value === 'string' && /^[-–—]?$/.test(text)) return undefined;
    reader.form = text.includes('.') ? 'decimal:point' : '';
    const number = typeof value === 'number' ? value : /^-?\d+(\.\d\d?)?$/.test(text) ? +text : NaN;
    const minor = Math.round(number * scale);
    // Equal after dividing back: the number is the double nearest to this decimal, so nothing was rounded away.
    if (Math.abs(minor) < 1e15 && (minor / scale === number || Math.abs(number) < 1e-6)) return minor || 0;
    return decimal(text || textOf(value), text ? way : 0);
  }
  /** As written, rounded half away from zero; NaN beyond 2^53. */
  function decimal(text: string, way: number): number {
    const found = match(text);
    const number = found?.[4].trim() ?? '-';
    const used = BODY[way].test(number) ? way : 1 - way;
    const body = BODY[used].exec(number);
    if (!found || !body) return NaN;
    reader.form = /[.,]/.test(number) ? `decimal:${used ? 'comma' : 'point'}` : '';
    const whole = body[1].replace(/\D/g, '');
    const all = whole + (body[3] ?? '');
    const keep = whole.length + digits;
    const units = Number(all.slice(0, keep).padEnd(keep, '0')) + (all[keep] >= '5' ? 1 : 0);
    return Number.isSafeInteger(units) ? (/[-(]/.test(found[1] + found[3] + found[6]) ? 0 - units : units) : NaN;
  }
  /** What several refunds of one order say; their sign differs from system to system. */
  function sum(values: readonly unknown[], way: number): number | undefined {
    return values.length ? values.reduce<number>((total, value) => total + Math.abs(read(value, way) ?? 0), 0) : undefined;
  }
  return reader;
}
