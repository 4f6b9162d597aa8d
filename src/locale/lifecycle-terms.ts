/** Words of `lifecycle-flow`: made for a formatter, so that numbers come as they are and plurals follow them. */
import type { LifecycleParams, LifecycleRules, StageId } from '../core/kpi/lifecycle-types.js';
import type { FigureWords } from './counted.js';
import type { Formatter } from './formatter.js';
import { lifecycleEn } from './lifecycle-en.js';
import { lifecycleFr } from './lifecycle-fr.js';
import type { Language } from './terms.js';

/** Steps of the renewal, in their order. */
export type RenewalStep = 'activeAtStart' | 'newCustomers' | 'reactivated' | 'becameInactive' | 'activeAtEnd';

type Figures = 'renewal-rate' | 'renewal-ratio' | 'active-customers' | 'opportunity' | 'new-customers' | 'reactivated' | 'became-inactive';

/** @internal */
export interface LifecycleWords {
  readonly heading: string;
  readonly stage: Readonly<Record<StageId | 'outside', string>>;
  /** Of one customer, in a sentence. */
  readonly among: Readonly<Record<StageId | 'outside', string>>;
  readonly stages: string;
  readonly passages: string;
  readonly renewal: string;
  readonly step: Readonly<Record<RenewalStep, string>>;
  readonly verdict: Readonly<Record<'healthy' | 'alert', string>>;
  /** Why there is no number. */
  readonly withheld: string;
  readonly nobodyLost: string;
  /** Fewer than half have ever left. */
  readonly notReached: string;
  /** Before a number of days. */
  readonly medianStay: string;
  /** Customers by the way they take, and what stands on a passage. */
  readonly directions: Readonly<Record<'up' | 'down' | 'stay', string>>;
  readonly onPassages: string;
  /** Dates and rules as a form. */
  readonly form: Readonly<
    Record<'title' | 'from' | 'preset' | 'window' | 'usual' | 'loyal' | 'premium' | 'apart' | 'share' | 'reset', string> & {
      presets: Readonly<Record<LifecycleParams['preset'], string>>;
    }
  >;
  /** What a filter by channel or country means. */
  readonly won: string;
  /** Why a stage is no filter. */
  readonly ownRules: string;

  /** A caption, then the headers of the columns. */
  /** Column of a table that is there where costs are known; and formula of the potential then. */
  readonly marginBetween: string;
  readonly byMargin: string;
  readonly tables: Readonly<Record<'stages' | 'flows' | 'renewal' | 'months', readonly string[]>>;
  readonly figures: Readonly<Record<Figures, FigureWords>>;
}

/** @internal */
export interface LifecycleTerms extends LifecycleWords {
  days(n: number): string;
  customers(n: number): string;
  /** Prospects are no customers. */
  people(n: number): string;
  overYear(money: string): string;
  /** How an active customer is told, and the rule of each stage. */
  active(window: string, isFound: boolean): string;
  rule(stage: StageId, rules: LifecycleRules): string;
  /** `3 months`, else days. */
  window(months: number | null, days: number | null): string;

  on(stage: string, date: string): string;
  /** A month that is not over. */
  toDate(month: string): string;
  /** `new to loyal`, from words of `among`. */
  passage(from: string, to: string): string;
  /** `25.0% of 40 customers`. */
  share(rate: string, base: string): string;
  /** What a passage would bring, about. */
  potential(target: string, money: string, days: string): string;
  stay(days: string, interval: string): string;
  /** Rate and ratio under the title of the renewal. */
  balance(verdict: string, rate: string, ratio: string): string;

  came(fresh: number, lost: number, since: string, rate: string): string;
  /** @param base Before and now, in words; empty where that is withheld. */
  cameBack(n: number, base: readonly [before: string, now: string] | ''): string;
  noRate(why: string): string;
  reachBack(date: string): string;
  nobodyActive(date: string): string;
  largest(passage: string, target: string, rate: string, money: string, days: string, isLoss: boolean): string;
  perCustomer(money: string): string;

  stageFigure(stage: string, rule: string): FigureWords;
  flowFigure(passage: string): FigureWords;
}

export const lifecycleTerms: Readonly<Record<Language, (format: Formatter) => LifecycleTerms>> = { en: lifecycleEn, fr: lifecycleFr };
