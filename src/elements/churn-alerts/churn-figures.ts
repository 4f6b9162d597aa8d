/** The figures that can be asked "why?". The first four stand under the sentence. */
import { counted, tierOf, whyNoRateShort, whyNoTier, type ChurnContext } from './churn-context.js';
import { NO_FIGURE } from './churn-picture.js';
import type { Figure } from '../../base/widget.js';
import type { TierId } from '../../core/kpi/churn-types.js';

function attrition(context: ChurnContext): Figure {
  const { value, terms, format } = context;
  const known = value.attritionRate !== null;
  return {
    id: 'attrition',
    ...terms.figure.attrition,
    value: known ? format.rate(value.attritionRate) : NO_FIGURE,
    primary: true,
    ...(known
      ? {
          numerator: terms.figure.lost(counted(context, value.attritionLost)),
          denominator: terms.figure.activeBefore(counted(context, value.attritionBase)),
          n: value.attritionBase,
        }
      : { reason: whyNoRateShort(context, value.attritionBase) }),
    ...(value.attritionInterval ? { interval: format.rateInterval(value.attritionInterval) } : {}),
  };
}

/** A number of customers of a tier, or why it is not said. */
function tierCount(context: ChurnContext, id: TierId): Pick<Figure, 'value' | 'reason'> {
  const customers = tierOf(context.value, id)?.customers ?? null;
  return customers === null ? { value: NO_FIGURE, reason: whyNoTier(context) } : { value: context.format.count(customers) };
}

function revenueAtRisk(context: ChurnContext): Pick<Figure, 'value' | 'reason'> {
  const revenue = tierOf(context.value, 'risk')?.revenue ?? null;
  return revenue === null ? { value: NO_FIGURE, reason: whyNoTier(context) } : { value: context.format.money(revenue, context.currency) };
}

function inactiveShare(context: ChurnContext): Figure {
  const { value, terms, format } = context;
  const inactive = tierOf(value, 'inactive')?.customers ?? null;
  return {
    id: 'inactive-share',
    ...terms.figure.inactiveShare,
    value: value.inactiveShare === null ? NO_FIGURE : format.rate(value.inactiveShare),
    primary: false,
    denominator: terms.figure.base(counted(context, value.base)),
    n: value.base,
    ...(inactive === null ? {} : { numerator: terms.figure.inactive(counted(context, inactive)) }),
    ...(value.inactiveShare === null ? { reason: whyNoTier(context) } : {}),
  };
}

export function churnFigures(context: ChurnContext): Figure[] {
  const { value, terms, format } = context;
  return [
    attrition(context),
    { id: 'at-risk', ...terms.figure.atRisk, ...tierCount(context, 'risk'), primary: true },
    { id: 'revenue-at-risk', ...terms.figure.revenueAtRisk, ...revenueAtRisk(context), primary: true },
    { id: 'active', ...terms.figure.active, value: format.count(value.active), primary: true },
    { id: 'watch', ...terms.figure.watch, ...tierCount(context, 'watch'), primary: false },
    inactiveShare(context),
  ];
}
