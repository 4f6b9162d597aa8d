/** Figures that can be asked "why?". */
import type { Figure } from '../../base/widget.js';
import type { RfmSegment } from '../../core/kpi/rfm-types.js';
import type { RfmFigure } from '../../locale/rfm-terms.js';
import type { RfmContext } from './rfm-context.js';

/** Shown under the sentence: so many of the first ones. */
const PRIMARY = 4;

export function rfmFigures({ value, params, terms, base, format, money, count }: RfmContext): Figure[] {
  const { customers, concentration, meanBasket, meanRevenue, meanOrderCount, window } = value;
  const revenue = terms.worth(money(value.revenue));
  const orders = count(value.orders, terms.order);
  const people = count(customers, terms.active);

  /** @param exact null where there is no figure. @param n number of customers that it is about. */
  const figure = (
    id: string,
    exact: number | null,
    text: string,
    numerator?: string,
    denominator?: string,
    [label, definition, formula] = terms.figure[id as RfmFigure],
    n: number | null = customers,
  ): Figure => ({
    id,
    label,
    value: text,
    definition,
    formula,
    numerator,
    denominator,
    n: denominator ? customers : undefined,
    reason:
      exact === null ? base.reasons[!customers ? 'no-data' : n ? 'no-revenue' : n === null ? 'suppressed' : 'zero-denominator'] : undefined,
    primary: false,
  });
  const segment = (id: string, { id: who, customers: n, revenue: sum, revenueShare }: RfmSegment): Figure => {
    const says = terms.segmentFigure(who, terms.plural(terms.who(terms.quality[who])), params.segments ?? 'quartile');
    const share = n ? revenueShare : null;
    return figure(id, share, format.rate(share), terms.worth(money(sum)), revenue, says, n);
  };
  const { meanRecencyDays, months } = window;
  const leads = window.rule === 'mean-recency' && months ? ` → ${count(months, terms.month, '\u00a0')}` : '';
  const recency = figure('mean-recency', meanRecencyDays, format.days(meanRecencyDays && Math.round(meanRecencyDays)) + leads);
  return [
    figure('active-customers', customers, format.count(customers)),
    segment('tbc-revenue-share', value.segments[0]),
    { ...recency, definition: recency.definition + terms.median(format.days(window.medianRecencyDays)) },
    figure('top-20-revenue-share', concentration.topRevenueShare, format.rate(concentration.topRevenueShare), undefined, revenue),
    figure('mean-basket', meanBasket, money(meanBasket), revenue, orders),
    figure('mean-revenue', meanRevenue, money(meanRevenue), revenue, people),
    figure('mean-order-count', meanOrderCount, format.decimal(meanOrderCount), orders, people),
    figure('gini', concentration.gini, format.decimal(concentration.gini, 3)),
    figure('inactive-customers', value.inactive, format.count(value.inactive)),
    ...value.segments.map((each) => segment(`segment-${each.id}`, each)),
  ].map((each, index) => ({ ...each, primary: index < PRIMARY }));
}
