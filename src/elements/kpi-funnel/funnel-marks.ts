/** What a person can reach in the picture: each step, then each group. */
import type { Mark } from '../../base/widget.js';
import { people, type Fact, type FunnelContext } from './funnel-context.js';
import { smallSample, withinText } from './funnel-text.js';

export function funnelMarks(context: FunnelContext): Mark[] {
  const { facts, groups, terms, format, dimension, speech } = context;
  const { labelled } = speech.terms;
  const steps = facts.map((fact, index): Mark => {
    const { id, said, quoted, name, title, optional, count, figure } = fact;
    const parts = stepParts(fact, context);
    const head = terms.title(index + 1, facts.length, said === quoted ? name : said) + (optional ? `, ${terms.optional}` : '');
    return {
      id: `step:${index}`,
      label: `${labelled(head, parts.join(', '))}.`,
      lines: [title, ...parts],
      selection: { dimension: 'step', values: [id], customers: count },
      figure,
    };
  });
  const small = groups.map(({ key, name, facts: own, goal }, index): Mark => {
    const customers = own[0]?.count ?? null;
    const lines = own.map(({ name: step, count, overallRate, overallInterval }) => {
      const rate = overallRate === null ? '' : ` · ${format.rate(overallRate)}`;
      return labelled(step, format.count(count) + rate + (overallInterval ? ` (${format.rateInterval(overallInterval)})` : ''));
    });
    const converted = `${format.count(goal?.count ?? null)} ${terms.outOf} ${format.count(customers)}`;
    return {
      id: `group:${index}`,
      label: `${labelled(name, converted)}, ${format.rate(goal?.overallRate ?? null)} ${terms.overall}.`,
      lines: [name, ...lines, ...sampleNote(customers, context)],
      selection: key === null ? null : { dimension, values: [key], customers },
    };
  });
  return [...steps, ...small];
}

function sampleNote(count: number | null | undefined, context: FunnelContext): string[] {
  const sample = smallSample(count, context);
  return sample ? [context.speech.terms.smallSample(sample)] : [];
}

function stepParts(fact: Fact, context: FunnelContext): string[] {
  const { terms, format, lossy, why } = context;
  const { count, before, stepRate, stepInterval, overallRate, overallInterval, dropOff, optional, medianDays } = fact;
  if (count === null) return [why];
  const counted = `${format.count(count)} ${people(count, context)}`.trimEnd();
  if (!before) return [counted];
  const range = (interval: Fact['stepInterval']): string => (interval ? ` (${terms.interval} ${format.rateInterval(interval)})` : '');
  return [
    counted,
    stepRate === null ? '' : terms.ofPrevious(format.rate(stepRate)) + range(stepInterval),
    overallRate === null ? '' : `${format.rate(overallRate)} ${terms.overall}${range(overallInterval)}`,
    dropOff && !optional ? terms.loss(format.rate(dropOff)) + (lossy.includes(fact) ? `, ${terms.largest}` : '') : '',
    medianDays === null ? '' : withinText(medianDays, context),
    ...sampleNote(before.count, context),
  ].filter(Boolean);
}
