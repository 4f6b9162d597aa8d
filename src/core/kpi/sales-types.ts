/** Parameters and result of the KPI `sales`. */
import type { Grain } from '../calendar/period.js';

export interface SalesParams {
  /** Default `month`. Weeks are ISO weeks. */
  grain: Grain;
}

/** null figures: no order at all, or withheld (minGroupSize). */
export interface SalesFigures {
  /** First and last day of the calendar period, ISO, whether all of its days count or not; null where there is none. */
  from: string | null;
  to: string | null;
  /** Not all of its days count: it ends after the as-of day, or begins before the period of the filter. Never compare it with a full one. */
  partial: boolean;
  /** Valid orders, those of guests included. */
  orders: number | null;
  /** Net, less refunds that match no order on their own day; major units. */
  revenue: number | null;
  /** Different customers with an order; guests are in no count of customers. */
  customers: number | null;
  /** Customers whose first order of all the data is one of these. */
  newCustomers: number | null;
  /** Pieces on the lines of these orders less those sent back, by the day of the order; null where the data have no order lines. */
  units: number | null;
}

export interface SalesPeriod extends SalesFigures {
  /** `2011-12-09`, `2011-W49`, `2011-12`, `2011-Q4`, `2011`. */
  period: string;
}

export interface SalesResult {
  grain: Grain;
  /** Every period from the first day of the data, or of the filter, to the as-of day; those without an order too. None without any order. */
  series: SalesPeriod[];
  /** Over the whole series; a customer of several periods counts once. */
  totals: SalesFigures;
}
