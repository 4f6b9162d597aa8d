/** The campaign window: days of waiting in which to send; as the result suggests, or as a person chose. */
import { boughtBy, type TimingContext } from './timing-context.js';
import type { WindowSelection } from './window-select-event.js';

export const LONGEST = 3650;

/** `3-14`: first and last day. null for anything else. */
export function parseCampaign(text: string): [from: number, to: number] | null {
  const [, from, to] = /^\s*(\d{1,4})\s*-\s*(\d{1,4})\s*$/.exec(text) ?? [];
  return to && +from <= +to && +to <= LONGEST ? [+from, +to] : null;
}

/**
 * The window with what it holds; null where none is given and none suggested.
 * @param exact Whether every day has its own point: small groups are not withheld.
 */
export function campaignOf({ main }: TimingContext, given: [from: number, to: number] | null, exact: boolean): WindowSelection | null {
  const suggested = main?.window;
  const [from, to] = given ?? (suggested ? [suggested.from, suggested.to] : []);
  if (!main || from === undefined || to === undefined) return null;
  const inside = main.points.filter(({ days }) => days >= from && days <= to);
  return {
    purchase: main.id,
    from,
    to,
    probability: boughtBy(main, to) - boughtBy(main, from - 1),
    customers: exact ? inside.reduce((sum, { censored }) => sum + censored, 0) : null,
  };
}
