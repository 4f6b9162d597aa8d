/** Reads the filter of a request (rule G14): canonical form, and days of its period. */
import { isoDayOrNull, parseIsoDay } from '../calendar/civil-day.js';
import { refuse } from '../errors.js';
import type { CivilDay } from '../table/dataset.js';
import type { Filter } from './contract.js';
import { oneOf, readAll, said } from './param.js';

export interface ReadFilter {
  /** Only what narrows: keys in fixed order, lists sorted and without repeats. */
  readonly filter: Filter;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
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
  if (!Array.isArray(list) || list.some((one) => typeof one !== 'string')) return refuse(path, 'texts, such as ["a", "b"]', given);
  return list.length > 0 ? [...new Set<string>(list)].sort() : null;
}

/** Those of `rfm`, and customers without an order in its window: in the order of their value. TBG is TBC. */
const SEGMENTS = ['TBC', 'BC', 'CO', 'CTO', 'inactive'];

function readSegments(given: unknown, path: string): string[] | null {
  const list = readTexts(given, path)?.map((text) => oneOf(...SEGMENTS)(text === 'TBG' ? 'TBC' : text, path));
  return list ? SEGMENTS.filter((name) => list.includes(name)) : null;
}

interface Period {
  from: CivilDay | null;
  to: CivilDay | null;
}

interface RawFilter extends Record<'channel' | 'country' | 'segment', string[] | null> {
  period: Period;
}

/**
 * Filter of a request. An empty list narrows nothing; a value that does not occur in the data is no error and lets nothing through.
 * @throws KpiError `invalid-param` for unknown keys, segments and wrong types, `invalid-date` for days.
 */
export function readFilter(raw: unknown): ReadFilter {
  const { period, ...lists } = readAll<RawFilter>(raw, 'filter', {
    period: (days, path) => readAll<Period>(days, path, { from: readDay, to: readDay }),
    channel: readTexts,
    country: readTexts,
    segment: readSegments,
  });
  const [from, to] = [isoDayOrNull(period.from), isoDayOrNull(period.to)];
  if (from !== null && to !== null && from > to) refuse('filter.period', 'from is not after to', `${from} to ${to}`);
  return { ...period, filter: said({ period: (from ?? to) && said({ from, to }), ...lists }) as Filter };
}
