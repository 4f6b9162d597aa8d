/** Reads the filter of a request (rule G14): canonical form, and days of its period. */
import { formatIsoDay, parseIsoDay } from '../calendar/civil-day.js';
import { KpiError } from '../errors.js';
import type { CivilDay } from '../table/dataset.js';
import type { Filter } from './contract.js';
import { knownKeys, objectParam, refuseParam, shown } from './param.js';

/** Segments that a filter may name: those of `rfm`, and customers without an order in its window. */
export const FILTER_SEGMENTS = ['TBC', 'BC', 'CO', 'CTO', 'inactive'] as const;
export type FilterSegment = (typeof FILTER_SEGMENTS)[number];

export interface ReadFilter {
  /** Only what narrows: keys in fixed order, lists sorted and without repeats. */
  readonly filter: Filter;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

const KEYS = ['period', 'channel', 'country', 'segment'];

/**
 * ISO date as a civil day.
 * @throws KpiError `invalid-date`.
 */
export function dayParam(given: unknown, path: string): CivilDay {
  const day = typeof given === 'string' ? parseIsoDay(given.trim()) : null;
  if (day !== null) return day;
  const got = shown(given);
  throw new KpiError('invalid-date', `${path} is an ISO date that exists: give for instance "2024-06-30"; got ${got}`, {
    path,
    details: { param: path, got },
  });
}

/** Absent and null say nothing. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Sorted texts without repeats; null when nothing is chosen, which narrows nothing. */
function textList(given: unknown, path: string): string[] | null {
  if (!isGiven(given)) return null;
  if (!Array.isArray(given) || given.some((one) => typeof one !== 'string')) {
    return refuseParam(path, 'is a list of texts', 'give an array such as ["a", "b"]', given);
  }
  return given.length === 0 ? null : [...new Set(given as string[])].sort();
}

function segmentList(given: unknown): FilterSegment[] | null {
  const texts = textList(given, 'filter.segment');
  if (texts === null) return null;
  const read = new Set(
    texts.map((text) => {
      const name = text === 'TBG' ? 'TBC' : text;
      return (
        FILTER_SEGMENTS.find((known) => known === name) ??
        refuseParam('filter.segment', 'names segments', `use ${FILTER_SEGMENTS.join(', ')}`, text)
      );
    }),
  );
  return FILTER_SEGMENTS.filter((known) => read.has(known));
}

function readPeriod(given: unknown): { from: CivilDay | null; to: CivilDay | null } {
  if (!isGiven(given)) return { from: null, to: null };
  const period = objectParam(given, 'filter.period');
  knownKeys(period, ['from', 'to'], 'filter.period');
  const from = isGiven(period.from) ? dayParam(period.from, 'filter.period.from') : null;
  const to = isGiven(period.to) ? dayParam(period.to, 'filter.period.to') : null;
  if (from !== null && to !== null && from > to) {
    refuseParam('filter.period', 'ends on or after the day it starts', 'swap from and to', `${formatIsoDay(from)} to ${formatIsoDay(to)}`);
  }
  return { from, to };
}

/**
 * Filter of a request. An empty list narrows nothing; a value that does not occur in the data is no error and lets nothing through.
 * @throws KpiError `invalid-param` for unknown keys, segments and wrong types, `invalid-date` for days.
 */
export function readFilter(given: unknown): ReadFilter {
  if (!isGiven(given)) return { filter: {}, from: null, to: null };
  const raw = objectParam(given, 'filter');
  knownKeys(raw, KEYS, 'filter');
  const { from, to } = readPeriod(raw.period);
  const channel = textList(raw.channel, 'filter.channel');
  const country = textList(raw.country, 'filter.country');
  const segment = segmentList(raw.segment);
  const period = { ...(from === null ? {} : { from: formatIsoDay(from) }), ...(to === null ? {} : { to: formatIsoDay(to) }) };
  const filter: Filter = {
    ...(from === null && to === null ? {} : { period }),
    ...(channel === null ? {} : { channel }),
    ...(country === null ? {} : { country }),
    ...(segment === null ? {} : { segment }),
  };
  return { filter, from, to };
}
