import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';

/** Of rows with the same number in `keyOf`, the last one stays; -1 is never a duplicate. */
export function* dropReplaced(read: TableRead, keys: number, keyOf: (row: number) => number, header: string | null): Steps<void> {
  const last = new Int32Array(keys).fill(-1);
  const rows = read.source.length;
  yield* read.walker.walk(rows, (row) => {
    if (read.ledger.isGood(row) && keyOf(row) >= 0) last[keyOf(row)] = row;
  });
  const value = header === null ? () => undefined : read.source.value(header);
  yield* read.walker.walk(rows, (row) => {
    if (keyOf(row) >= 0 && last[keyOf(row)] !== row) read.ledger.drop(row, 'duplicate-id', header, value(row));
  });
}
