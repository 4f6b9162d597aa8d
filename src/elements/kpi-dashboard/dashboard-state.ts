/** What a person can change in a dashboard: a plain object, with what the page must know to keep it. */
import { LISTS } from '../../base/filter-group.js';
import type { Compare } from '../../base/shell.js';
import { isIsoDate } from '../../base/settings.js';
import { refuse } from '../../core/errors.js';
import type { Filter } from '../../core/kpi/contract.js';

/** Changes when an older state could be misread. */
export const STATE_VERSION = 1;

/** Lists of the filter; the period stands beside them. */
export type Lists = Omit<Filter, 'period'>;

export interface DashboardState {
  version: typeof STATE_VERSION;
  /** `all`, `30D`, `12M`, `day`, `week`, `month`, `quarter`, `year`, `previous-month` and likewise, or `2025-01-01/2025-03-31`. */
  period: string;
  compare: Compare;
  filter: Lists;
  /** Keys of the widgets (ids, else tags with a number) in the order that a person gave them; empty: that of the page. */
  order: readonly string[];
}

/** The first is the default. */
export const COMPARES: readonly Compare[] = ['previous-period', 'previous-year', 'none'];

/** Periods that the bar offers. */
export const PERIODS = ['all', '12M', '90D', '30D', 'year', 'quarter', 'month', 'previous-month', 'week', 'day'] as const;

const WORD = /^(all|[1-9]\d{0,3}[DM]|(previous-)?(day|week|month|quarter|year))$/i;

/** First and last day of a period given by its days; null for one that is told by a word. Either may be missing. */
export function daysOf(period: string): readonly [from: string, to: string] | null {
  const [from, to, more] = period.split('/');
  const isDay = (text: string): boolean => text === '' || isIsoDate(text);
  return to !== undefined && more === undefined && isDay(from) && isDay(to) && from + to !== '' && (!from || !to || from <= to)
    ? [from, to]
    : null;
}

export const isPeriod = (text: unknown): text is string => typeof text === 'string' && (WORD.test(text) || daysOf(text) !== null);

const isTexts = (given: unknown): given is string[] => Array.isArray(given) && given.every((one) => typeof one === 'string');

function readLists(given: unknown): Lists {
  const raw = Object(given) as Record<string, unknown>;
  const unknown = Object.keys(raw).find((key) => !(LISTS as readonly string[]).includes(key));
  if (unknown !== undefined) refuse('state.filter', `keys ${LISTS.join(', ')}`, unknown);
  const chosen = LISTS.flatMap((key) => {
    const list = raw[key] ?? [];
    if (!isTexts(list)) return refuse(`state.filter.${key}`, 'a list of strings', list);
    return list.length ? [[key, [...new Set(list)]]] : [];
  });
  return Object.fromEntries(chosen) as Lists;
}

/**
 * A state that the page kept. What is missing is as in `usual`.
 * @throws KpiError `invalid-param` for another version, an unknown period, comparison or dimension, and wrong types.
 */
export function readState(given: unknown, usual: DashboardState): DashboardState {
  const {
    version = STATE_VERSION,
    period = usual.period,
    compare = usual.compare,
    filter = {},
    order = [],
  } = Object(given) as DashboardState;
  if (version !== STATE_VERSION) refuse('state.version', `${STATE_VERSION}`, version);
  if (!isPeriod(period)) refuse('state.period', 'all, 30D, 12M, month, previous-month or 2025-01-01/2025-03-31', period);
  if (!COMPARES.includes(compare)) refuse('state.compare', COMPARES.join(', '), compare);
  if (!isTexts(order)) refuse('state.order', 'a list of strings', order);
  return { version, period, compare, filter: readLists(filter), order };
}

/** The filter that the widgets share. */
export function filterOf({ period, filter }: Pick<DashboardState, 'period' | 'filter'>): Filter {
  if (/^all$/i.test(period)) return filter;
  const [from, to] = daysOf(period) ?? [];
  return { period: from === undefined ? { last: period } : { ...(from && { from }), ...(to && { to }) }, ...filter };
}

/** The state with another filter. */
export function withFilter(state: DashboardState, { period: days, ...filter }: Filter): DashboardState {
  const period = days?.last ?? (days ? `${days.from ?? ''}/${days.to ?? ''}` : 'all');
  return { ...state, period, filter };
}

/** The filter without a value, or with it. */
export function toggled(filter: Lists, key: keyof Lists, value: string): Lists {
  const { [key]: list = [], ...rest } = filter;
  const next = list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  return next.length ? { ...filter, [key]: next } : rest;
}
