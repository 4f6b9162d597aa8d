/** Formatter on Intl. Each kind of number has one cached Intl object per locale; nothing is shared between locales. */
import type { Formatter } from './formatter.js';

const MISSING = '—';
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

type Print = (value: number | null | undefined) => string;
type Printer = (key: string, options: Intl.NumberFormatOptions) => Print;
type Dates = Pick<Formatter, 'date' | 'dateShort' | 'month'>;

const decimals = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
const ONE_DECIMAL = decimals(1);

function supported(locale: string, fallback: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? fallback;
  } catch {
    return fallback;
  }
}

function print(intl: Intl.NumberFormat): Print {
  const minusZero = intl.format(-0);
  return (value) => {
    if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
    const text = intl.format(value);
    // A rounded zero has no sign, and the minus is the typographic one in every locale.
    return text === minusZero ? intl.format(0) : text.replace('-', '−');
  };
}

function printer(tag: string): Printer {
  const made = new Map<string, Print>();
  return (key, options) => {
    let found = made.get(key);
    if (!found) {
      found = print(new Intl.NumberFormat(tag, options));
      made.set(key, found);
    }
    return found;
  };
}

function moneyOptions(currency: string | null, compact: boolean): Intl.NumberFormatOptions {
  return {
    ...(currency
      ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    ...(compact ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 } : {}),
  };
}

/** Milliseconds of an ISO date or year-month at UTC midnight, NaN where it is not one. */
function civil(iso: string | null): number {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(iso ?? '');
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3] ?? 1)) : NaN;
}

function dates(tag: string): Dates {
  // French writes the first of the month as an ordinal; Intl does not.
  const ordinal = (text: string) => (/^fr\b/.test(tag) ? text.replace(/^1(?=\s)/, '1er') : text);
  const each = (options: Intl.DateTimeFormatOptions) => {
    const intl = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return (iso: string | null) => {
      const instant = civil(iso);
      return Number.isNaN(instant) ? MISSING : ordinal(intl.format(instant));
    };
  };
  return {
    date: each({ dateStyle: 'long' }),
    dateShort: each({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    month: each({ month: 'short', year: 'numeric' }),
  };
}

/**
 * @param locale BCP 47 tag of numbers and dates.
 * @param fallback used where `Intl` does not know `locale`.
 */
export function createFormatter(locale: string, fallback = 'en'): Formatter {
  const tag = supported(locale, fallback);
  const number = printer(tag);
  const rate = number('r', { style: 'percent', ...ONE_DECIMAL });
  const hundredth = number('h', ONE_DECIMAL);
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const money = (compact: boolean) => (value: number | null, currency: string | null) =>
    number(`m${currency}${compact}`, moneyOptions(currency, compact))(value);
  return {
    locale: tag,
    count: number('c', { maximumFractionDigits: 0 }),
    countCompact: number('cc', { notation: 'compact', maximumFractionDigits: 1 }),
    rate,
    change: (value, digits = 1) => number(`ch${digits}`, { style: 'percent', ...decimals(digits), signDisplay: 'exceptZero' })(value),
    rateInterval: (interval) => (interval ? `${hundredth(interval[0] * 100)}–${rate(interval[1])}` : MISSING),
    money: money(false),
    moneyCompact: money(true),
    decimal: (value, digits = 1) => number(`d${digits}`, { maximumFractionDigits: digits })(value),
    days: number('dd', { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 1 }),
    ...dates(tag),
    list: (items) => list.format(items),
    bytes: (value) => {
      const power = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
      const options = { style: 'unit', unit: BYTE_UNITS[power], unitDisplay: 'short', maximumFractionDigits: 1 } as const;
      return number(`b${power}`, options)(value / 1000 ** power);
    },
  };
}
