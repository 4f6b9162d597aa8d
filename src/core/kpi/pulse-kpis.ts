/** Built-in KPIs as formulas over measures. V…, A…, L…, S…: ids of the project's KPI dictionary. */
import type { Grain } from '../calendar/period.js';
import type { MeasureSum, PulseFormula, PulseKpiId, PulseUnit } from './pulse-types.js';

type More = Omit<PulseFormula, 'id' | 'numerator' | 'denominator' | 'unit'>;

function kpi(id: PulseKpiId, unit: PulseUnit, numerator: MeasureSum, denominator?: MeasureSum, more?: More): PulseFormula {
  return { id, numerator, denominator, unit, ...more };
}

const net = { 'order-revenue': 1, 'lone-refunds': -1 } as const;
const identified = { 'identified-order-revenue': 1, 'identified-lone-refunds': -1 } as const;
const delivered = { messages: 1, bounced: -1 } as const;
const down = { better: 'down' } as const;

/** The same figure at four grains (V1, V2). */
const salesBy = (grain: Grain): PulseFormula => kpi(`sales-${grain}`, 'money', net, undefined, { grain });

const KPIS: readonly PulseFormula[] = [
  ...(['day', 'week', 'month', 'quarter', 'year'] as const).map(salesBy),
  kpi('sales', 'money', net),
  // V3: what goods were offered for, with what came on top, less all that is no revenue, as far as it is known.
  kpi('net-revenue', 'money', { undeducted: 1, discounts: -1, tax: -1, shipping: -1, refunds: -1, 'lone-refunds': -1 }),
  kpi('orders', 'count', 'orders'),
  kpi('basket', 'money', net, 'orders'),
  kpi('median-basket', 'money', 'median-order'),
  kpi('consumption', 'money', identified, 'customers'),
  kpi('frequency', 'decimal', 'identified-orders', 'customers'),
  kpi('growth', 'ratio', net, undefined, { growth: true }),
  kpi('new-revenue-share', 'ratio', 'first-order-revenue', identified, { better: 'none' }),
  kpi('newcomer-revenue-share', 'ratio', 'newcomer-revenue', identified, { better: 'none' }),
  kpi('prospects-per-sale', 'decimal', 'leads', 'new-customers', down),
  kpi('prospects-per-buyer', 'decimal', 'leads', 'buying-leads', down),

  kpi('active-customers', 'count', 'customers'),
  kpi('new-customers', 'count', 'new-customers'),
  kpi('new-customer-rate', 'rate', 'new-customers', 'customers', { better: 'none' }),
  kpi('repeat-rate', 'rate', { customers: 1, 'new-customers': -1 }, 'customers'),
  kpi('repeat-revenue-share', 'ratio', { ...identified, 'first-order-revenue': -1 }, identified),
  kpi('loyalty', 'rate', 'loyal-customers', 'year-customers'),
  kpi('lost-customers', 'count', 'lost-customers', undefined, down),
  kpi('attrition', 'rate', 'lost-customers', 'active-before', down),
  kpi('renewal', 'ratio', { 'new-customers': 1, 'lost-customers': -1 }, 'active-before'),

  kpi('visits', 'count', 'visits'),
  kpi('visitors', 'count', 'visitors'),
  kpi('new-visit-rate', 'rate', 'new-visits', 'known-visits', { better: 'none' }),
  kpi('page-views', 'count', 'page-views'),
  kpi('pages-per-visit', 'decimal', 'page-views', 'paged-visits'),
  kpi('bounce-rate', 'rate', 'bounces', 'paged-visits', down),
  kpi('engagement', 'rate', 'engaged-visits', 'rated-visits'),
  kpi('time-on-page', 'seconds', 'page-seconds', 'timed-pages'),
  kpi('load-time', 'seconds', 'load-time', undefined, down),

  kpi('messages', 'count', delivered, undefined, { better: 'none' }),
  kpi('delivery-rate', 'rate', delivered, 'messages'),
  kpi('open-rate', 'rate', 'opened', delivered),
  kpi('click-rate', 'rate', 'clicked', delivered),
  kpi('click-to-open-rate', 'rate', 'clicked', 'answered'),
  kpi('unsubscribe-rate', 'rate', 'unsubscribed', delivered, down),
  kpi('complaint-rate', 'rate', 'complained', delivered, down),

  kpi('search-impressions', 'count', 'search-impressions'),
  kpi('search-clicks', 'count', 'search-clicks'),
  kpi('search-click-rate', 'rate', 'search-clicks', 'search-impressions'),
  kpi('search-position', 'decimal', 'search-position', 'placed-impressions', down),

  kpi('followers', 'count', 'followers'),
  kpi('reach', 'count', 'reach'),
  kpi('interactions', 'count', 'interactions'),
  kpi('interaction-rate', 'ratio', 'engagements', 'audience'),
  kpi('social-clicks', 'count', 'social-clicks'),

  kpi('ad-impressions', 'count', 'ad-impressions'),
  kpi('ad-click-rate', 'rate', 'ad-clicks', 'ad-impressions'),
  kpi('ad-cost', 'money', 'ad-cost', undefined, { better: 'none' }),
];

export const PULSE_KPIS: Readonly<Record<string, PulseFormula>> = Object.fromEntries(KPIS.map((each) => [each.id, each]));
