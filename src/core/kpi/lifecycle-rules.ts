/** The rules of the stages, made absolute: the same at every date, so that only people move between stages. */
import { windowBack } from '../calendar/window.js';
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import type { LifecycleParams } from './lifecycle-types.js';
import { orderRows, ordersOf } from './order-rows.js';

/** @internal What a stage is called in integer arrays: its place in STAGES, 0 for nobody yet. */
export const enum Stage {
  Outside,
  Prospect,
  New,
  Loyal,
  Premium,
  Defecting,
  Inactive,
}

/** Places in a list by stage. */
export const PLACES = 7;

/** @internal */
export interface StageRules {
  /** Lengths of the windows after whose end a customer is no longer active, and is inactive: `3M`, `90D`. */
  readonly window: string;
  readonly inactiveWindow: string;
  readonly loyalFrom: number;
  /** Infinity: no such stage. */
  readonly premiumFrom: number;
  /** Infinity: any. */
  readonly premiumDays: number;
}

/** Purchase days of each customer, up to the as-of day. */
function purchaseDays(context: KpiContext, customers: number): Int32Array {
  const { customer, day } = ordersOf(context.dataset);
  const rows = orderRows(context);
  const count = new Int32Array(customers);
  const last = new Int32Array(customers).fill(NO_DAY);
  for (let at = 0; at < rows.length; at++) {
    const owner = customer[rows[at]];
    if (owner < 0 || last[owner] === day[rows[at]]) continue;
    last[owner] = day[rows[at]];
    count[owner]++;
  }
  return count;
}

/** The least number of purchase days that no more than a share of the active customers have reached. */
function topFrom(counts: Int32Array, last: Int32Array, activeAfter: CivilDay, share: number): number {
  const active = counts.filter((_, owner) => last[owner] > activeAfter).sort();
  let place = active.length;
  while (place > 0 && active.length - place + 1 <= share * active.length) place--;
  return (active[place - 1] ?? 0) + 1;
}

/** @param window of active customers, found in the data or given. @param last Day of the last order by customer, NO_DAY without any. */
export function stageRules(context: KpiContext, params: LifecycleParams, window: string, last: Int32Array): StageRules {
  const { loyalPurchases: loyalFrom, premiumPurchases, premiumDays, premiumShare, inactiveWindow } = params;
  const asOf = context.asOf!;
  const activeAfter = windowBack(asOf, window);
  // A window that is not the longer one makes nobody defecting.
  const isLonger = inactiveWindow !== null && windowBack(asOf, inactiveWindow) < activeAfter;
  const rules = { window, inactiveWindow: isLonger ? inactiveWindow : window, loyalFrom };
  if (premiumPurchases === 0) return { ...rules, premiumFrom: Infinity, premiumDays: Infinity };
  if (premiumShare === null) return { ...rules, premiumFrom: premiumPurchases, premiumDays };
  const from = topFrom(purchaseDays(context, last.length), last, activeAfter, premiumShare);
  return { ...rules, premiumFrom: Math.max(from, loyalFrom), premiumDays: Infinity };
}

/** Stage on the day of a purchase: of an active customer, who has bought on so many days since the first one. */
export function stageOf({ loyalFrom, premiumFrom, premiumDays }: StageRules, count: number, days: number): Stage {
  if (count >= premiumFrom && (premiumDays === Infinity || days <= premiumDays * (count - 1))) return Stage.Premium;
  return count >= loyalFrom ? Stage.Loyal : Stage.New;
}

/**
 * By day of a last purchase, from `first` on: the first day on which a window that ends on it no longer holds that purchase. Days after
 * the last one stand as the day after it.
 */
export function lapseDays(first: CivilDay, asOf: CivilDay, window: string): Int32Array {
  const lapses = new Int32Array(asOf - first + 1).fill(asOf + 1);
  let day = first;
  for (let today = first; today <= asOf; today++)
    for (const limit = windowBack(today, window); day <= limit; day++) lapses[day - first] = today;
  return lapses;
}
