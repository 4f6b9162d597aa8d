/** Formatter on Intl. Each kind of number has one cached Intl object per locale; nothing is shared between locales. */
import type { Formatter } from './formatter.js';

const MISSING = '—';

type Print = (value: number | null) => string;
type Options = Intl.NumberFormatOptions;

const digits = (most: number, least = 0): Options => ({ minimumFractionDigits: least, maximumFractionDigits: most });
const exactly = (count: number): Options => digits(count, count);

function supported(locale: string, fallback: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? fallback;
  } catch {
    return fallback;
  }
}

/** Intl objects are dear to make: one stands only once its first number comes. */
function printer(tag: string, options: Options): Print {
  let intl: Intl.NumberFormat | undefined;
  let minusZero = '';
  return (value) => {
    if (!Number.isFinite(value)) return MISSING;
    if (!intl) {
      intl = new Intl.NumberFormat(tag, options);
      minusZero = intl.format(-0);
    }
    const text = intl.format(value!);
    // A rounded zero has no sign, and the minus is the typographic one in every locale.
    return text === minusZero ? intl.format(0) : text.replace('-', '−');
  };
}

/** Prints ISO dates and year-months: civil days, the same in every zone. */
function dates(tag: string, options: Intl.DateTimeFormatOptions): (iso: string | null) => string {
  let intl: Intl.DateTimeFormat | undefined;
  return (iso) => {
    const instant = Date.parse(iso ?? '');
    if (Number.isNaN(instant)) return MISSING;
    intl ??= new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    const text = intl.format(instant);
    // French writes the first of the month as an ordinal; Intl does not.
    const ordinal = /^fr\b/.test(tag) ? text.replace(/^1(?=\s)/, '1er') : text;
    // Day and month stay on one line.
    return ordinal.replace(' ', '\u00a0');
  };
}

/**
 * @param locale BCP 47 tag of numbers and dates.
 * @param fallback used where `Intl` does not know `locale`.
 */
export function createFormatter(locale: string, fallback = 'en'): Formatter {
  const tag = supported(locale, fallback);
  const made: Record<string, Print> = {};
  const number = (options: Options): Print => (made[JSON.stringify(options)] ??= printer(tag, options));
  const percent = (count: number): Options => ({ style: 'percent', ...exactly(count) });
  const compact: Options = { notation: 'compact', useGrouping: true, ...digits(1) };
  const share = number(percent(1));
  /** What is not nothing and not all does not read so. */
  const rate: Print = (value) => {
    if (value! > 0 && value! < 0.0005) return `<\u00a0${share(0.001)}`;
    return value! >= 0.9995 && value! < 1 ? `>\u00a0${share(0.999)}` : share(value);
  };
  const money = (more: Options) => (value: number | null, currency: string | null) =>
    number({ ...(currency ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : exactly(2)), ...more })(value);
  return {
    locale: tag,
    count: number(digits(0)),
    countCompact: number(compact),
    rate,
    change: (value, count = 1) =>
      value && Math.abs(value) < 0.0005
        ? rate(Math.abs(value))
        : number({ signDisplay: 'exceptZero', ...percent(count) })(value! < -0.999 && value! > -1 ? -0.999 : value),
    // Rounded outwards where the two would read the same; word joiners keep it on one line.
    rateInterval: (interval) =>
      interval ? `${number(exactly(1))(Math.min(interval[0], 0.999) * 100)}\u2060–\u2060${share(Math.max(interval[1], 0.001))}` : MISSING,
    money: money({}),
    moneyCompact: (value, currency) => money({ ...compact, ...exactly(Math.abs(value!) < 1000 ? 0 : 1) })(value, currency),
    decimal: (value, count = 1) => number(exactly(count))(value),
    days: number({ style: 'unit', unit: 'day', unitDisplay: 'long', ...digits(1) }),
    date: dates(tag, { dateStyle: 'long' }),
    dateShort: dates(tag, { day: '2-digit', month: '2-digit', year: 'numeric' }),
    month: dates(tag, { month: 'short', year: 'numeric' }),
    bytes: (value) => number({ style: 'unit', unit: 'megabyte', ...digits(1) })(value / 1e6),
  };
}
