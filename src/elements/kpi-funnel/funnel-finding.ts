/** The sentence above the picture: only what the data can carry. */
import type { FunnelStep } from '../../core/kpi/funnel-types.js';
import type { Counted } from '../../locale/counted.js';
import type { Entrants, LossPlace, SpokenRate } from '../../locale/funnel-terms.js';
import { counted, groupName, roundLossText, spokenName, type FunnelContext } from './funnel-context.js';
import { gaps, whyMissing } from './funnel-gaps.js';
import { firstRise, losses, mandatorySteps, passages, rivals, type Passage } from './funnel-path.js';

/** Below this many entries a rate concludes nothing. */
const FEW_ENTRIES = 30;
/** Below this many conversions, or with a wider interval, the sentence gives the interval beside the rate. */
const FEW_CONVERSIONS = 5;
const WIDE_INTERVAL = 0.2;
/** A rate whose upper bound rounds to nothing needs no "may be up to". */
const NEGLIGIBLE = 0.001;
/** How far "2 out of 100" may be from the true rate, relatively. */
const ROUNDING = 0.05;
const ROUND_BASES = Array.from({ length: 14 }, (_, index) => 10 ** (index + 2));

/** Steps with a known count: `first` and `goal` are the ends of what can be told. */
interface Known {
  readonly first: FunnelStep;
  readonly goal: FunnelStep;
  readonly entries: number;
  readonly converted: number;
}

export function funnelFinding(context: FunnelContext): string {
  const { steps } = context.result.value;
  if (steps.length === 0) return '';
  const told = [`${context.terms.finding.join(statements(steps, context))}.`];
  const groups = groupStatement(context);
  return groups === null ? told[0]! : `${told[0]} ${groups}.`;
}

function statements(steps: readonly FunnelStep[], context: FunnelContext): string[] {
  const { terms, format } = context;
  const first = steps[0]!;
  const rise = firstRise(steps);
  if (first.count === null) return [terms.finding.unknownStart(spokenName(first, context), whyMissing(context))];
  if (first.count === 0) return [terms.finding.nobody(entrants(first, context))];
  if (rise) {
    const { from, to } = rise;
    return [terms.finding.rising(spokenName(from, context), format.count(from.count), spokenName(to, context), format.count(to.count))];
  }
  const goal =
    mandatorySteps(steps)
      .filter((step) => step.count !== null)
      .at(-1) ?? first;
  return knownStatements({ first, goal, entries: first.count, converted: goal.count ?? 0 }, steps, context);
}

function knownStatements(known: Known, steps: readonly FunnelStep[], context: FunnelContext): string[] {
  const { finding } = context.terms;
  const missing = gaps(context).map(({ names, reason }) => lowered(finding.unknownSteps(names, reason)));
  const start = (): string => finding.start(counted(known.entries, context), entrants(known.first, context));
  if (known.goal === known.first) return [start(), ...(missing.length > 0 ? missing : [finding.needsSecondStep])];
  if (known.entries < FEW_ENTRIES) return [tooFew(known, context), ...missing];
  return [headline(known, context), ...lossStatement(known, steps, context), ...missing];
}

function tooFew({ entries, converted, goal }: Known, context: FunnelContext): string {
  const { unit } = context.result.value;
  return context.terms.finding.tooFew(unit, counted(converted, context), counted(entries, context), spokenRate(goal, context));
}

function headline(known: Known, context: FunnelContext): string {
  const { finding } = context.terms;
  const { entries, converted, goal } = known;
  const who = entrants(known.first, context);
  const name = spokenName(goal, context);
  const [lower, upper] = goal.overallInterval ?? [0, 1];
  if (converted === 0) {
    return finding.none(counted(entries, context), who, name, upper < NEGLIGIBLE ? null : context.format.rate(upper));
  }
  if (converted === entries) return finding.all(counted(entries, context), who, name);
  const round = converted < FEW_CONVERSIONS || upper - lower > WIDE_INTERVAL ? null : roundShare(converted, entries, context);
  if (round) return finding.outOf(round.of, who, round.part, name, null);
  return finding.outOf(counted(entries, context), who, counted(converted, context), name, spokenRate(goal, context));
}

/** The smallest round number of entrants, not above the real one, of which a whole number converts without distorting the rate. */
function roundShare(converted: number, entries: number, context: FunnelContext): { of: Counted; part: Counted } | null {
  for (const base of ROUND_BASES) {
    const exact = (converted / entries) * base;
    const part = Math.round(exact);
    if (base > entries) return null;
    if (part > 0 && part < base && Math.abs(part - exact) <= ROUNDING * exact) {
      return { of: counted(base, context), part: counted(part, context) };
    }
  }
  return null;
}

function lossStatement({ entries, converted }: Known, steps: readonly FunnelStep[], context: FunnelContext): string[] {
  const known = mandatorySteps(steps).filter(({ count }) => count !== null);
  if (known.length < 3 || converted === entries) return [];
  const { finding } = context.terms;
  const sorted = losses(steps);
  const [largest] = sorted;
  if (!largest) return [finding.noLoss];
  const close = rivals(sorted);
  const places = [largest, ...close].map((passage) => lossPlace(passage, context));
  const [a, b] = places as [LossPlace, LossPlace];
  const equal = close.every(({ loss }) => loss === largest.loss);
  if (close.length === 0) return [finding.largestLoss(a)];
  if (equal && places.length === passages(steps).length) return [finding.sameLossEverywhere(a.change)];
  if (close.length > 1) return [finding.noClearLoss(a.change)];
  return [equal ? finding.equalLosses(a, b) : finding.closeLosses(a, b)];
}

/** Says which group converts best and worst where the intervals of the two do not overlap. */
function groupStatement(context: FunnelContext): string | null {
  const { finding } = context.terms;
  const groups = (context.result.value.breakdown ?? []).flatMap(({ key, steps }) => {
    const goal = mandatorySteps(steps).at(-1);
    const enough = key && goal?.overallInterval && (steps[0]?.count ?? 0) >= FEW_ENTRIES && !firstRise(steps);
    return enough ? [{ name: groupName(key, context), rate: goal.overallRate ?? 0, interval: goal.overallInterval! }] : [];
  });
  if (groups.length < 2) return null;
  const sorted = groups.sort((a, b) => b.rate - a.rate);
  const best = sorted[0]!;
  const worst = sorted.at(-1)!;
  if (best.interval[0] <= worst.interval[1]) return finding.noClearGroup(context.dimension);
  return finding.bestAndWorst(best.name, context.format.rate(best.rate), worst.name, context.format.rate(worst.rate));
}

function entrants(step: FunnelStep, context: FunnelContext): Entrants {
  return { unit: context.result.value.unit, step: spokenName(step, context) };
}

function lossPlace({ from, to, loss }: Passage, context: FunnelContext): LossPlace {
  return { from: spokenName(from, context), to: spokenName(to, context), change: roundLossText(loss, context) };
}

function spokenRate({ overallRate, overallInterval }: FunnelStep, { format }: FunnelContext): SpokenRate | null {
  if (overallRate === null || overallInterval === null) return null;
  const [lower = '', upper = ''] = format.rateInterval(overallInterval).split('–');
  return { rate: format.rate(overallRate), lower, upper };
}

/** After a semicolon a statement starts with a small letter. */
function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
