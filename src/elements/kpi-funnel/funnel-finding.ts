/** The sentence above the picture: only what the data can carry. Statements start with a small letter, sentences with a capital one. */
import { sentence } from '../../base/states.js';
import { FEW } from '../../chart/figures.js';
import { inBrackets, type Fact, type FunnelContext } from './funnel-context.js';

/** Below this many conversions, or with a wider interval, the sentence gives the interval beside the rate. */
const FEW_CONVERSIONS = 5;
const WIDE_INTERVAL = 0.2;
/** A rate whose upper bound rounds to nothing needs no "may be up to". */
const NEGLIGIBLE = 0.001;
/** How far "2 out of 100" may be from the true rate, relatively. */
const ROUNDING = 0.05;

export function funnelFinding(context: FunnelContext): string {
  const { facts, words } = context;
  const sentences = facts.length ? [statements(facts[0]!, context).join(words.semicolon), groupStatement(context)] : [];
  return sentences
    .map((text) => text && `${sentence(text)}.`)
    .join(' ')
    .trim();
}

function statements(first: Fact, context: FunnelContext): string[] {
  const { known, rise, gaps, why, who, terms, words } = context;
  const { labelled } = words;
  const { count, n, quoted } = first;
  const goal = known.at(-1)!;
  if (count === null) return [labelled(`${terms.noFigure(quoted)}, ${terms.noRate}`, why)];
  if (count === 0) return [who(1) ? terms.nobody(who(1)) : terms.zero(quoted)];
  if (rise) return [terms.rising(rise.quoted + inBrackets(rise.n), rise.before!.quoted + inBrackets(rise.before!.n))];
  if (goal === first) return [who(1) ? `${n} ${who(count)}` : labelled(quoted, n), ...(gaps.length ? gaps : [terms.needsSecondStep])];
  if (count >= FEW) return [headline(count, goal, context), ...lossStatement(goal.count === count, context), ...gaps];
  return [labelled(terms.tooFew(who(2)), `${goal.n} ${terms.outOf} ${n}${rateInBrackets(goal, context)}`), ...gaps];
}

/** Out of 100 visitors, 2 buy. */
function headline(entries: number, goal: Fact, context: FunnelContext): string {
  const { facts, who, terms, words, format } = context;
  const { id, said, quoted, count, overall } = goal;
  const verbs = (said !== quoted && terms.verbs[id]) || terms.reach.map((verb) => `${verb} ${quoted}`);
  const does = (n: number): string => verbs[words.isOne(n) ? 0 : 1]!;
  const outOf = (of: number, what: string): string => `${terms.outOf} ${format.count(of)} ${who(of) || facts[0]!.quoted}, ${what}`;
  const [lower, upper] = overall.interval ?? [0, 1];
  const part = count!;
  if (!part) return outOf(entries, terms.none(does(1)) + inBrackets(upper < NEGLIGIBLE ? '' : terms.upTo(format.rate(upper))));
  if (part === entries) return outOf(entries, terms.all(does(2)));
  if (part >= FEW_CONVERSIONS && upper - lower <= WIDE_INTERVAL) {
    // The smallest round number of entrants, not above the real one, of which a whole number converts without distorting the rate.
    for (let base = 100; base <= entries; base *= 10) {
      const exact = (part / entries) * base;
      const whole = Math.round(exact);
      if (whole > 0 && whole < base && Math.abs(whole - exact) <= ROUNDING * exact)
        return outOf(base, `${format.count(whole)} ${does(whole)}`);
    }
  }
  return outOf(entries, `${goal.n} ${does(part)}${rateInBrackets(goal, context)}`);
}

function lossStatement(isAll: boolean, context: FunnelContext): string[] {
  const { known, losses, terms, format } = context;
  const [largest, ...others] = losses;
  if (known.length < 3 || isAll) return [];
  if (!largest?.dropOff) return [terms.noLoss];
  const isEqual = ({ dropOff }: Fact): boolean => dropOff === largest.dropOff;
  const [, highest] = largest.step.interval ?? [];
  const close = others.filter((fact) => isEqual(fact) || (fact.dropOff && highest !== undefined && fact.step.interval![0] <= highest));
  // Whole percents, unless these would round a loss of less than all to all, or of less than one to nothing.
  const change = ({ dropOff }: Fact): string => format.change(-dropOff!, dropOff === 1 || (dropOff! >= 0.01 && dropOff! < 0.995) ? 0 : 1);
  const place = ({ before, said }: Fact): string => terms.between(before!.said, said);
  const [a, b] = [largest, ...close].map((fact) => place(fact) + inBrackets(change(fact)));
  const equal = close.every(isEqual);
  if (!b) return [terms.largestLoss(a!)];
  if (equal && close.length + 1 === losses.length) return [terms.sameLoss(change(largest))];
  if (close.length > 1) return [terms.noClearLoss(change(largest))];
  return [terms.twoLosses(equal, equal ? place(largest) : a!, b)];
}

/** Says which group converts best and worst where the intervals of the two do not overlap. */
function groupStatement({ groups, terms, dimensionName }: FunnelContext): string {
  const told = groups.filter(({ key, goal, facts, rise }) => key && goal.overall.interval && !rise && facts[0]!.count! >= FEW);
  told.sort((a, b) => b.goal.overall.value! - a.goal.overall.value!);
  const [best] = told;
  const worst = told.at(-1)!;
  if (!best || best === worst) return '';
  const [a, b] = [best.goal.overall, worst.goal.overall];
  if (a.interval![0] <= b.interval![1]) return terms.noClearGroup(dimensionName);
  return terms.best(best.name, a.text, worst.name, b.text);
}

/** (10.0%, between 1.8 and 40.4%) */
function rateInBrackets({ overall: { text, range } }: Fact, { terms }: FunnelContext): string {
  const [lower, upper] = range.split('\u2060–\u2060');
  return upper ? ` (${text}, ${terms.between(lower!, upper)})` : '';
}
