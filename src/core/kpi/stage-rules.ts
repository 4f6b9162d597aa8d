/** The rules of the stages (L1), made absolute: the same at every date, so that only people move between stages. */
import { windowBack } from '../calendar/window.js';
import { sortedWhole } from '../stats/sorted-whole.js';
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import { activeMonths } from './active-months.js';
import type { KpiContext } from './contract.js';
import type { LifecycleParams } from './lifecycle-types.js';
import { passedOccasions } from './passed-occasions.js';

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

/** More than there ever are. */
const ANY = 2147483647;

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

/** The window of active customers: as asked, else that of the mean recency of everybody, whatever a filter narrows. */
export function activeWindow({ dataset, asOf }: KpiContext, asked: string): string | null {
  if (asOf === null || asked !== 'auto') return asOf === null ? null : asked;
  const months = activeMonths(dataset, asOf);
  return months === null ? null : `${months}M`;
}

/** By customer the purchase days let through, of those whose last one lies after a day; ascending. */
function activeCounts(context: KpiContext, activeAfter: CivilDay): Int32Array {
  const { hits, occasions } = passedOccasions(context);
  const { offsets, day } = occasions;
  const counts = new Int32Array(offsets.length - 1);
  let length = 0;
  for (let owner = 0; owner < counts.length; owner++) {
    let [count, last] = [0, NO_DAY];
    for (let at = offsets[owner]; at < offsets[owner + 1]; at++) {
      count += hits[at];
      if (hits[at] === 1) last = day[at];
    }
    if (last > activeAfter) counts[length++] = count;
  }
  return sortedWhole(counts.subarray(0, length));
}

/** The least number of purchase days that no more than a share of the active customers have reached. */
function topFrom(active: Int32Array, share: number): number {
  let place = active.length;
  while (place > 0 && active.length - place + 1 <= share * active.length) place--;
  return (active[place - 1] ?? 0) + 1;
}

/** @param window of active customers, found in the data or given. */
export function stageRules(context: KpiContext, params: LifecycleParams, window: string): StageRules {
  const { loyalPurchases: loyalFrom, premiumPurchases, premiumDays, premiumShare, inactiveWindow } = params;
  const asOf = context.asOf!;
  const activeAfter = windowBack(asOf, window);
  // A window that is not the longer one makes nobody defecting.
  const isLonger = inactiveWindow !== null && windowBack(asOf, inactiveWindow) < activeAfter;
  const rules = { window, inactiveWindow: isLonger ? inactiveWindow : window, loyalFrom };
  if (premiumPurchases === 0) return { ...rules, premiumFrom: Infinity, premiumDays: Infinity };
  if (premiumShare === null) return { ...rules, premiumFrom: Math.max(premiumPurchases, loyalFrom), premiumDays };
  const from = topFrom(activeCounts(context, activeAfter), premiumShare);
  return { ...rules, premiumFrom: Math.max(from, loyalFrom), premiumDays: Infinity };
}

/** Places in a list of rules. */
const enum Rule {
  /** From how many purchases on customers are loyal, and premium. */
  LoyalFrom,
  PremiumFrom,
  /** The most days between two purchases of a premium one, on average. */
  PremiumDays,
}

/** What loops ask, by Rule. */
export function ruleNumbers({ loyalFrom, premiumFrom, premiumDays }: StageRules): Int32Array {
  return Int32Array.of(loyalFrom, Math.min(premiumFrom, ANY), Math.min(premiumDays, ANY));
}

/**
 * Stage on the day of a purchase: of an active customer, who has bought on so many days since the first one.
 * @param rules as `ruleNumbers` gives them
 */
export function stageOf(rules: Int32Array, count: number, days: number): Stage {
  if (count >= rules[Rule.PremiumFrom] && days <= rules[Rule.PremiumDays] * (count - 1)) return Stage.Premium;
  return count >= rules[Rule.LoyalFrom] ? Stage.Loyal : Stage.New;
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
