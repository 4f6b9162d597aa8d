/** Dates written otherwise than in ISO: 12/03/2024, 5.1.2024 10:30, 12 mars 2024, Mar 12, 2024 10:00 PM, Mon, 12 Mar 2024 10:00:00 +0100. */
import type { DateParts } from './date-parts.js';
import { readIso } from './iso-date.js';
import { monthOf } from './month-names.js';

const TIME = String.raw`(?:[ T,]+(?:à |at |a )?(\d{1,2})(?:(?::|h)(\d{2})?)?(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([ap])\.?m\.?)?)?(?: ?(Z|(?:UTC|GMT)?(?:[+-]\d{2}(?::?\d{2})?)?)(?: \([^)]*\))?)?$`;
const ORDINAL = '(?:er|st|nd|rd|th)?';
const WORD = String.raw`(\p{L}{3,10})\.?`;
const WEEKDAY = String.raw`(?:\p{L}{2,9}\.?,? )?`;

const YEAR_FIRST = new RegExp(String.raw`^()(\d{4})([-/.])(\d{1,2})\3(\d{1,2})${TIME}`, 'iu');
const YEAR_LAST = new RegExp(String.raw`^()(\d{1,2})([-/.])(\d{1,2})\3(\d{4}|\d{2})${TIME}`, 'iu');
const DAY_WORD = new RegExp(String.raw`^${WEEKDAY}(\d{1,2})${ORDINAL}[ -]+()${WORD},?[ -]+(\d{4})()${TIME}`, 'iu');
const WORD_DAY = new RegExp(String.raw`^${WEEKDAY}${WORD} +()(\d{1,2})${ORDINAL},? +(\d{4})()${TIME}`, 'iu');
const BASIC = /^()(\d{4})()(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/;

/** Intl writes narrow spaces before AM and PM. */
const ODD_SPACES = /[\u00a0\u2009\u202f]/g;
/** Longer texts are no dates: patterns never see them. */
const LONGEST = 80;

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function hourOf(text: string, half: string | undefined): number {
  const hour = Number(text);
  if (half === undefined) return hour < 24 ? hour : NaN;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function offsetOf(text: string): number {
  const match = /([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60;
  return seconds > 64800 ? NaN : match[1] === '-' ? -seconds : seconds;
}

/** Time and offset of a match, from group 6 on. */
function readTime(match: RegExpExecArray, into: DateParts): boolean {
  const [hour, minute, second, half, zoneText] = match.slice(6) as (string | undefined)[];
  const zone = zoneText === '' ? undefined : zoneText;
  into.kind = zone !== undefined ? 'instant' : hour !== undefined ? 'local' : 'civil';
  into.second = 0;
  into.offset = zone === undefined ? 0 : offsetOf(zone);
  if (hour === undefined) return zone === undefined;
  // "12 March 2024 10" has no minutes and no half of the day: no time at all.
  if (minute === undefined && half === undefined && !/\dh/i.test(match[0])) return false;
  if (Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return false;
  into.second = hourOf(hour, half) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0);
  return !Number.isNaN(into.second + into.offset);
}

function readPattern(match: RegExpExecArray, form: string, year: string, month: number, day: string, into: DateParts): boolean {
  into.form = form;
  into.year = fullYear(year);
  into.month = month;
  into.day = Number(day);
  return readTime(match, into);
}

function readWords(text: string, into: DateParts): boolean {
  const dayFirst = DAY_WORD.exec(text);
  if (dayFirst !== null) return readPattern(dayFirst, 'date:text', dayFirst[4], monthOf(dayFirst[3]), dayFirst[1], into);
  const wordFirst = WORD_DAY.exec(text);
  return wordFirst !== null && readPattern(wordFirst, 'date:text', wordFirst[4], monthOf(wordFirst[1]), wordFirst[3], into);
}

/** Reads a date text into `into`; false when it is none. Whether day and month exist is not checked here. */
export function readDateText(given: string, into: DateParts): boolean {
  into.second = 0;
  if (readIso(given, into)) return true;
  if (given.length > LONGEST) return false;
  const text = given.replace(ODD_SPACES, ' ');
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return readPattern(yearFirst, 'date:iso', yearFirst[2], Number(yearFirst[4]), yearFirst[5], into);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) return readPattern(yearLast, 'date:slash', yearLast[5], Number(yearLast[2]), yearLast[4], into);
  const basic = BASIC.exec(text);
  if (basic !== null) return readPattern(basic, 'date:basic', basic[2], Number(basic[4]), basic[5], into);
  return readWords(text, into);
}
