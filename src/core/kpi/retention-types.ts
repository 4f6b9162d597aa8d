/** Parameters and result of the KPI `retention`. */

export interface RetentionParams {
  /** What makes a cohort: the period of a customer's first order, or the channel or country of that order. */
  key: 'first-order' | 'channel' | 'country';
  grain: 'month' | 'week' | 'quarter';
  /** `classic`: ordered in the period; `rolling`: in it or later. */
  mode: 'classic' | 'rolling';
  /** Cells of a cohort at most, the first period included. Default 60. */
  periods: number;
}

/** One period of a cohort; figures are null where withheld (minGroupSize). */
export interface RetentionCell {
  /** Calendar period (`2011-03`, `2011-W10`, `2011-Q1`); null for cohorts by channel or country, whose members begin at different times. */
  period: string | null;
  /** Members who ordered in the period (`rolling`: in it or later). */
  customers: number | null;
  /** Members whose period is over by the as-of day: all of a cohort by first order. */
  base: number | null;
  /** L11: customers / base; Wilson 95 %. */
  rate: number | null;
  interval: [number, number] | null;
  /** In the period itself, in both modes; money in major units, less refunds that match no order. */
  orders: number | null;
  revenue: number | null;
}

export interface RetentionCohort {
  /** Calendar period, channel or country; null: without one, or beyond the 20 largest. */
  cohort: string | null;
  /** Members; null when withheld. */
  size: number | null;
  /** From the first period to that of the as-of day, or `periods` of them; null: not over yet for any member (G11). */
  cells: (RetentionCell | null)[];
}

export interface RetentionResult {
  key: RetentionParams['key'];
  grain: RetentionParams['grain'];
  mode: RetentionParams['mode'];
  /** With a member at least. First order: oldest first; else largest first, then by name, that without a name last. */
  cohorts: RetentionCohort[];
  /** By cell: customers / base over all cells shown; null where there is none. */
  average: (number | null)[];
}
