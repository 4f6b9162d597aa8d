/** The sets of the engine, whose values no picture may load: the tests keep both alike. */
import type { PulseKpiId, PulseSet } from '../../core/kpi/pulse-types.js';

const listed = (...ids: PulseKpiId[]): readonly string[] => ids;

export const PULSE_SETS: Readonly<Record<PulseSet, readonly string[]>> = {
  sales: listed(
    'sales-day',
    'sales-week',
    'sales-month',
    'sales-year',
    'growth',
    'net-revenue',
    'orders',
    'basket',
    'median-basket',
    'consumption',
    'frequency',
    'new-revenue-share',
  ),
  customers: listed(
    'active-customers',
    'new-customers',
    'new-customer-rate',
    'repeat-rate',
    'repeat-revenue-share',
    'loyalty',
    'lost-customers',
    'renewal',
    'prospects-per-sale',
  ),
  site: listed(
    'visits',
    'visitors',
    'new-visit-rate',
    'page-views',
    'pages-per-visit',
    'bounce-rate',
    'engagement',
    'time-on-page',
    'load-time',
  ),
  email: listed('messages', 'delivery-rate', 'open-rate', 'click-rate', 'click-to-open-rate', 'unsubscribe-rate', 'complaint-rate'),
  search: listed('search-impressions', 'search-clicks', 'search-click-rate', 'search-position'),
  social: listed('followers', 'reach', 'interactions', 'interaction-rate', 'social-clicks'),
};
