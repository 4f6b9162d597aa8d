/** Figures of the funnel that can be asked "why?". */
import type { Figure } from '../../base/widget.js';
import type { FunnelStep } from '../../core/kpi/funnel-types.js';
import type { FigureTerms } from '../../locale/counted.js';
import { lossText, stepName, whyMissing, type FunnelContext } from './funnel-context.js';
import { goalOf, losses, passages } from './funnel-path.js';
import { stepBefore } from './funnel-text.js';

/** The first step has no rate: it explains the entries. */
export function stepFigureId(steps: readonly FunnelStep[], index: number): string {
  return index === 0 ? 'entries' : `step-rate:${steps[index]?.id}`;
}

export function funnelFigures(context: FunnelContext): Figure[] {
  const { steps } = context.result.value;
  const [first] = steps;
  if (!first) return [];
  return [
    overall(context),
    conversions(context),
    largestLoss(context),
    countFigure('entries', first, context.terms.figure.entries, false, context),
    ...steps.slice(1).map((step, index) => stepRate(step, index + 1, context)),
  ];
}

function countFigure(id: string, step: FunnelStep, terms: FigureTerms, primary: boolean, context: FunnelContext): Figure {
  const reason = step.count === null ? { reason: whyMissing(context) } : {};
  return { id, ...terms, value: context.format.count(step.count), ...reason, primary };
}

function conversions(context: FunnelContext): Figure {
  const { steps } = context.result.value;
  return countFigure('conversions', goalOf(steps)!, context.terms.figure.conversions, true, context);
}

function overall(context: FunnelContext): Figure {
  const { steps } = context.result.value;
  const goal = goalOf(steps)!;
  const single = steps.length === 1;
  const rate = single ? null : goal.overallRate;
  return rateFigure('overall-rate', context.terms.figure.overall, rate, goal.overallInterval, goal, steps[0]!, true, context);
}

function stepRate(step: FunnelStep, index: number, context: FunnelContext): Figure {
  const before = stepBefore(context.result.value.steps, index)!;
  const terms = context.terms.figure.step(stepName(step, context).label);
  return rateFigure(stepFigureId(context.result.value.steps, index), terms, step.stepRate, step.stepInterval, step, before, false, context);
}

function rateFigure(
  id: string,
  terms: FigureTerms,
  rate: number | null,
  interval: FunnelStep['stepInterval'],
  part: FunnelStep,
  whole: FunnelStep,
  primary: boolean,
  context: FunnelContext,
): Figure {
  const { format } = context;
  if (rate === null) return { id, ...terms, value: format.rate(null), reason: whyNoRate(part, whole, context), primary };
  return {
    id,
    ...terms,
    value: format.rate(rate),
    numerator: countedStep(part, context),
    denominator: countedStep(whole, context),
    ...(interval ? { interval: format.rateInterval(interval) } : {}),
    ...(whole.count === null ? {} : { n: whole.count }),
    primary,
  };
}

function largestLoss(context: FunnelContext): Figure {
  const { terms, format, result } = context;
  const { steps } = result.value;
  const base = { id: 'largest-loss', ...terms.figure.loss, primary: true };
  const known = passages(steps);
  const [largest] = losses(steps);
  if (!largest) {
    if (known.length > 0) return { ...base, value: format.change(0), reason: terms.finding.noLoss };
    return { ...base, value: format.change(null), reason: whyNoRate(steps[1] ?? steps[0]!, steps[0]!, context) };
  }
  const { from, to, loss, interval } = largest;
  const name = (step: FunnelStep): string => stepName(step, context).label;
  const lost = from.count === null || to.count === null ? null : from.count - to.count;
  return {
    ...base,
    value: lossText(loss, context),
    numerator: terms.figure.counted(format.count(lost), terms.figure.between(name(from), name(to))),
    denominator: countedStep(from, context),
    ...(interval ? { interval: format.rateInterval(interval) } : {}),
    ...(from.count === null ? {} : { n: from.count }),
  };
}

function countedStep(step: FunnelStep, context: FunnelContext): string {
  return context.terms.figure.counted(context.format.count(step.count), stepName(step, context).label);
}

function whyNoRate(part: FunnelStep, whole: FunnelStep, context: FunnelContext): string {
  if (part === whole) return context.terms.finding.needsSecondStep;
  if (whole.count === 0) return context.speech.terms.reasons['zero-denominator'];
  return whyMissing(context);
}
