/** Who belongs to which cohort, and when each member began. */
import type { PeriodTable } from '../calendar/period-table.js';
import type { KpiContext } from './contract.js';
import { compareTexts } from './texts.js';
import { namesOf } from './first-order-names.js';
import { firstOrders, ordersOf } from './order-facts.js';
import type { RetentionParams } from './retention-types.js';

/** Cohorts with a name of their own, by channel, country or product. */
const SHOWN = 20;

/** @internal */
export interface Members {
  /** By customer: period of the first order, -1 for those who are no members. */
  readonly start: Int32Array;
  /** By customer: cohort of a member. The same array where the cohort is that period. */
  readonly cohort: Int32Array;
  /** Names of the cohorts, null for the rest; none where they are periods. */
  readonly names: readonly (string | null)[] | null;
}

/** Period of the first order of each customer, where that order is let through. */
function startsOf({ dataset, rows }: KpiContext, { starts, placeOf }: PeriodTable): Int32Array {
  const first = firstOrders(dataset);
  const passed = rows('orders');
  const { day } = ordersOf(dataset);
  const start = new Int32Array(first.length).fill(-1);
  if (!passed) return start;
  for (let owner = 0; owner < first.length; owner++) {
    const row = first[owner];
    if (row >= 0 && passed[row] === 1) start[owner] = placeOf[day[row] - starts[0]];
  }
  return start;
}

/** By channel, country or product the largest get cohorts of their own; the last cohort is everybody else's. */
export function findMembers(context: KpiContext, periods: PeriodTable, key: RetentionParams['key']): Members {
  const start = startsOf(context, periods);
  if (key === 'first-order') return { start, cohort: start, names: null };
  const { of, textsOf } = namesOf(context.dataset, key);
  const texts = textsOf(start);
  const counts = new Int32Array(texts.length);
  for (let owner = 0; owner < start.length; owner++) if (start[owner] >= 0) counts[of[owner]]++;
  const sizes = new Map<string, number>();
  texts.forEach((text, code) => text && counts[code] > 0 && sizes.set(text, (sizes.get(text) ?? 0) + counts[code]));
  const names = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || compareTexts(a, b)).slice(0, SHOWN);
  const ranks = new Map(names.map((name, rank) => [name, rank]));
  const rankOf = texts.map((text) => ranks.get(text) ?? names.length);
  const cohort = new Int32Array(start.length).fill(-1);
  for (let owner = 0; owner < start.length; owner++) if (start[owner] >= 0) cohort[owner] = rankOf[of[owner]];
  return { start, cohort, names: [...names, null] };
}
