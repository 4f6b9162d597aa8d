/** A result with the words and formats to tell it, and what each step says: what every part of the view starts from. */
import { reasonText } from '../../base/states.js';
import type { Speech } from '../../base/widget.js';
import { truncate } from '../../chart/truncate.js';
import type { KpiResult, Reason } from '../../core/kpi/contract.js';
import type { FunnelParams, FunnelResult, FunnelStep } from '../../core/kpi/funnel-types.js';
import type { Formatter } from '../../locale/formatter.js';
import { funnelTerms, type FunnelDimension, type FunnelTerms, type PresetStep } from '../../locale/funnel-terms.js';

/** Names given by the page are cut to this many characters inside a sentence. */
const LONGEST_NAME = 40;
/** Reasons that leave a step without a count, the most telling first. */
const WITHHOLDING = ['missing-table', 'missing-column', 'suppressed', 'not-enough-history', 'no-data'];

/** A step among its neighbours. */
export interface Fact extends FunnelStep {
  /** Given by the page, else the preset's in the person's language, else the id. */
  readonly name: string;
  /** The name, and whether the step may be skipped. */
  readonly title: string;
  /** The name inside a sentence: of a preset as it is, of the page in quotation marks. */
  readonly said: string;
  /** The name in quotation marks. */
  readonly quoted: string;
  /** The last step before it that nobody may skip. */
  readonly before: Fact | null;
  /** Length of its bar as a share of the longest one; null without a count. */
  readonly share: number | null;
  /** The figure that explains it: the first step has no rate. */
  readonly figure: string;
}

/** The steps of a funnel, and the way through those that nobody may skip. */
export interface Path {
  readonly facts: readonly Fact[];
  /** Last step that nobody may skip. */
  readonly goal: Fact | undefined;
  /** Steps that nobody may skip, as far as their count is known. */
  readonly known: readonly Fact[];
  /** Those whose rate is known. */
  readonly passages: readonly Fact[];
  /** Those that somebody does not reach, the largest loss first; equal ones in their order. */
  readonly losses: readonly Fact[];
  /** Those to point at: the largest loss, unless all lose the same. */
  readonly lossy: readonly Fact[];
  /** The first step that counts more than the one it should come out of. */
  readonly rise: Fact | undefined;
}

export interface FunnelContext extends Path {
  readonly result: KpiResult<FunnelResult>;
  readonly speech: Speech;
  readonly terms: FunnelTerms;
  readonly format: Formatter;
  readonly dimension: FunnelDimension;
  /** Heading of the groups. */
  readonly groupsName: string;
  readonly groups: readonly (Path & { readonly key: string | null; readonly name: string })[];
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

function pathOf(steps: readonly FunnelStep[], terms: FunnelTerms): Path {
  const most = Math.max(1, ...steps.map(({ count }) => count ?? 0));
  let before: Fact | null = null;
  const facts = steps.map((step, index): Fact => {
    const { id, label, count } = step;
    const optional = index > 0 && step.optional;
    const name = label ?? presetName(terms, id) ?? id;
    const quoted = terms.quote(truncate(name, LONGEST_NAME, (text) => text.length));
    const said = label === null && name !== id ? name.toLowerCase() : quoted;
    const title = optional ? `${name} (${terms.optional})` : name;
    const share = count === null ? null : count / most;
    const fact: Fact = { ...step, optional, name, title, said, quoted, before, share, figure: index ? `step-rate:${id}` : 'entries' };
    if (!optional) before = fact;
    return fact;
  });
  const path = facts.filter(({ optional }) => !optional);
  const passages = path.filter(({ dropOff }) => dropOff !== null);
  const losses = passages.filter(({ dropOff }) => dropOff).sort((a, b) => b.dropOff! - a.dropOff!);
  const largest = losses.filter(({ dropOff }) => dropOff === losses[0]!.dropOff);
  return {
    facts,
    goal: path.at(-1),
    known: path.filter(({ count }) => count !== null),
    passages,
    losses,
    lossy: largest.length > 1 && largest.length === passages.length ? [] : largest,
    rise: facts.find(({ before, count }) => before && before.count !== null && count! > before.count),
  };
}

export function funnelContext(result: KpiResult<FunnelResult>, speech: Speech): FunnelContext {
  const terms = funnelTerms[speech.terms.language];
  const { steps, breakdown = [] } = result.value;
  const { labelled, reasons } = speech.terms;
  const dimension = (result.params as Partial<FunnelParams>).breakdown ?? 'group';
  const path = pathOf(steps, terms);
  const events = result.reasons.filter(({ code }) => code === 'missing-event').map(({ detail = '' }) => detail);
  const dropped = events.filter((id) => presetName(terms, id) && !steps.some((step) => step.id === id));
  const unknown = path.facts.filter(({ count }) => count === null);
  const reason = withholding(result.reasons);
  const why = reasonText(reason, speech);
  const gap = (names: readonly string[], cause: string): string[] =>
    names.length ? [labelled(terms.noFigure(names.join(', ')), cause)] : [];
  return {
    ...path,
    result,
    speech,
    terms,
    format: speech.format,
    dimension,
    groupsName: terms.groups(terms.dimensions[dimension]),
    groups: breakdown.map(({ key, steps: own }) => ({
      ...pathOf(own, terms),
      key,
      name: key === null ? terms.others : key || terms.unknown,
    })),
    why,
    gaps: [
      ...gap(
        unknown.map(({ quoted }) => quoted),
        why,
      ),
      ...gap(
        dropped.map((id) => terms.quote(presetName(terms, id)!)),
        reasons['missing-event'],
      ),
    ],
    told: [
      // The step without anybody stands in the picture.
      'zero-denominator',
      path.rise ? 'rising-count' : '',
      unknown.length ? reason.code : '',
      dropped.length === events.length ? 'missing-event' : '',
    ],
  };
}

function withholding(reasons: readonly Reason[]): Reason {
  const found = WITHHOLDING.map((name) => reasons.find(({ code }) => code.split(':')[0] === name));
  return found.find(Boolean) ?? { code: 'no-data' };
}

/** 3 visitors; empty for ready counts. */
export function people(n: number, { result, terms }: FunnelContext): string {
  const { unit } = result.value;
  return unit === 'count' ? '' : terms.people[unit] + (terms.isOne(n) ? '' : 's');
}

/** −83,0 %: what is lost, as a change. A step that counts more than the one before has a plus sign. */
export function lossText({ dropOff }: FunnelStep, { format }: FunnelContext, digits?: number): string {
  return format.change(dropOff === null ? null : -dropOff, digits);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
