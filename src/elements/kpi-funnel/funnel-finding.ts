/** The sentence above the picture: only what the data can carry. Statements start with a small letter, sentences with a capital one. */
import { capital, lossText, people, type Fact, type FunnelContext } from './funnel-context.js';

/** Below this many entries a rate concludes nothing. */
const FEW_ENTRIES = 30;
/** Below this many conversions, or with a wider interval, the sentence gives the interval beside the rate. */
const FEW_CONVERSIONS = 5;
const WIDE_INTERVAL = 0.2;
/** A rate whose upper bound rounds to nothing needs no "may be up to". */
const NEGLIGIBLE = 0.001;
/** How far "2 out of 100" may be from the true rate, relatively. */
const ROUNDING = 0.05;

export function funnelFinding(context: FunnelContext): string {
  const { facts, terms } = context;
  if (!facts.length) return '';
  const sentences = [statements(facts[0]!, context).join(terms.semicolon), groupStatement(context)];
  return sentences
    .map((text) => text && `${capital(text)}.`)
    .filter(Boolean)
    .join(' ');
}

function statements(first: Fact, context: FunnelContext): string[] {
  const { known, rise, gaps, why, terms, format, speech, result } = context;
  const { labelled } = speech.terms;
  const { count, quoted } = first;
  const isCount = result.value.unit === 'count';
  const counted = (fact: Fact): string => `${fact.quoted} (${format.count(fact.count)})`;
  if (count === null) return [labelled(`${terms.noFigure(quoted)}, ${terms.noRate}`, why)];
  if (count === 0) return [isCount ? terms.zero(quoted) : terms.nobody(people(1, context))];
  if (rise) return [terms.rising(counted(rise), counted(rise.before!))];
  const goal = known.at(-1)!;
  if (goal === first) {
    const start = isCount ? labelled(quoted, format.count(count)) : `${format.count(count)} ${people(count, context)}`;
    return [start, ...(gaps.length ? gaps : [terms.needsSecondStep])];
  }
  if (count >= FEW_ENTRIES) return [headline(count, goal, context), ...lossStatement(count, goal, context), ...gaps];
  const few = `${format.count(goal.count)} ${terms.outOf} ${format.count(count)}`;
  return [labelled(terms.tooFew(people(2, context)), few + inBrackets(rateText(goal, context))), ...gaps];
}

const inBrackets = (text: string): string => text && ` (${text})`;

/** Out of 100 visitors, 2 buy. */
function headline(entries: number, goal: Fact, context: FunnelContext): string {
  const { facts, terms, format } = context;
  const verbs = (goal.said !== goal.quoted && terms.verbs[goal.id]) || terms.reach.map((verb) => `${verb} ${goal.said}`);
  const does = (n: number): string => verbs[terms.isOne(n) ? 0 : 1]!;
  const [lower, upper] = goal.overallInterval ?? [0, 1];
  let [of, part] = [entries, goal.count!];
  let what: string;
  let note = '';
  if (!part) {
    what = terms.none(does(1));
    note = upper < NEGLIGIBLE ? '' : terms.upTo(format.rate(upper));
  } else if (part === entries) what = terms.all(does(2));
  else {
    const round = part < FEW_CONVERSIONS || upper - lower > WIDE_INTERVAL ? null : roundShare(part, entries);
    if (round) [part, of] = round;
    else note = rateText(goal, context);
    what = `${format.count(part)} ${does(part)}`;
  }
  return `${terms.outOf} ${format.count(of)} ${people(of, context) || facts[0]!.quoted}, ${what}${inBrackets(note)}`;
}

/** The smallest round number of entrants, not above the real one, of which a whole number converts without distorting the rate. */
function roundShare(converted: number, entries: number): [part: number, of: number] | null {
  for (let base = 100; base <= entries; base *= 10) {
    const exact = (converted / entries) * base;
    const part = Math.round(exact);
    if (part > 0 && part < base && Math.abs(part - exact) <= ROUNDING * exact) return [part, base];
  }
  return null;
}

function lossStatement(entries: number, goal: Fact, context: FunnelContext): string[] {
  const { known, passages, losses, terms } = context;
  const [largest, ...others] = losses;
  if (known.length < 3 || goal.count === entries) return [];
  if (!largest) return [terms.noLoss];
  const isEqual = ({ dropOff }: Fact): boolean => dropOff === largest.dropOff;
  const close = others.filter((fact) => isEqual(fact) || (fact.stepInterval?.[0] ?? 1) <= (largest.stepInterval?.[1] ?? 0));
  const place = ({ before, said }: Fact): string => terms.between(before!.said, said);
  const placeAndChange = (fact: Fact): string => place(fact) + inBrackets(roundLoss(fact, context));
  const [second] = close;
  const equal = close.every(isEqual);
  if (!second) return [terms.largestLoss(placeAndChange(largest))];
  if (equal && close.length + 1 === passages.length) return [terms.sameLoss(roundLoss(largest, context))];
  if (close.length > 1) return [terms.noClearLoss(roundLoss(largest, context))];
  return [terms.twoLosses(equal, equal ? place(largest) : placeAndChange(largest), placeAndChange(second))];
}

/** Says which group converts best and worst where the intervals of the two do not overlap. */
function groupStatement({ groups, terms, format, dimension }: FunnelContext): string {
  const told = groups.flatMap(({ key, name, goal, facts, rise }) => {
    const { overallRate = null, overallInterval = null } = goal ?? {};
    return key && overallRate !== null && overallInterval && !rise && facts[0]!.count! >= FEW_ENTRIES
      ? [{ name, overallRate, overallInterval }]
      : [];
  });
  if (told.length < 2) return '';
  told.sort((a, b) => b.overallRate - a.overallRate);
  const [best, worst] = [told[0]!, told.at(-1)!];
  if (best.overallInterval[0] <= worst.overallInterval[1]) return terms.noClearGroup(terms.dimensions[dimension]);
  return terms.best(best.name, format.rate(best.overallRate), worst.name, format.rate(worst.overallRate));
}

/** 10.0%, between 1.8 and 40.4%. */
function rateText({ overallRate, overallInterval }: Fact, { terms, format }: FunnelContext): string {
  if (overallRate === null || !overallInterval) return '';
  const [lower = '', upper = ''] = format.rateInterval(overallInterval).split('–');
  return `${format.rate(overallRate)}, ${terms.between(lower, upper)}`;
}

/** Whole percents, unless these would round a loss of less than all to all, or of less than one to nothing. */
function roundLoss(fact: Fact, context: FunnelContext): string {
  const loss = fact.dropOff!;
  return lossText(fact, context, loss === 1 || (loss >= 0.01 && loss < 0.995) ? 0 : 1);
}
