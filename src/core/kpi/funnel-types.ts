/** Parameters and result of the KPI `funnel`. */

/** One step: rows of a table, narrowed by event type or by column values. */
export interface FunnelStepSpec {
  id: string;
  /** Shown as it is; presets have none and are named by the locale. */
  label?: string;
  table: 'visits' | 'events' | 'customers' | 'orders';
  /** For events: any of these types. */
  types?: readonly string[];
  /** Only engaged visits / visits with at least this many pages / only the nth row of the unit in this table (2 = returns). */
  engaged?: boolean;
  minPages?: number;
  nth?: number;
  /** A unit may skip it and still reach the next ones. */
  optional?: boolean;
}

export type FunnelPreset = 'lead' | 'ecommerce' | 'aarrr' | 'aida';

export interface FunnelParams {
  /** `auto`: ready counts if the data has them, else `ecommerce` when there are cart events, else `lead`. */
  preset: 'auto' | 'counts' | FunnelPreset | 'custom';
  /** For `custom` (implied when given): at least two. */
  steps: readonly FunnelStepSpec[] | null;
  /** `ordered`: later steps must come after earlier ones; `strict`: with no other step in between; `any`: in whatever order. */
  order: 'ordered' | 'strict' | 'any';
  /** Days after entry within which a step counts; null: no limit. */
  windowDays: number | null;
  breakdown: 'channel' | 'country' | 'device' | null;
}

export interface FunnelStep {
  id: string;
  /** Given label, or null: the locale names it by id. */
  label: string | null;
  optional: boolean;
  count: number | null;
  /** count / count of the previous non-optional step; null for the first one. */
  stepRate: number | null;
  /** count / count of the first step. */
  overallRate: number | null;
  /** 1 - stepRate. */
  dropOff: number | null;
  /** Wilson 95 %. */
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
