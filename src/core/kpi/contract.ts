/** What a request asks, what a result carries, and what a KPI module is made of. */
import type { Grain } from '../calendar/period.js';
import type { CivilDay, Dataset, TableName } from '../table/dataset.js';

/**
 * Predicates that narrow the rows of a request; what each touches stands in context.ts. Lists mean "any of"; an empty one narrows
 * nothing. In a result: canonical, with sorted lists.
 */
export interface Filter {
  /**
   * Civil days, both included; `to` also caps the as-of day. ISO dates. Or `last`, seen from the as-of day of the request: `30D`, `12M`,
   * `day`, `week`, `month`, `quarter`, `year` (the one that holds that day, up to it), `previous-month` (the whole one before) and likewise.
   * In a result always the days.
   */
  period?: { from?: string; to?: string; last?: string };
  channel?: readonly string[];
  country?: readonly string[];
  /** RFM segments (TBC, BC, CO, CTO, inactive), as of the request's as-of day with default parameters. `TBG` is read as TBC. */
  segment?: readonly string[];
  /** Stages of life (prospect, new, loyal, premium, inactive), as of the same day with default rules. */
  stage?: readonly string[];
  /** Tiers of silence (watch, risk, inactive), as of the same day with default parameters of `churn`. */
  tier?: readonly string[];
  /** Customers by the calendar period of their first order: `2024`, `2024-Q1`, `2024-03`, `2024-W09`, `2024-03-15`. */
  cohort?: readonly string[];
}

export interface KpiRequest {
  kpi: string;
  params?: object;
  filter?: Filter;
  /** ISO date; default: last day in the data. */
  asOf?: string;
  /** Must be the zone of the data set when given. */
  timeZone?: string;
  /** Groups of fewer customers than this are withheld (null with reason `suppressed`). Default 1: nothing withheld. */
  minGroupSize?: number;
}

/** Why a figure is missing, or what its reader should know. */
export interface Reason {
  code: string;
  detail?: string;
}

/** Plain, structured-cloneable, keys in fixed order: JSON.stringify of a result is canonical. Rates 0…1, money in major units. */
export interface KpiResult<V = unknown> {
  kpi: string;
  version: number;
  /** ISO date, or null when nothing in the data is dated. */
  asOf: string | null;
  timeZone: string;
  currency: string | null;
  /** Parameters as used, defaults filled in. */
  params: object;
  filter: Filter;
  status: 'ready' | 'partial' | 'empty';
  reasons: Reason[];
  rows: { used: number; left: Record<string, number> };
  /** Tables of the data set that the figures stand on. Absent in results from elsewhere that do not say it. */
  tables?: readonly string[];
  value: V;
}

/** @engine What `partials` may look at: the data set, the as-of day and the rows that the filter lets through. */
export interface KpiContext {
  readonly dataset: Dataset;
  /** Last day that counts; null when nothing is dated. */
  readonly asOf: CivilDay | null;
  /** First day that counts (filter.period.from), or null. */
  readonly from: CivilDay | null;
  /** By row of a table: 1 where it passes the filter and is not after `asOf`, else 0; null when there is no such table. */
  rows(table: TableName): Uint8Array | null;
  /**
   * By customer row + 1 (first: nobody): 1 for those whose rows pass, as far as their days count; null: all of them. Absent where rows are
   * told apart by what they say themselves.
   */
  readonly inside?: Uint8Array | null;
  /** The same days without any other filter; absent where nothing else narrows. */
  readonly whole?: KpiContext;
  /** The same filter without its first day, for what is compared with the days before; absent where it has none. */
  readonly unbounded?: KpiContext;
  /** Columns that the filter asks for and a table has not: nothing passes then. */
  lack(table: TableName): readonly Reason[];
  /** Rows kept out by reason: those of ingestion for `tables`, plus `after-as-of` and `filtered`. */
  left(tables: readonly TableName[]): Record<string, number>;
}

export interface Finished<V> {
  value: V;
  status: 'ready' | 'partial' | 'empty';
  reasons: Reason[];
  /** Rows that the figures stand on. */
  used: number;
  /** Tables whose left-out rows the result reports, where that depends on the parameters; else those of the definition. */
  tables?: readonly TableName[];
}

/** @engine Facts that `finish` may use besides the partials; no rows. */
export interface FinishContext {
  readonly asOf: CivilDay | null;
  /** Minor units of money in one major unit. */
  readonly unit: number;
  readonly minGroupSize: number;
}

/**
 * @engine One KPI. `partials` returns only integers (counts, sums, minima, maxima, and sorted lists of such); every division,
 * label and order happens in `finish`.
 */
export interface KpiDefinition<P extends object, X, V> {
  readonly id: string;
  readonly version: number;
  /** Tables whose left-out rows the result reports. */
  readonly tables: readonly TableName[];
  /** Others that figures may stand on besides: costs, and where else people are seen. */
  readonly beside?: readonly TableName[];
  /** Counts what was before the period of the filter too: no more of it is taken than its last day, and what `params` makes of the first. */
  readonly history?: true;
  /**
   * Follows customers through time: a channel or country of the filter chooses those who were won there (by their first order of all, else by
   * what is known of them), and everything that they do counts.
   */
  readonly follows?: true;
  /**
   * Fills defaults and refuses wrong parameters with KpiError('invalid-param').
   * @param from First day of the filter's period, or null.
   * @param asOf Last day that counts, or null.
   */
  params(given: unknown, from?: CivilDay | null, asOf?: CivilDay | null): P;
  /**
   * In slices: yields every few milliseconds. Where groups may be withheld, the people behind them are to be counted too.
   * @param grain What the period of the filter is called; null: it is given by its days.
   */
  partials(context: KpiContext, params: P, minGroupSize?: number, grain?: Grain | null): Generator<void, X, void>;
  finish(partials: X, params: P, context: FinishContext): Finished<V>;
}
