/** Figures that can be asked "why?". */
import type { Figure } from '../../base/widget.js';
import type { RfmSegment } from '../../core/kpi/rfm-types.js';
import type { FigureTerms } from '../../locale/counted.js';
import { counted, money, type RfmContext } from './rfm-context.js';

const sized = (n: number | null): { n?: number } => (n === null ? {} : { n });

/** A mean or a share without a value says why. */
function because(context: RfmContext, value: number | null, reason: string | null = null): { reason?: string } {
  if (value !== null) return {};
  const { missing } = context.terms.figure;
  return { reason: reason ?? (context.value.customers === 0 ? missing.nobody : missing.revenue) };
}

/** A segment without anybody in it has no share to speak of. */
const shareIn = (segment: RfmSegment | undefined): number | null => (segment?.customers === 0 ? null : (segment?.revenueShare ?? null));

function whyNoShare(context: RfmContext, segment: RfmSegment | undefined): string | null {
  const { missing } = context.terms.figure;
  if (segment?.customers === null) return missing.withheld;
  return segment?.customers === 0 && context.value.customers > 0 ? missing.emptySegment : null;
}

function primaryFigures(context: RfmContext): Figure[] {
  const { value, terms, format } = context;
  const { figure } = terms;
  const top = value.segments.find((segment) => segment.id === 'TBC');
  const share = shareIn(top);
  const { topRevenueShare } = value.concentration;
  return [
    { id: 'active-customers', ...figure.customers, value: format.count(value.customers), primary: true },
    {
      id: 'tbc-revenue-share',
      ...figure.topShare,
      value: format.rate(share),
      ...(typeof top?.revenue === 'number' ? { numerator: figure.revenueOf(money(context, top.revenue)) } : {}),
      denominator: figure.revenueOf(money(context, value.revenue)),
      n: value.customers,
      ...because(context, share, whyNoShare(context, top)),
      primary: true,
    },
    recencyFigure(context),
    {
      id: 'top-20-revenue-share',
      ...figure.concentration,
      value: format.rate(topRevenueShare),
      denominator: figure.revenueOf(money(context, value.revenue)),
      n: value.customers,
      ...because(context, topRevenueShare),
      primary: true,
    },
  ];
}

function recencyFigure(context: RfmContext): Figure {
  const { value, terms, format } = context;
  const { figure } = terms;
  const { meanRecencyDays, medianRecencyDays, months, rule } = value.window;
  const days = format.days(meanRecencyDays === null ? null : Math.round(meanRecencyDays));
  const leadsToWindow = rule === 'mean-recency' && months !== null && meanRecencyDays !== null;
  return {
    id: 'mean-recency',
    ...figure.recency,
    definition: `${figure.recency.definition} ${figure.median(format.days(medianRecencyDays))}`,
    value: leadsToWindow ? figure.recencyAndWindow(days, figure.window(months)) : days,
    ...because(context, meanRecencyDays),
    primary: true,
  };
}

function meanFigures(context: RfmContext): Figure[] {
  const { value, terms, format } = context;
  const { figure } = terms;
  const revenue = figure.revenueOf(money(context, value.revenue));
  const orders = figure.ordersIn(counted(context, value.orders));
  const customers = figure.customersIn(counted(context, value.customers));
  const of = (
    id: string,
    words: FigureTerms,
    given: number | null,
    text: string,
    parts: { numerator?: string; denominator?: string },
  ): Figure => ({
    id,
    ...words,
    value: text,
    ...parts,
    ...because(context, given),
    primary: false,
  });
  const { gini } = value.concentration;
  return [
    of('mean-basket', figure.basket, value.meanBasket, money(context, value.meanBasket), { numerator: revenue, denominator: orders }),
    of('mean-revenue', figure.consumption, value.meanRevenue, money(context, value.meanRevenue), {
      numerator: revenue,
      denominator: customers,
    }),
    of('mean-order-count', figure.frequency, value.meanOrderCount, format.decimal(value.meanOrderCount, 2), {
      numerator: orders,
      denominator: customers,
    }),
    of('gini', figure.gini, gini, format.decimal(gini, 3), {}),
    of('inactive-customers', figure.inactive, value.inactive, format.count(value.inactive), {}),
  ];
}

function segmentFigure(context: RfmContext, segment: RfmSegment): Figure {
  const { value, terms, format, params } = context;
  const { figure } = terms;
  return {
    id: `segment-${segment.id}`,
    ...figure.segment(segment.id, params.segments ?? 'quartile'),
    value: format.rate(shareIn(segment)),
    ...(segment.revenue === null ? {} : { numerator: figure.revenueOf(money(context, segment.revenue)) }),
    denominator: figure.revenueOf(money(context, value.revenue)),
    ...sized(segment.customers),
    ...because(context, shareIn(segment), whyNoShare(context, segment)),
    primary: false,
  };
}

export function rfmFigures(context: RfmContext): Figure[] {
  return [...primaryFigures(context), ...meanFigures(context), ...context.value.segments.map((segment) => segmentFigure(context, segment))];
}
