/** Classes of a measure: limits between them, and on which side of a limit its own value falls. Equal values share a class. */
import { cutPoints } from '../stats/cut-points.js';
import { quantileType7 } from '../stats/quantile.js';
import type { RfmMeasures } from './rfm-partials.js';
import type { RfmParams } from './rfm-types.js';

export interface Classes {
  /** Ascending, in the unit of the measure (money: minor units). */
  readonly cuts: readonly number[];
  /** True: a value equal to a cut is in the class above it; false: in the class below. */
  readonly opensUpper: boolean;
}

/** Number of cuts that the value has passed: 0 for the lowest class. */
export function classOf(classes: Classes, value: number): number {
  const { cuts, opensUpper } = classes;
  let passed = 0;
  while (passed < cuts.length && (opensUpper ? cuts[passed] <= value : cuts[passed] < value)) passed++;
  return passed;
}

/** Limits of the R package rfm 0.3: quantiles of type 7 plus one unit, each of which opens the class above it. */
function classesOfR(sorted: ArrayLike<number>, bins: number, one: number): Classes {
  if (sorted.length === 0) return { cuts: [], opensUpper: true };
  return { cuts: Array.from({ length: bins - 1 }, (_, index) => quantileType7(sorted, index + 1, bins) + one), opensUpper: true };
}

export interface RfmClasses {
  readonly bins: number;
  readonly recencyDays: Classes;
  readonly orderCount: Classes;
  readonly revenue: Classes;
}

/** Classes of the three measures (L5, G8). `unit`: minor units in one major unit. */
export function rfmClasses(sorted: RfmMeasures, params: RfmParams, unit: number): RfmClasses {
  const { bins, mode } = params;
  const classes = (values: ArrayLike<number>, one: number): Classes =>
    mode === 'rfm-r' ? classesOfR(values, bins, one) : { cuts: cutPoints(values, bins), opensUpper: false };
  return {
    bins,
    recencyDays: classes(sorted.recencyDays, 1),
    orderCount: classes(sorted.orderCount, 1),
    revenue: classes(sorted.revenue, unit),
  };
}

/** `bins` for the most recent customers. */
export function recencyScore(classes: RfmClasses, recencyDays: number): number {
  return classes.bins - classOf(classes.recencyDays, recencyDays);
}

/** 1 for the rarest customers. */
export function frequencyScore(classes: RfmClasses, orderCount: number): number {
  return 1 + classOf(classes.orderCount, orderCount);
}

/** 1 for the lowest revenue. */
export function monetaryScore(classes: RfmClasses, revenue: number): number {
  return 1 + classOf(classes.revenue, revenue);
}

/** True where ties left fewer classes than bins. */
export function isMerged(classes: Classes, bins: number): boolean {
  return new Set(classes.cuts).size < bins - 1;
}
