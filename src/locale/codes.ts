/** Codes that results, reports and errors carry, as far as the library has words for them. Unknown codes are shown as they are. */
import type { ErrorCode } from '../core/errors.js';
import type { IngestNoticeCode, RowReason } from '../core/ingest/report.js';
import type { TableName } from '../core/table/dataset.js';

/** Codes for which there is no more to say than for another one. */
export const SAME = {
  'http-status': 'network',
  'too-deep': 'no-table',
  'invalid-date': 'invalid-param',
  'invalid-mapping': 'invalid-param',
  'invalid-time-zone': 'invalid-param',
  'unknown-kpi': 'invalid-param',
  'merged-bins': 'few-distinct-values',
  'guest-orders': 'unidentified',
  'bad-count': 'bad-amount',
  'missing-type': 'missing-id',
  'missing-step': 'missing-id',
  'status-failed': 'status-pending',
  'status-ignored': 'column-ignored',
} as const;
type Told<Code> = Exclude<Code, keyof typeof SAME>;

/** Words for a code, or undefined. */
export function wordsOf<T>(words: Readonly<Record<string, T>>, code: string): T | undefined {
  return words[(SAME as Readonly<Record<string, string>>)[code] ?? code];
}

/** A lost worker is as much an internal failure as whatever is not known. */
export type ErrorWords = Told<Exclude<ErrorCode, 'worker-lost'>>;

/** Why a row does not stand behind a figure: refused or left out by ingestion, or narrowed by the request. */
export type LeftReason = Told<RowReason | 'after-as-of' | 'filtered'>;

/** Why a figure is missing, or what its reader should know. */
export type ReasonCode =
  | 'no-data'
  | 'zero-denominator'
  | 'not-enough-history'
  | 'missing-table'
  | 'missing-column'
  | 'missing-event'
  | 'few-distinct-values'
  | 'suppressed'
  | 'rising-count'
  | 'no-revenue'
  | 'open-window'
  | 'unidentified';

/** Things that the settings and ingestion tell without stopping. */
export type NoticeCode = Told<IngestNoticeCode | 'setting'>;

/** Values that an error names, in the order in which they are shown, and what they are called. */
export const DETAILS = {
  path: 'where',
  param: 'where',
  url: 'where',
  table: 'table',
  line: 'line',
  column: 'column',
  needed: 'expected',
  known: 'expected',
  got: 'found',
  status: 'found',
  currencies: 'found',
  columns: 'found',
} as const;
export type Detail = (typeof DETAILS)[keyof typeof DETAILS];

/** Lines of an explanation and of the caption. */
export type Line =
  'reason' | 'definition' | 'formula' | 'numerator' | 'denominator' | 'interval' | 'n' | 'window' | 'asOf' | 'timeZone' | 'used' | 'left';

/** Tables, and parts of a result that a reason may name. */
export type Name = TableName | 'window' | 'recency' | 'frequency' | 'monetary' | 'cells' | 'segments' | 'scores' | 'attrition' | 'tiers';
