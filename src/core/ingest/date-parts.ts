/** What a date text says, before calendar and zone. One object serves a whole column: a million dates allocate nothing. */
export interface DateParts {
  /** civil: a day without time; local: a reading of a clock; instant: with offset; `date:slash` leaves the order of day and month open. */
  kind: 'civil' | 'local' | 'instant';
  /** How it was written: `date:iso`, `date:text`, `date:slash`, `date:basic`. */
  form: string;
  year: number;
  /** With form `date:slash`: the first number as written. */
  month: number;
  /** With form `date:slash`: the second number as written. */
  day: number;
  /** Seconds since midnight. */
  second: number;
  /** Seconds east of UTC, for instants. */
  offset: number;
}

export function createParts(): DateParts {
  return { kind: 'civil', form: '', year: 0, month: 0, day: 0, second: 0, offset: 0 };
}
