import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { readDates } from './read-dates.js';
import type { DateColumn } from './read-dates.js';
import type { ReadSettings } from './read-settings.js';

/** Refuses rows dated after the data was made. */
export function* dropFuture(read: TableRead, column: string, dates: DateColumn, generated: ReadSettings['generated']): Steps<void> {
  const header = read.matches.get(column)?.header;
  if (generated === null || header === undefined) return;
  const value = read.source.value(header);
  yield* read.walker.walk(dates.day.length, (row) => {
    if (dates.second[row] > generated.second) read.ledger.drop(row, 'after-generated-at', header, value(row));
  });
}

/** Dates of a table that cannot do without; missing ones are left to the caller. */
export function* readOwnDates(read: TableRead, column: string, settings: ReadSettings): Steps<DateColumn> {
  const dates = yield* readDates(read, column, settings.zone, true);
  const length = read.source.length;
  const found = dates ?? { day: new Int32Array(length), second: new Float64Array(length).fill(NaN) };
  yield* dropFuture(read, column, found, settings.generated);
  return found;
}
