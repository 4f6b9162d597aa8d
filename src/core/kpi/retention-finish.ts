/** From what `retention` counted to its result: rates, the line of average, and what must be withheld. */
import { periodKey } from '../calendar/period.js';
import { proportion, ratio } from '../stats/ratio.js';
import { sum } from '../stats/sum.js';
import type { FinishContext, Finished } from './contract.js';
import { orderReasons, reason, statusOf } from './reason.js';
import type { RetentionPartials } from './retention-partials.js';
import type { RetentionCell, RetentionCohort, RetentionParams, RetentionResult } from './retention-types.js';
import { triangleFinish } from './retention-metric.js';
import { tellsOfFew, unlessHidden, withheldParts } from './suppression.js';

/** Line of average: customers / base over the cells shown. */
function averageOf(cohorts: RetentionResult['cohorts']): RetentionResult['average'] {
  const longest = cohorts.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: longest }, (_, since) => {
    const shown = cohorts.flatMap(({ cells }) => cells[since] ?? []);
    return ratio(sum(shown.map(({ customers }) => customers ?? 0)), sum(shown.map(({ base }) => base ?? 0)));
  });
}

export function retentionFinish(partials: RetentionPartials, params: RetentionParams, context: FinishContext): Finished<RetentionResult> {
  const { key, grain, mode } = params;
  const { unit, minGroupSize } = context;
  const { names, starts, width, sizes, lengths, base: bases, active, rolling, used, hasOrders } = partials;
  const keys = starts.slice(0, -1).map((day) => periodKey(day, grain));
  const hidden = withheldParts(sizes, minGroupSize);
  const counts = mode === 'classic' ? active : rolling;
  let hidesCells = false;
  const finishCell = (row: number, since: number): RetentionCell | null => {
    const cell = row * width + since;
    const base = bases[cell];
    if (base === 0) return null;
    const customers = counts[cell];
    const hides = hidden[row] || tellsOfFew(customers, base, minGroupSize);
    const hidesMoney = hides || tellsOfFew(active[cell], base, minGroupSize);
    hidesCells ||= hidesMoney && !hidden[row];
    const [rate, interval] = proportion(hides ? null : customers, base);
    return {
      ...{ period: names ? null : keys[row + since], ...unlessHidden({ customers, base }, hides), rate, interval },
      ...unlessHidden({ orders: partials.orders[cell], revenue: partials.revenue[cell] / unit }, hidesMoney),
    };
  };
  const rows = [...sizes.keys()].filter((row) => sizes[row] > 0);
  const plain = rows.map((row): RetentionCohort => ({
    cohort: names ? names[row] : keys[row],
    size: hidden[row] ? null : sizes[row],
    cells: Array.from({ length: lengths[row] }, (_, since) => finishCell(row, since)),
  }));
  const isEmpty = rows.length === 0;
  const average = averageOf(plain);
  const { cohorts, triangle, lack } = triangleFinish(partials, rows, plain, average, params, context);
  const reasons = [
    ...orderReasons(hasOrders, partials.guestOrders, rows.length),
    ...reason('missing-column', names && !isEmpty && !names[0] && (key === 'first-product' ? 'order_lines' : `orders.${key}`)),
    ...reason('missing-column', !isEmpty && lack),
    ...reason('suppressed', hidden.includes(true) && 'cohorts'),
    ...reason('suppressed', hidesCells && 'cells'),
  ];
  return { value: { key, grain, mode, cohorts, average, ...triangle }, status: statusOf(isEmpty, reasons), reasons, used };
}
