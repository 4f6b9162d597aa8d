/** What a page may hand over, and the options that steer how it is read. */
import type { TableName } from '../table/dataset.js';

/** An object of plain values; nested ones are looked into. */
export type Row = object;
/** One table by columns: every array of the same length. */
export interface ColumnarTable {
  readonly columns: Readonly<Record<string, ArrayLike<unknown>>>;
}
export type TableInput = readonly Row[] | ColumnarTable;

export interface DatasetMeta {
  /** ISO 4217; for amounts whose rows name none. */
  readonly currency?: string;
  /** IANA zone of the data's owner, under any of these names. */
  readonly timeZone?: string;
  readonly timezone?: string;
  readonly tz?: string;
  /** When the data was made: later rows are refused. A day alone lasts to its end. */
  readonly generated_at?: string | number;
  /**
   * Whether the amounts of orders hold tax. false: the subtotal goes before the total, and tax is never subtracted. true: tax is
   * subtracted from the subtotal too, where that stands in for a missing total. Not given: totals hold tax unless their header
   * says otherwise (Montant HT), subtotals do not.
   */
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
  /** Most rows of a table. Default 20 million. */
  maxRows?: number;
  /**
   * Most bytes of memory that reading may take. What the data will take is estimated from rows, columns and the announced length, and
   * refused (`too-large`) before it is taken. Default 4 GB.
   */
  maxMemory?: number;
  /**
   * Bytes that end too soon, or are wrong from some place on: what stands before that place is used, and a notice
   * (`cut-short`) names it. Default: an error.
   */
  allowPartial?: boolean;
  /** Values are kept as they were read, so that rows can be added: for sources. Default false. */
  live?: boolean;
  /** A fully refunded order still counts as a purchase. Default false. */
  keepFullyRefunded?: boolean;
}
