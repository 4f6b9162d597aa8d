/** Codes that results, reports and errors carry, as far as the library has words for them. Unknown codes are shown as they are. */
import type { DetailNames, ErrorCode } from '../core/errors.js';
import type { IngestNoticeCode, RowReason } from '../core/ingest/report.js';
import type { Dataset, TableName } from '../core/table/dataset.js';

/** Codes with the same words stand together. */
type Codes<Keys> = Keys extends `${infer First} ${infer Rest}` ? First | Codes<Rest> : Keys;
/** The keys, if they hold all codes and nothing else. */
type All<Code, Keys> = [Exclude<Code, Codes<Keys>>, Exclude<Codes<Keys>, Code>] extends [never, never] ? Keys & string : never;

/** Words for a code, or undefined. */
export function wordsOf<T>(words: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.entries(words).find(([codes]) => codes.split(' ').includes(code))?.[1];
}

/** A lost worker is as much an internal failure as whatever is not known. */
export type ErrorWords = All<
  Exclude<ErrorCode, 'worker-lost'>,
  | 'aborted'
  | 'bad-csv'
  | 'bad-json'
  | 'bad-utf8'
  | 'empty-input'
  | 'html-instead-of-json'
  | 'invalid-param invalid-date invalid-mapping invalid-time-zone unknown-kpi'
  | 'missing-column'
  | 'mixed-currency'
  | 'network http-status'
  | 'no-table too-deep'
  | 'not-cloneable'
  | 'timeout'
  | 'too-large'
  | 'internal'
>;

/** Why a row does not stand behind a figure: refused or left out by ingestion, or narrowed by the request. */
export type LeftReason = All<
  RowReason | 'after-as-of' | 'filtered',
  | 'adjustment'
  | 'after-generated-at'
  | 'bad-amount bad-count'
  | 'bad-date'
  | 'bad-row'
  | 'duplicate-id'
  | 'fully-refunded'
  | 'missing-amount'
  | 'missing-date'
  | 'missing-id missing-type missing-step'
  | 'other-currency'
  | 'returned'
  | 'status-cancelled'
  | 'status-pending status-failed'
  | 'status-unknown'
  | 'test-order'
  | 'zero-value'
  | 'after-as-of'
  | 'filtered'
>;

/** Why a figure is missing, or what its reader should know. */
export type ReasonCode =
  | 'no-data'
  | 'zero-denominator'
  | 'not-enough-history'
  | 'missing-table'
  | 'missing-column'
  | 'missing-event'
  | 'partial-costs'
  | 'filtered'
  | 'few-distinct-values merged-bins'
  | 'suppressed'
  | 'rising-count'
  | 'no-revenue'
  | 'open-window'
  | 'unidentified guest-orders'
  | 'early-registration'
  | 'order-before-registration'
  | 'cut-short';

/** Things that the settings and ingestion tell without stopping. */
export type NoticeCode = All<
  IngestNoticeCode | 'setting',
  | 'ambiguous-format'
  | 'bad-generated-at'
  | 'column-by-values'
  | 'column-ignored status-ignored'
  | 'cut-short'
  | 'mixed-formats'
  | 'no-rows'
  | 'refunds-given-twice'
  | 'setting'
  | 'unknown-key'
  | 'unknown-status'
>;

/** The keys, if no build shortens the names in them. */
type Kept<Keys> = [Exclude<Codes<Keys>, keyof DetailNames | 'path'>] extends [never] ? Keys : never;

/** Values that an error names, together where they are called the same. */
export type Detail = Kept<'path url' | 'table' | 'line' | 'column' | 'needed' | 'got status currencies columns'>;

/** Lines of an explanation and of the caption. */
export type Line =
  | 'reason'
  | 'definition'
  | 'formula'
  | 'numerator'
  | 'denominator'
  | 'interval'
  | 'n'
  | 'window'
  | 'asOf'
  | 'timeZone'
  | 'used'
  | 'left'
  | 'tables';

/** Tables, and parts of a result that a reason may name. */
export type Name =
  | Extract<TableName, keyof Dataset>
  | 'identities'
  | 'window'
  | 'recency'
  | 'regularity'
  | 'frequency'
  | 'monetary'
  | 'cells'
  | 'cohorts'
  | 'curves'
  | 'segments'
  | 'scores'
  | 'attrition'
  | 'tiers'
  | 'flows'
  | 'renewal'
  | 'months';
