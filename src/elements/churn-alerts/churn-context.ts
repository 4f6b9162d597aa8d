/** A churn result together with the words and formats in which it is told. */
import type { ChurnResult, ChurnTier, TierId } from '../../core/kpi/churn-types.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { Speech } from '../../base/widget.js';
import type { Formatter } from '../../locale/formatter.js';
import { churnTerms, type ChurnTerms } from '../../locale/churn-terms.js';
import type { Counted } from '../../locale/counted.js';

export interface ChurnContext {
  readonly value: ChurnResult;
  readonly currency: string | null;
  readonly reasons: readonly string[];
  readonly terms: ChurnTerms;
  readonly format: Formatter;
}

export const TIERS: readonly TierId[] = ['watch', 'risk', 'inactive'];

export function churnContext(result: KpiResult<ChurnResult>, speech: Speech): ChurnContext {
  return {
    value: result.value,
    currency: result.currency,
    reasons: result.reasons.map((reason) => reason.code),
    terms: churnTerms[speech.terms.language],
    format: speech.format,
  };
}

/** A number with its text. */
export function counted(context: ChurnContext, n: number): Counted {
  return { n, text: context.format.count(n) };
}

export function tierOf(value: ChurnResult, id: TierId): ChurnTier | undefined {
  return value.tiers.find((tier) => tier.id === id);
}

/** The window in words: `3 months` when it is made of calendar months, else its days. */
export function windowText(context: ChurnContext): string {
  const { window } = context.value;
  if (window.months !== null) return context.terms.months(window.months);
  return context.terms.days(counted(context, tierOf(context.value, 'inactive')?.afterDays ?? 0));
}

type Missing = 'history' | 'nobodyBefore' | 'withheld' | 'noFigure';

function missingRate({ reasons }: ChurnContext, base: number): Missing {
  if (base > 0) return reasons.includes('suppressed') ? 'withheld' : 'noFigure';
  return reasons.includes('zero-denominator') ? 'nobodyBefore' : 'history';
}

/** Why a month, or the as-of day, has no attrition rate: to follow a colon. */
export function whyNoRate(context: ChurnContext, base: number): string {
  const why = missingRate(context, base);
  return why === 'history' ? context.terms.missing.history(windowText(context)) : context.terms.missing[why];
}

/** Why a month of the trend has none: once a month before it had one, there was history. */
export function whyNoMonth(context: ChurnContext, index: number): string {
  const { trend } = context.value;
  const { missing } = context.terms;
  if (trend[index].base > 0) return missing.withheld;
  return trend.slice(0, index).some(({ base }) => base > 0) ? missing.nobodyBefore : missing.history(windowText(context));
}

/** `whyNoRate` in a few words. */
export function whyNoRateShort(context: ChurnContext, base: number): string {
  return context.terms.missingShort[missingRate(context, base)];
}

/** Why a number of a tier is not there, in a few words. */
export function whyNoTier({ terms, reasons }: ChurnContext): string {
  return reasons.includes('suppressed') ? terms.missingShort.withheld : terms.missingShort.noFigure;
}

/** Sum of the revenue of some tiers; null as soon as one of them is not known. */
export function revenueOf(value: ChurnResult, ids: readonly TierId[]): number | null {
  let sum = 0;
  for (const id of ids) {
    const revenue = tierOf(value, id)?.revenue ?? null;
    if (revenue === null) return null;
    sum += revenue;
  }
  return sum;
}
