/**
 * A data set: immutable typed columns, built once by ingest, read by every KPI.
 * Money is integer minor units held in Float64Array (exact to 2^53), days are civil days (days since 1970-01-01) in the
 * data owner's time zone, instants are epoch seconds, identities are dictionary codes.
 */

import type { CivilDay } from '../calendar/civil-day.js';

export type { CivilDay };

/** Marks a missing day in an Int32Array of days. */
export const NO_DAY = -2147483648;
/** Later than any day, in an Int32Array of days. */
export const NEVER = 2147483647;
/** Marks a missing code in an Int32Array of dictionary codes. */
export const NO_CODE = -1;

/** Names of the tables that a data set may hold. */
export type TableName =
  | ('orders' | 'refunds' | 'customers' | 'identities' | 'visits' | 'events' | 'steps' | 'order_lines' | 'products' | 'pageviews' | 'pages')
  | ('touchpoints' | 'campaigns' | 'messages' | 'ad_spend' | 'search' | 'social' | 'surveys' | 'mentions' | 'referrals' | 'placements')
  | ('placement_events' | 'stock' | 'deliveries' | 'tickets' | 'targets');

/** Texts of rows, made only when asked for. */
export interface Texts extends Iterable<string> {
  readonly length: number;
  at(row: number): string | undefined;
}

/** A column of repeated texts: `values[codes[row]]`, code -1 where missing. Codes depend on row order: never sort by them. */
export interface CodeColumn {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/** People known by the data set, one row each, whatever table they came from. */
export interface CustomerTable {
  readonly length: number;
  /** Identity in the data owner's system; for people known only by e-mail, the normalised e-mail. */
  readonly key: Texts;
  /** 1 where `key` is an e-mail address: never shown unless the page asks. */
  readonly keyIsEmail: Uint8Array;
  /** Registration day, NO_DAY where unknown. */
  readonly createdDay: Int32Array;
  /** Registration instant in epoch seconds, NaN where unknown. */
  readonly createdSecond: Float64Array;
  readonly channel: CodeColumn | null;
  readonly country: CodeColumn | null;
  /** lead, mql, opportunity, customer. */
  readonly leadStatus: CodeColumn | null;
}

/** Valid orders only (G4), refunds of an order already subtracted from its `net`. Row order is input order after de-duplication. */
export interface OrderTable {
  readonly length: number;
  readonly id: Texts;
  /** Row in CustomerTable, -1 for an order without identity. */
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly second: Float64Array;
  /** Net revenue, minor units: excluding tax and shipping when known, after discounts and this order's refunds (G3). */
  readonly net: Float64Array;
  /** What was refunded on this order, minor units, >= 0. */
  readonly refunded: Float64Array;
  /** Tax and shipping that are not in `net`, and what was taken off the price: minor units, >= 0; null where no column tells. */
  readonly tax: Float64Array | Int32Array | null;
  readonly shipping: Float64Array | Int32Array | null;
  readonly discount: Float64Array | Int32Array | null;
  readonly channel: CodeColumn | null;
  readonly country: CodeColumn | null;
  readonly device: CodeColumn | null;
}

/** Refunds that match no valid order (orphans): they lower revenue of their own day and never create a purchase. */
export interface RefundTable {
  readonly length: number;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  /** Minor units, >= 0. */
  readonly amount: Float64Array;
}

export interface VisitTable {
  readonly length: number;
  readonly id: Texts;
  /** Code into Dataset.visitors, -1 where missing. */
  readonly visitor: Int32Array;
  /** Row in CustomerTable (directly or through identities), -1 for an anonymous visit. */
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly second: Float64Array;
  readonly channel: CodeColumn | null;
  readonly country: CodeColumn | null;
  readonly device: CodeColumn | null;
  /** Pages seen, NaN where unknown. */
  readonly pages: Float64Array | null;
  /** 1 engaged, 0 not, 2 unknown. */
  readonly engaged: Uint8Array | null;
}

export interface EventTable {
  readonly length: number;
  /** Code into Dataset.visitors, -1 where unknown (given, or by the event's visit). */
  readonly visitor: Int32Array;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly second: Float64Array;
  readonly type: CodeColumn;
  readonly target: CodeColumn | null;
  readonly value: Float64Array | null;
  readonly channel: CodeColumn | null;
  readonly country: CodeColumn | null;
  readonly device: CodeColumn | null;
}

/** A table as it was given: its good rows, typed. */
export interface PlainTable {
  readonly length: number;
  /** Row in CustomerTable, -1 for nobody. */
  readonly customer: Int32Array;
  /** Code into Dataset.visitors, -1 where missing. */
  readonly visitor: Int32Array;
  /** Of the main date: NO_DAY, NaN where unknown. */
  readonly day: Int32Array;
  readonly second: Float64Array;
  /** Of lines: row in OrderTable, -1 for an order that is not there. */
  readonly order?: Int32Array;
  /**
   * Texts as codes, money in minor units, other dates in epoch seconds, NaN where nothing stands; flags as 1, 0, 2 for unknown;
   * null for columns that the table does not have.
   */
  readonly columns: Readonly<Record<string, CodeColumn | Float64Array | Uint8Array | Int32Array | null>>;
}

/** Ready counts of a funnel: `[{ step, count }]`, in input order, optionally with a breakdown key. */
export interface StepTable {
  readonly length: number;
  readonly label: readonly string[];
  readonly count: Float64Array;
  readonly group: readonly string[] | null;
}

/** Rows of a target grouped by owner: rows of owner `c` are `rows[offsets[c]..offsets[c + 1])`, sorted by (second, row). */
export interface RowIndex {
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
}

/** Rows that stand in no table of the data set, for the inventory of sources. */
export interface SourceFacts {
  /** Days of the orders that were made and do not count: cancelled, wholly paid back, worth nothing. */
  readonly undone: Int32Array;
  /** First and last day of the refunds that count, those that have become a part of their order too; null where none is dated. */
  readonly refunded: { readonly from: CivilDay; readonly to: CivilDay } | null;
}

export interface Dataset {
  /** IANA name of the data owner's zone; every `day` is counted in it. */
  readonly timeZone: string;
  /** ISO 4217 code, or null when the data has no money or does not say. */
  readonly currency: string | null;
  /** Decimal digits of one minor unit (EUR 2, JPY 0). Unknown currency: 2. */
  readonly minorDigits: number;
  /** JSON path of the row at which reading ended too soon, where the page asked for what stands before it; else null. */
  readonly cutShort: string | null;
  /** First and last civil day of any dated row, or null when nothing is dated. */
  readonly range: { readonly from: CivilDay; readonly to: CivilDay } | null;
  readonly customers: CustomerTable;
  readonly visitors: readonly string[];
  /** Customer row of each visitor, -1 when anonymous. */
  readonly visitorCustomer: Int32Array;
  readonly orders: OrderTable | null;
  readonly refunds: RefundTable | null;
  readonly visits: VisitTable | null;
  readonly events: EventTable | null;
  readonly steps: StepTable | null;
  /** Tables that have no form of their own. */
  readonly tables: Readonly<Partial<Record<TableName, PlainTable>>>;
  /** Rows read but kept out, by table and reason (`{ orders: { 'status-cancelled': 12 } }`), of every table that was given. */
  readonly left: Partial<Record<TableName, Record<string, number>>>;
  /** Rows that count, of every table that was given; refunds of an order that is there are among them. */
  readonly used?: Partial<Record<TableName, number>>;
  readonly facts?: SourceFacts;
}
