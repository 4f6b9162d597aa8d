/** Figures that can be asked "why?". */
import type { Figure } from '../../base/widget.js';
import { figuresOf, type Ground } from '../../chart/figures.js';
import type { RfmSegment } from '../../core/kpi/rfm-types.js';
import type { FigureWords } from '../../locale/counted.js';
import type { RfmFigure } from '../../locale/rfm-terms.js';
import type { RfmContext } from './rfm-context.js';

/** Shown under the sentence: so many of the first ones. */
const PRIMARY = 4;

/** The mean recency, and the window that comes from it: from that of all data, whatever the filter narrows. */
function recencyText({ value, filter, terms, format, count }: RfmContext): string {
  const { meanRecencyDays, months, rule } = value.window;
  const narrowed = filter.channel ?? filter.country ?? filter.segment;
  const leads = rule === 'mean-recency' && months && !narrowed ? ` → ${count(months, terms.month, '\u00a0')}` : '';
  return format.days(meanRecencyDays && Math.round(meanRecencyDays)) + leads;
}

export function rfmFigures(context: RfmContext): Figure[] {
  const { value, params, terms, base, format, money, count } = context;
  const { customers, concentration, meanBasket, meanRevenue, meanOrderCount, window, inactive } = value;
  const revenue = terms.worth(money(value.revenue));
  const orders = count(value.orders, terms.order);
  const people = count(customers, terms.active);

  /** @param exact null where there is no figure. @param of number of customers that it is about. */
  const figure = (
    id: string,
    exact: number | null,
    text: string,
    numerator?: string,
    denominator?: string,
    words: FigureWords = terms.figure[id as RfmFigure],
    of: number | null = customers,
  ): [string, FigureWords, Ground] => {
    const why = !customers ? 'no-data' : of ? 'no-revenue' : of === null ? 'suppressed' : 'zero-denominator';
    const n = denominator ? customers : undefined;
    return [id, words, { value: text, numerator, denominator, n, reason: exact === null ? base.reasons[why] : undefined }];
  };
  const segment = (id: string, { id: who, customers: of, revenue: sum, revenueShare }: RfmSegment) => {
    const words = terms.segmentFigure(who, terms.plural(terms.who(terms.quality[who])), params.segments ?? 'quartile');
    const share = of ? revenueShare : null;
    return figure(id, share, format.rate(share), terms.worth(money(sum)), revenue, words, of);
  };
  const [label, definition, formula] = terms.figure['mean-recency'];
  const { topRevenueShare, gini } = concentration;
  // Its denominator counts nobody below 0: where somebody is, it is not the revenue.
  const below = value.segments.some(({ from }) => from! < 0);
  return figuresOf(
    [
      figure('active-customers', customers, format.count(customers)),
      segment('tbc-revenue-share', value.segments[0]),
      figure('mean-recency', window.meanRecencyDays, recencyText(context), undefined, undefined, [
        label,
        definition + terms.median(format.days(window.medianRecencyDays)),
        formula,
      ]),
      figure('top-20-revenue-share', topRevenueShare, format.rate(topRevenueShare), undefined, below ? undefined : revenue),
      figure('mean-basket', meanBasket, money(meanBasket), revenue, orders),
      figure('mean-revenue', meanRevenue, money(meanRevenue), revenue, people),
      figure('mean-order-count', meanOrderCount, format.decimal(meanOrderCount), orders, people),
      figure('gini', gini, format.decimal(gini, 3)),
      figure('inactive-customers', inactive, format.count(inactive)),
      ...value.segments.slice(1).map((each) => segment(`segment-${each.id}`, each)),
    ],
    PRIMARY,
  );
}
