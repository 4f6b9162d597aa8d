/** Words of `rfm-matrix`. Numbers arrive as texts; nouns are told in the singular, and statements in small letters. */
import type { FigureWords } from './counted.js';
import type { RfmParams, SegmentId } from '../core/kpi/rfm-types.js';
import { rfmEn } from './rfm-en.js';
import { rfmFr } from './rfm-fr.js';
import type { Language } from './terms.js';

/** Figures of a segment, in the order of its table. */
export type RfmColumn =
  | 'from'
  | 'to'
  | 'customers'
  | 'customerShare'
  | 'orders'
  | 'revenue'
  | 'revenueShare'
  | 'meanOrderCount'
  | 'meanBasket'
  | 'meanRevenue'
  | 'meanRecencyDays';

/** Figures that can be asked "why?", besides those of the segments. */
export type RfmFigure =
  | 'active-customers'
  | 'mean-recency'
  | 'top-20-revenue-share'
  | 'mean-basket'
  | 'mean-revenue'
  | 'mean-order-count'
  | 'gini'
  | 'inactive-customers';

/** @internal */
export interface RfmTerms {
  readonly heading: string;
  readonly customer: string;
  readonly active: string;
  /** Of a former customer; its number stands above it. */
  readonly inactive: string;
  readonly order: string;
  readonly month: string;
  /** What customers of a segment are. */
  readonly quality: Readonly<Record<SegmentId, string>>;
  /** One of them. */
  who(quality: string): string;
  plural(noun: string): string;

  top(who: string, one: boolean, ofActive: string, ofRevenue: string): string;
  silent(who: string, one: boolean, since: string): string;
  /** All are silent. */
  nobody(who: string, since: string): string;
  /** How long somebody has been silent: so many months, or since a day where the window is no number of months. */
  since(months: string, day: string): string;
  oneCustomer(orders: string, revenue: string): string;
  few(who: string, worth: string): string;
  /** Every customer brings the same amount. */
  alike(who: string, amount: string): string;
  oneSegment(who: string, segment: string): string;
  noRevenue(who: string): string;
  withheld(who: string, worth: string): string;
  readonly shortHistory: string;
  ofActive(share: string): string;
  ofRevenue(share: string): string;
  worth(amount: string): string;

  /** Titles of the axes. */
  readonly axis: Readonly<Record<'recency' | 'frequency', string>>;
  /** Scores of a cell. */
  cell(recency: number, frequency: number, bins: number): string;
  /** `≤ 31 d` */
  days(range: string): string;
  /** Where an axis has one level only. */
  readonly any: string;

  readonly legend: string;
  readonly grid: string;
  readonly segments: string;
  /** Head of the row of sums. */
  readonly total: string;
  readonly perCustomer: string;
  /** Mean, in one or two short words. */
  readonly ordersEach: string;
  readonly none: string;
  before(day: string): string;

  readonly column: Readonly<Record<RfmColumn, string>>;
  /** Before the sums of a cell: score and values of both axes. */
  readonly cellHeads: readonly string[];

  readonly figure: Readonly<Record<RfmFigure, FigureWords>>;
  median(days: string): string;
  /** Share of the revenue of a segment. */
  segmentFigure(id: string, who: string, rule: RfmParams['segments']): FigureWords;
}

export const rfmTerms: Readonly<Record<Language, RfmTerms>> = { en: rfmEn, fr: rfmFr };
