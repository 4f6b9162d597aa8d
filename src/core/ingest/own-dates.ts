import type { Steps } from './progress.js';
import type { TableRead } from './read-context.js';
import { readDates } from './read-dates.js';
import type { DateColumn } from './read-dates.js';
import type { ReadSettings } from './read-settings.js';

/** Dates of a table whose rows are dated; missing ones are left to the caller. Rows dated after the data was made are refused. */
export function* readOwnDates(read: TableRead, column: string, { zone, generated }: ReadSettings): Steps<DateColumn> {
  const dates = (yield* readDates(read, column, zone, true)) ?? {
    day: new Int32Array(read.rows),
    second: new Float64Array(read.rows).fill(NaN),
  };
  if (generated !== null) {
    yield* read.each((row) => {
      if (dates.second[row] > generated.second) read.drop(row, 'after-generated-at', column);
    });
  }
  return dates;
}

/** The same, and rows without date are refused. */
export function* readNeededDates(read: TableRead, column: string, settings: ReadSettings): Steps<DateColumn> {
  const dates = yield* readOwnDates(read, column, settings);
  yield* read.each((row) => {
    if (Number.isNaN(dates.second[row])) read.drop(row, 'missing-date', column);
  });
  return dates;
}
