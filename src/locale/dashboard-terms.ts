/** Words of `kpi-dashboard`: made for a formatter, so that numbers and dates come as they are. */
import { dashboardEn } from './dashboard-en.js';
import { dashboardFr } from './dashboard-fr.js';
import type { Formatter } from './formatter.js';
import type { Language } from './terms.js';

type Period = 'all' | 'day' | 'week' | 'month' | 'quarter' | 'year' | `previous-${'day' | 'week' | 'month' | 'quarter' | 'year'}`;
type Dimension = 'channel' | 'country' | 'segment' | 'stage' | 'tier' | 'cohort';

/** @internal */
export interface DashboardWords {
  readonly heading: string;
  /** Names of groups of controls. */
  readonly filters: string;
  readonly actions: string;

  readonly period: string;
  readonly periods: Readonly<Record<Period, string>>;
  /** Days of one's own. */
  readonly ownPeriod: string;
  readonly from: string;
  readonly to: string;
  /** Of days of one's own. */
  readonly reversed: string;
  readonly compare: string;
  readonly compares: Readonly<Record<'none' | 'previous-period' | 'previous-year', string>>;

  /** Choice of a value to filter by. */
  readonly add: string;
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly segments: Readonly<Record<'TBC' | 'BC' | 'CO' | 'CTO' | 'inactive', string>>;
  readonly stages: Readonly<Record<'prospect' | 'new' | 'loyal' | 'premium' | 'inactive', string>>;
  readonly tiers: Readonly<Record<'watch' | 'risk' | 'inactive', string>>;
  readonly clear: string;
  readonly noFilter: string;
  readonly undo: string;
  readonly redo: string;

  readonly arrange: string;
  readonly arranged: string;
  readonly arrangeHelp: string;
  readonly earlier: string;
  readonly later: string;

  readonly wall: string;
  readonly leaveWall: string;
  readonly previous: string;
  readonly next: string;
  readonly pause: string;
  readonly play: string;

  readonly daily: string;
  readonly monthly: string;
  readonly asShown: string;

  readonly sources: string;
  /** A caption, then the headers of the columns. */
  readonly sourceColumns: readonly string[];
  readonly tables: Readonly<Record<string, string>>;
  readonly origin: string;
  readonly noConflict: string;
  readonly noSource: string;
}

/** @internal */
export interface DashboardTerms extends DashboardWords {
  /** `30D`, `12M`. */
  lastDays(n: number): string;
  lastMonths(n: number): string;
  between(from: string, to: string): string;
  /** First and last day of the data. */
  outside(from: string, to: string): string;
  remove(what: string): string;
  /** Live message: where a widget stands now. */
  moved(name: string, place: number, of: number): string;
  move(name: string): string;
  /** `2 of 5`. */
  place(place: number, of: number): string;
  conflict(a: string, b: string, differing: number, days: number, day: string, counts: readonly [number, number]): string;
  joined(rate: string, count: number): string;
  duplicates(rate: string, count: number): string;
}

export const dashboardTerms: Readonly<Record<Language, (format: Formatter) => DashboardTerms>> = { en: dashboardEn, fr: dashboardFr };
export type { Dimension as DashboardDimension };
