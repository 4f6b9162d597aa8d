/** One person's rows as moments in order of time. */
import { DAY_SECONDS } from '../calendar/zone.js';
import type { StepRows } from './funnel-rows.js';
import type { Rules } from './funnel-search.js';

/**
 * @internal Columns by moment, used again for the next person. Rows of the same second are one moment. A row whose time of day is unknown
 * (exports write dates without time as midnight) fits anywhere in its day; such rows are its first moment.
 */
export interface Journey {
  length: number;
  /** NaN where unknown. */
  readonly day: number[];
  /** Epoch seconds, -Infinity where only the day is known. */
  readonly second: number[];
  /** First row, as a place in the index of rows; one more than there are moments. */
  readonly first: number[];
  /** Steps that the rows stand for, states left aside. */
  readonly acts: number[];
  /** By moment and step: rows of the moment, with those that fit anywhere in its day. */
  readonly ready: number[];
  /** First moment of those whose rows are ready: its own, or that of the rows of its day without a time. */
  readonly pool: number[];
  /** By step that is a state: the moment from which it holds, Infinity for never. */
  readonly since: number[];
}

/** Takes the rows of a person. In strict order a day with a row of unknown time is one moment. */
export function loadJourney(journey: Journey, rows: StepRows, { steps, order: rule, zone }: Rules, person: number): void {
  const { day, second, first, acts, ready, pool, since } = journey;
  const { offsets, rows: order } = rows.index;
  const width = steps.length;
  let at = -1;
  for (let step = 0; step < width; step++) since[step] = Infinity;
  for (let place = offsets[person]; place < offsets[person + 1]; place++) {
    const row = order[place];
    const today = rows.day[row];
    const now = rows.second[row] === zone.fromLocal(today * DAY_SECONDS) ? -Infinity : rows.second[row];
    const sameDay = at >= 0 && day[at] === today;
    if (!sameDay || (second[at] !== now && !(rule === 'strict' && second[at] === -Infinity))) {
      const from = sameDay && second[pool[at]] === -Infinity ? pool[at] : at + 1;
      at++;
      day[at] = today;
      second[at] = now;
      first[at] = place;
      acts[at] = 0;
      pool[at] = from;
      for (let step = 0; step < width; step++) ready[at * width + step] = from < at ? ready[from * width + step] : 0;
    }
    for (let step = 0; step < width; step++) {
      if (((rows.mask[row] >>> step) & 1) === 0) continue;
      if (steps[step].state) since[step] = at;
      else {
        acts[at] |= 1 << step;
        ready[at * width + step]++;
      }
    }
  }
  journey.length = at + 1;
  first[at + 1] = offsets[person + 1];
}

/** Seconds from one moment to another; whole days where a time of day is unknown, NaN where a date is. */
export function secondsBetween({ day, second }: Journey, from: number, to: number): number {
  const exact = second[to] - second[from];
  return Number.isFinite(exact) ? exact : (day[to] - day[from]) * DAY_SECONDS;
}
