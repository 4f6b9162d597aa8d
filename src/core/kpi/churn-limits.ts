/**
 * Where the tiers begin (L9): at a third, two thirds and the whole of the window W.
 *
 * Calendar months when W has a number of months divisible by three (3 months -> 1, 2 and 3 months back from the as-of day), else days:
 * a third and two thirds of the days of W, rounded down. Watch and risk begin strictly before their limit day ("more than one
 * month"), inactive on it: a customer is active in (asOf - W, asOf].
 */
import { addMonths } from '../calendar/civil-day.js';
import { parseWindow } from '../calendar/window.js';
import type { CivilDay } from '../table/dataset.js';
import type { WindowFacts } from './rfm-window.js';

/** Length of the window; null when no rule gives one. */
export type WindowLength = { readonly months: number } | { readonly days: number };

export function windowLength(window: WindowFacts, param: string): WindowLength | null {
  if (window.months !== null) return { months: window.months };
  const spec = parseWindow(param);
  return spec.kind === 'days' ? { days: spec.count } : null;
}

/** The day that lies `times` windows before another: the last one outside (day - times W, day]. */
export function windowBack(day: CivilDay, length: WindowLength, times = 1): CivilDay {
  return 'months' in length ? addMonths(day, -times * length.months) : day - times * length.days;
}

/** Last order before it: watch, risk; on or before it: inactive. */
export interface TierLimits {
  readonly watch: CivilDay;
  readonly risk: CivilDay;
  readonly inactive: CivilDay;
}

export function tierLimits(asOf: CivilDay, length: WindowLength): TierLimits {
  const inactive = windowBack(asOf, length);
  if ('months' in length && length.months % 3 === 0) {
    const third = length.months / 3;
    return { watch: addMonths(asOf, -third), risk: addMonths(asOf, -2 * third), inactive };
  }
  const days = asOf - inactive;
  return { watch: asOf - Math.floor(days / 3), risk: asOf - Math.floor((2 * days) / 3), inactive };
}
