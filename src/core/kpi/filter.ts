/** Reads the filter of a request (rule G14): canonical form, and days of its period. */
import { isoDayOrNull, parseIsoDay } from '../calendar/civil-day.js';
import { isLastPeriod, lastGrain, lastPeriod } from '../calendar/last-period.js';
import type { Grain } from '../calendar/period.js';
import { refuse } from '../errors.js';
import type { CivilDay } from '../table/dataset.js';
import { SHOWN_CLASSES } from './classes.js';
import type { ClassKey } from './classes.js';
import type { Filter } from './contract.js';
import { oneOf, readAll, said } from './param.js';

/** @internal */
export interface ReadFilter {
  /** Only what narrows: keys in fixed order, lists sorted and without repeats. */
  readonly filter: Filter;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  /** What its period is called, `month` for `previous-month` too; null for days, and for so many of them. */
  readonly grain: Grain | null;
}

/**
 * ISO date as a civil day; null when not given.
 * @throws KpiError `invalid-date`.
 */
export function readDay(given: unknown, path: string): CivilDay | null {
  if ((given ?? null) === null) return null;
  return (
    (typeof given === 'string' ? parseIsoDay(given.trim()) : null) ?? refuse(path, 'a date such as "2024-06-30"', given, 'invalid-date')
  );
}

/** Texts, sorted and without repeats; null when nothing is chosen, which narrows nothing. */
function readTexts(given: unknown, path: string): string[] | null {
  const list = given ?? [];
  if (!Array.isArray(list) || list.some((one) => typeof one !== 'string')) return refuse(path, 'a list of strings', given);
  return list.length > 0 ? [...new Set<string>(list)].sort() : null;
}

/** Some classes of customers, in the order in which they are shown. TBG is TBC. */
const classesOf =
  (key: ClassKey) =>
  (given: unknown, path: string): string[] | null => {
    const words = SHOWN_CLASSES[key];
    const list = readTexts(given, path)?.map((text) => oneOf(...words)(text === 'TBG' ? 'TBC' : text, path));
    return list ? words.filter((name) => list.includes(name)) : null;
  };

const COHORT = /^\d{4}(-(Q[1-4]|W[0-5]\d|\d\d(-\d\d)?))?$/;

function readCohorts(given: unknown, path: string): string[] | null {
  const list = readTexts(given, path);
  const wrong = list?.find((text) => !COHORT.test(text));
  return wrong === undefined ? list : refuse(path, 'periods such as "2024-03", "2024-Q1" or "2024-W09"', wrong);
}

interface Period {
  from: CivilDay | null;
  to: CivilDay | null;
  last: string | null;
}

function readLast(given: unknown, path: string): string | null {
  if ((given ?? null) === null) return null;
  return isLastPeriod(given) ? given : refuse(path, '30D, 12M, day, week, month, quarter, year, or previous-month and likewise', given);
}

interface RawFilter extends Record<'channel' | 'country' | 'segment' | 'stage' | 'tier' | 'cohort', string[] | null> {
  period: Period;
}

/**
 * Filter of a request. An empty list narrows nothing; a value that does not occur in the data is no error and lets nothing through.
 * @param asOf The day from which `last` is seen; without one it narrows nothing.
 * @throws KpiError `invalid-param` for unknown keys, segments and wrong types, `invalid-date` for days.
 */
export function readFilter(raw: unknown, asOf: CivilDay | null = null): ReadFilter {
  const { period, ...lists } = readAll<RawFilter>(raw, 'filter', {
    period: (days, path) => readAll<Period>(days, path, { from: readDay, to: readDay, last: readLast }),
    channel: readTexts,
    country: readTexts,
    segment: classesOf('segment'),
    stage: classesOf('stage'),
    tier: classesOf('tier'),
    cohort: readCohorts,
  });
  const { last } = period;
  const { from, to } = last && asOf !== null ? lastPeriod(asOf, last) : period;
  const [first, end] = [isoDayOrNull(from), isoDayOrNull(to)];
  if (first !== null && end !== null && first > end) refuse('filter.period', 'from is not after to', `${first} to ${end}`);
  return {
    from,
    to,
    grain: lastGrain(last),
    filter: said({ period: (first ?? end) && said({ from: first, to: end }), ...lists }) as Filter,
  };
}
