/** Parameters and result of the KPI `retention`. */
import type { Newcomers } from './newcomers-types.js';

/**
 * What stands in the cells: `retention` the rate; `revenue`, `margin` what a member has brought so far; `basket` revenue / orders of the
 * period; `tbc` share of very good customers.
 */
export type RetentionMetric = 'retention' | 'revenue' | 'margin' | 'basket' | 'tbc';

export interface RetentionParams {
  /** What makes a cohort: the period of a customer's first order, or the channel, country or main product of that order. */
  key: 'first-order' | 'channel' | 'country' | 'first-product';
  grain: 'month' | 'week' | 'quarter';
  /** `classic`: ordered in the period; `rolling`: in it or later. */
  mode: 'classic' | 'rolling';
  /** Cells of a cohort at most, the first period included. Default 60. */
  periods: number;
  /** Asks for `triangle`, cells with a `value`, and cohorts with `acquisition`. Default: none of these. */
  metric?: RetentionMetric;
  /** Newcomers: first order so many months back at most, 1 to 12. Default 6, with `metric` only. */
  newMonths?: number;
}

/** One period of a cohort; figures are null where withheld (minGroupSize). */
export interface RetentionCell {
  /**
   * Without `metric` only. Calendar period (`2011-03`, `2011-W10`, `2011-Q1`); null for cohorts by channel, country or product, whose
   * members begin at different times.
   */
  period?: string | null;
  /** Members who ordered in the period (`rolling`: in it or later). */
  customers: number | null;
  /** Members whose period is over by the as-of day: all of a cohort by first order. */
  base: number | null;
  /** L11: customers / base; Wilson 95 %. Without `metric` only. */
  rate?: number | null;
  interval?: [number, number] | null;
  /** In the period itself, in both modes; money in major units, less refunds that match no order. */
  orders: number | null;
  revenue: number | null;
  /** With `metric`: its figure, of what stands above; null where there is none. */
  value?: number | null;
  /** Of a share of customers (`retention`, `tbc`): Wilson 95 %. */
  valueInterval?: [number, number] | null;
  /** With `margin`: that of the period, major units; with `tbc`: very good customers. */
  part?: number | null;
}

/** What it cost to win some customers (A7), and when they had brought it back (A18). */
export interface Acquisition {
  /** Spent on acquisition, major units; null where spending is not known for them. */
  cost: number | null;
  /** Customers won in the periods in which spending is known. */
  customers: number | null;
  /** cost / customers; null without either. */
  cac: number | null;
  /** Periods until what a customer has brought reaches the cost: 1 is that of the first order; null: not yet, or not known. */
  payback: number | null;
  /** Periods in which that could be seen. */
  observed: number;
}

export interface RetentionCohort {
  /** Calendar period, channel, country or product; null: without one, or beyond the 20 largest. */
  cohort: string | null;
  /** Members; null when withheld. */
  size: number | null;
  /** From the first period to that of the as-of day, or `periods` of them; null: not over yet for any member (G11). */
  cells: (RetentionCell | null)[];
  acquisition?: Acquisition;
}

/** A rate of some cohorts together. */
export interface PooledRate {
  cohorts: number;
  customers: number;
  base: number;
  rate: number;
  interval: [number, number];
}

/** What a metric adds to the cohorts. */
export interface RetentionTriangle {
  metric: RetentionMetric;
  /** Line of average: the metric over all cohorts, by cell; null where there is none, or withheld. */
  line: (number | null)[];
  /** What it stands on, as in the cells: customers, or money of the period; and members, or orders. */
  linePart: (number | null)[];
  lineWhole: (number | null)[];
  /** By cell, with a share of customers: Wilson 95 % of the average. */
  lineInterval: ([number, number] | null)[];
  /** The first cohort begins with the data: some of its customers may have bought before. */
  leftCensored: boolean;
  /** Share of the revenue of the cohorts' orders whose costs are known; null without costs. Margins need 0.95 of it. */
  costCoverage: number | null;
  /** Cohorts by first order, shares of customers in cell 1: the three latest observed, the three before; null where too few are known. */
  comparison: { recent: PooledRate; earlier: PooledRate; verdict: 'higher' | 'lower' | 'unclear' } | null;
  /** All cohorts together; null without the table `ad_spend`. */
  acquisition: Acquisition | null;
  /** Spent on acquisition before the period of the first order, major units: in no cost, for nobody was won then. */
  spentBefore: number;
  /** By which figure the cost comes back: by margin where costs are known for 95 % of the revenue, else by revenue. */
  paybackBy: 'margin' | 'revenue';
  newcomers: Newcomers;
}

export interface RetentionResult {
  key: RetentionParams['key'];
  grain: RetentionParams['grain'];
  mode: RetentionParams['mode'];
  /** First day of first orders that count, and the as-of day, ISO; null without members. */
  window: { from: string | null; to: string | null };
  /** With a member at least. First order: oldest first; else largest first, then by name, that without a name last. */
  cohorts: RetentionCohort[];
  /** By cell: customers / base over all cells, withheld ones too; null where there is none, or where it would tell of a few. */
  average: (number | null)[];
  /** With `metric` only. */
  triangle?: RetentionTriangle;
}
