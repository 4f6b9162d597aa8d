/** The sentence over the picture: what a colleague would say, and never more than the data can carry. */
import { counted, revenueOf, tierOf, whyNoRate, windowText, TIERS, type ChurnContext } from './churn-context.js';
import { SMALL_BASE, trendClaim } from './trend-claim.js';
import type { TierId } from '../../core/kpi/churn-types.js';

function money(context: ChurnContext, ids: readonly TierId[]): string | null {
  const revenue = revenueOf(context.value, ids);
  return revenue === null ? null : context.format.moneyCompact(revenue, context.currency);
}

function silence(context: ChurnContext): string | null {
  const { value, terms } = context;
  const say = terms.finding;
  const watch = tierOf(value, 'watch')?.customers ?? null;
  const risk = tierOf(value, 'risk')?.customers ?? null;
  if (watch && risk) return say.watchAndRisk(counted(context, watch), counted(context, risk), money(context, ['watch', 'risk']));
  if (watch) return say.watchOnly(counted(context, watch), money(context, ['watch']), risk === 0);
  if (risk) return say.riskOnly(counted(context, risk), money(context, ['risk']));
  return watch === 0 && risk === 0 ? say.nobody : null;
}

function withheld(context: ChurnContext): string | null {
  const ids = TIERS.filter((id) => tierOf(context.value, id)?.customers === null);
  return ids.length > 0 ? context.terms.finding.withheld(ids) : null;
}

function attrition(context: ChurnContext): string {
  const { value, terms, format } = context;
  const say = terms.finding;
  if (value.attritionRate === null) return say.attritionUnknown(whyNoRate(context, value.attritionBase));
  const rate = format.rate(value.attritionRate);
  const interval = value.attritionInterval && format.rateInterval(value.attritionInterval);
  if (value.attritionBase < SMALL_BASE) return say.attritionOfFew(rate, interval, counted(context, value.attritionBase));
  return say.attrition(rate, interval, trendClaim(value.trend));
}

export function churnFinding(context: ChurnContext): string {
  const { value, terms } = context;
  if (value.base === 0) return terms.finding.noCustomer;
  const first = value.active === 0 ? terms.finding.allInactive(counted(context, value.base), windowText(context)) : silence(context);
  return [first, withheld(context), attrition(context)].filter((sentence) => sentence !== null).join(' ');
}
