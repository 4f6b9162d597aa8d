/** Codes that results and reports carry, as far as the library has words for them. Unknown codes are shown as they are. */
import type { RowReason } from '../core/ingest/report.js';

/** Why a row does not stand behind a figure: refused or left out by ingestion, or narrowed by the request. */
export type LeftReason = RowReason | 'after-as-of' | 'filtered';

/** Why a figure is missing, or what its reader should know. */
export type ReasonCode =
  | 'no-data'
  | 'zero-denominator'
  | 'not-enough-history'
  | 'missing-table'
  | 'missing-column'
  | 'missing-event'
  | 'merged-bins'
  | 'few-distinct-values'
  | 'suppressed'
  | 'rising-count'
  | 'small-sample'
  | 'guest-orders'
  | 'filter-ignored'
  | 'no-revenue'
  | 'open-window'
  | 'unidentified';

/** Things that ingestion and the source tell without stopping. */
export type NoticeCode =
  | 'bad-generated-at'
  | 'column-by-values'
  | 'column-ignored'
  | 'no-rows'
  | 'refunds-given-twice'
  | 'unknown-key'
  | 'worker-fallback'
  | 'worker-restarted';

/** Values that an error names, in the order in which they are shown. */
export const DETAILS = [
  'path',
  'param',
  'url',
  'status',
  'table',
  'line',
  'column',
  'needed',
  'got',
  'columns',
  'currencies',
  'known',
] as const;
export type Detail = (typeof DETAILS)[number];

/** Parts of a result that a reason may name. */
export type Part =
  | 'window'
  | 'recency'
  | 'frequency'
  | 'monetary'
  | 'cells'
  | 'segments'
  | 'scores'
  | 'attrition'
  | 'trend'
  | 'customers'
  | 'watch'
  | 'risk'
  | 'inactive';
