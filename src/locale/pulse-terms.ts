/** Words of `kpi-pulse`. Numbers and periods arrive as texts. */
import type { Grain, MeasureId, PulseKpiId, PulseParams, PulseSet } from '../core/kpi/pulse-types.js';
import { pulseEn } from './pulse-en.js';
import { pulseFr } from './pulse-fr.js';
import type { Language } from './terms.js';

/** Tables whose names a tile may say, beside those that the base knows. */
export type PulseTable = 'pageviews' | 'messages' | 'search' | 'social' | 'ad_spend';

/** Columns of the tables. */
export type PulseColumn =
  'kpi' | 'period' | 'value' | 'compared' | 'previous' | 'difference' | 'change' | 'low' | 'high' | 'base' | 'part' | 'contribution';

/** @internal */
export interface PulseTerms {
  /** By set; the last one where the page names the KPIs. */
  readonly heading: Readonly<Record<PulseSet | 'own', string>>;
  readonly kpis: Readonly<Record<PulseKpiId, readonly [label: string, definition: string]>>;
  /** In formulas: plural, small letters. */
  readonly measures: Readonly<Record<MeasureId, string>>;
  readonly tables: Readonly<Record<PulseTable, string>>;
  readonly growthFormula: string;

  readonly by: string;
  readonly grains: Readonly<Record<Grain, string>>;
  readonly comparedWith: string;
  /** Under a picture that the shared filter does not narrow. */
  readonly pickedHere: string;
  readonly compares: Readonly<Record<PulseParams['compare'], string>>;
  readonly splitBy: string;
  readonly splits: Readonly<Record<'none' | NonNullable<PulseParams['by']>, string>>;
  /** Of life; a segment may be inactive too. */
  readonly stages: Readonly<Record<'prospect' | 'new' | 'loyal' | 'premium' | 'inactive', string>>;
  /** What customers of a segment are. */
  readonly segments: Readonly<Record<'TBC' | 'BC' | 'CO' | 'CTO', string>>;
  readonly other: string;
  readonly total: string;

  week(day: string): string;
  quarter(number: string, year: string): string;
  /** So many of the days of a period: for comparisons of parts. */
  sameDays(period: string): string;
  /** Beside a change. */
  versus(period: string): string;
  /** A difference of rates. */
  points(text: string): string;
  seconds(text: string): string;
  soFar(text: string): string;
  /** A period that began before the data. */
  inPart(text: string): string;

  /** Why there is no figure. */
  missingTable(table: string): string;
  missingColumn(column: string): string;
  history(day: string): string;
  /** Beside a figure without comparison. */
  readonly noHistory: string;
  readonly nothing: string;
  /** A rate that is not between none and all. */
  readonly notPart: string;
  readonly noRows: string;
  readonly withheld: string;
  guests(n: string): string;
  readonly censored: string;
  /** Of prospects per sale below 1. */
  readonly fewerLeads: string;

  /** Of a figure: `up` true for a rise, null for none. `by` is a size without sign. */
  moved(up: boolean | null, by: string): string;
  /** In place of a change that may be chance. */
  readonly noise: string;
  /** The same against a period. */
  than(moved: string, period: string): string;
  lead(label: string, value: string, moved: string): string;
  largest(label: string, moved: string): string;
  readonly noFigure: string;

  readonly columns: Readonly<Record<PulseColumn, string>>;
  readonly captions: Readonly<Record<'figures' | 'series' | 'parts' | 'bridge', string>>;
}

export const pulseTerms: Readonly<Record<Language, PulseTerms>> = { en: pulseEn, fr: pulseFr };
