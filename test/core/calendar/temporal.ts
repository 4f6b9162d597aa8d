/** What the tests use of `Temporal`, the independent oracle, in engines that have it. */

interface OracleZoned {
  readonly offsetNanoseconds: number;
  readonly epochMilliseconds: number;
  toPlainDate(): OracleDate;
  getTimeZoneTransition(direction: 'next'): OracleZoned | null;
}

export interface OracleDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly dayOfWeek: number;
  readonly weekOfYear: number;
  readonly yearOfWeek: number;
  add(duration: { days?: number; months?: number }): OracleDate;
  since(other: OracleDate, options: { largestUnit: 'day' }): { days: number };
  toString(): string;
}

export interface Oracle {
  PlainDate: { new (year: number, month: number, day: number): OracleDate };
  PlainDateTime: { from(text: string): { toZonedDateTime(zone: string): OracleZoned } };
  Instant: { fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(zone: string): OracleZoned } };
}

/** `Temporal`, or null where the engine has none. */
export const temporal: Oracle | null = (globalThis as { Temporal?: Oracle }).Temporal ?? null;
