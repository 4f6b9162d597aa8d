/** What a person can change in a dashboard: a plain object, with what the page must know to keep it. */
import { LISTS } from '../../base/filter-group.js';
import type { Compare } from '../../base/shell.js';
import { isIsoDate } from '../../base/settings.js';
import type { View } from '../../base/view-choice.js';
import { refuse } from '../../core/errors.js';
import type { Filter } from '../../core/kpi/contract.js';

/** Changes when an older state could be misread. */
export const STATE_VERSION = 1;

/** Lists of the filter; the period stands beside them. */
export type Lists = Omit<Filter, 'period'>;

/** What a person has chosen about single widgets, by their keys. */
export type Views = Readonly<Record<string, View>>;

export interface DashboardState {
  version: typeof STATE_VERSION;
  /** `all`, `30D`, `12M`, `day`, `week`, `month`, `quarter`, `year`, `previous-month` and likewise, or `2025-01-01/2025-03-31`. */
  period: string;
  compare: Compare;
  filter: Lists;
  /** Keys of the widgets (ids, else tags with a number) in the order that a person gave them; empty: that of the page. */
  order: readonly string[];
  /** What a person has chosen about single widgets, by property: `{ 'kpi-pulse': { open: 'orders' } }`. Keys are ids, else tags with a number. */
  views: Views;
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

/** What a filter may hold, for dimensions that have the same values in all data. */
const VALUES: Readonly<Partial<Record<string, RegExp>>> = {
  segment: /^(TB[CG]|BC|CT?O|inactive)$/,
  stage: /^(prospect|new|loyal|premium|inactive)$/,
  tier: /^(watch|risk|inactive)$/,
  cohort: /^\d{4}(-(Q[1-4]|W[0-5]\d|\d\d(-\d\d)?))?$/,
};

const isTexts = (given: unknown): given is string[] => Array.isArray(given) && given.every((one) => typeof one === 'string');

function readLists(given: unknown): Lists {
  const raw = Object(given) as Record<string, unknown>;
  const unknown = Object.keys(raw).find((key) => !(LISTS as readonly string[]).includes(key));
  if (unknown !== undefined) refuse('state.filter', `keys ${LISTS.join(', ')}`, unknown);
  const chosen = LISTS.flatMap((key) => {
    const list = raw[key] ?? [];
    if (!isTexts(list)) return refuse(`state.filter.${key}`, 'a list of strings', list);
    const wrong = list.find((value) => VALUES[key]?.test(value) === false);
    if (wrong !== undefined) refuse(`state.filter.${key}`, 'values of the filter', wrong);
    return list.length ? [[key, [...new Set(list)]]] : [];
  });
  return Object.fromEntries(chosen) as Lists;
}

function readViews(given: unknown): Views {
  const views = Object.entries(Object(given) as Record<string, unknown>).map(([key, view]) => [key, Object(view) as View] as const);
  for (const [key, view] of views) if (!isTexts(Object.values(view))) refuse(`state.views.${key}`, 'strings by property', view);
  return Object.fromEntries(views.filter(([, view]) => Object.keys(view).length).map(([key, view]) => [key, { ...view }]));
}

/**
 * A state that the page kept. What is missing is as in `usual`.
 * @throws KpiError `invalid-param` for another version, an unknown period, comparison, dimension or value of one, and wrong types.
 */
export function readState(given: unknown, usual: DashboardState): DashboardState {
  const {
    version = STATE_VERSION,
    period = usual.period,
    compare = usual.compare,
    filter = {},
    order = [],
    views = {},
  } = Object(given) as DashboardState;
  if (version !== STATE_VERSION) refuse('state.version', `${STATE_VERSION}`, version);
  if (!isPeriod(period)) refuse('state.period', 'all, 30D, 12M, month, previous-month or 2025-01-01/2025-03-31', period);
  if (!COMPARES.includes(compare)) refuse('state.compare', COMPARES.join(', '), compare);
  if (!isTexts(order)) refuse('state.order', 'a list of strings', order);
  return { version, period, compare, filter: readLists(filter), order, views: readViews(views) };
}

/** The filter that the widgets share. */
export function filterOf({ period, filter }: Pick<DashboardState, 'period' | 'filter'>): Filter {
  if (/^all$/i.test(period)) return filter;
  const [from, to] = daysOf(period) ?? [];
  return { period: from === undefined ? { last: period } : { ...(from && { from }), ...(to && { to }) }, ...filter };
}

const listsIn = (filter: Filter): Lists => Object.fromEntries(Object.entries(filter).filter(([key]) => key !== 'period'));

/** Period of a filter as a text. */
const periodIn = ({ period: days }: Filter): string => days?.last ?? (days ? `${days.from ?? ''}/${days.to ?? ''}` : 'all');

/** The state with another filter. */
export function withFilter(state: DashboardState, filter: Filter): DashboardState {
  return { ...state, period: periodIn(filter), filter: listsIn(filter) };
}

/** What a person sees, with what the page has set where he has chosen nothing. */
export function shownState(state: DashboardState, fixed: Filter): DashboardState {
  const period = /^all$/i.test(state.period) ? periodIn(fixed) : state.period;
  return { ...state, period, filter: { ...listsIn(fixed), ...state.filter } };
}

/** The views with one widget's changed; without it where nothing is left of it. */
export function withView(views: Views, key: string, view: View): Views {
  const rest = Object.entries(views).filter(([each]) => each !== key);
  return Object.fromEntries(Object.keys(view).length ? [...rest, [key, view]] : rest);
}

/** The views without a property that has been chosen for all. */
export function withoutProperty(views: Views, name: string): Views {
  const left = (view: View): View => Object.fromEntries(Object.entries(view).filter(([each]) => each !== name));
  return Object.entries(views).reduce((all, [key, view]) => withView(all, key, left(view)), views);
}

/** The filter without a value, or with it. */
export function toggled(filter: Lists, key: keyof Lists, value: string): Lists {
  const { [key]: list = [], ...rest } = filter;
  const next = list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  return next.length ? { ...filter, [key]: next } : rest;
}
