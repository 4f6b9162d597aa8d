/** A quantile of whole numbers that are not sorted. */
import { quantileType7 } from './quantile.js';
import { sortedWhole } from './sorted-whole.js';

const BUCKETS = 4096;

/**
 * Quantile of type 7, as `quantileType7` finds it in sorted values; only values near it are sorted. NaN when there is no value.
 *
 * @param part numerator of the share: 0…parts
 */
export function wholeQuantile<T extends Int32Array | Float64Array>(values: T, part: number, parts = 1): number {
  const { length } = values;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < length; i++) {
    if (values[i] < least) least = values[i];
    if (values[i] > most) most = values[i];
  }
  if (length < BUCKETS || most - least >= 2 ** 31) return quantileType7(sortedWhole(values), part, parts);
  let shift = 0;
  while ((most - least) / 2 ** shift >= BUCKETS) shift++;
  const counts = new Int32Array(BUCKETS);
  for (let i = 0; i < length; i++) counts[(values[i] - least) >> shift]++;
  // The ranks of two neighbours, and the buckets in which they lie.
  const rank = (length - 1) * part;
  const low = Math.floor(rank / parts);
  let below = 0;
  let first = 0;
  while (below + counts[first] <= low) below += counts[first++];
  let last = first;
  for (let upTo = below + counts[first]; upTo <= low + 1 && last < BUCKETS - 1;) upTo += counts[++last];
  const near = values.slice() as T;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const bucket = (values[i] - least) >> shift;
    near[count] = values[i];
    // Written over by the next one where it lies elsewhere.
    if (bucket >= first && bucket <= last) count++;
  }
  const sorted = sortedWhole(near.subarray(0, count));
  return quantileType7({ length, [low]: sorted[low - below], [low + 1]: sorted[low - below + 1] }, part, parts);
}
