/** What a person can reach in the picture: each step, then each group. */
import type { Mark } from '../../base/widget.js';
import type { FunnelStep } from '../../core/kpi/funnel-types.js';
import { counted, groupName, stepName, type FunnelContext } from './funnel-context.js';
import { whyMissing } from './funnel-gaps.js';
import { stepFigureId } from './funnel-figures.js';
import { goalOf, mostLossy } from './funnel-path.js';
import { isSmallSample, stepBefore } from './funnel-text.js';

export function stepMarkId(index: number): string {
  return `step:${index}`;
}

export function groupMarkId(index: number): string {
  return `group:${index}`;
}

export function funnelMarks(context: FunnelContext): Mark[] {
  const { steps, breakdown = [] } = context.result.value;
  const lossy = mostLossy(steps);
  return [
    ...steps.map((step, index) => stepMark(step, index, lossy.has(step), context)),
    ...breakdown.map(({ key, steps: own }, index) => groupMark(key, own, index, context)),
  ];
}

function stepMark(step: FunnelStep, index: number, lossy: boolean, context: FunnelContext): Mark {
  const { terms } = context;
  const { steps } = context.result.value;
  const { label, preset } = stepName(step, context);
  const title = terms.mark.title(index + 1, steps.length, preset ? label.toLowerCase() : label, step.optional);
  const parts = stepParts(step, index, lossy, context);
  return {
    id: stepMarkId(index),
    label: terms.mark.sentence(title, parts),
    lines: [step.optional ? terms.table.optional(label) : label, ...parts],
    selection: { dimension: 'step', values: [step.id], customers: step.count },
    figure: stepFigureId(steps, index),
  };
}

function stepParts(step: FunnelStep, index: number, lossy: boolean, context: FunnelContext): string[] {
  const { terms, format, result, speech } = context;
  const { steps, unit } = result.value;
  if (step.count === null) return [whyMissing(context)];
  const interval = (bounds: FunnelStep['stepInterval']): string | null => (bounds ? format.rateInterval(bounds) : null);
  const parts = [terms.mark.count(counted(step.count, context), unit)];
  if (index === 0) return parts;
  const before = stepBefore(steps, index);
  if (step.stepRate !== null) parts.push(terms.mark.ofPrevious(format.rate(step.stepRate), interval(step.stepInterval)));
  if (step.overallRate !== null) parts.push(terms.mark.ofFirst(format.rate(step.overallRate), interval(step.overallInterval)));
  if (step.dropOff !== null && step.dropOff > 0 && !step.optional) {
    const text = format.rate(step.dropOff);
    parts.push(lossy ? terms.mark.largestLoss(text) : terms.mark.loss(text));
  }
  if (step.medianDays !== null) parts.push(step.medianDays < 1 ? terms.chart.withinDay : terms.chart.median(format.days(step.medianDays)));
  const base = before?.count ?? null;
  if (isSmallSample(base)) parts.push(speech.terms.smallSample(format.count(base)));
  return parts;
}

function groupMark(key: string | null, steps: readonly FunnelStep[], index: number, context: FunnelContext): Mark {
  const { terms, format, dimension, speech } = context;
  const goal = goalOf(steps);
  const entries = steps[0]?.count ?? null;
  const name = groupName(key, context);
  const sentence = terms.mark.group(name, format.count(entries), format.count(goal?.count ?? null), format.rate(goal?.overallRate ?? null));
  const lines = [name, ...steps.map((step) => speech.terms.labelled(stepName(step, context).label, stepLine(step, context)))];
  if (isSmallSample(entries)) lines.push(speech.terms.smallSample(format.count(entries)));
  return {
    id: groupMarkId(index),
    label: sentence,
    lines,
    selection: key === null ? null : { dimension: dimension ?? 'group', values: [key], customers: entries },
  };
}

/** 2 099 · 17,0 % (16,3–17,7 %) */
function stepLine({ count, overallRate, overallInterval }: FunnelStep, { format }: FunnelContext): string {
  const rate = overallRate === null ? '' : ` · ${format.rate(overallRate)}`;
  return `${format.count(count)}${rate}${overallInterval ? ` (${format.rateInterval(overallInterval)})` : ''}`;
}
