/** The history of every customer: stages at some dates, how long each stay in a stage lasted, months with an order, revenue. */
import { periodTable } from '../calendar/period-table.js';
import { NEVER, NO_DAY } from '../table/dataset.js';
import type { CivilDay, Dataset } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { entriesOf } from './lifecycle-entries.js';
import { follow } from './lifecycle-follow.js';
import type { Marks, Tables } from './lifecycle-follow.js';
import { marginsFrom } from './lifecycle-margin.js';
import { firstOrderDay } from './order-facts.js';
import { remembered } from './remembered.js';
import { sumOrders } from './order-sums.js';
import type { Occasions } from './occasions.js';
import { passedOccasions } from './passed-occasions.js';
import { lapseDays, ruleNumbers } from './stage-rules.js';
import type { StageRules } from './stage-rules.js';

/** @internal By customer. */
export interface Histories {
  readonly parts: readonly Marks[];
  /** Days of the longest stay, and one more. */
  readonly span: number;
  /** First days of the months, and the day after the last one. */
  readonly starts: readonly CivilDay[];
  /** Stages at the dates, the last one in the lowest place: digits of base PLACES. */
  readonly paths: Int32Array;
  /** First day as a prospect, NEVER for who is none. */
  readonly entries: Int32Array;
  /** From each of some days on, minor units. */
  readonly revenues: readonly Float64Array[];
  /** From the last of these days on; null where costs are not known. */
  readonly margins: Float64Array | null;
}

/** What a history depends on besides the orders. */
export interface HistoryPlan {
  readonly rules: StageRules;
  /** Ascending; the last one is the as-of day. */
  readonly dates: readonly CivilDay[];
  readonly revenueFrom: readonly CivilDay[];
}

/** Customers between two pauses. */
const SLICE = 16384;
/** Days in a century: a registration before that is what some system writes where it knows none. */
const LONG_AGO = 36525;

/** By customer the first day as a prospect; NEVER for who is known by orders alone, even by one that does not count. */
function entryDays({ dataset, asOf }: KpiContext, { offsets }: Occasions): Int32Array {
  const { seen, undated } = entriesOf(dataset);
  const long = asOf! - LONG_AGO;
  return seen.map((known, owner) => {
    const from = known < NEVER || offsets[owner] < offsets[owner + 1] ? known : undated;
    return from < long ? NO_DAY : from;
  });
}

/** When silence leads to a stage: what is between two stages comes never where there is no such stage. */
function lapsesOf({ window, inactiveWindow }: StageRules, begin: CivilDay, asOf: CivilDay): Int32Array {
  const inactive = lapseDays(begin, asOf, inactiveWindow);
  const lapses = new Int32Array(2 * inactive.length).fill(NEVER);
  if (window !== inactiveWindow) lapses.set(lapseDays(begin, asOf, window));
  lapses.set(inactive, inactive.length);
  return lapses;
}

function* historyPieces(context: KpiContext, plan: HistoryPlan): Generator<void, Histories, void> {
  const { rules, dates, revenueFrom } = plan;
  const asOf = context.asOf!;
  const { occasions, hits } = passedOccasions(context);
  yield;
  const entries = entryDays(context, occasions);
  yield;
  const begin = Math.min(firstOrderDay(context.dataset), asOf);
  const span = asOf - Math.min(begin, Math.max(entriesOf(context.dataset).earliest, asOf - LONG_AGO)) + 1;
  const { placeOf, starts } = periodTable(begin, asOf, 'month');
  const paths = new Int32Array(entries.length);
  const tables: Tables = {
    ...{ offsets: occasions.offsets, day: occasions.day, hits, entries, placeOf, paths },
    ...{ dates: Int32Array.from(dates), rules: ruleNumbers(rules), lapses: lapsesOf(rules, begin, asOf) },
    limits: Int32Array.of(begin, span, starts[0]),
  };
  const parts: Marks[] = [];
  for (let from = 0; from < entries.length; from += SLICE) {
    parts.push(follow(tables, from, Math.min(from + SLICE, entries.length)));
    yield;
  }
  const revenues: Float64Array[] = [];
  for (const day of revenueFrom) {
    revenues.push(sumOrders(context, day).revenue);
    yield;
  }
  const margins = marginsFrom(context, revenueFrom[revenueFrom.length - 1]);
  yield;
  return { parts, span, starts, paths, entries, revenues, margins };
}

/** What was last asked of a data set: mostly it is asked again, of other customers. */
const memoryOf = remembered<Dataset, { key?: string; histories?: Histories }>(() => ({}));

/** Of everybody, whatever a filter narrows. */
export function* wholeHistories(context: KpiContext, plan: HistoryPlan): Generator<void, Histories, void> {
  const memory = memoryOf(context.dataset);
  const key = JSON.stringify([plan.dates, plan.revenueFrom, Object.entries(plan.rules).map(String)]);
  if (memory.key !== key) Object.assign(memory, { histories: yield* historyPieces(context, plan), key });
  return memory.histories!;
}
