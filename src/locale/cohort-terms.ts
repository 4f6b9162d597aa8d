/** Words of `cohort-triangle`. Amounts and shares arrive as texts, numbers as numbers where a plural depends on them. */
import type { RetentionMetric, RetentionParams } from '../core/kpi/retention-types.js';
import { cohortEn } from './cohort-en.js';
import { cohortFr } from './cohort-fr.js';
import type { FigureWords } from './counted.js';
import type { Formatter } from './formatter.js';
import type { Language } from './terms.js';

export type CohortGrain = RetentionParams['grain'];
/** Figures of the cells; `rolling` is retention in the period or later. */
export type CohortMetric = RetentionMetric | 'rolling';
/** What makes a cohort. */
export type CohortBy = CohortGrain | 'channel' | 'country' | 'product';

/** Figures that can be asked "why?", besides those of the metrics and the payback. */
export type CohortFigure =
  'newcomers' | 'newcomer-revenue' | 'newcomer-orders' | 'newcomer-basket' | 'newcomer-active' | 'potential' | 'cac';

/** In which figure the cost of a customer comes back. */
export type PaidBy = 'margin' | 'revenue';

/** @internal */
export interface CohortTerms {
  readonly heading: string;
  readonly metric: Readonly<Record<CohortMetric, string>>;
  readonly by: Readonly<Record<CohortBy, string>>;
  /** Labels of the two choices. */
  readonly choices: readonly [metric: string, by: string];
  /** A cohort without a name, or with a small one. */
  readonly others: string;
  /** ISO week, and quarter, of a year. */
  week(number: number, year: string): string;
  quarter(number: number, year: string): string;
  customers(n: number): string;
  orders(n: number): string;
  periods(n: number, grain: CohortGrain): string;
  /** Title of the columns, in a long and a short wording. */
  readonly axis: Readonly<Record<CohortGrain, readonly [long: string, short: string]>>;
  /** Head over the names of cohorts. */
  readonly cohort: string;
  readonly size: string;
  readonly average: string;
  readonly grid: string;
  /** Title of the colour scale, and what hatching and a frame mean. */
  readonly hatched: string;
  framed(by: PaidBy): string;
  latest(shown: number, all: number): string;
  /** Periods after the first order that have no room. */
  earliest(shown: number, all: number): string;
  readonly costLine: string;

  /** So many periods after the first one, of a cohort or in general. */
  later(since: number, grain: CohortGrain): string;
  readonly running: string;
  readonly unknown: string;
  /** A value, with what it says. */
  said(metric: CohortMetric, value: string): string;
  /** What a value stands on. */
  share(part: number, whole: number): string;
  basketOf(revenue: string, orders: number): string;
  moneyOf(amount: string): string;
  readonly leftCensored: string;
  cost(amount: string): string;
  paidBack(nth: number, grain: CohortGrain, by: PaidBy): string;
  notPaidBack(observed: number, grain: CohortGrain, by: PaidBy): string;
  /** A filter by channel or country says where customers were won. */
  readonly won: string;
  spentBefore(amount: string, grain: CohortGrain): string;

  /** Statements of the finding. */
  finding(metric: CohortMetric, value: string, since: number, grain: CohortGrain, interval: string): string;
  compared(verdict: 'higher' | 'lower' | 'unclear', recent: string, earlier: string, cohorts: number): string;
  extremes(best: string, high: string, worst: string, low: string): string;
  readonly alike: string;
  readonly tooYoung: string;
  readonly noCosts: string;
  /** So many have been followed to the age of the finding. */
  few(n: number): string;
  payback(cac: string, nth: number | null, observed: number, grain: CohortGrain, by: PaidBy): string;

  /** Newcomers. */
  newcomers(months: number): string;
  chance: string;
  chanceOf(orders: 1 | 2 | 3): string;
  /** Quarter of spending. */
  spend(quarter: 1 | 2 | 3 | 4): string;
  expected(n: string, share: string): string;
  readonly noPotential: string;
  coverage(share: string): string;

  /** Caption and headers of the tables. */
  readonly tables: {
    readonly cohorts: readonly string[];
    readonly cells: readonly string[];
    readonly acquisition: readonly string[];
    readonly newcomers: readonly string[];
  };
  metricFigure(metric: CohortMetric, since: number, grain: CohortGrain): FigureWords;
  paybackFigure(by: PaidBy): FigureWords;
  readonly figure: Readonly<Record<CohortFigure, FigureWords>>;
}

export const cohortTerms: Readonly<Record<Language, (format: Formatter) => CohortTerms>> = { en: cohortEn, fr: cohortFr };
