/** Counts of people by step, and the seconds that each step took them, for everybody and by value of a column. */
import { NO_DAY } from '../table/dataset.js';
import type { CodeColumn } from '../table/dataset.js';
import type { Journey } from './funnel-journey.js';
import { MISSED } from './funnel-path.js';
import type { Path } from './funnel-path.js';

export interface Tally {
  /** People who reached each step. */
  readonly counts: number[];
  /** By step: whole seconds from the required step before it; the first step has none. */
  readonly seconds: number[][];
}

/** A tally to which nobody is added any more. */
export interface FinishedTally {
  readonly counts: readonly number[];
  /** Ascending. */
  readonly seconds: readonly Float64Array[];
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
export function mergeTallies(tallies: readonly FinishedTally[], steps: number): FinishedTally {
  const sum = newTally(steps);
  for (const tally of tallies) {
    tally.counts.forEach((count, step) => (sum.counts[step] += count));
    tally.seconds.forEach((seconds, step) => seconds.forEach((second) => sum.seconds[step].push(second)));
  }
  return finishTally(sum);
}

export function finishTally({ counts, seconds }: Tally): FinishedTally {
  return { counts, seconds: seconds.map((list) => Float64Array.from(list).sort()) };
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
