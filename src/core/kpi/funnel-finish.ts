/** Rates of the steps (A1, A2), of the whole and of its parts, and what must be withheld. */
import { DAY_SECONDS } from '../calendar/zone.js';
import { median } from '../stats/median.js';
import { proportion } from '../stats/ratio.js';
import type { FinishContext, Finished, Reason } from './contract.js';
import { compareTexts } from './texts.js';
import type { FunnelPartials } from './funnel-partials.js';
import { mergeTallies } from './funnel-tally.js';
import type { Tally } from './funnel-tally.js';
import type { FunnelParams, FunnelResult, FunnelStep } from './funnel-types.js';
import { reason, statusOf } from './reason.js';
import { withheldParts } from './suppression.js';

const SHOWN = 6;

type Steps = FunnelPartials['steps'];
type Part = NonNullable<FunnelResult['breakdown']>[number];
/** Which of these parts are too small to show at a step, or would tell another by the difference to the whole. */
type Withhold = (parts: readonly Tally[], step: number) => boolean[];

function finishParts(steps: Steps, parts: readonly Tally[], withhold: Withhold): Part[] {
  const hidden = steps.map((_step, index) => withhold(parts, index));
  return parts.map(({ key, reached, seconds }, part): Part => {
    const shown = reached.map((count, index) => (hidden[index][part] ? null : count));
    let before: number | null = null;
    const finishStep = ({ id, label, optional = false }: Steps[number], index: number): FunnelStep => {
      const count = shown[index];
      const [stepRate, stepInterval] = proportion(count, before);
      const [overallRate, overallInterval] = proportion(count, shown[0]);
      if (!optional) before = count;
      return {
        ...{ id, label: label ?? null, optional, count, stepRate, overallRate },
        dropOff: stepRate === null ? null : 1 - stepRate,
        stepInterval,
        // The first step is the whole by definition: nothing was estimated.
        overallInterval: index > 0 ? overallInterval : null,
        medianDays: count === null ? null : median(Float64Array.from(seconds[index], (took) => took / DAY_SECONDS).sort()),
      };
    };
    return { key, steps: steps.map(finishStep) };
  });
}

/** Descending, then by key. */
function rank<T extends { key: string | null }>(parts: readonly T[], size: (part: T) => number): T[] {
  return [...parts].sort((a, b) => size(b) - size(a) || compareTexts(a.key ?? '', b.key ?? ''));
}

/** The six largest groups, and all others as one: without a value, too small, beyond the sixth. By overall rate, that one last. */
function breakDown(steps: Steps, groups: readonly Tally[], withhold: Withhold): Part[] {
  const sorted = rank(groups, ({ reached }) => reached[0]);
  const small = withhold(sorted, 0);
  const alone = sorted.filter(({ key }, index) => key !== null && !small[index]).slice(0, SHOWN);
  const rest = sorted.filter((group) => !alone.includes(group));
  if (rest.length > 0) alone.push(mergeTallies(rest, steps));
  return rank(finishParts(steps, alone, withhold), (part) => (part.key === null ? -2 : (part.steps.at(-1)!.overallRate ?? -1)));
}

export function finishFunnel(partials: FunnelPartials, _params: FunnelParams, { minGroupSize }: FinishContext): Finished<FunnelResult> {
  const { preset, unit, steps, total, groups, used, tables } = partials;
  let hides = false;
  const withhold: Withhold = (parts, step) => {
    const sizes = parts.map(({ reached }) => reached[step]);
    const hidden = withheldParts(sizes, minGroupSize);
    hides ||= hidden.includes(true);
    return hidden;
  };
  const [whole] = finishParts(steps, [total], withhold);
  const breakdown = groups && breakDown(steps, groups, withhold);
  const isEmpty = !(steps.length > 1 && total.reached[0] > 0);
  const gaps = [...partials.reasons, ...reason('suppressed', hides)];
  /** Required steps without a rate that somebody reached, or nobody. */
  const rateless = (code: string, reached: boolean): Reason[] => {
    const found = whole.steps.filter((step, index) => index > 0 && !step.optional && step.stepRate === null && !step.count !== reached);
    return reason(code, !hides && !isEmpty && found.map(({ id }) => id).join(', '));
  };
  const reasons = [...reason('no-data', isEmpty), ...gaps, ...rateless('rising-count', true), ...rateless('zero-denominator', false)];
  const value = { unit, preset, steps: whole.steps, ...(breakdown && { breakdown }) };
  return { value, status: statusOf(isEmpty, gaps), reasons, used, tables };
}
