/** Which customers a filter by segment, stage, tier or cohort lets through. */
import { periodKey } from '../calendar/period.js';
import type { Grain } from '../calendar/period.js';
import { CLASS_NAMES, classPieces } from './classes.js';
import type { ClassKey } from './classes.js';
import type { Filter, KpiContext } from './contract.js';
import { firstOrders, ordersOf } from './order-facts.js';

const CLASSED = Object.keys(CLASS_NAMES) as ClassKey[];

/** Keys of a filter that choose customers. */
export const MEMBERSHIPS = [...CLASSED, 'cohort'] as const;

const grainOf = (period: string): Grain =>
  period.includes('W') ? 'week' : period.includes('Q') ? 'quarter' : period.length > 7 ? 'day' : period.length > 4 ? 'month' : 'year';

/** By customer: 1 where his first order of all lies in one of the periods. */
function inCohorts({ dataset }: KpiContext, cohorts: readonly string[]): Uint8Array {
  const { day } = ordersOf(dataset);
  const grains = new Set(cohorts.map(grainOf));
  const known = new Map<number, number>();
  const isIn = (at: number): number => {
    const found = known.get(at) ?? +[...grains].some((grain) => cohorts.includes(periodKey(at, grain)));
    known.set(at, found);
    return found;
  };
  return Uint8Array.from(firstOrders(dataset), (row) => (row < 0 ? 0 : isIn(day[row])));
}

/**
 * By customer row + 1: 1 for those whom all of the filter's choices let through; in slices.
 * @param context rows of the data set as of the day that counts, not narrowed by anything else
 */
export function* insidePieces(context: KpiContext, filter: Filter): Generator<void, Uint8Array, void> {
  const inside = new Uint8Array(context.dataset.customers.length + 1).fill(1, 1);
  const keep = (classes: Uint8Array, chosen: readonly (boolean | number)[]): void => {
    const table = Uint8Array.from(chosen, Number);
    for (let owner = 0; owner < classes.length; owner++) inside[owner + 1] &= table[classes[owner]];
  };
  for (const key of CLASSED) {
    const chosen = filter[key];
    if (!chosen) continue;
    keep(
      yield* classPieces(context, key),
      CLASS_NAMES[key].map((name) => name !== '' && chosen.includes(name)),
    );
    yield;
  }
  if (filter.cohort) keep(inCohorts(context, filter.cohort), [0, 1]);
  return inside;
}
