/** Parameters and result of the KPI `churn`. */
import type { RfmWindow } from './rfm-types.js';

export interface ChurnParams {
  /** As in `rfm`: `auto`, `3M`, `90D` (`all` makes no sense here and is refused). */
  window: string;
  mode: 'window';
  /** Customers returned per tier, worst first. Default 100. */
  limit: number;
  /** Months of attrition trend, ending at the as-of day. Default 12. */
  trendMonths: number;
  /** Return e-mail addresses of customers known by e-mail only, instead of a code made from them. Default false. */
  revealEmail: boolean;
}

export type TierId = 'watch' | 'risk' | 'inactive';

export interface ChurnTier {
  id: TierId;
  /** Silent for more than this many days (watch, risk), or for at least this many (inactive). */
  afterDays: number;
  /** The same limit as a civil day, ISO: last order before it (watch, risk), on or before it (inactive). */
  limitDay: string;
  customers: number | null;
  /** Revenue of those customers over the last 12 months, major units. */
  revenue: number | null;
}

export interface ChurnCustomer {
  id: string;
  tier: TierId;
  silentDays: number;
  /** ISO date. */
  lastOrder: string;
  /** All orders up to as-of. */
  orders: number;
  /** Over the last 12 months, and over all time. */
  revenue: number;
  revenueTotal: number;
}

/** L8 as it stood one or more months before the as-of day. */
export interface ChurnTrendPoint {
  month: string;
  asOf: string;
  attritionRate: number | null;
  /** Wilson 95 %; null where the rate is. Two months differ only where their intervals do not overlap. */
  attritionInterval: [number, number] | null;
  /** 0 where the rate is null; `base` too where history lacks. */
  lost: number;
  base: number;
}

export interface ChurnResult {
  window: RfmWindow;
  /** Customers with at least one order up to as-of. */
  base: number;
  /** With an order in the window; null where it would tell of a few inactive ones. */
  active: number | null;
  /** L8: lost / attritionBase. */
  attritionRate: number | null;
  attritionInterval: [number, number] | null;
  /** Customers active in the window before this one: the denominator; 0 when history lacks. */
  attritionBase: number;
  /** Of those, without an order in this window: the numerator; 0 where the rate is null. */
  attritionLost: number;
  /** The stock version: customers without order in the window / base. */
  inactiveShare: number | null;
  tiers: ChurnTier[];
  /** At most `limit` of each tier; by revenue desc, revenueTotal desc, lastOrder asc, id asc. */
  customers: ChurnCustomer[];
  /** Oldest first; `month` is the ISO year-month of the as-of moved back. null rate: not enough history. */
  trend: ChurnTrendPoint[];
}
