/** What `retention` counts, in integers: a grid of cohorts by periods since the first order, in one pass over the orders. */
import type { PeriodTable } from '../calendar/period-table.js';
import { sum } from '../stats/sum.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { orderMargins } from './order-margin.js';
import { eachRefund, firstOrderDay, ordersOf } from './order-facts.js';
import { periodsOf } from './order-periods.js';
import { findMembers } from './retention-members.js';
import type { Members } from './retention-members.js';
import { findSpend, trianglePartials } from './retention-triangle.js';
import type { TrianglePartials } from './retention-triangle.js';
import type { RetentionParams } from './retention-types.js';

/** @internal Cell `k` of cohort `c` stands at `c * width + k`; money in minor units. */
export interface RetentionPartials {
  readonly hasOrders: boolean;
  readonly names: readonly (string | null)[] | null;
  /** First day of each period, and the day after the last one. */
  readonly starts: readonly CivilDay[];
  /** First day of a first order that counts. */
  readonly from: CivilDay | null;
  readonly width: number;
  /** By cohort: members, and cells that have begun for one of them at least. */
  readonly sizes: Int32Array;
  readonly lengths: Int32Array;
  /** Members whose period is over; of those, who ordered in it, and (`rolling` only) who did in it or later. */
  readonly base: Int32Array;
  readonly active: Int32Array;
  readonly rolling: Int32Array;
  readonly orders: Int32Array;
  readonly revenue: Float64Array;
  used: number;
  guestOrders: number;
  /** Where a metric is asked for. */
  triangle?: TrianglePartials;
}

/** @internal Where members and periods meet. */
export interface Plan {
  readonly periods: PeriodTable;
  readonly members: Members;
  /** Periods that are over by the as-of day. */
  readonly over: number;
  /** Cells of a cohort; cohorts. */
  readonly width: number;
  readonly cohorts: number;
  /** Members by cohort and first period, at `cohort * periods + period`. */
  readonly began: Int32Array;
}

/** Margin of the orders whose costs are known by cell, and their net altogether; margins of all orders by row. */
interface Margins {
  readonly each: Float64Array;
  readonly margin: Float64Array;
  covered: number;
}

function countBeginnings({ start, cohort }: Members, cohorts: number, count: number): Int32Array {
  const began = new Int32Array(cohorts * count);
  for (let owner = 0; owner < start.length; owner++) if (start[owner] >= 0) began[cohort[owner] * count + start[owner]]++;
  return began;
}

function planOf(context: KpiContext, { grain, key, periods: most }: RetentionParams): Plan {
  const periods = periodsOf(context, grain);
  const { starts } = periods;
  const members = findMembers(context, periods, key);
  const count = starts.length - 1;
  const over = starts[count] - 1 > context.asOf! ? count - 1 : count;
  const cohorts = members.names?.length ?? count;
  return { periods, members, over, width: Math.min(count, most), cohorts, began: countBeginnings(members, cohorts, count) };
}

function newGrid({ dataset, from }: KpiContext, { periods: { starts }, members: { names }, width, cohorts }: Plan): RetentionPartials {
  const cells = () => new Int32Array(cohorts * width);
  const first = Math.max(firstOrderDay(dataset), from ?? -Infinity);
  return {
    hasOrders: dataset.orders !== null,
    from: Number.isFinite(first) ? first : null,
    ...{ names, starts, width, sizes: new Int32Array(cohorts), lengths: new Int32Array(cohorts) },
    ...{ base: cells(), active: cells(), rolling: cells(), orders: cells(), revenue: new Float64Array(cohorts * width) },
    ...{ used: 0, guestOrders: 0 },
  };
}

/** A bit for each cell of a member in which he ordered, and one for all that comes after them. */
const wordsOf = (width: number): number => (width >> 5) + 1;

/**
 * Adds the orders of members; as bits, by customer: in which cells each of them ordered. In the order of the rows: no other is as fast.
 * None of them is before the first one, which the filter has let through: only their last day is to be looked at.
 */
