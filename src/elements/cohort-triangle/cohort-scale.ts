/** Steps of colour for the values of a triangle: even ones from the lowest to the highest, those of few customers left aside. */
import { FEW } from '../../chart/figures.js';
import { HEAT_STEPS } from '../../theme/heat.styles.js';
import { valueOf, type CohortContext } from './cohort-context.js';

/** Where all are alike. */
const MIDDLE = 4;

/** @internal Edges between the steps, ascending, and both ends; none where all values are alike. */
export interface Scale {
  readonly edges: readonly number[];
  readonly low: number;
  readonly high: number;
}

export function scaleOf({ cohorts, first }: CohortContext): Scale {
  const cells = cohorts.flatMap(({ cells: own }) => own.slice(first)).flatMap((cell) => cell ?? []);
  const values = (least: number) => cells.flatMap((cell) => ((cell.base ?? 0) >= least ? (valueOf(cell) ?? []) : []));
  const [all, large] = [values(0), values(FEW)];
  const counted = 2 * large.length > all.length ? large : all;
  const [low, high] = [Math.min(...counted), Math.max(...counted)];
  const step = (high - low) / HEAT_STEPS;
  return { low, high, edges: step > 0 ? Array.from({ length: HEAT_STEPS - 1 }, (_, index) => low + step * (index + 1)) : [] };
}

/** 1…7: a step holds its lower edge. */
export function stepOf(value: number, { edges }: Scale): number {
  return edges.length ? 1 + edges.filter((edge) => edge <= value).length : MIDDLE;
}
