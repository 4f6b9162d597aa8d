/** A churn result with the words and formats to tell it. */
import type { Speech } from '../../base/widget.js';
import type { ChurnResult, TierId } from '../../core/kpi/churn-types.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { Formatter } from '../../locale/formatter.js';
import { churnTerms, type ChurnTerms } from '../../locale/churn-terms.js';

/** @internal */
export interface ChurnContext extends KpiResult<ChurnResult> {
  readonly terms: ChurnTerms;
  readonly format: Formatter;
  /** `Name: text`, with the spaces of the language. */
  labelled(label: string, text: string): string;
}

export const TIERS: readonly TierId[] = ['watch', 'risk', 'inactive'];

export function churnContext(result: KpiResult<ChurnResult>, { terms, format }: Speech): ChurnContext {
  return { ...result, terms: churnTerms[terms.language](format), format, labelled: terms.labelled };
}

/** Silence that makes a tier: `> 61 `. */
export function sign(id: TierId): string {
  return id === 'inactive' ? '≥\u00a0' : '>\u00a0';
}

/** Why there is no attrition rate on a base of customers; `emptied`: there was history, and nobody in it. To follow a colon. */
export function whyNoRate({ terms }: ChurnContext, base: number, emptied: boolean, history = terms.history): string {
  return base > 0 ? terms.withheld : emptied ? terms.nobodyBefore : history;
}

/** The same for the as-of day. */
export function whyNoRateNow(context: ChurnContext, history?: string): string {
  const emptied = context.reasons.some(({ code }) => code === 'zero-denominator');
  return whyNoRate(context, context.value.attritionBase, emptied, history);
}

/** What a rate stands on: its interval, and how many of how many; then the interval alone. */
export function groundWordings(
  { terms, format }: ChurnContext,
  interval: [number, number] | null,
  lost: number,
  base: number,
): readonly [string, string] {
  const bounds = format.rateInterval(interval);
  return [`${bounds}, ${terms.lost(lost, base)}`, bounds];
}
