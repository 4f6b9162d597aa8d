/** What a metric adds to the counts of `retention`, in integers: margin, very good customers, spending, newcomers. */
import type { PeriodTable } from '../calendar/period-table.js';
import type { CodeColumn } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { newcomerPartials } from './newcomers.js';
import type { NewcomerPartials } from './newcomers.js';
import { orderMargins } from './order-margin.js';
import { firstOrderDay, orderRows, ordersOf } from './order-rows.js';
import { eachRefund } from './order-sums.js';
import type { Members } from './retention-members.js';
import type { RetentionParams } from './retention-types.js';
import { topCustomers } from './very-good-customers.js';

/** @internal What was spent on winning customers, and how many were won in the periods in which spending is known. */
export interface SpendPartials {
  /** By cohort; NaN where it cannot be told. Money in minor units. */
  readonly cost: Float64Array;
  readonly won: Int32Array;
  totalCost: number;
  totalWon: number;
}

/** @internal Grids are those of `RetentionPartials`. */
export interface TrianglePartials {
  /** Margin of the orders whose costs are known, and their net; null where no cost is. */
  readonly margin: Float64Array | null;
  readonly covered: Float64Array | null;
  /** Very good customers at the end of each period; null where the metric is another one. */
  readonly top: Int32Array | null;
  readonly spend: SpendPartials | null;
  readonly leftCensored: boolean;
  readonly newcomers: NewcomerPartials;
}

/** Where members and periods meet. */
interface Plan {
  readonly periods: PeriodTable;
  readonly members: Members;
  /** Periods that are over, and cells of a cohort. */
  readonly over: number;
  readonly width: number;
  readonly cells: number;
}

function marginGrids(context: KpiContext, { periods, members, over, width, cells }: Plan) {
  const margins = orderMargins(context.dataset);
  if (!margins) return { margin: null, covered: null };
  const [margin, covered] = [new Float64Array(cells), new Float64Array(cells)];
  const { starts, placeOf } = periods;
  const { start, cohort } = members;
  const { net, customer } = ordersOf(context.dataset);
  const cellOf = (owner: number, place: number): number =>
    owner < 0 || start[owner] < 0 || place < start[owner] || place >= over || place - start[owner] >= width
      ? -1
      : cohort[owner] * width + place - start[owner];
  for (let place = 0; place < over; place++) {
    const rows = orderRows(context, starts[place], starts[place + 1]);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at];
      const cell = cellOf(customer[row], place);
      if (cell < 0 || Number.isNaN(margins[row])) continue;
      margin[cell] += margins[row];
      covered[cell] += net[row];
    }
  }
  // What is given back for goods that nobody can name any more had a cost that nobody knows: all of it is lost.
  eachRefund(context, (amount, day, owner) => {
    const cell = cellOf(owner, placeOf[day - starts[0]]);
    if (cell >= 0) margin[cell] -= amount;
  });
  return { margin, covered };
}

function* topGrid(context: KpiContext, { grain }: RetentionParams, plan: Plan): Generator<void, Int32Array, void> {
  const { members, periods, over, width, cells } = plan;
  const grid = new Int32Array(cells);
  const tops = yield* topCustomers(context.dataset, context.asOf!, grain);
  for (let place = 0; place < over; place++)
    for (const owner of tops.get(periods.starts[place + 1] - 1) ?? []) {
      const since = place - members.start[owner];
      if (members.start[owner] >= 0 && since >= 0 && since < width) grid[members.cohort[owner] * width + since]++;
    }
  return grid;
}

/** Spending on acquisition by cohort: by its period, or by its channel. Rows of another kind (`retention`, `loaded`) do not count. */
function spendOf(context: KpiContext, key: RetentionParams['key'], { periods, members, width, cells }: Plan): SpendPartials | null {
  const { ad_spend: table } = context.dataset.tables;
  const passed = context.rows('ad_spend');
  if (!table || !passed) return null;
  const [kinds, channels] = [table.columns.kind, table.columns.channel] as (CodeColumn | null)[];
  const counts = [true, ...(kinds?.values ?? []).map((kind) => /^acqui/i.test(kind))];
  const { placeOf, starts } = periods;
  const rowOf = new Map((members.names ?? []).map((name, row) => [name, row]));
  const cohorts = cells / width;
  const spend = { cost: new Float64Array(cohorts), won: new Int32Array(cohorts), totalCost: 0, totalWon: 0 };
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < table.length; row++) {
    const place = placeOf[table.day[row] - starts[0]] ?? -1;
    if (place < 0 || !passed[row] || !counts[(kinds?.codes[row] ?? -1) + 1]) continue;
    const cost = (table.columns.cost as Float64Array)[row];
    const channel = channels?.values[channels.codes[row]] ?? null;
    const cohort = key === 'first-order' ? place : key === 'channel' && channel !== null ? rowOf.get(channel) : undefined;
    if (cohort !== undefined) spend.cost[cohort] += cost;
    spend.totalCost += cost;
    first = Math.min(first, place);
    last = Math.max(last, place);
  }
  members.start.forEach((place, owner) => {
    if (place < 0 || place < first || place > last) return;
    spend.won[members.cohort[owner]]++;
    spend.totalWon++;
  });
  return spend;
}

export function* trianglePartials(
  context: KpiContext,
  params: RetentionParams,
  periods: PeriodTable,
  members: Members,
  over: number,
  width: number,
): Generator<void, TrianglePartials, void> {
  const { dataset } = context;
  const { starts } = periods;
  const plan: Plan = { periods, members, over, width, cells: (members.names?.length ?? starts.length - 1) * width };
  const spend = spendOf(context, params.key, plan);
  yield;
  // Payback goes by margin too.
  const grids = params.metric === 'margin' || spend ? marginGrids(context, plan) : { margin: null, covered: null };
  yield;
  return {
    ...grids,
    top: params.metric === 'tbc' && width > 0 ? yield* topGrid(context, params, plan) : null,
    spend,
    leftCensored: params.key === 'first-order' && starts.length > 1 && firstOrderDay(dataset) >= starts[0],
    newcomers: yield* newcomerPartials(context, params.newMonths!),
  };
}
