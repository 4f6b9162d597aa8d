/**
 * Very good customers (TBC, L6) at the end of past periods: segments by quartile of what customers spent in the window that ends there. The
 * window is the automatic one of the as-of day, and everybody counts, whatever a filter narrows.
 *
 * What a customer spent changes only where an order enters or leaves the window: between, all periods are one span. Three looks at the
 * spans: how many spent about as much (steps of 1.6 %), which amount of the right step is the limit, and who spent more.
 */
import { addMonths } from '../calendar/civil-day.js';
import { periodTable } from '../calendar/period-table.js';
import type { PeriodTable } from '../calendar/period-table.js';
import type { Grain } from '../calendar/period.js';
import type { CivilDay, Dataset } from '../table/dataset.js';
import { activeMonths } from './active-months.js';
import { customerMoves, dayOf, isRefund } from './customer-moves.js';
import type { CustomerMoves } from './customer-moves.js';
import { firstOrderDay } from './order-facts.js';
import { remembered } from './remembered.js';

/** @internal Stretches of periods at whose ends somebody was a very good customer, by customer and time. */
export interface TopRuns {
  readonly periods: PeriodTable;
  /** Periods that are over by the as-of day. */
  readonly over: number;
  /** Months of the window; null without any customer. */
  readonly months: number | null;
  readonly owner: Int32Array;
  /** First period of a run, and the one after its last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Customers looked at between two pauses. */
const SLICE = 32768;

/** By days since `low`: the first period whose window holds that day, and the first one whose window does no longer. */
interface Reach {
  readonly low: CivilDay;
  readonly over: number;
  readonly enter: Int32Array;
  readonly leave: Int32Array;
}

function reachOf({ starts, placeOf }: PeriodTable, over: number, months: number, { stamp }: CustomerMoves, asOf: CivilDay): Reach {
  let low = asOf;
  for (let at = 0; at < stamp.length; at++) if (dayOf(stamp[at]) < low) low = dayOf(stamp[at]);
  const length = asOf - low + 1;
  const enter = Int32Array.from({ length }, (_, at) => Math.min(over, placeOf[low + at - starts[0]] ?? 0));
  const leave = new Int32Array(length).fill(over);
  for (let place = over - 1; place >= 0; place--) leave.fill(place, 0, Math.max(0, addMonths(starts[place + 1] - 1, -months) - low + 1));
  return { low, over, enter, leave };
}

/** What somebody who ordered in the window spent in it, the same for some periods in a row. */
type VisitSpan = (owner: number, from: number, to: number, sum: number) => void;

function visitSpans(moves: CustomerMoves, reach: Reach, first: number, last: number, visit: VisitSpan): void {
  const { offsets, stamp, amount } = moves;
  const { low, over, enter, leave } = reach;
  for (let owner = first; owner < last; owner++) {
    const end = offsets[owner + 1];
    let [at, out] = [offsets[owner], offsets[owner]];
    let [sum, orders, place] = [0, 0, 0];
    for (;;) {
      const entering = at < end ? enter[dayOf(stamp[at]) - low] : over;
      const leaving = out < at ? leave[dayOf(stamp[out]) - low] : over;
      const next = entering < leaving ? entering : leaving;
      if (orders > 0 && place < next) visit(owner, place, next, sum);
      if (next === over) break;
      for (; at < end && enter[dayOf(stamp[at]) - low] === next; at++) {
        sum += amount[at];
        orders += 1 - isRefund(stamp[at]);
      }
      for (; out < at && leave[dayOf(stamp[out]) - low] === next; out++) {
        sum -= amount[out];
        orders -= 1 - isRefund(stamp[out]);
      }
      place = next;
    }
  }
}

/** All spans, in slices. */
function* spans(moves: CustomerMoves, reach: Reach, visit: VisitSpan): Generator<void, void, void> {
  const owners = moves.offsets.length - 1;
  for (let first = 0; first < owners; first += SLICE) {
    visitSpans(moves, reach, first, Math.min(owners, first + SLICE), visit);
    yield;
  }
}

/** Steps of a power of two, and steps of all amounts below 2^31; larger ones share the last step. */
const FINE = 6;
const STEPS = 32 << FINE;

/** Step of an amount: never lower than that of a smaller one. */
function stepOf(amount: number): number {
  if (amount < 1) return 0;
  if (amount >= 2 ** 31) return STEPS - 1;
  const zeros = Math.clz32(amount);
  return ((31 - zeros) << FINE) + (((amount << zeros) >>> (31 - FINE)) & ((1 << FINE) - 1));
}

/** By period: step of the limit, and how many of that step lie below it. */
interface Limits {
  readonly step: Int32Array;
  readonly below: Int32Array;
}

/** @param counts Customers by period and step, as changes from one period to the next; added up here. */
function limitsOf(counts: Int32Array, over: number): Limits {
  const [step, below] = [new Int32Array(over), new Int32Array(over)];
  for (let place = 0; place < over; place++) {
    const from = place * STEPS;
    let people = 0;
    for (let at = from; at < from + STEPS; at++) {
      if (place > 0) counts[at] += counts[at - STEPS];
      people += counts[at];
    }
    // The same rank as that of the quantile of type 1.
    let rank = Math.max(Math.ceil((3 * people) / 4) - 1, 0);
    let at = from;
    for (; at < from + STEPS && rank >= counts[at]; at++) rank -= counts[at];
    step[place] = at - from;
    below[place] = rank;
  }
  return { step, below };
}

/** What three quarters of the customers spent at most, by period; infinite without any. */
function* cuts(moves: CustomerMoves, reach: Reach): Generator<void, Float64Array, void> {
  const { over } = reach;
  const counts = new Int32Array((over + 1) * STEPS);
  yield* spans(moves, reach, (_, from, to, sum) => {
    const step = stepOf(sum);
    counts[from * STEPS + step]++;
    counts[to * STEPS + step]--;
  });
  const { step, below } = limitsOf(counts, over);
  yield;
  const [low, high] = [Math.min(...step), Math.max(...step)];
  const near = Array.from(step, (): number[] => []);
  yield* spans(moves, reach, (_, from, to, sum) => {
    const own = stepOf(sum);
    if (own >= low && own <= high) for (let place = from; place < to; place++) if (step[place] === own) near[place].push(sum);
  });
  return Float64Array.from(near, (amounts, place) => Float64Array.from(amounts).sort()[below[place]] ?? Infinity);
}

/** Runs, to be added by customer and time: one that begins where another of the same customer ends goes on with it. */
function newRuns() {
  const [owners, begins, ends]: number[][] = [[], [], []];
  return {
    add(owner: number, from: number, to: number): void {
      const last = owners.length - 1;
      if (owners[last] === owner && ends[last] === from) ends[last] = to;
      else {
        owners.push(owner);
        begins.push(from);
        ends.push(to);
      }
    },
    found: () => ({ owner: Int32Array.from(owners), from: Int32Array.from(begins), to: Int32Array.from(ends) }),
  };
}

function* runsPieces(dataset: Dataset, asOf: CivilDay, grain: Grain, moves: CustomerMoves): Generator<void, TopRuns, void> {
  const months = activeMonths(dataset, asOf);
  const periods = periodTable(Math.min(firstOrderDay(dataset), asOf), asOf, grain);
  const { starts } = periods;
  const over = starts.filter((start, place) => place > 0 && start - 1 <= asOf).length;
  const { add, found } = newRuns();
  if (months !== null && over > 0) {
    const reach = reachOf(periods, over, months, moves, asOf);
    yield;
    const limit = yield* cuts(moves, reach);
    const [least, most] = [Math.min(...limit), Math.max(...limit.filter(Number.isFinite))];
    yield* spans(moves, reach, (owner, from, to, sum) => {
      if (sum > most) add(owner, from, to);
      else if (sum > least) for (let place = from; place < to; place++) if (sum > limit[place]) add(owner, place, place + 1);
    });
  }
  return { periods, over, months, ...found() };
}

/** What was last asked: the as-of day, and what is known by grain. */
interface Memory {
  asOf?: CivilDay;
  readonly grains: Map<Grain, TopRuns>;
}
const memoryOf = remembered<Dataset, Memory>(() => ({ grains: new Map() }));

/** Of the periods that are over by the as-of day; in slices. */
export function* topRuns(dataset: Dataset, asOf: CivilDay, grain: Grain, moves?: CustomerMoves): Generator<void, TopRuns, void> {
  const memory = memoryOf(dataset);
  if (memory.asOf !== asOf) memory.grains.clear();
  memory.asOf = asOf;
  const known = memory.grains.get(grain);
  if (known) return known;
  const runs = yield* runsPieces(dataset, asOf, grain, moves ?? customerMoves(dataset, asOf));
  // Another day may have been asked between two slices.
  if (memory.asOf === asOf) memory.grains.set(grain, runs);
  return runs;
}
