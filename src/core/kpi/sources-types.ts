/** Result of the KPI `sources`. */
import type { TableName } from '../table/dataset.js';

export interface SourceTable {
  table: TableName;
  /** Rows that were read, and those of them that count. */
  read: number;
  rows: number;
  /** First and last day, ISO; null where no row is dated. */
  from: string | null;
  to: string | null;
  /** Rows with a customer (lines of orders: with their order), and their share; null where the table names nobody. */
  joined: number | null;
  joinRate: number | null;
  /** Rows replaced by a later one with the same id, and their share of those read. */
  duplicates: number;
  duplicateRate: number | null;
  /** Rows read that do not count, without duplicates. */
  refused: number;
}

/** Two tables that tell of the same thing, day by day, and do not tell the same. */
export interface SourceConflict {
  tables: readonly [TableName, TableName];
  /** Days that both cover, and those on which they differ. */
  days: number;
  differing: number;
  /** Day of the largest difference, ISO, and what each of them counts on it. */
  worst: { day: string; counts: readonly [number, number] } | null;
}

export interface SourcesResult {
  tables: SourceTable[];
  conflicts: SourceConflict[];
  /** What a filter may choose among: values of the orders, else of the visits, the most frequent first; 50 at most. */
  values: { channel: string[]; country: string[] };
}
