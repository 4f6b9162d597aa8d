/** What the result could not count, and why, in words. */
import { reasonText } from '../../base/states.js';
import type { Reason } from '../../core/kpi/contract.js';
import type { StepName } from '../../locale/funnel-terms.js';
import { presetStepName, spokenName, type FunnelContext } from './funnel-context.js';
import { firstRise } from './funnel-path.js';

export interface Gap {
  readonly names: readonly StepName[];
  readonly reason: string;
}

/** Reasons that leave a step without a count, the most telling first. */
const WITHHOLDING = ['missing-table', 'missing-column', 'suppressed', 'not-enough-history', 'no-data'];

function withholding({ result }: FunnelContext): Reason {
  const nameOf = ({ code }: Reason): string => code.split(':')[0]!;
  const known = WITHHOLDING.find((name) => result.reasons.some((reason) => nameOf(reason) === name));
  return result.reasons.find((reason) => nameOf(reason) === known) ?? { code: 'no-data' };
}

/** Why a count is missing. */
export function whyMissing(context: FunnelContext): string {
  return reasonText(withholding(context), context.speech);
}

/** Steps of the preset that were dropped, because the data have no such event. */
function droppedSteps(context: FunnelContext): StepName[] {
  const { reasons, value } = context.result;
  return reasons.flatMap(({ code, detail = '' }) => {
    const name = code === 'missing-event' && !value.steps.some(({ id }) => id === detail) ? presetStepName(detail, context) : null;
    return name ? [name] : [];
  });
}

/** Steps without a count, then steps that were dropped. */
export function gaps(context: FunnelContext): Gap[] {
  const unknown = context.result.value.steps.filter(({ count }) => count === null).map((step) => spokenName(step, context));
  const dropped = droppedSteps(context);
  return [
    { names: unknown, reason: unknown.length > 0 ? whyMissing(context) : '' },
    { names: dropped, reason: context.speech.terms.reasons['missing-event'] },
  ].filter(({ names }) => names.length > 0);
}

/** Codes of the reasons that sentence and picture tell already. */
export function toldReasons(context: FunnelContext): string[] {
  const { steps } = context.result.value;
  const events = context.result.reasons.filter(({ code }) => code === 'missing-event').length;
  return [
    // The step without anybody stands in the picture.
    'zero-denominator',
    ...(firstRise(steps) ? ['rising-count'] : []),
    ...(steps.some(({ count }) => count === null) ? [withholding(context).code] : []),
    ...(events > 0 && droppedSteps(context).length === events ? ['missing-event'] : []),
  ];
}
