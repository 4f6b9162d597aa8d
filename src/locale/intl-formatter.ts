/** Formatter on Intl. Each kind of number has one cached Intl object per locale; nothing is shared between locales. */
import type { Formatter } from './formatter.js';

const MISSING = '—';
const CIVIL_ZONE = 'UTC';
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

type NumberOptions = Intl.NumberFormatOptions;
type Print = (value: number | null | undefined) => string;

/** French writes the first of the month as an ordinal; Intl does not. */
function ordinalFirst(text: string, locale: string): string {
  return /^fr\b/.test(locale) ? text.replace(/^1(?=\s)/, '1er') : text;
}

function supported(locale: string, fallback: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? fallback;
  } catch {
    return fallback;
  }
}

/** Milliseconds of an ISO date or year-month at UTC midnight, NaN where it is not one. */
function civil(iso: string): number {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(iso);
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3] ?? 1)) : NaN;
}

/**
 * @param locale BCP 47 tag of numbers and dates.
 * @param fallback used where `Intl` does not know `locale`.
 */
export function createFormatter(locale: string, fallback = 'en'): Formatter {
  const tag = supported(locale, fallback);
  const numbers = new Map<string, Print>();
  const dates = new Map<string, Intl.DateTimeFormat>();

  const number = (key: string, options: NumberOptions): Print => {
    let print = numbers.get(key);
    if (!print) {
      const intl = new Intl.NumberFormat(tag, options);
      const minusZero = intl.format(-0);
      print = (value) => {
        if (value == null || !Number.isFinite(value)) return MISSING;
        const text = intl.format(value);
        // A rounded zero has no sign, and the minus is the typographic one in every locale.
        return text === minusZero ? intl.format(0) : text.replace('-', '−');
      };
      numbers.set(key, print);
    }
    return print;
  };

  const date = (key: string, options: Intl.DateTimeFormatOptions, iso: string | null): string => {
    const instant = iso === null ? NaN : civil(iso);
    if (Number.isNaN(instant)) return MISSING;
    let intl = dates.get(key);
    if (!intl) {
      intl = new Intl.DateTimeFormat(tag, { ...options, timeZone: CIVIL_ZONE });
      dates.set(key, intl);
    }
    return ordinalFirst(intl.format(instant), tag);
  };

  const money = (currency: string | null, compact: boolean): Print =>
    number(`m${currency}${compact}`, {
      ...(currency
        ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
        : { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      ...(compact ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 } : {}),
    });

  const rate = number('r', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });

  return {
    locale: tag,
    count: number('c', { maximumFractionDigits: 0 }),
    countCompact: number('cc', { notation: 'compact', maximumFractionDigits: 1 }),
    rate,
    change: (value, digits = 1) =>
      number(`ch${digits}`, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' })(
        value,
      ),
    rateInterval: (interval) =>
      interval
        ? `${number('ri', { minimumFractionDigits: 1, maximumFractionDigits: 1 })(interval[0] * 100)}–${rate(interval[1])}`
        : MISSING,
    money: (value, currency) => money(currency, false)(value),
    moneyCompact: (value, currency) => money(currency, true)(value),
    decimal: (value, digits = 1) => number(`d${digits}`, { maximumFractionDigits: digits })(value),
    days: number('dd', { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 1 }),
    date: (iso) => date('l', { dateStyle: 'long' }, iso),
    dateShort: (iso) => date('s', { day: '2-digit', month: '2-digit', year: 'numeric' }, iso),
    month: (iso) => date('m', { month: 'short', year: 'numeric' }, iso),
    list: (items) => list.format(items),
    bytes: (value) => {
      const power = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
      return number(`b${power}`, { style: 'unit', unit: BYTE_UNITS[power], unitDisplay: 'short', maximumFractionDigits: 1 })(
        value / 1000 ** power,
      );
    },
  };
}
