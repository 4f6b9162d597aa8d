/** Filters in words. */
import { LISTS } from '../../base/filter-group.js';
import type { ListKey } from '../../base/filter-group.js';
import type { Speech } from '../../base/widget.js';
import { dashboardTerms } from '../../locale/dashboard-terms.js';
import type { DashboardTerms } from '../../locale/dashboard-terms.js';
import { daysOf } from './dashboard-state.js';
import type { DashboardState, Lists } from './dashboard-state.js';

/** @internal Words and formats of a dashboard. */
export interface DashboardSpeech extends Speech {
  readonly words: DashboardTerms;
}

export function dashboardSpeech(speech: Speech): DashboardSpeech {
  const { terms, format } = speech;
  return { ...speech, words: dashboardTerms[terms.language](format) };
}

/** Names of values, where a dimension has the same in all data. */
export function namesIn({ words }: DashboardSpeech): Readonly<Record<'segment' | 'stage' | 'tier', Readonly<Record<string, string>>>> {
  return { segment: words.segments, stage: words.stages, tier: words.tiers };
}

/** A value of a dimension as a person says it. */
export function valueWords(key: ListKey, value: string, speech: DashboardSpeech): string {
  const named = (namesIn(speech) as Readonly<Record<string, Readonly<Record<string, string>>>>)[key]?.[value];
  if (named && key === 'segment' && value !== 'inactive') return `${value}, ${named}`;
  return named ?? (key === 'cohort' && /^\d{4}-\d\d$/.test(value) ? speech.format.month(value) : value);
}

/** A period as a person says it. */
export function periodWords(period: string, { words, format }: DashboardSpeech): string {
  const days = daysOf(period);
  if (days) return words.between(...(days.map((day) => day && format.date(day)) as [string, string]));
  const [, count, unit] = /^(\d+)([DM])$/i.exec(period) ?? [];
  if (count) return /d/i.test(unit) ? words.lastDays(+count) : words.lastMonths(+count);
  return (words.periods as Readonly<Record<string, string>>)[period.toLowerCase()] ?? period;
}

/** @internal */
export interface Chip {
  readonly key: ListKey;
  readonly value: string;
  readonly text: string;
}

/** One for each value that is chosen. */
export function chipsOf(filter: Lists, speech: DashboardSpeech): Chip[] {
  const { words, terms } = speech;
  return LISTS.flatMap((key) =>
    (filter[key] ?? []).map((value) => ({ key, value, text: terms.labelled(words.dimensions[key], valueWords(key, value, speech)) })),
  );
}

/** All that narrows, on one line; the comparison where it is not the usual one. */
export function summaryWords({ period, compare, filter }: DashboardState, speech: DashboardSpeech, usual: string): string {
  const { words, terms } = speech;
  const chips = chipsOf(filter, speech).map(({ text }) => text);
  const against = compare === usual ? [] : [terms.labelled(words.compare, words.compares[compare])];
  return [terms.labelled(words.period, periodWords(period, speech)), ...against, ...(chips.length ? chips : [words.noFilter])].join(' · ');
}

/** Says that none of the data lie in a period; empty where some may. @param days First and last day of the data, ISO. */
export function outsideWords(
  period: string,
  days: readonly [from: string | null, to: string | null],
  { words, format }: DashboardSpeech,
): string {
  const [first, last] = days;
  const [from, to] = daysOf(period) ?? [];
  if (!first || !last || !((from && from > last) || (to && to < first))) return '';
  return words.outside(format.date(first), format.date(last));
}
