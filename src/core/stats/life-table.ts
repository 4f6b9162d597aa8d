/** @internal What became of those whose lives lasted so long. */
export interface LifeRow {
  time: number;
  /** Lives that ended with the event. */
  events: number;
  /** Lives that were still going on when they were last seen. */
  censored: number;
}

/**
 * Rows of a life table, ascending, from counts by whole time: `events[3]` lives ended after 3 days. Times at which nothing happened have
 * no row. Counts add up: those of two parts of the data make those of the whole.
 */
export function lifeTable(events: ArrayLike<number>, censored: ArrayLike<number>): LifeRow[] {
  const rows: LifeRow[] = [];
  for (let time = 0; time < Math.max(events.length, censored.length); time++) {
    const row = { time, events: events[time] ?? 0, censored: censored[time] ?? 0 };
    if (row.events + row.censored > 0) rows.push(row);
  }
  return rows;
}

/** All lives of a table: those at risk at its beginning. */
export function livesIn(rows: readonly LifeRow[]): number {
  return rows.reduce((lives, row) => lives + row.events + row.censored, 0);
}
