/** The figures that can be asked "why?". The first four stand under the sentence. */
import { whyNoRateNow, type ChurnContext } from './churn-context.js';
import type { Figure } from '../../base/widget.js';
import { figuresOf } from '../../chart/figures.js';
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
  type Print = (value: number | null, currency: string | null) => string;
  const rows: [id: keyof ChurnTerms['figures'], known: number | null, print: Print, more?: Partial<Figure>][] = [
    ['attrition', attritionRate, format.rate, attrition],
    ['at-risk', risk.customers, format.count],
    ['revenue-at-risk', risk.revenue, format.money],
    ['active', value.active, format.count],
    ['watch', watch.customers, format.count],
    ['inactive-share', inactiveShare, format.rate, share(inactive.customers, base)],
  ];
  return figuresOf(
    rows.map(([id, known, print, more]) => {
      const missing = known === null && { reason: terms.withheld };
      return [id, terms.figures[id], { value: print(known, currency), ...missing, ...more }];
    }),
    PRIMARY,
  );
}
