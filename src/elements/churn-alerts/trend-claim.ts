/** What the months of attrition allow to be said: a rise, a fall, or nothing. */
import { FEW } from '../../chart/figures.js';
import type { ChurnTrendPoint } from '../../core/kpi/churn-types.js';

/** @internal */
export interface TrendClaim {
  readonly rising: boolean;
  /** Months of the run, two or more. */
  readonly months: number;
}

const SHORTEST_RUN = 2;

/**
 * The run of months that ends the series, if the data can carry it: its first step is more than noise, it lasts two months or more, both ends stand on 30 customers or more,
 * and their Wilson 95 % intervals do not overlap. Otherwise null: nothing is said, not even "stable".
 */
export function trendClaim(trend: readonly ChurnTrendPoint[]): TrendClaim | null {
  const rates = trend.map(({ attritionRate }) => attritionRate ?? NaN);
  const bounds = (i: number): readonly number[] => trend[i].attritionInterval ?? [0, 1];
  const end = trend.length - 1;
  const rising = rates[end] > rates[end - 1];
  let start = end;
  while (rising ? rates[start] > rates[start - 1] : rates[start] < rates[start - 1]) start--;
  // A first step that its own month's interval does not tell from no step at all: the run begins later.
  while (start < end && rates[start] >= bounds(start + 1)[0] && rates[start] <= bounds(start + 1)[1]) start++;
  const months = end - start;
  if (months < SHORTEST_RUN || Math.min(trend[start].base, trend[end].base) < FEW) return null;
  const [low, high] = rising ? [start, end] : [end, start];
  return bounds(low)[1] < bounds(high)[0] ? { rising, months } : null;
}
