/** Words of `rfm-matrix`. Numbers arrive formatted; those that decide a plural arrive beside their text. */
import type { SegmentId } from '../core/kpi/rfm-types.js';
import type { Counted, FigureTerms } from './counted.js';
import { rfmEn } from './rfm-en.js';
import { rfmFr } from './rfm-fr.js';
import type { Language } from './terms.js';

export type RfmAxis = 'recency' | 'frequency';
export type SegmentRule = 'quartile' | 'cumulative' | 'thresholds';
type BySegment<T> = Readonly<Record<SegmentId, T>>;
type ByAxis<T> = Readonly<Record<RfmAxis, T>>;
/** The same said at greater and smaller length: the longest that fits is drawn. */
export type Wordings = readonly string[];

/** How long somebody has been silent: `for 3 months`, or `since 9 September 2011` where the window is no number of months. */
export type Silence = { readonly months: number } | { readonly since: string };

/** The highest segment with somebody in it, and what it brings. */
export interface TopSegment {
  readonly id: SegmentId;
  readonly customers: Counted;
  readonly customerShare: string;
  readonly revenueShare: string;
}

export interface RfmFindingTerms {
  top(top: TopSegment): string;
  /** Second half of a sentence about the active ones. */
  inactive(count: Counted, silence: Silence): string;
  /** Nobody is active: all customers are silent. */
  nobody(inactive: Counted, silence: Silence): string;
  oneCustomer(orders: Counted, revenue: string): string;
  few(customers: Counted, revenue: string): string;
  /** Every customer brings the same amount. */
  alike(customers: Counted, amount: string): string;
  oneSegment(customers: Counted, id: SegmentId): string;
  noRevenue(customers: Counted): string;
  withheld(customers: Counted, revenue: string): string;
  readonly shortHistory: string;
  /** Statements to one text: `a ; b.` */
  join(statements: readonly string[]): string;
}

export interface RfmChartTerms {
  /** Names of the picture and of its halves, for assistive technology. */
  readonly name: string;
  readonly grid: string;
  readonly segments: string;
  readonly axis: ByAxis<Wordings>;
  /** Score as the field writes it: R5, F4. */
  readonly letter: ByAxis<string>;
  /** `≤ 31 d` */
  days(range: string): string;
  /** Where an axis has one level only. */
  readonly any: string;
  readonly legend: Wordings;
  /** The word alone: the number stands before or above it. */
  inactive(count: Counted): string;
  inactiveRule(from: string): string;
  readonly customerShare: Wordings;
  readonly revenueShare: Wordings;
  readonly withheld: string;
  readonly column: {
    readonly customers: string;
    readonly revenue: string;
    readonly perCustomer: string;
    readonly orderCount: string;
    readonly recency: string;
  };
}

export interface RfmNoteTerms {
  merged(axis: RfmAxis, levels: number, bins: number): string;
  /** Equal amounts leave segments empty. */
  readonly fewAmounts: string;
  guests(orders: Counted, revenue: string): string;
  readonly withheld: string;
}

export interface RfmMarkTerms {
  position(recency: number, frequency: number, bins: number): string;
  days(range: string): string;
  orderCounts(range: string): string;
  customers(count: Counted): string;
  orders(count: Counted): string;
  readonly nobody: string;
  readonly withheld: string;
  share(text: string, share: string, of: 'customers' | 'revenue'): string;
  revenue(text: string): string;
  perCustomer(revenue: string): string;
  /** Consumption of a segment's customers. */
  consumption(from: string, to: string): string;
  inactiveSince(from: string): string;
  /** `Title: a, b, c.` */
  sentence(title: string, parts: readonly string[]): string;
}

export interface RfmTableTerms {
  readonly segments: string;
  /** Added to the caption. */
  inactive(count: Counted): string;
  readonly cells: string;
  readonly segment: string;
  readonly from: string;
  readonly to: string;
  readonly customers: string;
  readonly customerShare: string;
  readonly orders: string;
  readonly revenue: string;
  readonly revenueShare: string;
  readonly meanOrderCount: string;
  readonly meanBasket: string;
  readonly meanRevenue: string;
  readonly meanRecencyDays: string;
  readonly score: ByAxis<string>;
  readonly range: ByAxis<string>;
}

export interface RfmFigureTerms {
  readonly customers: FigureTerms;
  readonly inactive: FigureTerms;
  readonly topShare: FigureTerms;
  readonly recency: FigureTerms;
  /** `94 days → 3 months` */
  recencyAndWindow(days: string, window: string): string;
  window(months: number): string;
  median(days: string): string;
  readonly concentration: FigureTerms;
  readonly gini: FigureTerms;
  readonly basket: FigureTerms;
  readonly consumption: FigureTerms;
  readonly frequency: FigureTerms;
  segment(id: SegmentId, rule: SegmentRule): FigureTerms;
  customersIn(count: Counted): string;
  ordersIn(count: Counted): string;
  revenueOf(text: string): string;
  readonly missing: { readonly nobody: string; readonly revenue: string; readonly withheld: string; readonly emptySegment: string };
}

export interface RfmTerms {
  readonly heading: string;
  readonly segment: BySegment<string>;
  /** Where the name has no room. */
  readonly segmentShort: BySegment<string>;
  readonly finding: RfmFindingTerms;
  readonly chart: RfmChartTerms;
  readonly note: RfmNoteTerms;
  readonly mark: RfmMarkTerms;
  readonly table: RfmTableTerms;
  readonly figure: RfmFigureTerms;
}

export const rfmTerms: Readonly<Record<Language, RfmTerms>> = { en: rfmEn, fr: rfmFr };
