/** Tiers of silence: how long ago the last order was. */
import { addMonths } from '../calendar/civil-day.js';
import { monthsOf, windowBack } from '../calendar/window.js';
import type { CivilDay } from '../table/dataset.js';
import type { TierId } from './churn-types.js';

export const TIERS: readonly TierId[] = ['watch', 'risk', 'inactive'];

/**
 * Where the tiers begin (L9): at a third, two thirds and the whole of the window W. Calendar months when W has a number of months
 * divisible by three (3 months -> 1, 2 and 3 months back from the as-of day), else days: a third and two thirds of the days of W,
 * rounded down. Watch and risk begin strictly before their limit day ("more than one month"), inactive on it: a customer is active
 * in (asOf - W, asOf].
 */
export function tierLimits(asOf: CivilDay, length: string): CivilDay[] {
  const third = (monthsOf(length) ?? NaN) / 3;
  const days = asOf - windowBack(asOf, length);
  return [1, 2, 3].map((part) => (Number.isInteger(third) ? addMonths(asOf, -part * third) : asOf - Math.floor((part * days) / 3)));
}
