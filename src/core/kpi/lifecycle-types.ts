/** Parameters and result of the KPI `lifecycle`. */

/** In the order in which customers mostly pass them. `defecting` exists only where the rules have it. */
export type StageId = 'prospect' | 'new' | 'loyal' | 'premium' | 'defecting' | 'inactive';

/** Rate that a passage should reach: share of the customers of a stage, 0…1, who are in another one at the later date. */
export interface LifecycleTarget {
  from: StageId;
  to: StageId;
  rate: number;
}

export interface LifecycleParams {
  /** `vigie`: one window for all, and a premium stage; `emarsys`: active to 90 days, defecting to 365, no premium stage. */
  preset: 'vigie' | 'emarsys';
  /**
   * The earlier date: an ISO date, or how far before the as-of day (`3M`, `90D`). Default, also in place of a date that is not before that
   * day: the day before the filter's period, else `3M`.
   */
  from: string;
  /** Who ordered in it is active: `auto` (as in `rfm`), `3M`, `90D`. */
  window: string;
  /** Who ordered in this longer window, and not in the other, is defecting, and inactive only after it; null: inactive at once. */
  inactiveWindow: string | null;
  /** Purchase days from which an active customer is loyal. Default 2. */
  loyalPurchases: number;
  /** Purchase days from which a customer may be premium, default 3, never fewer than of a loyal one; 0: no such stage. */
  premiumPurchases: number;
  /** Most days from one purchase day to the next, on average, of a premium customer. Default 60. */
  premiumDays: number;
  /** Instead of the two: this top share of the active customers by purchase days, between 0 and 1; ties stay together. */
  premiumShare: number | null;
  /** Instead of the best earlier period. */
  targets: readonly LifecycleTarget[];
}

/** The rules as they were applied, the same at every date; null days where nobody has ordered. */
export interface LifecycleRules {
  /** Silent for so many days or longer: not active. */
  silentDays: number | null;
  /** Months of the window, or null. */
  silentMonths: number | null;
  /** `mean-recency`: found in the data. */
  windowRule: 'mean-recency' | 'given';
  /** Silent for so many days or longer: inactive. Equal to `silentDays` where nobody is defecting. */
  inactiveDays: number | null;
  loyalPurchases: number;
  /** 0: no premium stage. */
  premiumPurchases: number;
  /** null: any. */
  premiumDays: number | null;
  premiumShare: number | null;
}

/** Time in a stage, from the day of entering to the day of leaving it; who is still in it counts as censored. */
export interface LifecycleDwell {
  /** Stays that began on a known day, and those that have ended. */
  stays: number;
  ended: number;
  /** Kaplan-Meier: day by which half have left, with its limits of 95 %; null where fewer ever did. */
  medianDays: number | null;
  interval: [low: number | null, high: number | null];
}

export interface LifecycleStage {
  id: StageId;
  /** In it at the earlier date; null: withheld, or prospects that the data do not know. */
  before: number | null;
  entered: number | null;
  left: number | null;
  /** In it at the later date: before + entered - left. */
  customers: number | null;
  /** Net, of those customers over the 12 months up to the later date; major units. */
  revenue: number | null;
  /** revenue / customers. */
  meanRevenue: number | null;
  /** Net between the dates, per customer who was in it at the earlier date: what a customer of this stage brings in such a time. */
  meanRevenueAfter: number | null;
  /** The same as margin (V11); only where `opportunityBy` says so. */
  meanMarginAfter?: number | null;
  medianDwellDays: number | null;
  /** null where withheld. */
  dwell: LifecycleDwell | null;
}

/** A passage between the two dates; staying in a stage is one too. */
export interface LifecycleFlow {
  /** `outside`: not known at the earlier date. */
  from: StageId | 'outside';
  to: StageId;
  /** null: withheld. */
  customers: number | null;
  /** In the stage `from` at the earlier date; null from outside, or withheld. */
  base: number | null;
  /** customers / base; Wilson 95 %. */
  probability: number | null;
  interval: [number, number] | null;
  /** Net, of those customers over the 12 months up to the later date; major units. */
  revenue: number | null;
  /** The best rate of an earlier period (or the given one): the highest of a passage upwards, the lowest of one downwards. */
  target: number | null;
  /**
   * An estimate, in a time as long as that between the dates: base x (target - probability) x (meanRevenueAfter of `to` - of `from`), with
   * `opportunityBy` the same of meanMarginAfter; 0 where
   * the rate is at its best, where a passage upwards would bring nothing, or one downwards costs nothing. Not to be added up: the same
   * customers stand behind several.
   */
  opportunity: number | null;
}

/** L13; null where withheld. */
export interface LifecycleRenewal {
  /** Customers with an order who were not inactive at the earlier date. */
  activeAtStart: number | null;
  /** First order between the dates. */
  newCustomers: number | null;
  /** Inactive at the earlier date, not at the later one. */
  reactivated: number | null;
  /** Not inactive at the earlier date, inactive at the later one. */
  becameInactive: number | null;
  /** activeAtStart + newCustomers + reactivated - becameInactive. */
  activeAtEnd: number | null;
  /** (newCustomers - becameInactive) / activeAtStart: may be negative. null without history too. */
  rate: number | null;
  /** newCustomers / becameInactive; null without history too. */
  ratio: number | null;
  /** `healthy`: the rate is above 0. */
  verdict: 'healthy' | 'alert' | null;
}

/** Who ordered in a calendar month, against the month before it; figures are null where withheld. */
export interface LifecycleMonth {
  /** `2011-11`. */
  month: string;
  /** Not over on the as-of day. */
  partial: boolean;
  /** Customers with an order: newCustomers + retained + reactivated. */
  customers: number | null;
  newCustomers: number | null;
  /** With an order in the month before, too. */
  retained: number | null;
  /** With an earlier order, but none in the month before. */
  reactivated: number | null;
  /** With an order in the month before, and none in this one: customers of that month - retained. */
  lapsed: number | null;
}

export interface LifecycleResult {
  /** The two dates, each at the end of its day; null when nothing is dated. */
  dates: { from: string | null; to: string | null };
  rules: LifecycleRules;
  /** Everybody in a stage at the later date; null: withheld. */
  customers: number | null;
  /** What a customer brings is his margin: the costs of 95 % of the revenue between the dates are known. Absent: it is his revenue. */
  opportunityBy?: 'margin';
  /** All stages of the rules. */
  stages: LifecycleStage[];
  /** Passages of somebody, and those that are worth something; by stage of origin (outside first), then of destination. */
  flows: LifecycleFlow[];
  renewal: LifecycleRenewal;
  /** From that of the first order of the data to that of the as-of day; none where nobody has ordered. */
  months: LifecycleMonth[];
}
