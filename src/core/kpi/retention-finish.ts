/** From what `retention` counted to its result: rates, the line of average, and what must be withheld. */
import { isoDayOrNull } from '../calendar/civil-day.js';
import { periodKey } from '../calendar/period.js';
import { proportion, ratio } from '../stats/ratio.js';
import type { FinishContext, Finished } from './contract.js';
import { orderReasons, reason, statusOf } from './reason.js';
import type { RetentionPartials } from './retention-partials.js';
import type { RetentionCell, RetentionCohort, RetentionParams, RetentionResult } from './retention-types.js';
import { triangleFinish } from './retention-metric.js';
import type { Hidden } from './retention-metric.js';
import { cellsAt, either, hiddenCells, toldAges, toldOf } from './retention-told.js';
import type { Told } from './retention-told.js';
import { unlessHidden } from './suppression.js';

/** Line of average: customers / base over all cells, where it may be told. */
function averageOf(told: Told, people: Int32Array, { people: hides }: Hidden, falls: boolean): RetentionResult['average'] {
  const { base, lengths } = told.partials;
  const longest = told.rows.reduce((most, row) => Math.max(most, lengths[row]), 0);
  const ages = toldAges(told, people, hides, falls);
  return Array.from({ length: longest }, (_, since) => {
    let [customers, members] = [0, 0];
    for (const cell of cellsAt(told, since)) [customers, members] = [customers + people[cell], members + base[cell]];
    return ages[since] ? ratio(customers, members) : null;
  });
}

/** Names of the cohorts by row, else of the periods. */
interface Names {
  readonly names: RetentionPartials['names'];
  readonly keys: readonly string[];
}

/** Counts and money of each cell; rates where no metric is asked for. */
function cohortsOf(
  told: Told,
  hidden: Hidden,
  people: Int32Array,
  { names, keys }: Names,
  unit: number,
  isBare: boolean,
): RetentionCohort[] {
  const { partials, rows } = told;
  const { width, base, orders, revenue, sizes, lengths } = partials;
  const cellOf = (row: number, since: number): RetentionCell | null => {
    const cell = row * width + since;
    if (base[cell] === 0) return null;
    const hides = hidden.people[cell] === 1;
    const counts = unlessHidden({ customers: people[cell], base: base[cell] }, hides);
    const money = unlessHidden({ orders: orders[cell], revenue: revenue[cell] / unit }, hidden.money[cell] === 1);
    if (!isBare) return { ...counts, ...money };
    const [rate, interval] = proportion(counts.customers, base[cell]);
    return { period: names ? null : keys[row + since], ...counts, rate, interval, ...money };
  };
  return rows.map((row) => ({
    cohort: names ? names[row] : keys[row],
    size: told.hidden[row] ? null : sizes[row],
    cells: Array.from({ length: lengths[row] }, (_, since) => cellOf(row, since)),
  }));
}

export function retentionFinish(partials: RetentionPartials, params: RetentionParams, context: FinishContext): Finished<RetentionResult> {
  const { key, grain, mode, metric } = params;
  const { names, starts, active, rolling, used, hasOrders, from } = partials;
  const told = toldOf(partials, params, context.minGroupSize);
  const falls = mode === 'rolling';
  const people = falls ? rolling : active;
  const hides = hiddenCells(told, people, falls);
  const hidden = { people: hides, money: either(hides, hiddenCells(told, active, false)) };
  const keys = starts.slice(0, -1).map((day) => periodKey(day, grain));
  const plain = cohortsOf(told, hidden, people, { names, keys }, context.unit, !metric);
  const isEmpty = plain.length === 0;
  const average = averageOf(told, people, hidden, falls);
  const more = metric ? triangleFinish(told, hidden, plain, average, params, context) : null;
  const hidesCells = told.rows.some((row, at) => !told.hidden[row] && plain[at].cells.some((cell) => cell?.revenue === null));
  const reasons = [
    ...orderReasons(hasOrders, partials.guestOrders, plain.length),
    ...reason('missing-column', names && !isEmpty && !names[0] && (key === 'first-product' ? 'order_lines' : `orders.${key}`)),
    ...(more?.lack ? reason(...more.lack) : []),
    ...reason('suppressed', told.hidden.includes(true) && 'cohorts'),
    ...reason('suppressed', hidesCells && 'cells'),
  ];
  const window = { from: isoDayOrNull(isEmpty ? null : from), to: isoDayOrNull(isEmpty ? null : context.asOf) };
  const { cohorts = plain, triangle } = more ?? {};
  const value = { key, grain, mode, window, cohorts, average, ...(triangle && { triangle }) };
  return { value, status: statusOf(isEmpty, reasons), reasons, used };
}
