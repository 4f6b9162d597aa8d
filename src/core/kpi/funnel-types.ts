/** Parameters and result of the KPI `funnel`. */

/** One step: rows of a table, narrowed by event type or by column values. */
export interface FunnelStepSpec {
  id: string;
  /** Shown as it is; presets have none and are named by the locale. */
  label?: string;
  table: 'visits' | 'events' | 'customers' | 'orders';
  /** For events: any of these types; case, accents and separators do not matter. */
  types?: readonly string[];
  /** Only visits marked as engaged, or of two pages or more (the definition of GA4). */
  engaged?: boolean;
  /** Only visits of at least this many pages. */
  minPages?: number;
  /** Only from the nth such row of the person on, counted from entry (2 = came back). */
  nth?: number;
  /** A unit may skip it and still reach the next ones. */
  optional?: boolean;
}

export type FunnelPreset = 'lead' | 'ecommerce' | 'aarrr' | 'aida';

export interface FunnelParams {
  /** `auto`: ready counts if the data has them, else `ecommerce` when there are cart events, else `lead`. */
  preset: 'auto' | 'counts' | FunnelPreset | 'custom';
  /** For `custom` (implied when given): 2 to 20. A row never serves two steps that ask for the same rows. */
  steps: readonly FunnelStepSpec[] | null;
  /**
   * `ordered`: later steps must come after earlier ones; `strict`: with no other step in between; `any`: in whatever order. Defined to
   * the last detail in funnel-search.ts.
   */
  order: 'ordered' | 'strict' | 'any';
  /** Days after entry within which a step counts: 24 h each where times are known, else civil days; null: no limit. */
  windowDays: number | null;
  breakdown: 'channel' | 'country' | 'device' | null;
}

export interface FunnelStep {
  id: string;
  /** Given label, or null: the locale names it by id. */
  label: string | null;
  optional: boolean;
  count: number | null;
  /** count / count of the previous non-optional step; null for the first one, over nobody, and where ready counts rise. */
  stepRate: number | null;
  /** count / count of the first step. */
  overallRate: number | null;
  /** 1 - stepRate. */
  dropOff: number | null;
  /** Wilson 95 %; null where the rate is, and for the first step. */
  stepInterval: [number, number] | null;
  overallInterval: [number, number] | null;
  /** Median days from the previous non-optional step, among those who went on; null for counts and the first step. */
  medianDays: number | null;
}

export interface FunnelResult {
  unit: 'visitor' | 'lead' | 'customer' | 'count';
  preset: 'counts' | FunnelPreset | 'custom';
  steps: FunnelStep[];
  /** Sorted by overall rate of the last step, descending, then key; at most six, then `null` key = the rest. */
  breakdown?: { key: string | null; steps: FunnelStep[] }[];
}
