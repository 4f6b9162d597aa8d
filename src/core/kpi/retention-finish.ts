/** From what `retention` counted to its result: rates, the line of average, and what must be withheld. */
import { periodKey } from '../calendar/period.js';
import { proportion, ratio } from '../stats/ratio.js';
import { sum } from '../stats/sum.js';
import type { FinishContext, Finished } from './contract.js';
import { orderReasons, reason, statusOf } from './reason.js';
import type { RetentionPartials } from './retention-partials.js';
import type { RetentionCell, RetentionParams, RetentionResult } from './retention-types.js';
import { unlessHidden, withheldParts } from './suppression.js';

/** Line of average: customers / base over the cells shown. */
function averageOf(cohorts: RetentionResult['cohorts']): RetentionResult['average'] {
  const longest = cohorts.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: longest }, (_, since) => {
    const shown = cohorts.flatMap(({ cells }) => cells[since] ?? []);
    return ratio(sum(shown.map(({ customers }) => customers ?? 0)), sum(shown.map(({ base }) => base ?? 0)));
  });
}

export function retentionFinish(
  partials: RetentionPartials,
  { key, grain, mode }: RetentionParams,
  { unit, minGroupSize }: FinishContext,
): Finished<RetentionResult> {
  const { names, starts, width, sizes, lengths, base: bases, active, rolling, used, hasOrders } = partials;
  const keys = starts.slice(0, -1).map((day) => periodKey(day, grain));
  const hidden = withheldParts(sizes, minGroupSize);
  const counts = mode === 'classic' ? active : rolling;
  let hidesCells = false;
  /** A few of the base, or all of it but a few. */
  const isSmall = (part: number, base: number): boolean =>
    minGroupSize > 1 && (base < minGroupSize || withheldParts([part, base - part], minGroupSize)[0]);
  const finishCell = (row: number, since: number): RetentionCell | null => {
    const cell = row * width + since;
    const base = bases[cell];
    if (base === 0) return null;
    const customers = counts[cell];
    const hides = hidden[row] || isSmall(customers, base);
    const hidesMoney = hides || isSmall(active[cell], base);
    hidesCells ||= hidesMoney && !hidden[row];
    const [rate, interval] = proportion(hides ? null : customers, base);
    return {
      ...{ period: names ? null : keys[row + since], ...unlessHidden({ customers, base }, hides), rate, interval },
      ...unlessHidden({ orders: partials.orders[cell], revenue: partials.revenue[cell] / unit }, hidesMoney),
    };
  };
  const rows = [...sizes.keys()].filter((row) => sizes[row] > 0);
  const cohorts = rows.map((row) => ({
    cohort: names ? names[row] : keys[row],
    size: hidden[row] ? null : sizes[row],
    cells: Array.from({ length: lengths[row] }, (_, since) => finishCell(row, since)),
  }));
  const isEmpty = rows.length === 0;
  const reasons = [
    ...orderReasons(hasOrders, partials.guestOrders, rows.length),
    ...reason('missing-column', names && !isEmpty && !names[0] && `orders.${key}`),
    ...reason('suppressed', hidden.includes(true) && 'cohorts'),
    ...reason('suppressed', hidesCells && 'cells'),
  ];
  return { value: { key, grain, mode, cohorts, average: averageOf(cohorts) }, status: statusOf(isEmpty, reasons), reasons, used };
}
