/** Counts of people by step, and the seconds that each step took them: of everybody, or of a part. */
import { kept } from '../calendar/kept.js';
import { secondsBetween } from './funnel-journey.js';
import type { Journey } from './funnel-journey.js';
import type { PlannedStep } from './funnel-plan.js';
import type { Way } from './funnel-search.js';

/** @internal */
export interface Tally {
  /** Value of the column that splits the funnel; null for none. */
  readonly key: string | null;
  /** People who reached each step. */
  readonly reached: number[];
  /** By step: whole seconds from the required step before it; the first step has none. */
  readonly seconds: number[][];
}

/** Sum of several; of none, nobody. */
export function mergeTallies(tallies: readonly Tally[], steps: readonly unknown[], key: string | null = null): Tally {
  return {
    key,
    reached: steps.map((_, step) => tallies.reduce((sum, { reached }) => sum + reached[step], 0)),
    seconds: steps.map((_, step) => tallies.flatMap(({ seconds }) => seconds[step])),
  };
}

/** The tally of a key, made when first asked for. */
export function tallyOf(tallies: Map<string | null, Tally>, key: string | null, steps: readonly unknown[]): Tally {
  return kept(tallies, key, () => mergeTallies([], steps, key));
}

/** Adds a person. A state that held before the step before it, or nobody knows since when, has no duration. */
export function addPerson({ reached, seconds }: Tally, steps: readonly PlannedStep[], journey: Journey, way: Way): void {
  let before = way[0];
  steps.forEach(({ optional, state }, step) => {
    const at = way[step];
    if (at < 0) return;
    const moment = state ? journey.since[step] : at;
    const took = secondsBetween(journey, before, moment);
    reached[step]++;
    if (step > 0 && took >= 0) seconds[step].push(Math.round(took));
    if (!optional && (took >= 0 || !state)) before = moment;
  });
}
