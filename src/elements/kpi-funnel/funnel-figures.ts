/** Figures of the funnel that can be asked "why?". */
import type { Figure } from '../../base/widget.js';
import { figuresOf, type Ground } from '../../chart/figures.js';
import type { FigureWords } from '../../locale/counted.js';
import type { Fact, FunnelContext, Rate } from './funnel-context.js';

/** Shown under the sentence: so many of the first ones. */
const PRIMARY = 3;

export function funnelFigures(context: FunnelContext): Figure[] {
  const { facts, goal, terms, words, why } = context;
  const { overall, conversions, loss, entries, perConversion, step } = terms.figure;
  const [first] = facts;
  if (!first) return [];
  const whole = goal === first ? null : first;
  const count = ({ n, count: known }: Fact): Ground => ({ value: n, ...(known === null ? { reason: why } : null) });
  const rate = (part: Fact, of: Fact | null, { value, text, range }: Rate): Ground =>
    value === null || !of ? noRate(of, context) : share(text, counted(part), of, range);
  const [label, ...rest] = step;
  return figuresOf(
    [
      ['overall-rate', overall, rate(goal, whole, goal.overall)],
      // In the strip only where it is known: the rate says why it is not.
      ['conversions', conversions, { ...count(goal), primary: goal.count !== null }],
      ['largest-loss', loss, largestLoss(whole, context)],
      ['entries', entries, count(first)],
      ['entries-per-conversion', perConversion, perOne(first, context)],
      ...facts
        .slice(1)
        .map((fact): [string, FigureWords, Ground] => [
          fact.figure,
          [words.labelled(label, fact.name), ...rest],
          rate(fact, fact.before, fact.step),
        ]),
    ],
    PRIMARY,
  );
}

const counted = ({ n, name }: Fact): string => `${n} (${name})`;

/** @param of null where there is no second step. */
function noRate(of: Fact | null, { rise, terms, format, words, why }: FunnelContext): Ground {
  const { reasons } = words;
  const cause = rise ? reasons['rising-count'] : of?.count === 0 ? reasons['zero-denominator'] : why;
  return { value: format.rate(null), reason: of ? cause : terms.needsSecondStep };
}

function share(value: string, numerator: string, of: Fact, interval: string): Ground {
  return { value, numerator, denominator: counted(of), n: of.count!, ...(interval ? { interval } : null) };
}

/** How many enter for one who arrives (V4: leads per sale). */
function perOne(first: Fact, context: FunnelContext): Ground {
  const { goal, format } = context;
  const { value } = goal.overall;
  if (!value || goal === first) return noRate(goal === first ? null : goal, context);
  return { value: format.decimal(1 / value), numerator: counted(first), denominator: counted(goal) };
}

function largestLoss(whole: Fact | null, context: FunnelContext): Ground {
  const { losses, terms, format } = context;
  const [to] = losses;
  if (!to) return noRate(whole, context);
  // A positive share, as its interval is.
  const loss = format.rate(to.dropOff);
  if (!to.dropOff) return { value: loss, reason: terms.noLoss };
  const from = to.before!;
  const { interval } = to.step;
  const range = interval ? format.rateInterval([1 - interval[1], 1 - interval[0]]) : '';
  return share(loss, `${format.count(from.count! - to.count!)} (${from.name} → ${to.name})`, from, range);
}
