/** A quantile of whole numbers that are not sorted. */
import { quantileType7 } from './quantile.js';
import { sortedWhole } from './sorted-whole.js';

const BUCKETS = 4096;

/** How many lie in each bucket. A function of its own: engines make it fast the sooner. */
function countBuckets(values: Uint32Array, shift: number): Int32Array {
  const counts = new Int32Array(BUCKETS);
  for (let i = 0; i < values.length; i++) counts[values[i] >>> shift]++;
  return counts;
}

/** Those of some buckets. */
function inBuckets(values: Uint32Array, shift: number, first: number, last: number): Float64Array {
  const found = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const bucket = values[i] >>> shift;
    if (bucket >= first && bucket <= last) found[count++] = values[i];
  }
  return found.subarray(0, count);
}

/**
 * Quantile of type 7, as `quantileType7` finds it in sorted values: only those near it are sorted. NaN when there is no value.
 *
 * @param part numerator of the share: 0…parts
 */
export function wholeQuantile(values: Float64Array, part: number, parts = 1): number {
  const { length } = values;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < length; i++) {
    const value = values[i];
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (length < BUCKETS || most - least >= 2 ** 32) return quantileType7(sortedWhole(values), part, parts);
  const above = new Uint32Array(length);
  for (let i = 0; i < length; i++) above[i] = values[i] - least;
  let shift = 0;
  while ((most - least) / 2 ** shift >= BUCKETS) shift++;
  const counts = countBuckets(above, shift);
  // The lower one of two neighbours, and the buckets in which both lie.
  const low = Math.floor(((length - 1) * part) / parts);
  let first = 0;
  let below = 0;
  while (below + counts[first] <= low) below += counts[first++];
  let last = first;
  for (let upTo = below + counts[first]; upTo <= low + 1 && last < BUCKETS - 1;) upTo += counts[++last];
  const near = sortedWhole(inBuckets(above, shift, first, last));
  return quantileType7({ length, [low]: near[low - below] + least, [low + 1]: near[low - below + 1] + least }, part, parts);
}
