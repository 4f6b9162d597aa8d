/** A result with the words and formats to tell it, and what each step says: what every part of the view starts from. */
import { reasonText } from '../../base/states.js';
import type { Speech } from '../../base/widget.js';
import { FEW } from '../../chart/figures.js';
import { truncate } from '../../chart/truncate.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { FunnelParams, FunnelResult, FunnelStep } from '../../core/kpi/funnel-types.js';
import type { Formatter } from '../../locale/formatter.js';
import { funnelTerms, type FunnelDimension, type FunnelTerms, type PresetStep } from '../../locale/funnel-terms.js';

/** Names given by the page are cut to this many characters inside a sentence. */
const LONGEST_NAME = 40;
/** Reasons that leave a step without a count. */
const WITHHOLDING = /^(missing-[tc]|suppressed|not-enough|no-data)/;

type Interval = FunnelStep['stepInterval'];

/** @internal */
export interface Rate {
  readonly value: number | null;
  /** The value, or a dash. */
  readonly text: string;
  readonly interval: Interval;
  /** The interval; empty where there is none. */
  readonly range: string;
}

/** @internal A step among its neighbours. */
export interface Fact extends FunnelStep {
  /** Given by the page, else the preset's in the person's language, else the id. */
  readonly name: string;
  /** The name, and whether the step may be skipped. */
  readonly title: string;
  /** Names of presets in small letters. */
  readonly plain: string;
  /** The name inside a sentence: of the page in quotation marks. */
  readonly said: string;
  readonly quoted: string;
  /** The last step before it that nobody may skip. */
  readonly before: Fact | null;
  /** The count as a text. */
  readonly n: string;
  /** The same where it is small for a sample, else empty. */
  readonly small: string;
  /** Length of its bar as a share of the longest one; null without a count. */
  readonly share: number | null;
  readonly step: Rate;
  readonly overall: Rate;
  /** −83,0 %: what is lost, as a change. A step that counts more than the one before has a plus sign. */
  readonly loss: string;
  /** To point at: the largest loss is on the way here, and not all are the same. */
  lossy: boolean;
  /** Half within 3 days; empty where unknown. */
  readonly within: string;
  /** Id of the figure that explains it: the first step has no rate. */
  readonly figure: string;
}

/** @internal The steps of a funnel, and the way through those that nobody may skip. */
export interface Path {
  readonly facts: readonly Fact[];
  /** Last step that nobody may skip. */
  readonly goal: Fact;
  /** Steps that nobody may skip, as far as their count is known. */
  readonly known: readonly Fact[];
  /** Those whose rate is known, the largest loss first; equal ones in their order. */
  readonly losses: readonly Fact[];
  /** The first step that counts more than the one it should come out of. */
  readonly rise: Fact | undefined;
}

/** @internal */
export interface FunnelContext extends Path {
  /** Words of all widgets, and of this one. */
  readonly words: Speech['terms'];
  readonly terms: FunnelTerms;
  readonly format: Formatter;
  readonly dimension: FunnelDimension;
  readonly dimensionName: string;
  /** Heading of the groups. */
  readonly groupsName: string;
  readonly groups: readonly (Path & { readonly key: string | null; readonly name: string })[];
  /** Visitors, in the number that they are; empty for ready counts. */
  who(n: number): string;
  /** Why a count is missing. */
  readonly why: string;
  /** What could not be counted, and why. */
  readonly gaps: readonly string[];
  /** Codes of the reasons that sentence and picture tell. */
  readonly told: readonly string[];
}

/** Null where no preset has such a step. */
function presetName({ steps }: FunnelTerms, id: string): string | null {
  return Object.hasOwn(steps, id) ? steps[id as PresetStep] : null;
}

