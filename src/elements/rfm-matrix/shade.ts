/** Steps of colour for the revenue of a cell: growing, so that the many small ones do not look alike, and the few large ones neither. */
import { HEAT_STEPS } from '../../theme/heat.styles.js';

/** 1: even steps; 2: even steps of the square root. */
const POWER = 1.5;

/** Ascending amounts of two digits between the steps, up to the highest revenue; none where there is no revenue. */
export function edgesOf(cells: readonly { revenue: number | null }[]): number[] {
  const high = Math.max(...cells.map(({ revenue }) => Number(revenue)));
  const edges = Array.from({ length: HEAT_STEPS - 1 }, (_, index) => Number((high * ((index + 1) / HEAT_STEPS) ** POWER).toPrecision(2)));
  return high > 0 ? edges : [];
}

/** 1…7: a step holds its lower edge. */
export function stepOf(revenue: number | null, edges: readonly number[]): number {
  return 1 + edges.filter((edge) => edge <= Number(revenue)).length;
}
