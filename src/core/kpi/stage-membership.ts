/** Which stage of life each customer is in (L1), by the default rules of `lifecycle`: what a filter by stage stands on. */
import { windowBack } from '../calendar/window.js';
import type { KpiContext } from './contract.js';
import { lifecycleParams, STAGES as ALL } from './lifecycle-params.js';
import { passedOccasions } from './passed-occasions.js';
import { activeWindow, ruleNumbers, Stage, stageOf, stageRules } from './stage-rules.js';

/** Nobody is defecting by default. */
export const STAGES: readonly string[] = ALL.filter((id) => id !== 'defecting');

/** By customer the place of his stage among STAGES, from 1 on; in slices. Who has not ordered up to the as-of day is a prospect. */
export function* stagePieces(context: KpiContext): Generator<void, Uint8Array, void> {
  const params = lifecycleParams({});
  const { hits, occasions } = passedOccasions(context);
  const { offsets, day } = occasions;
  yield;
  const stages = new Uint8Array(offsets.length - 1).fill(Stage.Prospect);
  const window = activeWindow(context, params.window);
  if (window === null) return stages;
  yield;
  const rules = ruleNumbers(stageRules(context, params, window));
  const limit = windowBack(context.asOf!, window);
  for (let owner = 0; owner < stages.length; owner++) {
    let [count, first, last] = [0, 0, 0];
    for (let at = offsets[owner]; at < offsets[owner + 1]; at++) {
      if (hits[at] === 0) continue;
      if (count++ === 0) first = day[at];
      last = day[at];
    }
    // One place lower, for nobody is defecting.
    if (count > 0) stages[owner] = last <= limit ? Stage.Inactive - 1 : stageOf(rules, count, last - first);
  }
  return stages;
}
