/** What ingestion read, inferred and refused. Plain and structured-cloneable. */
import type { TableName } from '../table/dataset.js';

/** Why a row cannot be used, by alphabet. */
export const REFUSED_REASONS = [
  'after-generated-at',
  'bad-amount',
  'bad-count',
  'bad-date',
  'bad-row',
  'missing-amount',
  'missing-date',
  'missing-id',
  'missing-step',
  'missing-type',
  'other-currency',
] as const;

/** Why a row that could be used does not count, by alphabet. */
export const LEFT_REASONS = [
  'adjustment',
  'duplicate-id',
  'fully-refunded',
  'returned',
  'status-cancelled',
  'status-failed',
  'status-pending',
  'status-unknown',
  'test-order',
  'zero-value',
] as const;

export type RowReason = (typeof REFUSED_REASONS)[number] | (typeof LEFT_REASONS)[number];

/** Codes of the notices that ingestion writes. */
export type IngestNoticeCode =
  | 'ambiguous-format'
  | 'bad-generated-at'
  | 'column-by-values'
  | 'column-ignored'
  | 'cut-short'
  | 'mixed-formats'
  | 'no-rows'
  | 'refunds-given-twice'
  | 'status-ignored'
  | 'unknown-key'
  | 'unknown-status';

/** Something the person should know though nothing stopped. */
export interface Notice {
  /** One of IngestNoticeCode, when it comes from ingestion. */
  code: string;
  /** English sentence for developers. */
  message: string;
  table?: TableName;
  column?: string;
  details?: Record<string, string | number>;
}

export interface RefusedRows {
  reason: RowReason;
  count: number;
  /** The first few, with the JSON path of the value and a short copy of what stood there. */
  examples: { path: string; got: string }[];
}

export interface ColumnMatch {
  /** Our name: `created_at`. */
  column: string;
  /** Header in the input that was recognised: `InvoiceDate`. */
  header: string;
  /** How: by alias of the header, by the look of the values, or by the page's mapping. */
  by: 'alias' | 'values' | 'mapping';
  /** What the values were read as: `date:iso`, `date:day-first`, `epoch:ms`, `decimal:point`, `decimal:comma`, `text`, … */
  format: string;
}

export interface TableReport {
  table: TableName;
  read: number;
  used: number;
  /** Rows that could not be read, by reason. */
  refused: RefusedRows[];
  /** Rows that were read but do not count (cancelled, duplicates replaced by a later row, tests…), by reason. */
  left: RefusedRows[];
  columns: ColumnMatch[];
  /** Headers that no rule recognised: kept aside, not used. */
  aside: string[];
}

export interface IngestReport {
  tables: TableReport[];
  timeZone: string;
  /** Where the zone came from. */
  timeZoneFrom: 'option' | 'meta' | 'default';
  currency: string | null;
  /** First and last civil day, ISO, or null. */
  from: string | null;
  to: string | null;
  customers: number;
  /** Orders without any identity: count in sales, never in customer figures. */
  guestOrders: number;
  notices: Notice[];
}