function countOrders(context: KpiContext, plan: Plan, partials: RetentionPartials, margins: Margins | null): Int32Array {
  const { periods, members, over, width } = plan;
  const { placeOf } = periods;
  const [low] = periods.starts;
  const { start, cohort } = members;
  const { active, orders, revenue } = partials;
  const { day, net, customer } = ordersOf(context.dataset);
  const passed = context.rows('orders')!;
  const asOf = context.asOf!;
  const words = wordsOf(width);
  const seen = new Int32Array(start.length * words);
  let [used, guests] = [0, 0];
  for (let row = 0; row < day.length; row++) {
    const owner = customer[row];
    if (owner < 0) {
      guests += passed[row];
      continue;
    }
    const from = start[owner];
    if (from < 0 || day[row] > asOf) continue;
    used++;
    const place = placeOf[day[row] - low];
    const since = Math.min(place - from, width);
    const at = owner * words + (since >> 5);
    const bits = seen[at];
    seen[at] = bits | (1 << since);
    if (since === width || place >= over) continue;
    const cell = cohort[owner] * width + since;
    orders[cell]++;
    revenue[cell] += net[row];
    active[cell] += ~(bits >> since) & 1;
    if (margins === null || Number.isNaN(margins.each[row])) continue;
    margins.margin[cell] += margins.each[row];
    margins.covered += net[row];
  }
  partials.used = used;
  partials.guestOrders = guests;
  return seen;
}

/** Takes away what was given back to members for no order that is known. */
function countRefunds(context: KpiContext, plan: Plan, partials: RetentionPartials, margins: Margins | null): void {
  const { periods, members, over, width } = plan;
  // Whose they are says whether they count.
  eachRefund(context.dataset, null, (amount, day, owner) => {
    const from = members.start[owner] ?? -1;
    const place = periods.placeOf[day - periods.starts[0]] ?? -1;
    if (from < 0 || place < from || place >= over || place - from >= width) return;
    const cell = members.cohort[owner] * width + place - from;
    partials.revenue[cell] -= amount;
    // Goods that nobody can name any more had a cost that nobody knows: all of it is lost.
    if (margins) margins.margin[cell] -= amount;
    partials.used++;
  });
}

/** Adds up each row of a grid from its end: what is at a cell or further on. */
function sumFromEnd(grid: Int32Array, width: number): void {
  for (let cell = grid.length - 2; cell >= 0; cell--) if ((cell + 1) % width !== 0) grid[cell] += grid[cell + 1];
}

/** Members by cohort, and how far each can be followed. */
function countMembers({ over, width, began, cohorts }: Plan, partials: RetentionPartials): void {
  const { sizes, lengths, base } = partials;
  const count = began.length / cohorts;
  for (let at = 0; at < began.length; at++) {
    if (began[at] === 0) continue;
    const from = at % count;
    const row = (at - from) / count;
    sizes[row] += began[at];
    lengths[row] = Math.max(lengths[row], Math.min(count - from, width));
    if (from < over) base[row * width + Math.min(over - from, width) - 1] += began[at];
  }
  sumFromEnd(base, width);
}

/** How far each member came. */
function countRolling({ members, over, width }: Plan, seen: Int32Array, { rolling }: RetentionPartials): void {
  const { start, cohort } = members;
  const words = wordsOf(width);
  for (let owner = 0; owner < start.length; owner++) {
    const from = start[owner];
    if (from < 0 || from === over) continue;
    let at = (owner + 1) * words - 1;
    while (seen[at] === 0) at--;
    const last = 32 * (at - owner * words) + 31 - Math.clz32(seen[at]);
    rolling[cohort[owner] * width + Math.min(last, over - from - 1, width - 1)]++;
  }
  sumFromEnd(rolling, width);
}

export function* retentionPartials(context: KpiContext, params: RetentionParams): Generator<void, RetentionPartials, void> {
  const plan = planOf(context, params);
  yield;
  const partials = newGrid(context, plan);
  const spend = params.metric ? findSpend(context, params.key, plan) : null;
  // Payback goes by margin too.
  const each = params.metric === 'margin' || spend ? orderMargins(context.dataset) : null;
  const margins = each && { each, margin: new Float64Array(partials.revenue.length), covered: 0 };
  yield;
  const seen = countOrders(context, plan, partials, margins);
  yield;
  countMembers(plan, partials);
  if (params.mode === 'rolling') countRolling(plan, seen, partials);
  const ordered = sum(partials.revenue);
  countRefunds(context, plan, partials, margins);
  const { margin = null, covered = 0 } = margins ?? {};
  if (params.metric) partials.triangle = { margin, covered, ordered, spend, ...(yield* trianglePartials(context, params, plan)) };
  return partials;
}
