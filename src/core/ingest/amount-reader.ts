/** Values of an amount column -> integer minor units, exactly. */
import type { Reader } from './date-reader.js';
import type { TextStore } from './raw/text-store.js';
import { flagOf, isNothing, numberOf } from './values.js';

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
  /^([1-9]\d{0,2}(?:([ ',])\d{3}(?:\2\d{3})*)|[1-9]\d?(?:,\d\d)+,\d{3}|\d*)(?:\.(\d*))?$/,
  /^([1-9]\d{0,2}(?:([ '.])\d{3}(?:\2\d{3})*)|\d*)(?:,(\d*))?$/,
];

/** Longer texts are no amounts: patterns never see them. A dash in place of decimals stands for none: `12.-`, `12,--`. */
const match = (text: string): RegExpExecArray | null =>
  text.length > 60
    ? null
    : AMOUNT.exec(
        text
          .trim()
          .replace(/\s/g, ' ')
          .replace(/([.,])[-–—]+(?=\D*$)/, '$1')
          .replace('\u2212', '-')
          .replaceAll('\u2019', "'"),
      );

/** Codes of ISO 4217 that are in use. */
const CODES = new Set(Intl.supportedValuesOf('currency'));

/** Currency written beside an amount, '' for none: other words (TTC, pcs) are no currencies. */
export function currencyBeside(text: string): string {
  const found = /^\D|\D$/.test(text) ? match(text) : null;
  const unit = currencyOf(found?.[2] ?? found?.[5] ?? '');
  return CODES.has(unit) || /^\p{Sc}$/u.test(unit) ? unit : '';
}

/** `1.500` beside `900`, or with a sign of currency, is more likely a thousand and a half than a price with three decimals. */
const PROOFS = [
  /\b0\.|\.-|\.\d\d?(?!\d)|,\d\d\d?,\d{3}/,
  /\b0,|,-|,\d\d?(?![\d,])|\.\d{3}\.\d{3}/,
  /^\D*[1-9]\d{0,2}[.,]\d{3}\D*$/,
  /^\D*\d+\.\d{3}\D*$/,
  /^\D*\d{1,3}\D*$|\p{Sc}/u,
];

/** Whether the last plain number had decimals. */
let hasPoint = false;

/** Number of `1234`, `-12.5`, `12.50`, from its bytes; undefined for any other text. */
function plainNumber(texts: TextStore, code: number): number | undefined {
  const length = texts.lengthOf(code);
  const start = texts.byteAt(code, 0) === 45 ? 1 : 0;
  let units = 0;
  let point = length;
  for (let at = start; at < length; at++) {
    const digit = texts.byteAt(code, at) - 48;
    if (digit === -2 && point === length && at > start) point = at;
    else if (digit >= 0 && digit <= 9) units = units * 10 + digit;
    else return undefined;
  }
  const decimals = length - point - 1;
  if (length > 15 || length === start || decimals > 2 || decimals === 0) return undefined;
  hasPoint = decimals > 0;
  return (start ? -units : units) / (hasPoint ? 10 ** decimals : 1);
}

/** @param digits Decimal digits of one minor unit; 0 too where values are minor units already. */
export function amountReader(digits: number): Reader {
  // No date is an amount.
  const proofs = PROOFS.slice(0, digits > 2 ? 3 : digits ? 5 : 2);
  const reader: Reader = { text: read, number, stamp: () => NaN, plain, proofs, form: '' };
  const scale = 10 ** digits;

  function number(given: number): number {
    reader.form = '';
    const minor = Math.round(given * scale);
    // Equal after dividing back: the number is the double nearest to this decimal, so nothing was rounded away.
    if (minor < 1e15 && minor > -1e15 && (minor / scale === given || Math.abs(given) < 1e-6)) return minor || 0;
    return decimal(String(given), 0);
  }

  function read(given: string, way: number): number | undefined {
    const text = given.trim();
    return isNothing(text) ? undefined : decimal(text, way);
  }

  function plain(texts: TextStore, code: number): number | undefined {
    const value = plainNumber(texts, code);
    if (value === undefined) return undefined;
    const minor = number(value);
    reader.form = hasPoint ? 'decimal:point' : '';
    return minor;
  }

  /** As written, rounded half away from zero; NaN beyond 2^53. */
  function decimal(text: string, way: number): number {
    const found = match(text);
    const given = found?.[4].trim() ?? '-';
    // Where there are no decimals a mark before three digits is one between thousands.
    const likely = !digits && PROOFS[2].test(given) ? +given.includes('.') : way;
    const used = BODY[likely].test(given) ? likely : 1 - likely;
    const body = BODY[used].exec(given);
    if (!found || !body) return NaN;
    reader.form = /[.,]/.test(given) ? `decimal:${used ? 'comma' : 'point'}` : '';
    const whole = body[1].replace(/\D/g, '');
    const all = whole + (body[3] ?? '');
    const keep = whole.length + digits;
    const units = Number(all.slice(0, keep).padEnd(keep, '0')) + (all[keep] >= '5' ? 1 : 0);
    return Number.isSafeInteger(units) ? (/[-(]/.test(found[1] + found[3] + found[6]) ? 0 - units : units) : NaN;
  }

  return reader;
}

const FLAG = /^(t(rue)?|f(alse)?|vrai|faux|yes|no|oui|non)$/i;

/** Values of a column of plain numbers, as numbers; flags are 1 and 0. */
export function numberReader(): Reader {
  const decimals = amountReader(6);
  function text(given: string, way: number): number | undefined {
    const plain = numberOf(given);
    if (plain === plain && !PROOFS[2].test(given)) return plain;
    const value = decimals.text(given, way);
    return value === value ? value && value / 1e6 : FLAG.test(given) ? flagOf(given) : NaN;
  }
  function plain(texts: TextStore, code: number): number | undefined {
    const value = plainNumber(texts, code);
    reader.form = hasPoint ? 'decimal:point' : '';
    return value;
  }
  const reader: Reader = { ...decimals, text, number: (given) => given, plain };
  return reader;
}
