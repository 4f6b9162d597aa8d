/** What the picture says: the texts and numbers of a result, before they have a place. */
import { counted, tierOf, whyNoRateShort, TIERS, type ChurnContext } from './churn-context.js';
import type { ChurnPicture } from './churn-alerts-layout.js';
import type { TierText } from './tiers-layout.js';
import type { TrendText } from './trend-layout.js';
import type { TierId } from '../../core/kpi/churn-types.js';

export const NO_FIGURE = '—';

function tierText(context: ChurnContext, id: TierId): TierText {
  const { terms, format, currency, value } = context;
  const tier = tierOf(value, id);
  const customers = tier?.customers ?? null;
  const revenue = tier?.revenue ?? null;
  const money = revenue === null ? null : format.moneyCompact(revenue, currency);
  return {
    id,
    name: terms.tier[id],
    rules: tier ? terms.chart.silence(id, counted(context, tier.afterDays)) : [],
    counts:
      customers === null
        ? [NO_FIGURE]
        : [terms.customers(counted(context, customers)), format.count(customers), format.countCompact(customers)],
    moneys: money === null ? [NO_FIGURE] : [terms.chart.overYear(money), money],
    customers,
    revenue,
  };
}

function trendText(context: ChurnContext): TrendText {
  const { terms, format, value } = context;
  const { attritionInterval: interval, attritionLost, attritionBase } = value;
  const lastRate = value.trend.reduce<number | null>((last, point) => point.attritionRate ?? last, null);
  return {
    title: terms.chart.attrition,
    grounds: interval
      ? terms.chart.ground(format.rateInterval(interval), counted(context, attritionLost), counted(context, attritionBase))
      : [],
    points: value.trend.map((point) => ({
      month: format.month(point.month),
      rate: point.attritionRate,
      interval: point.attritionInterval ?? null,
    })),
    lastRate: format.rate(lastRate),
    empty: whyNoRateShort(context, attritionBase),
    tick: (rate, unit) => (unit ? terms.percent(format.decimal(rate * 100, 1)) : format.decimal(rate * 100, 1)),
  };
}

export function churnPicture(context: ChurnContext): ChurnPicture {
  return { tiers: TIERS.map((id) => tierText(context, id)), trend: trendText(context) };
}
