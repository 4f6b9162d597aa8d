/** What a person can reach in the picture: each step, then each group. */
import type { Mark } from '../../base/widget.js';
import { inBrackets, type Fact, type FunnelContext, type Rate } from './funnel-context.js';

export function funnelMarks(context: FunnelContext): Mark[] {
  const { facts, groups, terms, dimension, words } = context;
  return [
    ...facts.map((fact, index): Mark => {
      const { id, plain, title, optional, count, figure } = fact;
      const parts = stepParts(fact, context);
      const head = terms.title(index + 1, facts.length, plain) + (optional ? `, ${terms.optional}` : '');
      return {
        id: `step:${index}`,
        label: `${words.labelled(head, parts.join(', '))}.`,
        lines: [title, ...parts],
        selection: { dimension: 'step', values: [id], customers: count },
        figure,
      };
    }),
    ...groups.map(({ key, name, facts: own, goal }, index): Mark => {
      const { n, count, small } = own[0]!;
      const lines = own.map(({ name: step, n: counted, overall: { value, text, range } }) => {
        return words.labelled(step, counted + (value === null ? '' : ` · ${text}${inBrackets(range)}`));
      });
      return {
        id: `group:${index}`,
        label: `${words.labelled(name, `${goal.n} ${terms.outOf} ${n}`)}, ${goal.overall.text} ${terms.overall}.`,
        lines: [name, ...lines, ...sample(small, context)],
        selection: key === null ? null : { dimension, values: [key], customers: count },
      };
    }),
  ];
}

function stepParts(fact: Fact, context: FunnelContext): string[] {
  const { terms, format, who, why } = context;
  const { count, n, before, step, overall, dropOff, optional, lossy, within } = fact;
  if (count === null) return [why];
  const counted = `${n} ${who(count)}`.trimEnd();
  if (!before) return [counted];
  const rate = ({ value, text, range }: Rate, of: string): string =>
    value === null ? '' : `${text} ${of}${inBrackets(range && `${terms.interval} ${range}`)}`;
  return [
    counted,
    rate(step, terms.step),
    rate(overall, terms.overall),
    dropOff && !optional ? terms.loss(format.rate(dropOff)) + (lossy ? `, ${terms.largest}` : '') : '',
    within,
    ...sample(before.small, context),
  ].filter(Boolean);
}

function sample(small: string, { words }: FunnelContext): string[] {
  return small ? [words.smallSample(small)] : [];
}
