/** What a metric adds to the counts of `retention`, in integers: margin, very good customers, spending, newcomers. */
import type { CodeColumn } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { newcomerPartials } from './newcomers.js';
import type { NewcomerPartials } from './newcomers.js';
import { firstOrderDay } from './order-facts.js';
import type { Plan } from './retention-partials.js';
import type { RetentionParams } from './retention-types.js';
import { topRuns } from './very-good-customers.js';

/** @internal What was spent on winning customers, and how many were won in the periods in which spending is known. */
export interface SpendPartials {
  /** By cohort; NaN where it cannot be told. Money in minor units. */
  readonly cost: Float64Array;
  readonly won: Int32Array;
  totalCost: number;
  totalWon: number;
  /** Spent before the period of the first order: it belongs to no cohort. */
  before: number;
}

/** @internal Grids are those of `RetentionPartials`. */
export interface TrianglePartials {
  /** Margin of the orders whose costs are known; null where no cost is. */
  readonly margin: Float64Array | null;
  /** Net of those orders, and of all in the grid. */
  readonly covered: number;
  readonly ordered: number;
  /** Very good customers at the end of each period; null where the metric is another one. */
  readonly top: Int32Array | null;
  readonly spend: SpendPartials | null;
  readonly leftCensored: boolean;
  readonly newcomers: NewcomerPartials;
}

/** Very good customers among the members, by cell: each run counts from its beginning until it ends. */
function* topGrid(context: KpiContext, { grain }: RetentionParams, plan: Plan): Generator<void, Int32Array, void> {
  const { members, periods, width, cohorts } = plan;
  const { start, cohort } = members;
  const grid = new Int32Array(cohorts * width);
  const { periods: all, owner: owners, from, to } = yield* topRuns(context.dataset, context.asOf!, grain);
  // A period of the filter begins later, a refund of nobody's order earlier than the first order.
  const shift = all.placeOf[periods.starts[0] - all.starts[0]] ?? -periods.placeOf[all.starts[0] - periods.starts[0]];
  for (let run = 0; run < owners.length; run++) {
    const owner = owners[run];
    if (start[owner] < 0) continue;
    const began = start[owner] + shift;
    const row = cohort[owner] * width;
    if (from[run] - began < width) grid[row + from[run] - began]++;
    if (to[run] - began < width) grid[row + to[run] - began]--;
  }
  for (let cell = 1; cell < grid.length; cell++) if (cell % width !== 0) grid[cell] += grid[cell - 1];
  return grid;
}

/** Spending on acquisition by cohort: by its period, or by its channel. Rows of another kind (`retention`, `loaded`) do not count. */
export function findSpend(
  context: KpiContext,
  key: RetentionParams['key'],
  { periods, members, cohorts, began }: Plan,
): SpendPartials | null {
  const { ad_spend: table } = context.dataset.tables;
  const passed = context.rows('ad_spend');
  if (!table || !passed) return null;
  const [kinds, channels] = [table.columns.kind, table.columns.channel] as (CodeColumn | null)[];
  const counts = [true, ...(kinds?.values ?? []).map((kind) => /^acqui/i.test(kind))];
  const { placeOf, starts } = periods;
  const rowOf = new Map((members.names ?? []).map((name, row) => [name, row]));
  const spend = { cost: new Float64Array(cohorts), won: new Int32Array(cohorts), totalCost: 0, totalWon: 0, before: 0 };
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < table.length; row++) {
    const place = placeOf[table.day[row] - starts[0]] ?? -1;
    if (!passed[row] || !counts[(kinds?.codes[row] ?? -1) + 1]) continue;
    const cost = (table.columns.cost as Float64Array)[row];
    if (table.day[row] < starts[0]) spend.before += cost;
    if (place < 0) continue;
    const channel = channels?.values[channels.codes[row]] ?? null;
    const cohort = key === 'first-order' ? place : key === 'channel' && channel !== null ? rowOf.get(channel) : undefined;
    if (cohort !== undefined) spend.cost[cohort] += cost;
    spend.totalCost += cost;
    first = Math.min(first, place);
    last = Math.max(last, place);
  }
  const count = began.length / cohorts;
  for (let cohort = 0; cohort < cohorts; cohort++)
    for (let place = first; place <= last; place++) {
      spend.won[cohort] += began[cohort * count + place];
      spend.totalWon += began[cohort * count + place];
    }
  return spend;
}

export function* trianglePartials(
  context: KpiContext,
  params: RetentionParams,
  plan: Plan,
): Generator<void, Pick<TrianglePartials, 'top' | 'leftCensored' | 'newcomers'>, void> {
  const { starts } = plan.periods;
  yield;
  return {
    top: params.metric === 'tbc' && plan.width > 0 ? yield* topGrid(context, params, plan) : null,
    leftCensored: params.key === 'first-order' && starts.length > 1 && firstOrderDay(context.dataset) >= starts[0],
    newcomers: yield* newcomerPartials(context, params.newMonths!),
  };
}
