/** Reads the filter of a request (rule G14): canonical form, and days of its period. */
import { formatIsoDay, parseIsoDay } from '../calendar/civil-day.js';
import { refuse } from '../errors.js';
import type { CivilDay } from '../table/dataset.js';
import type { Filter } from './contract.js';
import { knownKeys } from './param.js';

/** Segments that a filter may name: those of `rfm`, and customers without an order in its window. */
export const FILTER_SEGMENTS: readonly string[] = ['TBC', 'BC', 'CO', 'CTO', 'inactive'];

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
export function dayParam(given: unknown, path: string): CivilDay | null {
  if ((given ?? null) === null) return null;
  return (
    (typeof given === 'string' ? parseIsoDay(given.trim()) : null) ??
    refuse(path, 'a date that exists, such as "2024-06-30"', given, 'invalid-date')
  );
}

/** Texts, sorted and without repeats; none when nothing is chosen, which narrows nothing. */
function textList(given: unknown, path: string): string[] {
  const list = given ?? [];
  return Array.isArray(list) && list.every((one) => typeof one === 'string')
    ? [...new Set<string>(list)].sort()
    : refuse(path, 'texts, such as ["a", "b"]', given);
}

/** In the order of their value; TBG is TBC. */
function segmentList(texts: readonly string[]): string[] {
  const list = texts.map((text) => (text === 'TBG' ? 'TBC' : text));
  const unknown = list.find((text) => !FILTER_SEGMENTS.includes(text));
  if (unknown !== undefined) refuse('filter.segment', FILTER_SEGMENTS.join(', '), unknown);
  return FILTER_SEGMENTS.filter((name) => list.includes(name));
}

/**
 * Filter of a request. An empty list narrows nothing; a value that does not occur in the data is no error and lets nothing through.
 * @throws KpiError `invalid-param` for unknown keys, segments and wrong types, `invalid-date` for days.
 */
export function readFilter(given: unknown): ReadFilter {
  const raw = knownKeys(given, ['period', 'channel', 'country', 'segment'], 'filter');
  const period = knownKeys(raw.period, ['from', 'to'], 'filter.period');
  const from = dayParam(period.from, 'filter.period.from');
  const to = dayParam(period.to, 'filter.period.to');
  if (from !== null && to !== null && from > to) refuse('filter.period', 'from is not after to', `${period.from} to ${period.to}`);
  const filter: Filter = {};
  if (from !== null) filter.period = { from: formatIsoDay(from) };
  if (to !== null) filter.period = { ...filter.period, to: formatIsoDay(to) };
  for (const key of ['channel', 'country', 'segment'] as const) {
    const list = textList(raw[key], `filter.${key}`);
    if (list.length > 0) filter[key] = key === 'segment' ? segmentList(list) : list;
  }
  return { filter, from, to };
}
