/** What `lifecycle` counts, in integers: people by their stages at two dates, and at earlier ones as far apart. */
import { addMonths, parseIsoDay } from '../calendar/civil-day.js';
import { windowBack } from '../calendar/window.js';
import { sum } from '../stats/sum.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { wholeHistories } from './lifecycle-history.js';
import type { HistoryPlan } from './lifecycle-history.js';
import { sumPieces } from './lifecycle-sums.js';
import type { HistorySums, MonthCount, Stays } from './lifecycle-sums.js';
import type { LifecycleParams } from './lifecycle-types.js';
import { firstOrderDay } from './order-facts.js';
import { lastOrders } from './order-sums.js';
import { activeWindow, stageRules } from './stage-rules.js';
import type { StageRules } from './stage-rules.js';

/** Months over which the revenue of people is counted. */
const REVENUE_MONTHS = 12;
/** Earlier periods among which the best one is looked for: a year of quarters. */
const EARLIER = 4;
/** Where nobody has ordered no window tells anything: any will do. */
const ANY_WINDOW = '1M';

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
  readonly hasOrders: boolean;
  /** The window of active customers was found in the data. */
  readonly isAuto: boolean;
  /** Somebody has ordered: there is a window. */
  readonly hasWindow: boolean;
  readonly used: number;
  readonly guestOrders: number;
  /** null without anybody in a stage, or where the earlier date is none. */
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
    /** Margin in the same time; null where costs are not known. */
    readonly marginBetween: Float64Array | null;
    readonly stays: readonly Stays[];
    readonly months: readonly MonthCount[];
  } | null;
}

/** The two dates, and earlier ones as far apart: latest first. */
function datesBack(asOf: CivilDay, from: string): CivilDay[] {
  const day = parseIsoDay(from);
  return Array.from({ length: EARLIER + 2 }, (_, back) => (day === null ? windowBack(asOf, from, back) : asOf - back * (asOf - day)));
}

/** Of everybody it is remembered, and added up for those whom a filter chooses. */
function* sumsOf(context: KpiContext, plan: HistoryPlan): Generator<void, HistorySums, void> {
  const { whole = context, inside = null } = context;
  return yield* sumPieces(yield* wholeHistories(whole, plan), plan.dates.length, inside);
}

export function* lifecyclePartials(context: KpiContext, params: LifecycleParams): Generator<void, LifecyclePartials, void> {
  const { asOf, from, dataset } = context;
  const { used, guestOrders } = lastOrders(context);
  yield;
  const length = activeWindow(context, params.window);
  const known = firstOrderDay(dataset);
  const hasWindow = length !== null && known <= asOf!;
  const facts = { hasOrders: dataset.orders !== null, isAuto: params.window === 'auto', hasWindow, used, guestOrders };
  yield;
  const dates = datesBack(asOf ?? 0, params.from);
  // Nobody is in a period that begins after the data, not even who has never ordered.
  if (asOf === null || (from ?? asOf) > asOf || dates[1] >= asOf) return { ...facts, counted: null };
  const rules = stageRules(context, params, length ?? ANY_WINDOW);
  yield;
  const plan = { rules, dates: [...dates].reverse(), revenueFrom: [addMonths(asOf, -REVENUE_MONTHS) + 1, dates[1] + 1] };
  const sums = yield* sumsOf(context, plan);
  const passages = [...sums.passages].reverse().map((customers, at) => {
    // An earlier period is a model only once the beginning of the data, where everybody looks new, lies behind.
    const needed = windowBack(dates[at + 1], rules.inactiveWindow, at === 0 ? 1 : 2) + 1;
    return { customers, covered: known <= needed, needed };
  });
  if (sum(passages[0].customers) === 0) return { ...facts, counted: null };
  const [revenue, revenueBetween] = sums.revenues;
  const { knowsProspects, stays, margins: marginBetween } = sums;
  const months = hasWindow ? sums.months : [];
  return { ...facts, counted: { from: dates[1], rules, knowsProspects, passages, revenue, revenueBetween, marginBetween, stays, months } };
}
