/** The shape of each tier in a square of 10, so that no tier is told by its colour alone: circle, triangle, square. By eye of one size. */
import type { TierId } from '../../core/kpi/churn-types.js';

/** Paths from the corner of the square, wherever that is. */
export const TIER_SHAPES: Readonly<Record<TierId, string>> = {
  watch: 'm0,5a5,5 0 1 0 10,0a5,5 0 1 0-10,0z',
  risk: 'm5,0l5,10h-10z',
  inactive: 'm.5,.5h9v9h-9z',
};
