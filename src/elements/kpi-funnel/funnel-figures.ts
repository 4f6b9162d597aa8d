/** Figures of the funnel that can be asked "why?". */
import type { Figure } from '../../base/widget.js';
import type { FunnelStep } from '../../core/kpi/funnel-types.js';
import type { FigureTerms } from '../../locale/counted.js';
import { lossText, stepName, type FunnelContext } from './funnel-context.js';
import { whyMissing } from './funnel-gaps.js';
import { firstRise, goalOf, losses, passages } from './funnel-path.js';
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

/** In the strip only where it is known: the rate says why it is not. */
function conversions(context: FunnelContext): Figure {
  const goal = goalOf(context.result.value.steps)!;
  return countFigure('conversions', goal, context.terms.figure.conversions, goal.count !== null, context);
}

function overall(context: FunnelContext): Figure {
  const { steps } = context.result.value;
  const [whole] = steps;
  const part = goalOf(steps)!;
  const head = { id: 'overall-rate', ...context.terms.figure.overall, primary: true };
  return { ...head, ...rateOf({ part, whole: whole!, rate: part.overallRate, interval: part.overallInterval }, context) };
}

function stepRate(step: FunnelStep, index: number, context: FunnelContext): Figure {
  const { steps } = context.result.value;
  const whole = stepBefore(steps, index)!;
  const head = { id: stepFigureId(steps, index), ...context.terms.figure.step(stepName(step, context).label), primary: false };
  return { ...head, ...rateOf({ part: step, whole, rate: step.stepRate, interval: step.stepInterval }, context) };
}

interface Share {
  readonly part: FunnelStep;
  readonly whole: FunnelStep;
  readonly rate: number | null;
  readonly interval: FunnelStep['stepInterval'];
}

type Ground = Pick<Figure, 'value' | 'numerator' | 'denominator' | 'interval' | 'n' | 'reason'>;

function rateOf({ part, whole, rate, interval }: Share, context: FunnelContext): Ground {
  const { format } = context;
  if (rate === null || part === whole) return { value: format.rate(null), reason: whyNoRate(part, whole, context) };
  return {
    value: format.rate(rate),
    numerator: countedStep(part, context),
    denominator: countedStep(whole, context),
    ...(interval ? { interval: format.rateInterval(interval) } : {}),
    ...(whole.count === null ? {} : { n: whole.count }),
  };
}

function largestLoss(context: FunnelContext): Figure {
  const { terms, format, result } = context;
  const { steps } = result.value;
  const base = { id: 'largest-loss', ...terms.figure.loss, primary: true };
  const [largest] = losses(steps);
  if (!largest) {
    if (passages(steps).length > 0) return { ...base, value: format.change(0), reason: terms.finding.noLoss };
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
  if (firstRise(context.result.value.steps)) return context.speech.terms.reasons['rising-count'];
  if (whole.count === 0) return context.speech.terms.reasons['zero-denominator'];
  return whyMissing(context);
}
