/** The way of one person through the steps. */
import type { Journey } from './funnel-journey.js';

/** The step was not reached. */
export const MISSED = -1;
/** The step was reached without a moment of its own: a state that held already. */
export const HELD = -2;

export class Path {
  /** Rank of the last step reached. */
  at = 0;
  /** Required and optional steps reached, the entry not counted. */
  required = 0;
  optional = 0;
  /** By step: place of its row in the journey, MISSED or HELD. */
  readonly match: Int32Array;
  /** By step: index of that row in the list of the step. */
  readonly index: Int32Array;

  constructor(steps: number) {
    this.match = new Int32Array(steps);
    this.index = new Int32Array(steps);
  }

  enter(place: number, index: number, rank: number): void {
    this.match.fill(MISSED);
    this.match[0] = place;
    this.index[0] = index;
    this.at = rank;
    this.required = 0;
    this.optional = 0;
  }

  reach(step: number, optional: boolean, match: number, index: number, rank: number): void {
    this.match[step] = match;
    this.index[step] = index;
    this.at = rank;
    if (optional) this.optional++;
    else this.required++;
  }

  copy(other: Path): void {
    this.match.set(other.match);
    this.index.set(other.index);
    this.at = other.at;
    this.required = other.required;
    this.optional = other.optional;
  }

  /** Further: more required steps, then more optional ones. */
  isBetterThan(other: Path): boolean {
    return this.required > other.required || (this.required === other.required && this.optional > other.optional);
  }
}

/** Finds the best path of the person whose journey is loaded, into `best`. */
export interface Matcher {
  readonly best: Path;
  match(): void;
}

/**
 * Least index in the list of a step that a way may take: its nth row from a moment on, and never the row that served a step
 * which asks for the same.
 * @param from Rank from which rows are counted.
 */
export function firstIndex(journey: Journey, way: Path, step: number, from: number): number {
  const { steps, counts } = journey;
  const { nth } = steps[step];
  let first = 0;
  if (nth > 1) {
    const earliest = journey.find(step, from, 0, -1);
    if (earliest < 0) return counts[step];
    first = earliest + nth - 1;
  }
  let { twin } = steps[step];
  while (twin >= 0 && way.match[twin] === MISSED) twin = steps[twin].twin;
  return twin < 0 ? first : Math.max(first, way.index[twin] + 1);
}
