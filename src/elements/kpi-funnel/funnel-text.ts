/** What the picture says: the texts and shares of a result, before they have a place. */
import type { FunnelStep } from '../../core/kpi/funnel-types.js';
import { groupName, lossText, stepName, type FunnelContext, type FunnelRate } from './funnel-context.js';
import { goalOf, mandatorySteps, mostLossy } from './funnel-path.js';
import type { GroupStepText, GroupText } from './groups-layout.js';
import type { FunnelText, PassageText, StepText } from './kpi-funnel-layout.js';

/** Below this a rate carries its sample and its interval. */
export const SMALL_SAMPLE = 30;

export function funnelText(context: FunnelContext, rate: FunnelRate): FunnelText {
  const { terms, result } = context;
  const { steps, breakdown } = result.value;
  const lossy = mostLossy(steps);
  return {
    steps: steps.map((step, index) => stepText(step, index, lossy.has(step), context, rate)),
    rateHeading: rate === 'step' ? terms.chart.ofPrevious : terms.chart.ofFirst,
    groupsHeading: terms.chart.groups(context.dimension),
    groups: (breakdown ?? []).map(({ key, steps: own }) => groupText(groupName(key, context), own, context)),
  };
}

function stepText(step: FunnelStep, index: number, lossy: boolean, context: FunnelContext, rate: FunnelRate): StepText {
  const { format, terms, result } = context;
  const { steps } = result.value;
  const before = stepBefore(steps, index);
  const byStep = rate === 'step';
  return {
    name: stepName(step, context).label,
    counts: countTexts(step, context),
    rate: byStep && before === null ? '' : format.rate(byStep ? step.stepRate : step.overallRate),
    optional: index > 0 && step.optional,
    tag: step.optional ? terms.chart.optional : '',
    share: shareOfLongest(step.count, steps),
    range: byStep ? rangeOf(step.stepInterval, before?.count, steps) : rangeOf(step.overallInterval, steps[0]?.count, steps),
    passage: before === null || step.optional ? null : passageText(step, before, context, rate),
    lossy,
  };
}

/** Last step before `index` that nobody may skip. */
export function stepBefore(steps: readonly FunnelStep[], index: number): FunnelStep | null {
  return mandatorySteps(steps.slice(0, index)).at(-1) ?? null;
}

export function isSmallSample(base: number | null): base is number {
  return base !== null && base < SMALL_SAMPLE;
}

function passageText(step: FunnelStep, before: FunnelStep, context: FunnelContext, rate: FunnelRate): PassageText {
  const { format, terms } = context;
  const notes: string[] = [];
  if (isSmallSample(before.count)) notes.push(terms.chart.sample(format.count(before.count)));
  if (step.medianDays !== null && step.medianDays >= 1) notes.push(terms.chart.median(format.days(step.medianDays)));
  if (step.stepRate === null) return { rate: '', loss: '', notes };
  return {
    rate: rate === 'step' ? '↓' : `↓ ${format.rate(step.stepRate)}`,
    loss: lossText(step.dropOff, context),
    notes,
  };
}

function countTexts({ count }: FunnelStep, { format }: FunnelContext): string[] {
  return count === null ? [format.count(null)] : [format.count(count), format.countCompact(count)];
}

function longest(steps: readonly FunnelStep[]): number {
  return Math.max(0, ...steps.map(({ count }) => count ?? 0));
}

function shareOfLongest(count: number | null, steps: readonly FunnelStep[]): number | null {
  if (count === null) return null;
  const most = longest(steps);
  return most > 0 ? count / most : 0;
}

/** Bounds of a rate as shares of the longest bar. */
function rangeOf(
  interval: readonly [number, number] | null,
  base: number | null | undefined,
  steps: readonly FunnelStep[],
): [number, number] | null {
  const most = longest(steps);
  return interval && base && most > 0 ? [(interval[0] * base) / most, (interval[1] * base) / most] : null;
}

function groupText(name: string, steps: readonly FunnelStep[], context: FunnelContext): GroupText {
  const lossy = mostLossy(steps);
  return {
    name,
    rate: context.format.rate(goalOf(steps)?.overallRate ?? null),
    steps: steps.map((step, index): GroupStepText => {
      return {
        name: stepName(step, context).label,
        counts: countTexts(step, context),
        share: step.overallRate ?? (index === 0 && step.count ? 1 : step.count === null ? null : 0),
        loss: lossy.has(step) ? lossText(step.dropOff, context) : '',
        optional: index > 0 && step.optional,
      };
    }),
  };
}
