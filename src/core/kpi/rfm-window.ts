/**
 * The window of customer figures, (asOf - W, asOf], and the rule that finds W in the data (L7, V9): the mean recency of all
 * customers with an order, rounded to months of 30.4375 days, at least one.
 */
import { formatIsoDay } from '../calendar/civil-day.js';
import { windowStart } from '../calendar/window.js';
import type { FixedWindow, WindowSpec } from '../calendar/window.js';
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import type { RfmWindow } from './rfm-types.js';

/** Days since the last order, over all customers with an order: integers only. */
export interface RecencyFacts {
  readonly customers: number;
  readonly sum: number;
  /** The two middle values: the same one when the number of customers is odd. 0 without customers. */
  readonly medianLow: number;
  readonly medianHigh: number;
}

/** What a window comes to. */
export interface WindowFacts {
  readonly rule: RfmWindow['rule'];
  /** First day included; null when there is no order, or no rule can be followed. */
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  readonly months: number | null;
  readonly recency: RecencyFacts;
  /** Where the window would begin if the data, or the period of the filter, did not begin later; null when they go back far enough. */
  readonly missingFrom: CivilDay | null;
}

/** Day of the last order of each customer, among the orders let through; NO_DAY without any. */
export function lastOrderDays(context: KpiContext): Int32Array {
  const last = new Int32Array(context.dataset.customers.length).fill(NO_DAY);
  const { orders: table } = context.dataset;
  if (table === null || context.orders === null) return last;
  const { words } = context.orders;
  const { customer, day, length } = table;
  for (let row = 0; row < length; row++) {
    if (((words[row >>> 5] >>> (row & 31)) & 1) === 0) continue;
    const owner = customer[row];
    if (owner >= 0 && day[row] > last[owner]) last[owner] = day[row];
  }
  return last;
}

/** Recency of everybody who has a last order. */
export function recencyFacts(lastDays: Int32Array, asOf: CivilDay | null): RecencyFacts {
  const days = lastDays.filter((day) => day !== NO_DAY);
  const customers = days.length;
  if (customers === 0 || asOf === null) return { customers: 0, sum: 0, medianLow: 0, medianHigh: 0 };
  days.sort();
  let sum = 0;
  for (const day of days) sum += asOf - day;
  // Ascending days are descending recencies.
  return { customers, sum, medianLow: asOf - days[customers >>> 1], medianHigh: asOf - days[(customers - 1) >>> 1] };
}

/**
 * Months of the mean recency: sum / customers / 30.4375 rounded half up, at least 1; null without customers.
 * 30.4375 = 487 / 16, so that everything stays in integers.
 */
export function meanRecencyMonths(recency: RecencyFacts): number | null {
  if (recency.customers === 0) return null;
  return Math.max(1, Math.floor((32 * recency.sum + 487 * recency.customers) / (974 * recency.customers)));
}

function fixedWindow(spec: WindowSpec, recency: RecencyFacts): FixedWindow | null {
  if (spec.kind !== 'auto') return spec;
  const count = meanRecencyMonths(recency);
  return count === null ? null : { kind: 'months', count };
}

/** First day of any order, let through or not; null when there is none. */
export function firstOrderDay(context: KpiContext): CivilDay | null {
  const { orders } = context.dataset;
  if (orders === null || orders.length === 0) return null;
  let first = orders.day[0];
  for (const day of orders.day) if (day < first) first = day;
  return first;
}

const RULES = { auto: 'mean-recency', all: 'all', months: 'given', days: 'given' } as const;

/** The window that a parameter means for these data. */
export function resolveWindow(context: KpiContext, spec: WindowSpec, recency: RecencyFacts): WindowFacts {
  const { asOf } = context;
  const fixed = fixedWindow(spec, recency);
  const facts = { rule: RULES[spec.kind], to: asOf, months: fixed?.kind === 'months' ? fixed.count : null, recency };
  const first = firstOrderDay(context);
  if (asOf === null || fixed === null || first === null || first > asOf) return { ...facts, from: null, missingFrom: null };
  const known = Math.max(first, context.from ?? first);
  const from = windowStart(asOf, fixed);
  if (from === null) return { ...facts, from: known, missingFrom: null };
  return { ...facts, from: Math.max(from, context.from ?? from), missingFrom: known > from ? from : null };
}

/** The window as results show it. */
export function describeWindow(window: WindowFacts): RfmWindow {
  const { customers, sum, medianLow, medianHigh } = window.recency;
  return {
    from: window.from === null ? null : formatIsoDay(window.from),
    to: window.to === null ? '' : formatIsoDay(window.to),
    months: window.months,
    meanRecencyDays: customers === 0 ? null : sum / customers,
    medianRecencyDays: customers === 0 ? null : (medianLow + medianHigh) / 2,
    rule: window.rule,
  };
}
