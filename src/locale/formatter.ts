/** Numbers, money, rates, dates and lists as a person writes them. Intl only. */
export interface Formatter {
  /** BCP 47 tag of the formats. */
  readonly locale: string;
  /** Exact: 12 345. */
  count(value: number | null): string;
  /** Compact: 12,3 k. */
  countCompact(value: number | null): string;
  /** Rate 0…1 to one decimal: 10,0 %. What is neither nothing nor all: < 0,1 %, > 99,9 %. */
  rate(value: number | null): string;
  /** Signed rate with U+2212, one decimal unless `digits` says otherwise: −83,0 %. Nothing else reads as nothing or as −100 %. */
  change(value: number | null, digits?: number): string;
  /** Interval of rates, on one line: 1,8–40,4 %. */
  rateInterval(interval: readonly [number, number] | null): string;
  /** Exact money in the result's currency: 8 911 407,90 £. Plain number when currency is null. */
  money(value: number | null, currency: string | null): string;
  /** 12,3 k €; below 1,000 without decimals. */
  moneyCompact(value: number | null, currency: string | null): string;
  /** One decimal unless `digits` says otherwise: 4,3. */
  decimal(value: number | null, digits?: number): string;
  /** 12 jours: the number as the locale writes it, the unit in the language of the words. */
  days(value: number | null): string;
  /** ISO date -> 9 décembre 2011. */
  date(iso: string | null): string;
  /** ISO date -> 09/12/2011. */
  dateShort(iso: string | null): string;
  /** ISO year-month -> déc. 2011. */
  month(isoMonth: string): string;
  bytes(value: number): string;
}
