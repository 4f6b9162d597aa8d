/**
 * How far one person got, and when. Moment by moment from an entry on, the best way to each step is kept: it comes from a step before
 * it, between which all may be skipped, and takes most optional steps; the first of equal ones. Steps of the same moment are taken in
 * their order. The person's way is that to the furthest required step, with most optional ones, the first of equal steps.
 *
 * - `ordered`: each step at or after the one before. Without a window the first entry is as good as any; with a window every entry
 *   is tried: who came in March, left, and came back in May to buy within a week is a buyer, once.
 * - `strict`: each moment with an act that the funnel knows takes the person as far as it can, or repeats the step where he stands;
 *   anything else ends the way. Being known is no act and ends nothing. A day with a row of unknown time is one moment. Every entry is
 *   tried.
 * - `any`: what was done stays done, from the first act of the window on, and every act may begin one. A step is reached when it and all
 *   required ones before it in the list are done, so no duration is negative. (PostHog's "any order" counts how many steps
 *   were done, whichever they were; here the second bar stays "did the second step, and the first".)
 *
 * Of the ways from all entries the furthest stands, of these the earliest. Only the first 1,000 entries of a person are tried.
 */
import type { Zone } from '../calendar/zone.js';
import { secondsBetween } from './funnel-journey.js';
import type { Journey } from './funnel-journey.js';
import type { PlannedStep } from './funnel-plan.js';
import type { FunnelParams } from './funnel-types.js';

/** More than this is no person, and must not stop the others' figures. */
const MAX_ENTRIES = 1000;
/** What a required step is worth, when an optional one is worth 1. */
const REQUIRED = 32;

/** By step: the moment at which it was reached, -1 where it was not; then what the way is worth. */
export type Way = readonly number[];

/** @internal */
export interface Rules {
  readonly steps: readonly PlannedStep[];
  readonly order: FunnelParams['order'];
  /** Seconds. */
  readonly window: number;
  readonly zone: Zone;
}

/** Best way from a moment on. */
function follow(journey: Journey, { steps, order, window }: Rules, start: number): Way | undefined {
  const { second, acts, ready, pool, since } = journey;
  const width = steps.length;
  const any = order === 'any';
  const seen = steps.map(() => 0);
  /** By last step: the best way to it so far. */
  const ways: number[][] = [];
  const furthest = (): number[] => ways.reduce((best, way) => (way[width] > best[width] ? way : best), ways[0]);
  let from = 0;
  let at = start;
  const reach = (step: number): void => {
    const { state, nth = 1, optional } = steps[step];
    const rows = state ? Number(since[step] <= at) : seen[step] < nth ? 0 : any ? seen[step] : ready[at * width + step];
    for (let before = step - 1; rows > 0 && before >= from; before--) {
      const worth = ways[before]?.[width] + (optional ? 1 : REQUIRED);
      if (worth > (ways[step]?.[width] ?? 0)) {
        const way = ways[before].slice();
        let left = rows;
        // One row never serves two steps that ask for the same.
        for (let { twin } = steps[step]; twin >= 0; twin = steps[twin].twin) if (way[twin] >= (any ? 0 : pool[at])) left--;
        // In any order an optional step that follows late does not delay what was done before.
        way[step] = any && ways[step] ? ways[step][step] : at;
        way[width] = worth;
        if (left > 0) ways[step] = way;
      }
      if (!steps[before].optional) return;
    }
  };
  for (; at < journey.length; at++) {
    if (secondsBetween(journey, start, at) > window) {
      if (second[at] === -Infinity) continue;
      break;
    }
    // Rows that fit anywhere in the day are counted once.
    const counted = at > start && pool[at] < at;
    for (let step = 0; step < width; step++) seen[step] += ready[at * width + step] - (counted ? ready[pool[at] * width + step] : 0);
    if (seen[0] > 0) ways[0] ??= steps.map((_step, step) => (step > 0 ? -1 : at)).concat(REQUIRED);
    // Downwards first: a row must not serve a step and, by a better way to that, be missing at the next.
    for (let step = width - 1; step > from; step--) reach(step);
    for (let step = from + 1; step < width; step++) reach(step);
    if (order !== 'strict') continue;
    const best = furthest();
    const last = ways.indexOf(best);
    let act = last;
    while (steps[act].state || best[act] < 0) act--;
    if (last === from && at > start && acts[at] !== 0 && ((acts[at] >>> act) & 1) === 0) break;
    from = last;
  }
  return furthest();
}

/** The best way of a person; undefined for who never entered. */
export function search(journey: Journey, rules: Rules): Way | undefined {
  const { steps, order, window } = rules;
  let best: Way | undefined;
  for (let start = 0, tried = 0; start < journey.length && tried < MAX_ENTRIES; start++) {
    if ((journey.acts[start] & (order === 'any' ? -1 : 1)) === 0) continue;
    tried++;
    const way = follow(journey, rules, start);
    if (way && way[steps.length] > (best?.[steps.length] ?? 0)) best = way;
    if (best?.includes(-1) === false || (order !== 'strict' && window === Infinity)) break;
  }
  return best;
}
