/** Rates of the steps (A1, A2), of the whole and of its parts, and what must be withheld. */
import { median } from '../stats/median.js';
import { wilsonInterval } from '../stats/wilson.js';
import type { FinishContext, Finished, Reason } from './contract.js';
import type { FunnelPartials } from './funnel-partials.js';
import { mergeTallies } from './funnel-tally.js';
import type { Tally } from './funnel-tally.js';
import type { FunnelParams, FunnelResult, FunnelStep } from './funnel-types.js';
import { reason } from './reason.js';
import { withheldParts } from './suppression.js';

const SHOWN = 6;
const DAY_SECONDS = 86400;

type Part = NonNullable<FunnelResult['breakdown']>[number];
/** Parts, and whether any figure or group of them is withheld. */
type Finish = { parts: Part[]; hides: boolean };
type Rate = [rate: number | null, interval: [number, number] | null];

/** part / whole; null when one is withheld, the whole is 0, or the part is larger: then it is no part. */
function rateOf(part: number | null, whole: number | null): Rate {
  return part === null || !whole || part > whole ? [null, null] : [part / whole, wilsonInterval(part, whole)];
}

/** Parts of a whole; counts are withheld where a part is too small, or would tell another by the difference to the whole. */
function finishParts(steps: FunnelPartials['steps'], parts: readonly Tally[], least: number): Finish {
  const hidden = steps.map((_step, index) => withheld(parts, index, least));
  const finished = parts.map(({ key, counts, seconds }, part): Part => {
    const shown = (index: number): number | null => (hidden[index][part] ? null : counts[index]);
    let before: number | null = null;
    const partSteps = steps.map(({ id, label = null, optional = false }, index): FunnelStep => {
      const count = shown(index);
      const [stepRate, stepInterval] = rateOf(count, before);
      const [overallRate, overallInterval] = rateOf(count, shown(0));
      const days = Float64Array.from(seconds[index], (took) => took / DAY_SECONDS);
      if (!optional) before = count;
      return {
        ...{ id, label, optional, count, stepRate, overallRate },
        dropOff: stepRate === null ? null : 1 - stepRate,
        stepInterval,
        // The first step is the whole by definition: nothing was estimated.
        overallInterval: index > 0 ? overallInterval : null,
        medianDays: count === null ? null : median(days.sort()),
      };
    });
    return { key, steps: partSteps };
  });
  return { parts: finished, hides: hidden.flat().includes(true) };
}

function withheld(parts: readonly Tally[], step: number, least: number): boolean[] {
  const sizes = parts.map(({ counts }) => counts[step]);
  return withheldParts(sizes, least);
}

/** Descending, then by key. */
function rank<T extends { key: string | null }>(parts: readonly T[], size: (part: T) => number): T[] {
  return [...parts].sort((a, b) => size(b) - size(a) || ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

/** The six largest groups, and all others as one: without a value, too small, beyond the sixth. By overall rate, that one last. */
function breakDown(steps: FunnelPartials['steps'], groups: readonly Tally[], least: number): Finish {
  const sorted = rank(groups, ({ counts }) => counts[0]);
  const small = withheld(sorted, 0, least);
  const alone = sorted.filter(({ key }, index) => key !== null && !small[index]).slice(0, SHOWN);
  const rest = sorted.filter((group) => !alone.includes(group));
  if (rest.length > 0) alone.push(mergeTallies(rest, steps.length));
  const { parts, hides } = finishParts(steps, alone, least);
  const ranked = rank(parts, (part) => (part.key === null ? -2 : (part.steps.at(-1)!.overallRate ?? -1)));
  return { parts: ranked, hides: hides || small.includes(true) };
}

export function finishFunnel(partials: FunnelPartials, _params: FunnelParams, { minGroupSize }: FinishContext): Finished<FunnelResult> {
  const { preset, unit, steps, total, groups, used, tables } = partials;
  const whole = finishParts(steps, [total], minGroupSize);
  const broken = groups && breakDown(steps, groups, minGroupSize);
  const hides = whole.hides || !!broken?.hides;
  const shown = whole.parts[0].steps;
  const isEmpty = !(steps.length > 1 && total.counts[0] > 0);
  const isPartial = hides || partials.reasons.some(({ code }) => code.startsWith('missing-'));
  /** Required steps without a rate that somebody reached, or nobody. */
  const rateless = (code: string, reached: boolean): Reason[] => {
    const found = shown.filter((step, index) => index > 0 && !step.optional && step.stepRate === null && !step.count !== reached);
    return reason(code, !hides && !isEmpty && found.map(({ id }) => id).join(', '));
  };
  const reasons = [
    ...reason('no-data', isEmpty),
    ...partials.reasons,
    ...rateless('rising-count', true),
    ...rateless('zero-denominator', false),
    ...reason('suppressed', hides),
  ];
  const value = { unit, preset, steps: shown, ...(broken && { breakdown: broken.parts }) };
  return { value, status: isEmpty ? 'empty' : isPartial ? 'partial' : 'ready', reasons, used, tables };
}
