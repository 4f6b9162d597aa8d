/** Purchase days that a filter lets through, and the orders behind them. */
import type { KpiContext } from './contract.js';
import { occasionsOf } from './occasions.js';
import type { Occasions } from './occasions.js';
import { remembered } from './order-rows.js';

/** @internal */
export interface PassedOccasions {
  readonly occasions: Occasions;
  /** By occasion: 1 where one of its orders passed, else 0. */
  readonly hits: Uint8Array;
  /** Orders let through: of known customers, and of others. */
  readonly used: number;
  readonly guestOrders: number;
}

export const passedOccasions = remembered((context: KpiContext): PassedOccasions => {
  const occasions = occasionsOf(context.dataset);
  const { of, day } = occasions;
  // The first place is that of guests. Sums instead of questions: in a long loop a wrong guess costs more.
  const hits = new Uint8Array(day.length + 1);
  const passed = context.rows('orders') ?? new Uint8Array();
  let [orders, known] = [0, 0];
  for (let row = 0; row < passed.length; row++) {
    const place = of[row] + 1;
    const passes = passed[row];
    hits[place] |= passes;
    orders += passes;
    known += place > 0 ? passes : 0;
  }
  return { occasions, hits: hits.subarray(1), used: known, guestOrders: orders - known };
});
