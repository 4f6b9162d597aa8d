/** The shape of each tier in a square of 10, so that no tier is told by its colour alone: circle, triangle, square. By eye of one size. */
import type { TierId } from '../../core/kpi/churn-types.js';

export const TIER_SHAPES: Readonly<Record<TierId, string>> = {
  watch: 'M0,5a5,5 0 1 0 10,0a5,5 0 1 0-10,0Z',
  risk: 'M5,0L10,10H0Z',
  inactive: 'M.5,.5h9v9h-9Z',
};
