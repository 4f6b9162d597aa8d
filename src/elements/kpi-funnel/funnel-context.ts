/** A result with the words and formats to tell it: what every part of the view starts from. */
import type { KpiResult } from '../../core/kpi/contract.js';
import type { FunnelParams, FunnelResult, FunnelStep } from '../../core/kpi/funnel-types.js';
import { truncate } from '../../chart/truncate.js';
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

/** Names given by the page are cut to this many characters inside a sentence. */
const LONGEST_NAME = 40;

/** Name given by the page, else that of the preset in the person's language, else the id. */
export function stepName({ id, label }: Pick<FunnelStep, 'id' | 'label'>, context: FunnelContext): StepName {
  if (label !== null) return { preset: null, label };
  return presetStepName(id, context) ?? { preset: null, label: id };
}

/** Null where no preset has such a step. */
export function presetStepName(id: string, { terms }: FunnelContext): StepName | null {
  return Object.hasOwn(terms.steps, id) ? { preset: id as PresetStep, label: terms.steps[id as PresetStep] } : null;
}

/** Name for use inside a sentence. */
export function spokenName(step: FunnelStep, context: FunnelContext): StepName {
  const name = stepName(step, context);
  return { ...name, label: truncate(name.label, LONGEST_NAME, (text) => text.length) };
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
