/** What `retention` counts, in integers: a grid of cohorts by periods since the first order, in one pass over the orders by day. */
import type { PeriodTable } from '../calendar/period-table.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrders, orderRows, ordersOf } from './order-rows.js';
import { eachRefund } from './order-sums.js';
import { findMembers } from './retention-members.js';
import type { Members } from './retention-members.js';
import { trianglePartials } from './retention-triangle.js';
import type { TrianglePartials } from './retention-triangle.js';
import type { RetentionParams } from './retention-types.js';
import { periodsOf } from './sales-partials.js';

/** @internal Cell `k` of cohort `c` stands at `c * width + k`; money in minor units. */
export interface RetentionPartials {
  readonly hasOrders: boolean;
  readonly names: readonly (string | null)[] | null;
  /** First day of each period, and the day after the last one. */
  readonly starts: readonly CivilDay[];
  readonly width: number;
  /** By cohort: members, and cells that have begun for one of them at least. */
  readonly sizes: Int32Array;
  readonly lengths: Int32Array;
  /** Members whose period is over; of those, who ordered in it, and who did in it or later. */
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

/** Adds up each row of a grid from its end: what is at a cell or further on. */
function sumFromEnd(grid: Int32Array, width: number): void {
  for (let cell = grid.length - 2; cell >= 0; cell--) if ((cell + 1) % width !== 0) grid[cell] += grid[cell + 1];
}

function newGrid(context: KpiContext, { starts }: PeriodTable, { names }: Members, periods: number): RetentionPartials {
  const count = starts.length - 1;
  const width = Math.min(count, periods);
  const cohorts = names?.length ?? count;
  const cells = () => new Int32Array(cohorts * width);
  return {
    hasOrders: context.dataset.orders !== null,
    ...{ names, starts, width, sizes: new Int32Array(cohorts), lengths: new Int32Array(cohorts) },
    ...{ base: cells(), active: cells(), rolling: cells(), orders: cells(), revenue: new Float64Array(cohorts * width) },
    ...{ used: 0, guestOrders: 0 },
  };
}

/** Adds the orders let through, period by period; `seen`: the last period in which each member ordered. */
function countOrders(
  context: KpiContext,
  { starts }: PeriodTable,
  { start, cohort }: Members,
  over: number,
  seen: Int32Array,
  partials: RetentionPartials,
): void {
  const { width, active, orders, revenue } = partials;
  const { net, customer } = ordersOf(context.dataset);
  for (let place = 0; place + 1 < starts.length; place++) {
    const rows = orderRows(context, starts[place], starts[place + 1]);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at];
      const owner = customer[row];
      if (owner < 0) partials.guestOrders++;
      if (owner < 0 || start[owner] < 0) continue;
      partials.used++;
      const since = place - start[owner];
      if (since < width && place < over) {
        const cell = cohort[owner] * width + since;
        orders[cell]++;
        revenue[cell] += net[row];
        if (seen[owner] !== place) active[cell]++;
      }
      seen[owner] = place;
    }
  }
}

/** Members by cohort, how far each can be followed, and how far each came. */
function countMembers({ start, cohort }: Members, count: number, over: number, seen: Int32Array, partials: RetentionPartials): void {
  const { width, sizes, lengths, base, rolling } = partials;
  for (let owner = 0; owner < start.length; owner++) {
    const from = start[owner];
    if (from < 0) continue;
    const row = cohort[owner];
    const cells = Math.min(over - from, width);
    sizes[row]++;
    lengths[row] = Math.max(lengths[row], Math.min(count - from, width));
    if (cells === 0) continue;
    base[row * width + cells - 1]++;
    rolling[row * width + Math.min(seen[owner] - from, cells - 1)]++;
  }
  sumFromEnd(base, width);
  sumFromEnd(rolling, width);
}

export function* retentionPartials(context: KpiContext, params: RetentionParams): Generator<void, RetentionPartials, void> {
  const { dataset, asOf } = context;
  const periods = periodsOf(context, params.grain);
  const { starts, placeOf } = periods;
  const members = findMembers(context, periods, firstOrders(dataset), params.key);
  yield;
  const partials = newGrid(context, periods, members, params.periods);
  const { width, revenue } = partials;
  const count = starts.length - 1;
  /** Periods that are over by the as-of day. */
  const over = starts[count] - 1 > asOf! ? count - 1 : count;
  const seen = new Int32Array(members.start.length).fill(-1);
  countOrders(context, periods, members, over, seen, partials);
  yield;
  countMembers(members, count, over, seen, partials);
  eachRefund(context, (amount, day, owner) => {
    const from = members.start[owner] ?? -1;
    const place = placeOf[day - starts[0]];
    if (from < 0 || place < from || place >= over || place - from >= width) return;
    revenue[members.cohort[owner] * width + place - from] -= amount;
    partials.used++;
  });
  if (params.metric) partials.triangle = yield* trianglePartials(context, params, periods, members, over, width);
  return partials;
}
