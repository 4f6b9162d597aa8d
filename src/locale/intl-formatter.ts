/** Formatter on Intl. Each kind of number has one cached Intl object per locale; nothing is shared between locales. */
import type { Formatter } from './formatter.js';
import type { Language } from './terms.js';

const MISSING = '—';
/** Texts of one kind of number that are remembered: a picture, its marks and its table write the same ones. */
const MOST_REMEMBERED = 5000;

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

/** Intl objects are dear to make, and to ask: one stands only once its first number comes, and is asked once for each. */
function printer(tag: string, options: Options): Print {
  let intl: Intl.NumberFormat | undefined;
  let minusZero = '';
  const known = new Map<number, string>();
  return (value) => {
    if (!Number.isFinite(value)) return MISSING;
    let text = known.get(value!);
    if (text !== undefined) return text;
    if (!intl) {
      intl = new Intl.NumberFormat(tag, options);
      minusZero = intl.format(-0);
    }
    text = intl.format(value!);
    // A rounded zero has no sign, and the minus is the typographic one in every locale.
    text = text === minusZero ? intl.format(0) : text.replace('-', '−');
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(value!, text);
    return text;
  };
}

/** One printer for each key, made when it is first asked for. */
function printers<K>(make: (key: K) => Print): (key: K) => Print {
  const made = new Map<K, Print>();
  return (key) => {
    let print = made.get(key);
    if (!print) made.set(key, (print = make(key)));
    return print;
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
 * @param language of the words among them; its formats stand in where `Intl` does not know `locale`.
 */
export function createFormatter(locale: string, language: Language = 'en'): Formatter {
  const tag = supported(locale, language);
  const number = (options: Options): Print => printer(tag, options);
  const percent = (count: number): Options => ({ style: 'percent', ...exactly(count) });
  const compact: Options = { notation: 'compact', useGrouping: true, ...digits(1) };
  const share = number(percent(1));
  /** What is not nothing and not all does not read so. */
  const rate: Print = (value) => {
    if (value! > 0 && value! < 0.0005) return `<\u00a0${share(0.001)}`;
    return value! >= 0.9995 && value! < 1 ? `>\u00a0${share(0.999)}` : share(value);
  };
  const money = (more: Options) =>
    printers<string | null>((currency) =>
      number({ ...(currency ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : exactly(2)), ...more }),
    );
  const exact = money({});
  const [whole, tenths] = [0, 1].map((count) => money({ ...compact, ...exactly(count) }));
  const plain = printers((count: number) => number(exactly(count)));
  const signed = printers((count: number) => number({ signDisplay: 'exceptZero', ...percent(count) }));
  const inDays = printer(language, { style: 'unit', unit: 'day', unitDisplay: 'long', ...digits(1) });
  const upToTenths = number(digits(1));
  const megabytes = number({ style: 'unit', unit: 'megabyte', ...digits(1) });
  return {
    locale: tag,
    count: number(digits(0)),
    countCompact: number(compact),
    rate,
    change: (value, count = 1) =>
      value && Math.abs(value) < 0.0005 ? rate(Math.abs(value)) : signed(count)(value! < -0.999 && value! > -1 ? -0.999 : value),
    // Rounded outwards where the two would read the same; word joiners keep it on one line.
    rateInterval: (interval) =>
      interval ? `${plain(1)(Math.min(interval[0], 0.999) * 100)}\u2060–\u2060${share(Math.max(interval[1], 0.001))}` : MISSING,
    money: (value, currency) => exact(currency)(value),
    moneyCompact: (value, currency) => (Math.abs(value!) < 1000 ? whole : tenths)(currency)(value),
    decimal: (value, count = 1) => plain(count)(value),
    days: (value) => inDays(value).replace(/[−\d.,\s]*\d/, upToTenths(value)),
    date: dates(tag, { dateStyle: 'long' }),
    dateShort: dates(tag, { day: '2-digit', month: '2-digit', year: 'numeric' }),
    month: dates(tag, { month: 'short', year: 'numeric' }),
    bytes: (value) => megabytes(value / 1e6),
  };
}
