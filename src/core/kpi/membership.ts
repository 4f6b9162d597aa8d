/** Which customers a filter by segment, stage, tier or cohort lets through. */
import { periodKey } from '../calendar/period.js';
import type { Grain } from '../calendar/period.js';
import { NO_DAY } from '../table/dataset.js';
import type { Filter, KpiContext } from './contract.js';
import { TIERS, tierLimits } from './churn-tiers.js';
import { firstOrders, ordersOf } from './order-facts.js';
import { lastOrders } from './order-sums.js';
import { CLASSES, membershipPieces } from './rfm-membership.js';
import { resolveWindow } from './rfm-window.js';
import { STAGES, stagePieces } from './stage-membership.js';

/** By customer the number of his class; 0: in none. */
export type ClassPieces = (context: KpiContext) => Generator<void, Uint8Array, void>;

function* tierPieces(context: KpiContext): Generator<void, Uint8Array, void> {
  const { last } = lastOrders(context);
  yield;
  const { length } = resolveWindow(context, 'auto', last);
  const limits = context.asOf === null || length === null ? null : tierLimits(context.asOf, length);
  yield;
  return Uint8Array.from(last, (day) => {
    if (!limits || day === NO_DAY || day >= limits[0]) return 0;
    return day <= limits[2] ? 3 : day < limits[1] ? 2 : 1;
  });
}

const CLASSED: Readonly<Record<'segment' | 'stage' | 'tier', readonly [names: readonly string[], pieces: ClassPieces]>> = {
  segment: [CLASSES, membershipPieces],
  stage: [['', ...STAGES], stagePieces],
  tier: [['', ...TIERS], tierPieces],
};

export type Classes = { -readonly [K in keyof typeof CLASSED]?: Uint8Array };

const classed = Object.keys(CLASSED) as (keyof typeof CLASSED)[];

/** Keys of a filter that choose customers. */
export const MEMBERSHIPS = [...classed, 'cohort'] as const;

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
 * @param known classes as of that day, as far as they were asked for; completed here
 */
export function* insidePieces(context: KpiContext, filter: Filter, known: Classes): Generator<void, Uint8Array, void> {
  const inside = new Uint8Array(context.dataset.customers.length + 1).fill(1, 1);
  const keep = (classes: Uint8Array, chosen: readonly (boolean | number)[]): void => {
    const table = Uint8Array.from(chosen, Number);
    for (let owner = 0; owner < classes.length; owner++) inside[owner + 1] &= table[classes[owner]];
  };
  for (const key of classed) {
    const chosen = filter[key];
    if (!chosen) continue;
    const [names, pieces] = CLASSED[key];
    keep(
      (known[key] ??= yield* pieces(context)),
      names.map((name) => name !== '' && chosen.includes(name)),
    );
    yield;
  }
  if (filter.cohort) keep(inCohorts(context, filter.cohort), [0, 1]);
  return inside;
}
