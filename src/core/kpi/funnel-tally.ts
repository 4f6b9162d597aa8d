/** Counts of people by step, and the seconds that each step took them, for everybody and by value of a column. */
import { NO_DAY } from '../table/dataset.js';
import type { CodeColumn } from '../table/dataset.js';
import type { Journey } from './funnel-journey.js';
import { MISSED } from './funnel-path.js';
import type { Path } from './funnel-path.js';

export interface Tally {
  /** People who reached each step. */
  readonly counts: number[];
  /** By step: whole seconds from the required step before it, ascending once finished; the first step has none. */
  readonly seconds: number[][];
}

export function newTally(steps: number): Tally {
  return { counts: new Array<number>(steps).fill(0), seconds: Array.from({ length: steps }, () => []) };
}

/** Adds one person. */
export function addPath(tally: Tally, journey: Journey, path: Path): void {
  let since = path.match[0];
  for (let step = 0; step < tally.counts.length; step++) {
    const place = path.match[step];
    if (place === MISSED) continue;
    tally.counts[step]++;
    if (place < 0) continue;
    if (step > 0 && journey.day[since] !== NO_DAY && journey.day[place] !== NO_DAY) {
      tally.seconds[step].push(Math.round(journey.seconds(since, place)));
    }
    if (!journey.steps[step].optional) since = place;
  }
}

/** Sum of several. */
export function mergeTallies(tallies: readonly Tally[], steps: number): Tally {
  const sum = newTally(steps);
  for (const tally of tallies) {
    tally.counts.forEach((count, step) => (sum.counts[step] += count));
    tally.seconds.forEach((seconds, step) => (sum.seconds[step] = sum.seconds[step].concat(seconds)));
  }
  return sortSeconds(sum);
}

export function sortSeconds(tally: Tally): Tally {
  for (let step = 0; step < tally.seconds.length; step++) tally.seconds[step] = [...Float64Array.from(tally.seconds[step]).sort()];
  return tally;
}

/** Value of the entry row in a column; of several at the same instant the first in the alphabet. null where missing. */
export function entryKey(journey: Journey, entry: number, column: CodeColumn): string | null {
  let key: string | null = null;
  const rank = journey.rank[entry];
  for (let place = entry; place < journey.length && journey.rank[place] === rank; place++) {
    if ((journey.mask[place] & 1) === 0) continue;
    const code = column.codes[journey.row[place]];
    if (code >= 0 && (key === null || column.values[code] < key)) key = column.values[code];
  }
  return key;
}
