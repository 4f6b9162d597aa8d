/** What a person may choose: days to read, and the campaign window, days of waiting in which to send; as the result suggests, or as a person chose. */
import { boughtBy, isOpen, type TimingContext } from './timing-context.js';
import type { WindowSelection } from './window-select-event.js';

export const LONGEST = 3650;
/** Days at which shares are read where none are given, and how many may be. */
export const MARKS: readonly number[] = [7, 30, 60];
const MOST_MARKS = 8;

/** Days of a list such as `7 30 60`, each once; null for anything else. */
export function parseDays(text: string): number[] | null {
  const days = [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(Number),
    ),
  ];
  const fits = days.length > 0 && days.length <= MOST_MARKS && days.every((day) => Number.isInteger(day) && day > 0 && day <= LONGEST);
  return fits ? days : null;
}

/** `3-14`: first and last day. null for anything else. */
export function parseCampaign(text: string): [from: number, to: number] | null {
  const [, from, to] = /^\s*(\d{1,4})\s*-\s*(\d{1,4})\s*$/.exec(text) ?? [];
  return to && +from <= +to && +to <= LONGEST ? [+from, +to] : null;
}

/** The window with what it holds, as far as that is known; null where none is given and none suggested. */
export function campaignOf(context: TimingContext, given: [from: number, to: number] | null): WindowSelection | null {
  const { main, exact, params } = context;
  const suggested = main?.window;
  const [from, to] = given ?? (suggested ? [suggested.from, suggested.to] : []);
  if (!main || from === undefined || to === undefined) return null;
  // Nobody buys again on the day of a purchase.
  const first = main.id === 'first' ? 0 : 1;
  const markAt = (day: number): number | null => main.marks.find(({ days }) => days === day)?.probability ?? null;
  const [before, by] = [from - 1, to].map((day) => (day < first ? 0 : (boughtBy(context, main, day) ?? markAt(day))));
  const known = before === null || by === null ? null : by - before;
  const inside = main.points.filter(({ days }) => days >= from && days <= to);
  const isWhole = exact && (to <= params.horizonDays || !isOpen(main));
  return {
    ...{ purchase: main.id, from, to },
    probability: suggested && from === suggested.from && to === suggested.to ? suggested.probability : known,
    customers: isWhole ? inside.reduce((sum, { censored }) => sum + censored, 0) : null,
  };
}
