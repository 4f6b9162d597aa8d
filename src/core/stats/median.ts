import { quantileType7 } from './quantile.js';

/** Middle value, or the mean of the two middle ones; null when there is none. `sorted`: ascending, without NaN. */
export function median(sorted: ArrayLike<number>): number | null {
  return sorted.length === 0 ? null : quantileType7(sorted, 1, 2);
}
