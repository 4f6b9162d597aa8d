import type { RowIndex } from './dataset.js';

/** First place of each owner in one list of rows, by counting; rows without owner (-1) are left out. */
function countingOffsets(owner: Int32Array, owners: number): Int32Array {
  const offsets = new Int32Array(owners + 1);
  for (let row = 0; row < owner.length; row++) if (owner[row] >= 0) offsets[owner[row] + 1]++;
  for (let i = 0; i < owners; i++) offsets[i + 1] += offsets[i];
  return offsets;
}

/** Insertion sort: linear where the rows of an owner already stand in order of time, as in most exports. */
function insertionSort(rows: Int32Array, from: number, to: number, second: Float64Array): void {
  for (let i = from + 1; i < to; i++) {
    const row = rows[i];
    let j = i - 1;
    while (j >= from && second[rows[j]] > second[row]) {
      rows[j + 1] = rows[j];
      j--;
    }
    rows[j + 1] = row;
  }
}

function isSorted(rows: Int32Array, from: number, to: number, second: Float64Array): boolean {
  for (let i = from + 1; i < to; i++) if (second[rows[i - 1]] > second[rows[i]]) return false;
  return true;
}

/** Few rows of an owner: insertion. Many and out of order: the engine's sort, so that one huge owner stays n log n. */
function sortOwner(rows: Int32Array, from: number, to: number, second: Float64Array): void {
  if (to - from <= 24) return insertionSort(rows, from, to, second);
  if (isSorted(rows, from, to, second)) return;
  rows.subarray(from, to).sort((a, b) => second[a] - second[b] || a - b);
}

/** Owners or rows of work between two pauses. */
const SLICE = 20_000;

/** `buildRowIndex` in slices. */
export function* rowIndexSteps(owner: Int32Array, owners: number, second: Float64Array): Generator<void, RowIndex, void> {
  const offsets = countingOffsets(owner, owners);
  yield;
  const next = offsets.slice(0, owners);
  const rows = new Int32Array(offsets[owners]);
  for (let row = 0; row < owner.length; row++) {
    if (owner[row] >= 0) rows[next[owner[row]]++] = row;
    if (row % SLICE === SLICE - 1) yield;
  }
  for (let i = 0; i < owners; i++) {
    sortOwner(rows, offsets[i], offsets[i + 1], second);
    if (i % SLICE === SLICE - 1) yield;
  }
  return { offsets, rows };
}

/**
 * Rows grouped by owner and sorted by (second, row). Linear for rows already in order of time.
 * @param owner Owner of each row, -1 for none.
 * @param owners Number of owners.
 * @param second Epoch seconds of each row, never NaN.
 */
export function buildRowIndex(owner: Int32Array, owners: number, second: Float64Array): RowIndex {
  const steps = rowIndexSteps(owner, owners, second);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
