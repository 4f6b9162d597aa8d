/** A retention result with the words and formats to tell it. */
import type { Mark, Speech } from '../../base/widget.js';
import { FEW } from '../../chart/figures.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { RetentionCell, RetentionCohort, RetentionResult, RetentionTriangle } from '../../core/kpi/retention-types.js';
import { cohortTerms, type CohortMetric, type CohortTerms } from '../../locale/cohort-terms.js';
import type { Formatter } from '../../locale/formatter.js';
import type { Terms } from '../../locale/terms.js';

/** @internal A cohort with its name, and its cells by age. */
export interface CohortRow extends RetentionCohort {
  readonly name: string;
  /** Begins with the data. */
  readonly censored: boolean;
}

/** @internal */
export interface CohortContext extends KpiResult<RetentionResult> {
  readonly base: Terms;
  readonly terms: CohortTerms;
  readonly format: Formatter;
  readonly metric: CohortMetric;
  /** Age of the first column: everybody orders in the first period, which is no news. */
  readonly first: number;
  readonly line: readonly (number | null)[];
  readonly triangle: Partial<RetentionTriangle>;
  readonly cohorts: readonly CohortRow[];
  /** A value of the metric, exact. */
  write(value: number | null | undefined): string;
  /** The same in less room, the longest first. */
  readonly short: readonly ((value: number | null) => string)[];
  money(value: number | null): string;
}

/** Periods that the finding looks at, where it is not the next one: half a year. */
const HEADLINE = { week: 26, month: 6, quarter: 2 } as const;

export const isShare = (metric: CohortMetric): boolean => !/^(revenue|margin|basket)$/.test(metric);

/** Calendar periods in words; channels, countries and products as they are. */
function nameOf(cohort: string | null, isPeriod: boolean, terms: CohortTerms, format: Formatter): string {
  if (cohort === null) return terms.others;
  const [, year, kind, number] = (isPeriod && /^(.*)-([WQ])(\d+)$/.exec(cohort)) || [];
  if (year) return terms[kind === 'W' ? 'week' : 'quarter'](Number(number), year);
  return isPeriod ? format.month(cohort) : cohort;
}

export function cohortContext(result: KpiResult<RetentionResult>, { terms: base, format }: Speech): CohortContext {
  const { value, currency } = result;
  const terms = cohortTerms[base.language](format);
  // A result without a metric is about retention.
  const { triangle = {} as Partial<RetentionTriangle> } = value;
  const asked = triangle.metric ?? 'retention';
  const metric = asked === 'retention' && value.mode === 'rolling' ? 'rolling' : asked;
  const isPeriod = value.key === 'first-order';
  const money = (amount: number | null) => format.money(amount, currency);
  const compact = (sign: string | null) => (amount: number | null) => format.moneyCompact(amount, sign);
  const whole = (share: number | null) => format.count(share && Math.round(share * 100));
  return {
    ...result,
    ...{ base, terms, format, metric, triangle, money },
    first: /^r(et|ol)/.test(metric) ? 1 : 0,
    line: triangle.line ?? value.average,
    cohorts: value.cohorts.map((cohort, place) => ({
      ...cohort,
      name: nameOf(cohort.cohort, isPeriod, terms, format),
      censored: place === 0 && triangle.leftCensored === true,
    })),
    write: (amount = null) => (isShare(metric) ? format.rate(amount) : money(amount)),
    short: isShare(metric) ? [format.rate, whole] : [compact(currency), compact(null)],
  };
}

export const valueOf = ({ value, rate = null }: RetentionCell): number | null => (value === undefined ? rate : value);

/** Whether what stands on so many customers, or orders, says little. */
const isFew = (whole: number | null | undefined): boolean => whole !== undefined && (whole ?? 0) < FEW;

/** The age that the finding is about: one period later, or half a year of months as far as enough customers are known. */
export function headlineAge({ metric, first, line, value, triangle: { lineWhole = [] } }: CohortContext): number {
  if (first || metric === 'basket') return first;
  let age = 0;
  while (age + 1 < HEADLINE[value.grain] && (line[age + 1] ?? null) !== null && !isFew(lineWhole[age + 1])) age++;
  return age;
}

/** How many customers the headline stands on, where they are few; else null. */
export function fewAt({ triangle: { lineWhole = [] } }: CohortContext, age: number): number | null {
  return isFew(lineWhole[age]) ? (lineWhole[age] ?? 0) : null;
}

/** What a person picks in the row of a cohort. */
export function selectionOf({ value: { key } }: CohortContext, { cohort, size }: CohortRow): Mark['selection'] {
  const dimension = key === 'first-order' ? 'cohort' : key;
  return cohort === null ? null : { dimension, values: [cohort], customers: size };
}

/** Whether what a customer costs comes back in the figure that is shown: then it stands beside it. */
export const isPaidIn = ({ metric, triangle }: CohortContext): boolean => metric === triangle.paybackBy;

/** What it cost to win a cohort, and when that came back. */
export function costLines({ terms, triangle, value: { grain }, money }: CohortContext, { acquisition }: CohortRow): string[] {
  if (!acquisition || acquisition.cac === null) return [];
  const { cac, payback, observed } = acquisition;
  const { paybackBy = 'revenue' } = triangle;
  const paid = payback ? [terms.paidBack(payback, grain, paybackBy)] : observed ? [terms.notPaidBack(observed, grain, paybackBy)] : [];
  return [terms.cost(money(cac)), ...paid];
}

/** What should be known of what is drawn. */
export function notesOf({ terms, filter, triangle, money, value }: CohortContext): string[] {
  const { spentBefore = 0 } = triangle;
  return [
    ...(filter.channel || filter.country ? [terms.won] : []),
    ...(spentBefore > 0 ? [terms.spentBefore(money(spentBefore), value.grain)] : []),
  ];
}

/** What the value of a cell says, and what it stands on. */
export function cellLines(context: CohortContext, cell: RetentionCell | null): string[] {
  const { terms, base, format, metric, write, money } = context;
  if (!cell) return [terms.running];
  const value = valueOf(cell);
  if (value === null) return [cell.customers === null || cell.revenue === null ? base.reasons.suppressed : terms.unknown];
  const { part = metric === 'revenue' ? cell.revenue : cell.customers, valueInterval = cell.interval ?? null } = cell;
  const said = terms.said(metric, write(value));
  if (isShare(metric)) return [`${said} (${format.rateInterval(valueInterval)})`, terms.share(part ?? 0, cell.base ?? 0)];
  return [said, metric === 'basket' ? terms.basketOf(money(cell.revenue), cell.orders ?? 0) : terms.moneyOf(money(part))];
}
