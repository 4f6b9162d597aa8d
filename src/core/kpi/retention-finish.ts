/** From what `retention` counted to its result: rates, the line of average, and what must be withheld. */
import { periodKey } from '../calendar/period.js';
import { proportion, ratio } from '../stats/ratio.js';
import type { FinishContext, Finished } from './contract.js';
import { reason, statusOf } from './reason.js';
import type { RetentionPartials } from './retention-partials.js';
import type { RetentionCell, RetentionParams, RetentionResult } from './retention-types.js';
import { unlessHidden, withheldParts } from './suppression.js';

export function retentionFinish(partials: RetentionPartials, params: RetentionParams, context: FinishContext): Finished<RetentionResult> {
  const { names, starts, width, sizes, lengths, base: bases, active, rolling, used } = partials;
  const { key, grain, mode } = params;
  const { minorDigits, minGroupSize } = context;
  const unit = 10 ** minorDigits;
  const keys = starts.slice(0, -1).map((day) => periodKey(day, grain));
  const hidden = withheldParts(Array.from(sizes), minGroupSize);
  const counts = mode === 'classic' ? active : rolling;
  let hidesCells = false;
  const sums = Array.from({ length: width }, () => [0, 0]);
  /** A few of the base, or all of it but a few. */
  const isSmall = (part: number, base: number): boolean => base < minGroupSize || withheldParts([part, base - part], minGroupSize)[0];
  const finishCell = (row: number, since: number): RetentionCell | null => {
    const cell = row * width + since;
    const base = bases[cell];
    if (base === 0) return null;
    const customers = counts[cell];
    const hides = hidden[row] || isSmall(customers, base);
    const hidesMoney = hides || isSmall(active[cell], base);
    hidesCells ||= hidesMoney && !hidden[row];
    if (!hides) sums[since] = [sums[since][0] + customers, sums[since][1] + base];
    const [rate, interval] = proportion(hides ? null : customers, base);
    return {
      ...{ period: names ? null : keys[row + since], ...unlessHidden({ customers, base }, hides), rate, interval },
      ...unlessHidden({ orders: partials.orders[cell], revenue: partials.revenue[cell] / unit }, hidesMoney),
    };
  };
  const rows = Array.from(sizes.keys()).filter((row) => sizes[row] > 0);
  const value: RetentionResult = {
    ...{ key, grain, mode },
    cohorts: rows.map((row) => ({
      cohort: names ? names[row] : keys[row],
      size: hidden[row] ? null : sizes[row],
      cells: Array.from({ length: lengths[row] }, (_, since) => finishCell(row, since)),
    })),
    average: [],
  };
  const longest = Math.max(0, ...rows.map((row) => lengths[row]));
  value.average = sums.slice(0, longest).map(([customers, base]) => ratio(customers, base));
  const isEmpty = rows.length === 0;
  const reasons = [
    ...reason('missing-table', !partials.hasOrders && 'orders'),
    ...reason('no-data', partials.hasOrders && isEmpty && 'orders'),
    ...reason('missing-column', !partials.hasKey && `orders.${key}`),
    ...reason('guest-orders', partials.guestOrders),
    ...reason('suppressed', hidden.includes(true) && 'cohorts'),
    ...reason('suppressed', hidesCells && 'cells'),
  ];
  return { value, status: statusOf(isEmpty, reasons), reasons, used };
}
