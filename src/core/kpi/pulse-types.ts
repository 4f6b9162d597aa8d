/** Parameters and result of the KPI `pulse`. */
import type { Grain } from '../calendar/period.js';
import type { Reason } from './contract.js';
import type { MeasureId } from './pulse-measures.js';

export type { Grain, MeasureId };

/** Sets of KPIs that the library knows. */
export type PulseSet = 'sales' | 'customers' | 'site' | 'email' | 'search' | 'social';

/** Built-in KPIs. */
export type PulseKpiId =
  | ('sales' | 'sales-day' | 'sales-week' | 'sales-month' | 'sales-quarter' | 'sales-year' | 'growth' | 'net-revenue' | 'orders')
  | ('basket' | 'median-basket' | 'consumption' | 'frequency' | 'new-revenue-share' | 'newcomer-revenue-share')
  | ('prospects-per-sale' | 'prospects-per-buyer')
  | ('active-customers' | 'new-customers' | 'new-customer-rate' | 'repeat-rate' | 'repeat-revenue-share' | 'loyalty')
  | ('lost-customers' | 'attrition' | 'renewal')
  | ('visits' | 'visitors' | 'new-visit-rate' | 'page-views' | 'pages-per-visit' | 'bounce-rate' | 'engagement' | 'time-on-page')
  | ('load-time' | 'messages' | 'delivery-rate' | 'open-rate' | 'click-rate' | 'click-to-open-rate' | 'unsubscribe-rate')
  | ('complaint-rate' | 'search-impressions' | 'search-clicks' | 'search-click-rate' | 'search-position')
  | ('followers' | 'reach' | 'interactions' | 'interaction-rate' | 'social-clicks' | 'ad-impressions' | 'ad-click-rate' | 'ad-cost');

/**
 * `rate`: a part of a whole, 0…1, with its interval; `ratio`: any other quotient that is told in percent. `money`: major units.
 * `seconds`: a duration. `decimal`: a number with one decimal.
 */
export type PulseUnit = 'count' | 'money' | 'rate' | 'ratio' | 'decimal' | 'seconds';

/** One measure, or several with their weights: `{ messages: 1, bounced: -1 }`. */
export type MeasureSum = MeasureId | Readonly<Partial<Record<MeasureId, number>>>;

/** A KPI as plain data: scale x numerator / denominator. It can be cloned, so that one of the page's own reaches the worker. */
export interface PulseFormula {
  /** Small letters, digits and hyphens. */
  id: string;
  numerator: MeasureSum;
  /** Absent: the numerator itself is the figure. 0: there is no figure. */
  denominator?: MeasureSum;
  /** Factor of the result, not 0. Default 1. */
  scale?: number;
  /** Default: `count` without a denominator, else `decimal`. A `rate` outside 0…1 is none: null with reason `not-a-part`. */
  unit?: PulseUnit;
  /** Where it should go. Default `up`; `none`: neither is good. */
  better?: 'up' | 'down' | 'none';
  /** Its own period, whatever the request says. */
  grain?: Grain;
  /** Growth: what the formula gives is compared with the period before, and the relative change is the figure (V12). */
  growth?: boolean;
}

export interface PulseParams {
  /** Used where `kpis` names none. Default `sales`. */
  set: PulseSet;
  /** Ids of built-in KPIs, or formulas; shown in this order. 1 to 40, each id once. */
  kpis: readonly (string | PulseFormula)[];
  /** Default `month`. Weeks are ISO weeks. */
  grain: Grain;
  /** Default `previous-period`. */
  compare: 'previous-period' | 'previous-year' | 'none';
  /** What the figures are split by; null: nothing. */
  by: 'channel' | 'country' | 'segment' | 'stage' | null;
  /** Periods of the series, the present one included: 2 to 400; 0 (default): 31 days, 26 weeks, 13 months, 9 quarters or 5 years. */
  periods: number;
  /** Silence after which a customer is lost: `auto` (default, the rule of `rfm`), months (`3M`) or days (`90D`). */
  window: string;
  /** Month and day on which years begin (V2): `04-01`. Default `01-01`; not `02-29`. Weeks, months and quarters are those of the calendar. */
  fiscalStart: string;
}

/** First and last day, ISO. */
export interface PulseSpan {
  from: string;
  to: string;
}

/** The figure of some days. Null: a denominator of 0, withheld (minGroupSize), a table that is missing, or history too short. */
export interface PulseFigure {
  value: number | null;
  /** What the value stands on: weighted sums of measures; money in major units. */
  numerator: number | null;
  /** Null without a denominator too. */
  denominator: number | null;
  /** Wilson 95 %; of rates only. */
  interval: [number, number] | null;
}

export interface PulsePoint extends PulseFigure, PulseSpan {
  /** `2011-12-09`, `2011-W49`, `2011-12`, `2011-Q4`, `2011` (fiscal: `2011/12`); null: the period of the filter as a whole. */
  period: string | null;
  /** Not all of its days count: it is not over on the as-of day, or begins before the data or the period of the filter. */
  partial: boolean;
  /** What it is compared with: as many days of an earlier period as count here (a whole one with a whole one); null: nothing asked. */
  compared: PulseSpan | null;
  previous: number | null;
  /** value - previous. */
  difference: number | null;
  /** difference / previous; null where the previous value is not above 0. */
  change: number | null;
}

/** One part of a split. */
export interface PulsePart extends PulseFigure {
  /** Channel, country, segment or stage; null: without one, or beyond the six largest. */
  key: string | null;
  previous: number | null;
  difference: number | null;
  change: number | null;
  /** Difference / previous value of the whole: contributions add up to its change. Null for quotients and numbers of different people. */
  contribution: number | null;
  /** One value for each point of the series. */
  values: (number | null)[];
}

/** A measure of a formula in the present period: what leads from gross to net, from new and lost to renewal. */
export interface PulseTerm {
  measure: MeasureId;
  weight: number;
  /** Of the measure, before its weight; money in major units. */
  amount: number | null;
}

export interface PulseKpi {
  id: string;
  unit: PulseUnit;
  better: 'up' | 'down' | 'none';
  grain: Grain;
  scale: number;
  growth: boolean;
  /**
   * Why figures are missing (`missing-table`, `missing-column`, `not-enough-history`, `no-data`, `zero-denominator`, `not-a-part`,
   * `suppressed`), and what to know of them (`left-censored`, `guest-orders` of its days, `fewer-leads`).
   */
  reasons: Reason[];
  /** The period that holds the as-of day, up to that day; that of the filter where it has a first day and the KPI no grain of its own. */
  current: PulsePoint | null;
  /** Those of the numerator, and of the denominator. */
  terms: PulseTerm[];
  base: PulseTerm[];
  /** Oldest first, the last one up to the as-of day; none before the data begin. */
  series: PulsePoint[];
  /** Largest first, that without a key last; segments and stages in an order of their own. */
  parts: PulsePart[];
}

export interface PulseResult {
  grain: Grain;
  compare: PulseParams['compare'];
  by: PulseParams['by'];
  /** Silence after which a customer is lost, as `3M` or `90D`; null where no KPI asks for it, or nobody ordered. */
  lostAfter: string | null;
  /** Where years begin on another day than 1 January: that of the request. */
  fiscalStart?: string;
  kpis: PulseKpi[];
}
