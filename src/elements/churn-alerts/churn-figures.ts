/** The figures that can be asked "why?". The first four stand under the sentence. */
import { whyNoRateNow, type ChurnContext } from './churn-context.js';
import type { Figure } from '../../base/widget.js';
import type { ChurnTerms } from '../../locale/churn-terms.js';

const PRIMARY = 4;

export function churnFigures(context: ChurnContext): Figure[] {
  const { value, currency, terms, format } = context;
  const { tiers, attritionRate, attritionBase, attritionLost, attritionInterval, base, inactiveShare } = value;
  const [watch, risk, inactive] = tiers;
  const share = (part: number | null, n: number, more = {}): Partial<Figure> =>
    part === null ? {} : { numerator: terms.customers(part), denominator: terms.customers(n), n, ...more };
  const attrition =
    attritionRate === null
      ? { reason: whyNoRateNow(context) }
      : share(attritionLost, attritionBase, { interval: format.rateInterval(attritionInterval) });
  const figures: [id: keyof ChurnTerms['figures'], known: number | null, text: string, more?: Partial<Figure>][] = [
    ['attrition', attritionRate, format.rate(attritionRate), attrition],
    ['at-risk', risk.customers, format.count(risk.customers)],
    ['revenue-at-risk', risk.revenue, format.money(risk.revenue, currency)],
    ['active', value.active, format.count(value.active)],
    ['watch', watch.customers, format.count(watch.customers)],
    ['inactive-share', inactiveShare, format.rate(inactiveShare), share(inactive.customers, base)],
  ];
  return figures.map(([id, known, text, more], index) => {
    const [label, definition, formula] = terms.figures[id];
    const missing = known === null && { reason: terms.withheld };
    return { id, label, value: text, definition, formula, primary: index < PRIMARY, ...missing, ...more };
  });
}
