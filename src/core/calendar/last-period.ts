/** Periods told by a word, seen from the as-of day: `30D`, `12M`, `month`, `previous-month`. */
import { periodEnd, periodStart } from './period.js';
import type { Grain, Span } from './period.js';
import { windowBack } from './window.js';
import type { CivilDay } from './civil-day.js';

const WORDS = /^(?:(?:0*[1-9]\d{0,3})[DM]|(?:previous-)?(?:day|week|month|quarter|year))$/i;

/** Whether a text is such a word. */
export const isLastPeriod = (text: unknown): text is string => typeof text === 'string' && WORDS.test(text);

/** The calendar period that a word names; null for none. */
export const lastGrain = (word: string | null): Grain | null =>
  /[a-z]{3}/i.test(word ?? '') ? (word!.toLowerCase().replace('previous-', '') as Grain) : null;

/**
 * First and last day, both included. `30D`, `12M`: so many days or calendar months, the as-of day the last of them; `month`: the calendar
 * month of the as-of day, up to it; `previous-month`: the whole one before.
 */
export function lastPeriod(asOf: CivilDay, word: string): Span {
  const [, previous, grain] = /^(previous-)?([a-z]+)$/.exec(word.toLowerCase()) ?? [];
  if (!grain) return { from: windowBack(asOf, word.toUpperCase()) + 1, to: asOf };
  const start = periodStart(asOf, grain as Grain);
  return previous ? { from: periodStart(start - 1, grain as Grain), to: periodEnd(start - 1, grain as Grain) } : { from: start, to: asOf };
}
