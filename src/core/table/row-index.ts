import type { RowIndex } from './dataset.js';

/** Owners or rows of work between two pauses. */
const SLICE = 4096;

/**
 * Rows grouped by owner and sorted by (second, row), in slices. Linear for rows already in order of time.
 * @param owner Owner of each row, -1 for none.
 * @param owners Number of owners.
 * @param second Epoch seconds of each row, never NaN.
 */
export function* rowIndexSteps(owner: Int32Array, owners: number, second: Float64Array): Generator<void, RowIndex, void> {
  const offsets = new Int32Array(owners + 1);
  for (const one of owner) if (one >= 0) offsets[one + 1]++;
  for (let i = 0; i < owners; i++) offsets[i + 1] += offsets[i];
  yield;
  const next = offsets.slice();
  const rows = new Int32Array(offsets[owners]);
  for (let row = 0; row < owner.length; row++) {
    if (owner[row] >= 0) rows[next[owner[row]]++] = row;
    if (row % SLICE === 0) yield;
  }
  for (let i = 0; i < owners; i++) {
    const own = rows.subarray(offsets[i], offsets[i + 1]);
    if (own.some((row, at) => second[row] < second[own[at - 1]])) own.sort((a, b) => second[a] - second[b] || a - b);
    if (i % SLICE === 0) yield;
  }
  return { offsets, rows };
}
