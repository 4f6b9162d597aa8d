/**
 * Purchase timing (L20-L23, L12, C10): how long people wait for their first, their second and every later purchase.
 *
 * - Purchase: a local day with a valid order of a known customer (several orders of a day are one). Waiting begins with a registration
 *   (`first`), the first purchase (`second`) or any later one (`next`: one wait each), and ends with the next purchase up to the as-of day;
 *   who still waits then is censored.
 * - Filter: its period says when waiting begins; any purchase ends it. Channel and country, like everything else, choose customers: by their
 *   first order of all, where they were won; whatever they buy then counts, through whatever channel. Waiting for the first purchase is
 *   chosen by what the registration itself says: by their orders, only those who have bought would be left.
 * - Curves: Kaplan-Meier with Greenwood's variance and log-log limits of 95 %; P(bought by day t) = 1 - S(t). Median and day of 80 %: first
 *   day with S <= 0.5, 0.2; null where that was never seen. `next` has several waits of one person: its limits are too narrow.
 * - Registrations before the first order in the data are left out (`early-registration`): those people may have bought before. An order
 *   before its customer's registration counts as 0 days (`order-before-registration`).
 * - Hazard: purchases / days waited, by week. Window (C10): the day by which 80 % of the purchases within `conversionDays` have come.
 * - Intervals: those that have ended, all alike, and the median of each customer. Regularity k = (1 - 4 V) / (8 V), V the variance of first
 *   interval / first two. Cadence (L23): share of customers with three purchase days whose median interval is 60 days or less.
 * - Groups: who is in a segment or a stage as of the as-of day is there because of what he bought: its curves describe, they do not
 *   predict. Waiting for the first purchase is not split by these.
 * - First orders of customers who are not known to have registered since lie within 12 months of the first day of the data: where they
 *   are one in twenty of the first-time buyers, `left-censored`: they may have bought before.
 * - Restricted mean (`meanWait`): area under the curve up to `conversionDays`. Log-rank test of the groups.
 * - Withheld (`minGroupSize`): groups whose people, purchases or missing purchases are few; days between which, for everybody or for those
 *   who are withheld together, there are few purchases.
 * - Missing data: no registration day, no curve `first`; orders without a customer are in no figure (`guest-orders`).
 *
 * Sources: Kaplan and Meier, JASA 53 (1958); Wheat and Morrison, "Estimating purchase regularity with two interpurchase times", Journal of
 * Marketing Research 27 (1990); Klein and Moeschberger, "Survival analysis" (2003), sections 4.5, 7.3; bounds of 7, 30 and 60 days from the
 * project's KPI dictionary.
 */
import { refuse } from '../errors.js';
import type { KpiDefinition } from './contract.js';
import { oneOf, readAll, whole } from './param.js';
import type { Reader } from './param.js';
import { purchaseTimingFinish } from './purchase-timing-finish.js';
import { purchaseTimingPartials } from './purchase-timing-partials.js';
import type { PurchaseTimingPartials } from './purchase-timing-partials.js';
import type { PurchaseTimingParams, PurchaseTimingResult } from './purchase-timing-types.js';

const LONGEST = 3650;
const MARKS = 8;

const days = (fallback: number): Reader<number> => whole(fallback, 1, LONGEST);
const daysOrNull: Reader<number | null> = (given, path) => ((given ?? null) === null ? null : days(1)(given, path));

/** Ascending, without repeats. */
const marks: Reader<number[]> = (given, path) => {
  const list = given ?? [7, 30, 60];
  if (!Array.isArray(list) || list.length < 1 || list.length > MARKS) return refuse(path, `a list of 1 to ${MARKS} days`, given);
  return [...new Set(list.map((one: unknown) => days(1)(one ?? '', path)))].sort((a, b) => a - b);
};

export const purchaseTiming: KpiDefinition<PurchaseTimingParams, PurchaseTimingPartials, PurchaseTimingResult> = {
  id: 'purchase-timing',
  version: 1,
  tables: ['orders', 'customers'],
  params: (given) =>
    readAll<PurchaseTimingParams>(given, 'params', {
      by: oneOf('none', 'segment', 'stage', 'channel', 'country'),
      marks,
      horizonDays: days(365),
      programmeDays: daysOrNull,
      conversionDays: daysOrNull,
      cadenceDays: days(60),
    }),
  partials: purchaseTimingPartials,
  finish: purchaseTimingFinish,
};
