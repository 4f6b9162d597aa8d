/** Values of a date column -> epoch seconds. */
import { dayFromCivil, isCivilDate } from '../calendar/civil-day.js';
import { DAY_SECONDS } from '../calendar/zone.js';
import type { Zone } from '../calendar/zone.js';
import { normaliseHeader } from './header-name.js';
import { kept } from '../calendar/kept.js';
import { localOf, shapeOf, shapedText } from './raw/stamp.js';
import type { TextStore } from './raw/text-store.js';
import { isNothing } from './values.js';

/** @internal Reads values one by one. Some texts fit two ways (12/03/2024, 1,234), and the rest of the column tells which one is meant. */
export interface Reader {
  /**
   * undefined where nothing stands, NaN for what is none.
   * @param way 0: day first, decimal point; 1: month first, decimal comma.
   */
  text(text: string, way: number): number | undefined;
  number(number: number): number;
  /** @param tails What stands behind the stamps of this column. */
  stamp(stamp: number, tails: TextStore): number;
  /** Value of a text that fits in one way only, read from its bytes; undefined for all others. */
  plain?(texts: TextStore, code: number): number | undefined;
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
const SHORT_YEAR = /^(\d\d?[ -]\p{L}{3,}\.?[ -])(\d\d)(?![\dh:])/u;
const MONTHS = 'jan feb|fev mar apr|avr may|mai jun|juin jul|juil aug|aou sep oct nov dec'.split(' ').map((stems) => RegExp(`^(${stems})`));

/** Year of four digits, or of two: 1970…2069. */
const yearOf = (text: string): number => +text + (text.length > 2 ? 0 : +text < 70 ? 2000 : 1900);

/** Month 1…12 of `March`, `mar.`, `févr.`, `Août`; 0 for anything else. */
const monthOf = (word: string): number => {
  const name = normaliseHeader(word);
  return MONTHS.findIndex((stems) => stems.test(name)) + 1;
};

/** A date in words or without marks, as numbers with marks. */
const asNumbers = (text: string): string =>
  text
    .replace(/\s/g, ' ')
    .replace(/^(\d{4})(\d\d)(\d\d)(?:T(?=\d)|(?=(\d{6})?$))/, '$1-$2-$3 ')
    .replace(SHORT_YEAR, (_, before, year) => `${before}${yearOf(year)}`)
    .replace(WORDS, (_, before = '', word, after = '', year) => `${year}-${monthOf(word)}-${before}${after}`)
    .trim();

/** Seconds since midnight, NaN for no time of a clock. */
function clockOf(hours: string, minutes: string, seconds = '0', half?: string): number {
  const hour = half ? (+hours % 12) + (/p/i.test(half) ? 12 : 0) : +hours;
  const isClock = (half ? +hours > 0 && +hours < 13 : hour < 24) && +minutes < 60 && +seconds < 60;
  return isClock ? hour * 3600 + +minutes * 60 + +seconds : NaN;
}

const EPOCHS = ['s', 'ms', 'us', 'ns'].map((unit) => `epoch:${unit}`);
const PROOFS = [/^(1[3-9]|[23]\d)[-/.]/, /^\d\d?[-/.](1[3-9]|[23]\d)[-/.]/, /^0?(\d\d?)[-/.](?!0?\1[-/.])\d\d?[-/.]/];

/** What the clock shows (NaN for no date) and its offset (NaN: that of the zone; UTC in columns named so). */
function readingOf(match: string[], way: number, naiveUtc: boolean): [local: number, offset: number] {
  const [, first, , middle, last, hour, minute, second, half, mark, sign, hours = '0', minutes = '0'] = match;
  const isIso = first.length > 2;
  const year = yearOf(isIso ? first : last);
  const [day, month] = isIso ? [+last, +middle] : way ? [+middle, +first] : [+first, +middle];
  const local = dayFromCivil(year, month, day) * DAY_SECONDS + (hour ? clockOf(hour, minute, second, half) : 0);
  const offset = +hours * 3600 + +minutes * 60;
  if (!isCivilDate(year, month, day) || offset > 64800 || +minutes > 59) return [NaN, NaN];
  return [local, mark || (hour && naiveUtc) ? (sign === '-' ? -offset : offset) : NaN];
}

const matchOf = (text: string): RegExpExecArray | null => NUMBERS.exec(text) ?? NUMBERS.exec(asNumbers(text));

/** @internal How all stamps of one shape are read. */
interface Shape {
  /** From what they say to what the clock shows; NaN for no dates. */
  shift: number;
  offset: number;
  /** The shape alone does not tell: halves of the day, unusual marks. */
  isOdd: boolean;
}

function learn(example: number, tails: TextStore, naiveUtc: boolean): Shape {
  const text = shapedText(localOf(example), shapeOf(example), tails);
  const match = NUMBERS.exec(text.trimEnd());
  const [local, offset] = match ? readingOf(match, 0, naiveUtc) : [NaN, NaN];
  return { shift: local - localOf(example), offset, isOdd: match ? Boolean(match[8]) : /\S/.test(text.slice(10)) };
}

/** @param naiveUtc Times without offset are UTC, not readings of the zone's clocks. */
export function dateReader(zone: Zone, naiveUtc = false): Reader {
  const shapes = new Map<number, Shape>();
  let [last, lastShape]: [Shape, number] = [{ shift: NaN, offset: NaN, isOdd: false }, -1];
  const reader: Reader = { text: read, number, stamp, proofs: PROOFS, form: '' };

  function found(local: number, offset: number, form: string): number {
    const second = Math.floor(offset === offset ? local - offset : zone.fromLocal(local));
    reader.form = form;
    return second >= FIRST && second < LAST ? second : NaN;
  }

  function read(given: string, way: number): number | undefined {
    const text = given.trim();
    if (isNothing(text)) return undefined;
    const second = text.length < 40 && /^\d{9,}(\.\d+)?$/.test(text) ? epoch(+text) : NaN;
    if (second === second) return second;
    // Longer texts are no dates: patterns never see them.
    const match = text.length > 80 ? null : matchOf(text);
    if (!match) return NaN;
    const [local, offset] = readingOf(match, way, naiveUtc);
    const form = match[1].length > 2 ? (match.input === text ? 'iso' : 'text') : way ? 'month-first' : 'day-first';
    return found(local, offset, `date:${form}`);
  }

  function epoch(given: number): number {
    let second = given;
    let unit = 0;
    for (; second >= 1e11 && unit < 3; unit++) second /= 1000;
    // From 1973 on, so that years and day counts are never taken for instants.
    return second >= 1e8 && second < LAST ? found(second, 0, EPOCHS[unit]) : NaN;
  }

  function number(given: number): number {
    const second = given >= 1e8 ? epoch(given) : NaN;
    return second === second ? second : (read(String(given), 0) ?? NaN);
  }

  function stamp(given: number, tails: TextStore): number {
    const shape = shapeOf(given);
    if (shape !== lastShape) {
      last = kept(shapes, shape, () => learn(given, tails, naiveUtc));
      lastShape = shape;
    }
    if (last.isOdd) return read(shapedText(localOf(given), shape, tails), 0) ?? NaN;
    return found(localOf(given) + last.shift, last.offset, 'date:iso');
  }

  return reader;
}
