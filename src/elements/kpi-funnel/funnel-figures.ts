/** Figures of the funnel that can be asked "why?". */
import type { Figure } from '../../base/widget.js';
import type { FigureTerms } from '../../locale/counted.js';
import { lossText, type Fact, type FunnelContext } from './funnel-context.js';

type Ground = Omit<Figure, 'id' | 'primary' | keyof FigureTerms>;
type Interval = Fact['stepInterval'];

export function funnelFigures(context: FunnelContext): Figure[] {
  const { facts, goal, format, speech, why } = context;
  const { overall, conversions, loss, entries, step } = context.terms.figure;
  const [first] = facts;
  if (!first || !goal) return [];
  const whole = goal === first ? null : first;
  const count = (fact: Fact): Ground => ({ value: format.count(fact.count), ...(fact.count === null ? { reason: why } : {}) });
  return [
    { id: 'overall-rate', ...overall, ...rate(goal, whole, goal.overallRate, goal.overallInterval, context), primary: true },
    // In the strip only where it is known: the rate says why it is not.
    { id: 'conversions', ...conversions, ...count(goal), primary: goal.count !== null },
    { id: 'largest-loss', ...loss, ...largestLoss(whole, context), primary: true },
    { id: 'entries', ...entries, ...count(first), primary: false },
    ...facts.slice(1).map((fact) => {
      const label = speech.terms.labelled(step.label, fact.name);
      return { id: fact.figure, ...step, label, ...rate(fact, fact.before, fact.stepRate, fact.stepInterval, context), primary: false };
    }),
  ];
}

/** @param whole null where there is no second step. */
function rate(part: Fact, whole: Fact | null, value: number | null, interval: Interval, context: FunnelContext): Ground {
  const { format } = context;
  if (value === null || !whole) return noRate(whole, context);
  return share(format.rate(value), counted(part.count, part.name, context), whole, interval, context);
}

function largestLoss(whole: Fact | null, context: FunnelContext): Ground {
  const { losses, passages, terms, format } = context;
  const [to] = losses;
  if (!to) return passages.length ? { value: format.change(0), reason: terms.noLoss } : noRate(whole, context);
  const from = to.before!;
  const interval: Interval = to.stepInterval && [1 - to.stepInterval[1], 1 - to.stepInterval[0]];
  return share(lossText(to, context), counted(from.count! - to.count!, `${from.name} → ${to.name}`, context), from, interval, context);
}

function share(value: string, numerator: string, whole: Fact, interval: Interval, context: FunnelContext): Ground {
  const denominator = counted(whole.count, whole.name, context);
  return { value, numerator, denominator, n: whole.count!, ...(interval ? { interval: context.format.rateInterval(interval) } : {}) };
}

function counted(count: number | null, name: string, { format }: FunnelContext): string {
  return `${format.count(count)} (${name})`;
}

function noRate(whole: Fact | null, { rise, terms, format, speech, why }: FunnelContext): Ground {
  const { reasons } = speech.terms;
  const cause = rise ? reasons['rising-count'] : whole?.count === 0 ? reasons['zero-denominator'] : why;
  return { value: format.rate(null), reason: whole ? cause : terms.needsSecondStep };
}
