/** Tiers of silence: how long ago the last order was. */
import { addMonths } from '../calendar/civil-day.js';
import { monthsOf, windowBack } from '../calendar/window.js';
import { NO_DAY } from '../table/dataset.js';
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

/**
 * Place among TIERS, from 1 on, of who ordered last on a day; 0 for who is in none of them, or has never ordered (NO_DAY).
 * @param limits as `tierLimits` gives them
 */
export function tierOf(day: CivilDay, limits: readonly CivilDay[]): number {
  if (day === NO_DAY || day >= limits[0]) return 0;
  return day <= limits[2] ? 3 : day < limits[1] ? 2 : 1;
}
