/** Parameters and result of the KPI `purchase-timing`. */

export interface PurchaseTimingParams {
  /**
   * What the curves are split by: RFM segment or stage of life of the customer as of the as-of day; channel or country of where the waiting
   * began (registration: the customer's; purchase: the order's).
   */
  by: 'none' | 'segment' | 'stage' | 'channel' | 'country';
  /** Days at which probabilities are read: ascending, 1 to 8 of them, 1…3650. Default 7, 30, 60. */
  marks: number[];
  /** Last day of points and hazard. Default 365. Medians and days of 80 % may lie later. */
  horizonDays: number;
  /** Length of the programme whose reach is measured; null (default): 7 days after registration, 30 after the first purchase, 60 later. */
  programmeDays: number | null;
  /** Purchases within so many days count as answers to a programme; null (default): 30 after registration, 90 after purchases. */
  conversionDays: number | null;
  /** A cadence of so many days or less is that of premium customers. Default 60. */
  cadenceDays: number;
}

/** Registration -> first purchase, first -> second, any later one -> next. */
export type PurchaseId = 'first' | 'second' | 'next';

/** Probability of having bought by the end of that day; nulls where withheld (minGroupSize), or nobody was seen for so long. */
export interface TimingMark {
  days: number;
  probability: number | null;
  lower: number | null;
  upper: number | null;
}

/** From that day on, until the next point. */
export interface TimingPoint {
  days: number;
  /** Share who have not bought yet; log-log limits of 95 %, null once it is 0. */
  survival: number;
  lower: number | null;
  upper: number | null;
  /** Seen waiting for at least so long. */
  atRisk: number;
  /** Bought on that day; still waiting as of the as-of day, since that many days. */
  events: number;
  censored: number;
}

/** Days `from` to `to`, both included. */
export interface TimingHazard {
  from: number;
  to: number;
  /** Purchases; null where withheld. */
  events: number | null;
  /** Purchases per day and person waiting: events / days waited. null where withheld, or nobody waits so long. */
  rate: number | null;
}

/** C10: where a programme should reach. */
export interface TimingWindow {
  /** First and last day: by the last one, 80 % of those who buy within `conversionDays` have bought. */
  from: number;
  to: number;
  conversionDays: number;
  /** Probability of buying within `conversionDays`, and within the window. */
  conversion: number;
  probability: number;
  /** Share of the purchases within `conversionDays` that fall within the first `programmeDays`. */
  programmeDays: number;
  programmeShare: number;
}

/** Figures of one kind of waiting; money is in none. */
export interface TimingFigures {
  /** People who waited, and how often they did; null where withheld. */
  customers: number | null;
  spells: number | null;
  /** Waits that ended with a purchase; the others are still going on. */
  events: number | null;
  /** Days by which half, and 80 %, have bought; null where that was never seen. */
  medianDays: number | null;
  medianInterval: [lower: number | null, upper: number | null];
  day80: number | null;
  marks: TimingMark[];
}

/** Mean days of waiting within so many: who has not bought by then has waited for all of them. Limits of 95 %. */
export interface TimingMean {
  days: number;
  mean: number;
  lower: number;
  upper: number;
}

export interface TimingCurve extends TimingFigures {
  id: PurchaseId;
  /** Everybody; one of the groups; all others together, with those of no group. */
  part: 'all' | 'group' | 'rest';
  /** Name of the group; null for the others. */
  group: string | null;
  /** null when nobody buys within `conversionDays`, or where withheld. */
  window: TimingWindow | null;
  /** Restricted mean of `conversionDays`; null when nobody was seen for so long, or where withheld. */
  meanWait: TimingMean | null;
  /** Up to `horizonDays`; after the last one nothing is told where something is withheld. */
  points: TimingPoint[];
  /** By week; by day when the horizon is 70 days or less. Up to the last day on which somebody waits. */
  hazard: TimingHazard[];
  /**
   * The span of highest hazard while a tenth of them still wait, the first of equal ones; null unless it stands 3 standard errors
   * (rate / root of events) above the average up to the last span: of fifty spans some one is always a little higher.
   */
  peak: TimingHazard | null;
}

/** L12: how many of those with `purchase` purchases buy again. */
export interface TimingStep extends TimingFigures {
  purchase: number;
  /** events / customers, which the youngest customers lower; Wilson 95 %. The marks are free of that. */
  rate: number | null;
  interval: [number, number] | null;
}

/** Whether the groups differ: log-rank test of all groups of a curve; none where one of them is withheld. */
export interface TimingTest {
  id: PurchaseId;
  chiSquared: number;
  df: number;
  pValue: number;
}

/** Days `from` to `to`, both included; `to` is null for a last class that holds all longer ones. */
export interface IntervalClass {
  from: number;
  to: number | null;
  count: number | null;
  share: number | null;
}

/** L22. Only intervals that have ended: long ones are still open. The curves take them into account. */
export interface IntervalView {
  /** Intervals, or customers; null where withheld. */
  count: number | null;
  medianDays: number | null;
  classes: IntervalClass[];
}

export interface TimingIntervals {
  /** Every interval alike: frequent buyers weigh most. */
  pooled: IntervalView;
  /** Every customer alike: the median of his intervals. */
  perCustomer: IntervalView;
  /** Customers whose interval after their last purchase is open; null where withheld. */
  open: number | null;
  /** Wheat-Morrison k: 1 at random, above regular, below in bursts. Customers with three purchase days at least; null when it cannot be said. */
  regularity: { customers: number | null; k: number | null };
  /** L23: of those with three purchase days at least, who buys every `days` or faster, by the median of his intervals. */
  cadence: {
    days: number;
    customers: number | null;
    within: number | null;
    share: number | null;
    interval: [number, number] | null;
    /** Median interval of those within. */
    medianDays: number | null;
  };
}

export interface PurchaseTimingResult {
  /** First and last day of what counts: of the period of the filter, or of the data, up to the as-of day; null when nothing is dated. */
  dates: { from: string | null; to: string | null };
  /** So many purchases at least lie between two days that are told: 1, or what is asked for small groups. */
  leastPurchases: number;
  by: PurchaseTimingParams['by'];
  /** By kind; everybody first, then groups: segments and stages by value, others by size, the rest last. Only those in which somebody waits. */
  curves: TimingCurve[];
  tests: TimingTest[];
  /** From one purchase to two, …, from five to six. */
  steps: TimingStep[];
  intervals: TimingIntervals;
}
