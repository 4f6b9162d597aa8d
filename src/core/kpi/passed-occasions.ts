/** Purchase days that a filter lets through, and the orders behind them. */
import type { KpiContext } from './contract.js';
import { occasionsOf } from './occasions.js';
import type { Occasions } from './occasions.js';
import { remembered } from './remembered.js';
import { lastOrders } from './order-sums.js';

/** @internal */
export interface PassedOccasions {
  readonly occasions: Occasions;
  /** By occasion: 1 where one of its orders passed, else 0. */
  readonly hits: Uint8Array;
  /** Orders let through: of known customers, and of others. */
  readonly used: number;
  readonly guestOrders: number;
}

/** Where the filter chooses customers and days alone: customer by customer. */
function ofPeople({ asOf, from, inside }: KpiContext, { offsets, day }: Occasions): Uint8Array {
  const hits = new Uint8Array(day.length);
  const [first, last] = [from ?? -Infinity, asOf ?? Infinity];
  for (let owner = 0; owner + 1 < offsets.length; owner++) {
    if (inside && inside[owner + 1] === 0) continue;
    for (let at = offsets[owner]; at < offsets[owner + 1]; at++) hits[at] = +(day[at] >= first && day[at] <= last);
  }
  return hits;
}

function ofRows(context: KpiContext, { of, day }: Occasions): Uint8Array {
  // The first place is that of guests. Sums instead of questions: in a long loop a wrong guess costs more.
  const hits = new Uint8Array(day.length + 1);
  const passed = context.rows('orders') ?? new Uint8Array();
  for (let row = 0; row < passed.length; row++) hits[of[row] + 1] |= passed[row];
  return hits.subarray(1);
}

export const passedOccasions = remembered((context: KpiContext): PassedOccasions => {
  const occasions = occasionsOf(context.dataset);
  const { used, guestOrders } = lastOrders(context);
  return { occasions, hits: (context.inside === undefined ? ofRows : ofPeople)(context, occasions), used, guestOrders };
});
