/** What `lifecycle` counts, in integers: people by their stages at two dates, and at earlier ones as far apart. */
import { addMonths, parseIsoDay } from '../calendar/civil-day.js';
import { windowBack } from '../calendar/window.js';
import { refuse } from '../errors.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { prospectEntries } from './lifecycle-entries.js';
import { historyPieces } from './lifecycle-history.js';
import type { Stays } from './lifecycle-history.js';
import { monthCounts } from './lifecycle-months.js';
import type { MonthCount } from './lifecycle-months.js';
import { PLACES, stageRules } from './lifecycle-rules.js';
import type { StageRules } from './lifecycle-rules.js';
import type { LifecycleParams } from './lifecycle-types.js';
import { lastOrders, sumOrders } from './order-sums.js';
import { resolveWindow } from './rfm-window.js';
import type { WindowFacts } from './rfm-window.js';

/** Months over which the revenue of people is counted. */
const REVENUE_MONTHS = 12;
/** Earlier periods among which the best one is looked for: a year of quarters. */
const EARLIER = 4;

/** @internal Passage `from` -> `to` stands at `from * PLACES + to`. */
export interface Passages {
  readonly customers: Int32Array;
  /** The data reach back far enough for the stages at its beginning. */
  readonly covered: boolean;
  /** First day that they must cover. */
  readonly needed: CivilDay;
}

/** @internal */
export interface LifecyclePartials {
  readonly window: WindowFacts;
  readonly used: number;
  readonly guestOrders: number;
  /** The rest is null without a customer. */
  readonly counted: {
    readonly from: CivilDay;
    readonly rules: StageRules;
    /** Somebody is known before a first order. */
    readonly knowsProspects: boolean;
    /** Latest first. */
    readonly passages: readonly Passages[];
    /** By passage of the latest period, minor units: of 12 months. */
    readonly revenue: Float64Array;
    /** The same, of the time between the dates only. */
    readonly revenueBetween: Float64Array;
    readonly stays: readonly Stays[];
    readonly months: readonly MonthCount[];
  } | null;
}

/** The two dates, and earlier ones as far apart: latest first. */
function datesBack(asOf: CivilDay, from: string): CivilDay[] {
  const day = parseIsoDay(from);
  if (day !== null && day >= asOf) refuse('params.from', 'a day before the as-of day', from);
  return Array.from({ length: EARLIER + 2 }, (_, back) => (day === null ? windowBack(asOf, from, back) : asOf - back * (asOf - day)));
}

/** Adds up by the stages of each customer at two dates. */
function sumPassages<T extends Int32Array | Float64Array>(sums: T, from: Uint8Array, to: Uint8Array, amounts?: Float64Array): T {
  for (let owner = 0; owner < to.length; owner++) sums[from[owner] * PLACES + to[owner]] += amounts ? amounts[owner] : 1;
  return sums;
}

export function* lifecyclePartials(context: KpiContext, params: LifecycleParams): Generator<void, LifecyclePartials, void> {
  const { asOf } = context;
  const { last, used, guestOrders } = lastOrders(context);
  yield;
  const window = resolveWindow(context, params.window, last);
  yield;
  if (asOf === null || window.length === null || window.customers === 0) return { window, used, guestOrders, counted: null };
  const dates = datesBack(asOf, params.from);
  const rules = stageRules(context, params, window.length, last);
  const { day: entry, areKnown } = prospectEntries(context, last);
  yield;
  const { stages: byDate, stays } = yield* historyPieces(context, rules, [...dates].reverse(), entry);
  const stages = [...byDate].reverse();
  const size = PLACES * PLACES;
  const passages = dates.slice(1).map((from, at) => {
    // An earlier period is a model only once the beginning of the data, where everybody looks new, lies behind.
    const needed = windowBack(from, rules.inactiveWindow, at === 0 ? 1 : 2) + 1;
    const customers = sumPassages(new Int32Array(size), stages[at + 1], stages[at]);
    // Who is outside at both dates is in nothing.
    customers[0] = 0;
    return { customers, covered: window.known <= needed, needed };
  });
  yield;
  const revenueFrom = (day: CivilDay) => sumPassages(new Float64Array(size), stages[1], stages[0], sumOrders(context, day).revenue);
  const revenue = revenueFrom(addMonths(asOf, -REVENUE_MONTHS) + 1);
  yield;
  const revenueBetween = revenueFrom(dates[1] + 1);
  yield;
  const money = { revenue, revenueBetween };
  const counted = { from: dates[1], rules, knowsProspects: areKnown, passages, ...money, stays, months: monthCounts(context) };
  return { window, used, guestOrders, counted };
}
