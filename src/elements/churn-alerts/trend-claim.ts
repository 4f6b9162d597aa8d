/** What the months of attrition allow to be said: a rise, a fall, or nothing. */
import type { ChurnTrendPoint } from '../../core/kpi/churn-types.js';

export interface TrendClaim {
  readonly rising: boolean;
  /** Months of the run, two or more. */
  readonly months: number;
}

/** Below this many customers a rate is shown with a badge and carries no claim. */
export const SMALL_BASE = 30;
const SHORTEST_RUN = 2;

/** -1, 0 or 1 where both months have a rate; null where one has none. */
function step(from: ChurnTrendPoint, to: ChurnTrendPoint): number | null {
  if (from.attritionRate === null || to.attritionRate === null) return null;
  return Math.sign(to.attritionRate - from.attritionRate);
}

/** Steps of one direction at the end of the series. */
function lastRun(trend: readonly ChurnTrendPoint[]): { direction: number; months: number } {
  let direction = 0;
  let months = 0;
  for (let i = trend.length - 1; i > 0; i--) {
    const sign = step(trend[i - 1], trend[i]);
    if (sign === null || sign === 0 || (direction !== 0 && sign !== direction)) break;
    direction = sign;
    months++;
  }
  return { direction, months };
}

/** A first step that its own month's interval does not tell from no step at all: the run begins later. */
function beginsInNoise(trend: readonly ChurnTrendPoint[], months: number): boolean {
  const { attritionRate: before } = trend[trend.length - 1 - months];
  const { attritionInterval: after } = trend[trend.length - months];
  return before !== null && after !== null && before >= after[0] && before <= after[1];
}

/**
 * The run of months that ends the series, if the data can carry it: its first step is more than noise, it lasts two months or more, both ends stand on 30 customers or more,
 * and their Wilson 95 % intervals do not overlap. Otherwise null: nothing is said, not even "stable".
 */
export function trendClaim(trend: readonly ChurnTrendPoint[]): TrendClaim | null {
  const { direction, months: longest } = lastRun(trend);
  let months = longest;
  while (months >= SHORTEST_RUN && beginsInNoise(trend, months)) months--;
  if (months < SHORTEST_RUN) return null;
  const first = trend[trend.length - 1 - months];
  const last = trend[trend.length - 1];
  if (Math.min(first.base, last.base) < SMALL_BASE || !first.attritionInterval || !last.attritionInterval) return null;
  const apart =
    direction > 0 ? last.attritionInterval[0] > first.attritionInterval[1] : last.attritionInterval[1] < first.attritionInterval[0];
  return apart ? { rising: direction > 0, months } : null;
}
