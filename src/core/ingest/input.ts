/** What a page may hand over, and the options that steer how it is read. */
import type { TableName } from '../table/dataset.js';

export type Row = Readonly<Record<string, unknown>>;
/** One table by columns: every array of the same length. */
export interface ColumnarTable {
  readonly columns: Readonly<Record<string, ArrayLike<unknown>>>;
}
export type TableInput = readonly Row[] | ColumnarTable;

export interface DatasetMeta {
  readonly currency?: string;
  readonly tz?: string;
  readonly timeZone?: string;
  readonly generated_at?: string | number;
  readonly tax_included?: boolean;
}

/** The data set object; every table is optional, unknown keys are reported. */
export type DatasetObject = { readonly version?: number; readonly meta?: DatasetMeta } & { readonly [K in TableName]?: TableInput };

/** A data set object, a bare array of rows (the table is recognised by its headers), one columnar table, or any of these as JSON text. */
export type DatasetInput = DatasetObject | readonly Row[] | ColumnarTable | string;

/** Our column name -> header in the input, for one table; or table -> such an object. `{ total: 'Montant TTC' }`. */
export type ColumnMapping = Readonly<Record<string, string>>;
export type Mapping = ColumnMapping | Readonly<Partial<Record<TableName, ColumnMapping>>>;

export interface DatasetOptions {
  /** IANA zone in which days are counted and naive times are read. Default: meta, else UTC. */
  timeZone?: string;
  /** ISO 4217. Chosen among several in the data: rows in another currency are refused and counted. */
  currency?: string;
  mapping?: Mapping;
  /** Table of a bare array of rows, when headers cannot tell. */
  table?: TableName;
  /** A fully refunded order still counts as a purchase. Default false. */
  keepFullyRefunded?: boolean;
}
