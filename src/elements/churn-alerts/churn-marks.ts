/** What a person can reach in the picture: the tiers, which can be picked, and the months, which can be read. */
import { counted, tierOf, whyNoMonth, whyNoTier, TIERS, type ChurnContext } from './churn-context.js';
import { NO_FIGURE } from './churn-picture.js';
import type { ChurnTrendPoint, TierId } from '../../core/kpi/churn-types.js';
import type { Mark } from '../../base/widget.js';

export const tierMark = (id: TierId): string => `tier-${id}`;
export const monthMark = (month: string): string => `month-${month}`;

/** Where marks stand, for the arrow keys. */
export interface MarkPlan {
  readonly stacked: boolean;
  readonly beside: boolean;
}

/** Share of the figures that a tier leads to. */
const FIGURE: Readonly<Record<TierId, string>> = { watch: 'watch', risk: 'at-risk', inactive: 'inactive-share' };

function markOfTier(context: ChurnContext, id: TierId, index: number, plan: MarkPlan): Mark {
  const { terms, format, currency, value } = context;
  const tier = tierOf(value, id);
  const customers = tier?.customers ?? null;
  const revenue = tier?.revenue ?? null;
  const money = revenue === null ? null : format.money(revenue, currency);
  const rule = tier ? terms.chart.silence(id, counted(context, tier.afterDays))[0] : NO_FIGURE;
  const count = customers === null ? whyNoTier(context) : terms.customers(counted(context, customers));
  return {
    id: tierMark(id),
    label: terms.mark.tier(terms.tier[id], rule, count, money),
    lines: [terms.tier[id], rule, count, ...(money === null ? [] : [terms.chart.overYear(money)])],
    selection: { dimension: 'tier', values: [id], customers },
    row: plan.stacked ? index : 0,
    column: plan.stacked ? 0 : index,
    figure: FIGURE[id],
  };
}

function markOfMonth(context: ChurnContext, point: ChurnTrendPoint, index: number, plan: MarkPlan): Mark {
  const { terms, format } = context;
  const month = format.month(point.month);
  const place = plan.beside ? { row: 0, column: TIERS.length + index } : { row: plan.stacked ? TIERS.length : 1, column: index };
  const base = { id: monthMark(point.month), selection: null, ...place, figure: 'attrition' };
  if (point.attritionRate === null) {
    const why = whyNoMonth(context, index);
    return { ...base, label: terms.mark.monthUnknown(month, why), lines: [month, NO_FIGURE, why] };
  }
  const rate = format.rate(point.attritionRate);
  const interval = point.attritionInterval ? format.rateInterval(point.attritionInterval) : null;
  const [lost, of] = [counted(context, point.lost), counted(context, point.base)];
  return {
    ...base,
    label: terms.mark.month(month, rate, interval, lost, of),
    lines: [month, rate, ...(interval ? [terms.mark.interval(interval)] : []), terms.mark.lostOf(lost, of)],
  };
}

/** Tiers first, then months from the oldest; no months where none has a rate. */
export function churnMarks(context: ChurnContext, plan: MarkPlan): Mark[] {
  const { trend } = context.value;
  const months = trend.some((point) => point.attritionRate !== null) ? trend : [];
  return [...TIERS.map((id, i) => markOfTier(context, id, i, plan)), ...months.map((point, i) => markOfMonth(context, point, i, plan))];
}
