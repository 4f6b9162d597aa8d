/** Values of a date column -> epoch seconds. */
import { dayFromCivil, isCivilDate } from '../calendar/civil-day.js';
import { DAY_SECONDS } from '../calendar/zone.js';
import type { Zone } from '../calendar/zone.js';
import { normaliseHeader } from './header-name.js';
import { isNothing, textOf } from './values.js';

/** @internal Reads values one by one. Some fit two ways (12/03/2024, 1,234), and the rest of the column tells which one is meant. */
export interface Reader {
  /**
   * undefined where nothing stands, NaN for what is none.
   * @param way 0: day first, decimal point; 1: month first, decimal comma.
   */
  read(value: unknown, way: number): number | undefined;
  /**
   * Texts that prove way 0, that prove way 1, that fit both. Where nothing is proven and all that fit both are of the fourth kind, any
   * of the fifth speaks for way 1.
   */
  readonly proofs: readonly RegExp[];
  /** How the last value was written: `date:iso`, `epoch:ms`, `decimal:comma`; '' where that tells nothing. */
  form: string;
}

/** Dates outside 1900…2199 are typing errors or stand-ins for "none" (0001-01-01, 9999-12-31). */
const FIRST = dayFromCivil(1900, 1, 1) * DAY_SECONDS;
const LAST = dayFromCivil(2200, 1, 1) * DAY_SECONDS;

/** Year first or last, then a time (`T10:30:00.5`, ` à 12h30`, ` 10:30 PM`, `120000`) and an offset. */
const NUMBERS =
  /^(\d{4}|\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d?)(?:\D{1,4}(\d\d?)[:h]?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)? ?(Z|(?:UTC|GMT)?(?:([+-])(\d\d):?(\d\d)?)?)(?: \(.*\))?)?$/i;
const WORDS = /^\D*?(?:(\d\d?)\D{0,3}[ -])?(\p{L}{3,})[. ,-]+(?:(\d\d?)\D{0,3}[ -])?(\d{4})/u;
const MONTHS = 'jan feb|fev mar apr|avr may|mai jun|juin jul|juil aug|aou sep oct nov dec'.split(' ').map((stems) => RegExp(`^(${stems})`));

/** Month 1…12 of `March`, `mar.`, `févr.`, `Août`; 0 for anything else. */
const monthOf = (word: string): number => {
  const name = normaliseHeader(word);
  return MONTHS.findIndex((stems) => stems.test(name)) + 1;
};

/** A date in words or without marks, as numbers with marks. */
const asNumbers = (text: string): string =>
  text
    .replace(/\s/g, ' ')
    .replace(/^(\d{4})(\d\d)(\d\d)(?=(\d{6})?$)/, '$1-$2-$3 ')
    .replace(WORDS, (_, before = '', word, after = '', year) => `${year}-${monthOf(word)}-${before}${after}`)
    .trim();

/** Seconds since midnight, NaN for no time of a clock. */
function clockOf(hours: string, minutes: string, seconds = '0', half?: string): number {
  const hour = half ? (+hours % 12) + (/p/i.test(half) ? 12 : 0) : +hours;
  const isClock = (half ? +hours > 0 && +hours < 13 : hour < 24) && +minutes < 60 && +seconds < 60;
  return isClock ? hour * 3600 + +minutes * 60 + +seconds : NaN;
}

const PROOFS = [/^(1[3-9]|[23]\d)[-/.]/, /^\d\d?[-/.](1[3-9]|[23]\d)[-/.]/, /^0?(\d\d?)[-/.](?!0?\1[-/.])\d\d?[-/.]/];

/** Instant of a date in numbers: with offset, else on the clocks of the zone (UTC in columns named so); NaN for none. */
function instantOf(match: string[], way: number, zone: Zone, naiveUtc: boolean): number {
  const [first, middle, last, hour, mark] = [match[1], match[3], match[4], match[5], match[9]];
  const [hours, minutes] = [match[11] ?? '0', match[12] ?? '0'];
  const isIso = first.length > 2;
  const year = isIso ? +first : +last + (last.length > 2 ? 0 : +last < 70 ? 2000 : 1900);
  const [day, month] = isIso ? [+last, +middle] : way ? [+middle, +first] : [+first, +middle];
  const local = dayFromCivil(year, month, day) * DAY_SECONDS + (hour ? clockOf(hour, match[6], match[7], match[8]) : 0);
  const offset = +hours * 3600 + +minutes * 60;
  if (!isCivilDate(year, month, day) || offset > 64800 || +minutes > 59) return NaN;
  return mark || (hour && naiveUtc) ? local - (match[10] === '-' ? -offset : offset) : zone.fromLocal(local);
}

/** @param naiveUtc Times without offset are UTC, not readings of the zone's clocks. */
export function dateReader(zone: Zone, naiveUtc = false): Reader {
  const reader: Reader = { read, proofs: PROOFS, form: '' };
  function found(second: number, form: string): number {
    reader.form = form;
    return second >= FIRST && second < LAST ? Math.floor(second) : NaN;
  }
  function read(value: unknown, way: number): number | undefined {
    if (isNothing(value)) return undefined;
    if (value instanceof Date) return found(Date.prototype.getTime.call(value) / 1000, 'epoch:ms');
    const text = textOf(value);
    if (text === '') return typeof value === 'string' ? undefined : NaN;
    // Longer texts are no dates: patterns never see them.
    if (text.length > 80) return NaN;
    let second = /^\d{9,}(\.\d+)?$/.test(text) ? +text : 0;
    let unit = 0;
    for (; second >= 1e11 && unit < 3; unit++) second /= 1000;
    // Seconds from 1973 on, so that years and day counts are never taken for instants.
    if (second >= 1e8 && second < LAST) return found(second, `epoch:${['s', 'ms', 'us', 'ns'][unit]}`);
    const match = NUMBERS.exec(text) ?? NUMBERS.exec(asNumbers(text));
    if (!match) return NaN;
    const form = match[1].length > 2 ? (match.input === text ? 'iso' : 'text') : way ? 'month-first' : 'day-first';
    return found(instantOf(match, way, zone, naiveUtc), `date:${form}`);
  }
  return reader;
}