function factOf(step: FunnelStep, before: Fact | null, most: number, terms: FunnelTerms, { terms: words, format }: Speech): Fact {
  const { id, label, count, dropOff, medianDays } = step;
  // Everybody enters at the first step.
  const optional = step.optional && before !== null;
  const preset = label === null ? presetName(terms, id) : label;
  const name = preset ?? id;
  const plain = label === null && preset ? name.toLowerCase() : name;
  const quoted = words.quoted(truncate(name, LONGEST_NAME, (text) => text.length));
  const n = format.count(count);
  const rate = (value: number | null, interval: Interval): Rate => {
    return { value, text: format.rate(value), interval, range: interval ? format.rateInterval(interval) : '' };
  };
  return {
    ...step,
    optional,
    name,
    title: optional ? `${name} (${terms.optional})` : name,
    plain,
    said: plain === name ? quoted : plain,
    quoted,
    before,
    n,
    small: count !== null && count < FEW ? n : '',
    share: count === null ? null : count / most,
    step: rate(step.stepRate, step.stepInterval),
    overall: rate(step.overallRate, step.overallInterval),
    loss: format.change(dropOff && -dropOff),
    lossy: false,
    within: medianDays === null ? '' : terms.within(format.days(Math.max(1, medianDays))),
    figure: before ? `step-rate:${id}` : 'entries',
  };
}

function pathOf(steps: readonly FunnelStep[], terms: FunnelTerms, speech: Speech): Path {
  const most = Math.max(1, ...steps.map(({ count }) => count ?? 0));
  let before: Fact | null = null;
  const facts = steps.map((step) => {
    const fact = factOf(step, before, most, terms, speech);
    if (!fact.optional) before = fact;
    return fact;
  });
  const path = facts.filter(({ optional }) => !optional);
  const losses = path.filter(({ dropOff }) => dropOff !== null).sort((a, b) => b.dropOff! - a.dropOff!);
  const largest = losses.filter(({ dropOff }) => dropOff && dropOff === losses[0].dropOff);
  for (const fact of largest) fact.lossy = largest.length < 2 || largest.length < losses.length;
  return {
    facts,
    goal: path.at(-1)!,
    known: path.filter(({ count }) => count !== null),
    losses,
    rise: facts.find(({ before, count }) => before && before.count !== null && count! > before.count),
  };
}

export function funnelContext(result: KpiResult<FunnelResult>, speech: Speech): FunnelContext {
  const { format, terms: words } = speech;
  const terms = funnelTerms[words.language];
  const { unit, steps, breakdown = [] } = result.value;
  const dimension = (result.params as Partial<FunnelParams>).breakdown ?? 'group';
  const dimensionName = terms.names[dimension] ?? dimension;
  const path = pathOf(steps, terms, speech);
  const events = result.reasons.filter(({ code }) => code === 'missing-event').map(({ detail = '' }) => detail);
  const dropped = events.filter((id) => presetName(terms, id) && !steps.some((step) => step.id === id));
  const unknown = path.facts.filter(({ count }) => count === null);
  const withheld = result.reasons.find(({ code }) => WITHHOLDING.test(code));
  const why = reasonText(withheld ?? { code: 'no-data' }, speech, result.reasons);
  const gap = (names: readonly string[], cause: string): string[] =>
    names.length ? [words.labelled(terms.noFigure(names.join(', ')), cause)] : [];
  return {
    ...path,
    words,
    terms,
    format,
    dimension,
    dimensionName,
    groupsName: terms.groups(dimensionName),
    groups: breakdown.map(({ key, steps: own }) => {
      return { ...pathOf(own, terms, speech), key, name: key === null ? terms.others : key || terms.unknown };
    }),
    who: (n) => (unit === 'count' ? '' : (terms.names[unit] ?? unit) + (words.isOne(n) ? '' : 's')),
    why,
    gaps: [
      ...gap(
        unknown.map(({ quoted }) => quoted),
        why,
      ),
      ...gap(
        dropped.map((id) => words.quoted(presetName(terms, id)!)),
        words.reasons['missing-event'],
      ),
    ],
    told: [
      // The step without anybody stands in the picture.
      'zero-denominator',
      'rising-count',
      unknown.length && withheld ? withheld.code : '',
      dropped.length === events.length ? 'missing-event' : '',
    ],
  };
}

export function inBrackets(text: string): string {
  return text && ` (${text})`;
}
