/** A result with the words and formats to tell it: what every part of the view starts from. */
import type { KpiResult } from '../../core/kpi/contract.js';
import type { FunnelParams, FunnelResult, FunnelStep } from '../../core/kpi/funnel-types.js';
import { reasonText } from '../../base/states.js';
import type { Speech } from '../../base/widget.js';
import type { Counted } from '../../locale/counted.js';
import type { Formatter } from '../../locale/formatter.js';
import { funnelTerms, type FunnelDimension, type FunnelTerms, type PresetStep, type StepName } from '../../locale/funnel-terms.js';

export type FunnelRate = 'step' | 'overall';

export interface FunnelContext {
  readonly result: KpiResult<FunnelResult>;
  readonly speech: Speech;
  readonly terms: FunnelTerms;
  readonly format: Formatter;
  /** What the groups are, null for ready counts with groups of their own. */
  readonly dimension: FunnelDimension | null;
}

export function funnelContext(result: KpiResult<FunnelResult>, speech: Speech): FunnelContext {
  const { breakdown = null } = result.params as Partial<FunnelParams>;
  return { result, speech, terms: funnelTerms[speech.terms.language], format: speech.format, dimension: breakdown };
}

/** Name given by the page, else that of the preset in the person's language, else the id. */
export function stepName({ id, label }: FunnelStep, { terms }: FunnelContext): StepName {
  if (label !== null) return { preset: null, label };
  return Object.hasOwn(terms.steps, id) ? { preset: id as PresetStep, label: terms.steps[id as PresetStep] } : { preset: null, label: id };
}

export function groupName(key: string | null, { terms }: FunnelContext): string {
  return key === null ? terms.chart.others : key || terms.chart.unknown;
}

export function counted(n: number, { format }: FunnelContext): Counted {
  return { n, text: format.count(n) };
}

/** −83,0 %: what is lost, as a change. A step that counts more than the one before has a plus sign. */
export function lossText(dropOff: number | null, { format }: FunnelContext): string {
  return format.change(dropOff === null ? null : -dropOff);
}

/** Whole percents, unless these would round a loss of less than all to all, or of less than one to nothing. */
export function roundLossText(dropOff: number, { format }: FunnelContext): string {
  const percent = dropOff * 100;
  const whole = percent === 100 || (percent >= 1 && percent < 99.5);
  return format.change(-dropOff, whole ? 0 : 1);
}

/** Reasons that leave a step without a count, the most telling first. */
const WITHHOLDING = ['missing-table', 'missing-column', 'suppressed', 'not-enough-history', 'no-data'];

/** Why a count is missing, in words. */
export function whyMissing({ result, speech }: FunnelContext): string {
  const found = WITHHOLDING.map((name) => result.reasons.find(({ code }) => code.split(':')[0] === name)).find((one) => one !== undefined);
  return reasonText(found ?? { code: 'no-data' }, speech);
}
