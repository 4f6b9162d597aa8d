import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';

/** Of good rows with the same number in `keyOf`, the last one stays; rows with -1 are never duplicates. */
export function* dropReplaced(read: TableRead, keys: number, keyOf: (row: number) => number, column: string): Steps<void> {
  const last = new Int32Array(keys).fill(-1);
  yield* read.each((row) => {
    if (keyOf(row) >= 0) last[keyOf(row)] = row;
  });
  yield* read.each((row) => {
    if (keyOf(row) >= 0 && last[keyOf(row)] !== row) read.drop(row, 'duplicate-id', column);
  });
}
