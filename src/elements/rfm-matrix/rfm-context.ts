/** An RFM result together with the words and formats in which it is told. */
import type { Speech } from '../../base/widget.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { RfmParams, RfmResult } from '../../core/kpi/rfm-types.js';
import type { Counted } from '../../locale/counted.js';
import type { Formatter } from '../../locale/formatter.js';
import { rfmTerms, type RfmTerms, type Silence } from '../../locale/rfm-terms.js';

export interface RfmContext {
  readonly value: RfmResult;
  readonly params: Partial<RfmParams>;
  readonly currency: string | null;
  readonly reasons: readonly string[];
  readonly terms: RfmTerms;
  readonly format: Formatter;
}

export function rfmContext(result: KpiResult<RfmResult>, speech: Speech): RfmContext {
  return {
    value: result.value,
    params: result.params,
    currency: result.currency,
    reasons: result.reasons.map((reason) => reason.code),
    terms: rfmTerms[speech.terms.language],
    format: speech.format,
  };
}

/** A number with its text. */
export function counted(context: RfmContext, n: number): Counted {
  return { n, text: context.format.count(n) };
}

export function money(context: RfmContext, value: number | null): string {
  return context.format.money(value, context.currency);
}

/** How long the inactive customers have been silent; null where the window has no beginning. */
export function silence({ value, format }: RfmContext): Silence | null {
  const { months, from, rule } = value.window;
  if (rule === 'all' || from === null) return null;
  return months === null ? { since: format.date(from) } : { months };
}

/** Part of a whole, null where there is no whole. */
export function shareOf(part: number | null, whole: number): number | null {
  return part === null || whole <= 0 ? null : part / whole;
}
