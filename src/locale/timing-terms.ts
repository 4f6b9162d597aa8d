/** Words of `purchase-timing`: made for a formatter, so that numbers come as they are and plurals follow them. */
import type { PurchaseId, PurchaseTimingParams } from '../core/kpi/purchase-timing-types.js';
import type { FigureWords } from './counted.js';
import type { Formatter } from './formatter.js';
import type { Language } from './terms.js';
import { timingEn } from './timing-en.js';
import { timingFr } from './timing-fr.js';

/** @internal Figures of customers and of whole curves. */
export type HabitFigure = 'interval' | 'customer-interval' | 'regularity' | 'cadence' | 'cadence-median' | 'mean-wait' | 'difference';

export type TimingFigure = 'median' | 'day-80' | 'within' | 'programme' | 'peak' | 'repurchase' | HabitFigure;

/** @internal Days that definitions name. */
export interface TimingDays {
  readonly mark: number;
  readonly programme: number;
  readonly conversion: number;
  readonly cadence: number;
}

/** @internal */
export interface TimingWords {
  readonly heading: string;
  /** What is waited for: a long and a short name, what the days count from, and the waiting people. */
  readonly purchase: Readonly<Record<PurchaseId, readonly [name: string, short: string, since: string]>>;
  readonly by: Readonly<Record<PurchaseTimingParams['by'], string>>;
  /** Names of the two groups of buttons. */
  readonly pickPurchase: string;
  readonly pickBy: string;
  readonly everybody: string;
  readonly rest: string;
  /** Segments and stages that have a word. */
  readonly classes: Readonly<Record<string, string>>;
  readonly curves: string;
  /** Title of the hazard. */
  readonly hazard: string;
  /** The same where there is less room. */
  readonly hazardShort: string;
  readonly intervals: string;
  /** Before the days at which shares are read. */
  readonly readAt: string;
  readonly campaign: string;
  readonly from: string;
  readonly to: string;
  readonly use: string;
  readonly suggested: string;
  readonly noCurve: string;
  readonly noRegistration: string;
  /** What segments and stages of today cannot say. */
  readonly hindsight: Readonly<Record<'segment' | 'stage', string>>;
  /** Why the time to the first purchase is split by neither. */
  readonly notSplit: string;
  /** First orders that may not be the first ones. */
  readonly leftCensored: string;
  /** Of a filter by channel or country. */
  readonly chosenByFirst: string;
  readonly dotted: string;
  readonly notReached: string;
  readonly unknown: string;
  readonly withheld: string;
  /** A caption, then the headers of the columns. */
  readonly tables: Readonly<Record<'curves' | 'marks' | 'means' | 'tests' | 'steps' | 'hazard' | 'intervals', readonly string[]>>;
}

/** @internal */
export interface TimingTerms extends TimingWords {
  days(n: number): string;
  /** 30 d: where there is no room for the word. */
  daysShort(n: number): string;
  /** Days 8 to 14; from then on where there is no end. */
  span(from: number, to: number | null): string;
  /** Name of a mark. */
  mark(days: number): string;
  median(days: string): string;
  /** What a histogram shows, and the median where it is known. */
  view(id: 'pooled' | 'perCustomer', days: string): string;
  peak(rate: string, span: string): string;
  /** The same where there is no room for the title. */
  peakAlone(rate: string, span: string): string;
  /** Of a span of days: what it says. */
  boughtBy(rate: string, limits: string): string;
  hazardOf(rate: string): string;
  waiting(n: number): string;
  intervalsOf(n: number, share: string): string;
  customersOf(n: number, share: string): string;
  campaignOf(span: string): string;
  campaignSays(probability: string | null, waiting: number | null): string;

  half(id: PurchaseId, days: number): string;
  notHalf(id: PurchaseId, rate: string, days: number): string;
  within(days: number, rate: string, limits: string): string;
  reach(to: number, conversion: number, programme: number, share: string): string;
  few(n: number): string;
  groups(quick: string, quickDays: string, slow: string, slowDays: string | null): string;

  rhythm(k: number, text: string): string;
  cadence(rate: string, customers: number, days: number): string;
  limits(from: string, to: string): string;
  /** Of a test: p. */
  pValue(p: number): string;
  chiSquared(value: string, df: number): string;
  regularity(k: number): string;
  figures(days: TimingDays): Readonly<Record<TimingFigure, FigureWords>>;
}

export const timingTerms: Readonly<Record<Language, (format: Formatter) => TimingTerms>> = { en: timingEn, fr: timingFr };
