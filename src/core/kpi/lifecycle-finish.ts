/** From what `lifecycle` counted to its result. */
import { isoDayOrNull } from '../calendar/civil-day.js';
import { periodKey } from '../calendar/period.js';
import { monthsOf, windowBack } from '../calendar/window.js';
import { kaplanMeier } from '../stats/kaplan-meier.js';
import { lifeTable } from '../stats/life-table.js';
import { sum } from '../stats/sum.js';
import { survivalQuantile } from '../stats/survival-figures.js';
import type { CivilDay } from '../table/dataset.js';
import type { FinishContext, Finished } from './contract.js';
import { flowsOf, meanRevenues } from './lifecycle-flows.js';
import { lineSums, withheldCells } from './lifecycle-grid.js';
import type { Withheld } from './lifecycle-grid.js';
import { STAGES } from './lifecycle-params.js';
import type { LifecyclePartials } from './lifecycle-partials.js';
import { renewalOf } from './lifecycle-renewal.js';
import type { MonthCount, Stays } from './lifecycle-sums.js';
import { PLACES } from './stage-rules.js';
import type { StageRules } from './stage-rules.js';
import type {
  LifecycleDwell,
  LifecycleMonth,
  LifecycleParams,
  LifecycleResult,
  LifecycleRules,
  LifecycleStage,
} from './lifecycle-types.js';
import { orderReasons, reason, statusOf } from './reason.js';
import { isFew, unlessHidden } from './suppression.js';

type Counted = NonNullable<LifecyclePartials['counted']>;

const NO_RENEWAL: LifecycleResult['renewal'] = {
  ...{ activeAtStart: null, newCustomers: null, reactivated: null, becameInactive: null, activeAtEnd: null },
  ...{ rate: null, ratio: null, verdict: null },
};

/** @param rules none where nobody has ordered: no window can be told then. */
function describeRules(rules: StageRules | null, { isAuto }: LifecyclePartials, params: LifecycleParams, asOf: CivilDay): LifecycleRules {
  const { loyalPurchases, premiumPurchases, premiumDays, premiumShare } = params;
  const from = rules ? rules.premiumFrom : premiumPurchases;
  return {
    silentDays: rules && asOf - windowBack(asOf, rules.window),
    silentMonths: rules && monthsOf(rules.window),
    windowRule: isAuto ? 'mean-recency' : 'given',
    inactiveDays: rules && asOf - windowBack(asOf, rules.inactiveWindow),
    ...{ loyalPurchases, premiumPurchases: from === Infinity ? 0 : from },
    ...{ premiumDays: premiumShare === null ? premiumDays : null, premiumShare: from === Infinity || from === 0 ? null : premiumShare },
  };
}

function dwellOf({ ended, open }: Stays): LifecycleDwell {
  const { time, lower, upper } = survivalQuantile(kaplanMeier(lifeTable(ended, open)), 0.5);
  return { stays: sum(ended) + sum(open), ended: sum(ended), medianDays: time, interval: [lower, upper] };
}

/** All stages that the rules have; nothing of those that are withheld, or of prospects whom the data do not know. */
function stagesOf(
  { passages, revenue, stays, rules, knowsProspects }: Counted,
  withheld: Withheld,
  [meansAfter, marginsAfter]: readonly (readonly (number | null)[] | null)[],
  { unit, minGroupSize }: FinishContext,
): LifecycleStage[] {
  const { customers: grid } = passages[0];
  const [starts, ends] = [true, false].map((areRows) => lineSums(grid, areRows));
  const money = lineSums(revenue, false);
  const means = meanRevenues(grid, revenue, false, withheld, unit);
  const { cells, before, after } = withheld;
  const absent = [rules.premiumFrom === Infinity && 'premium', rules.window === rules.inactiveWindow && 'defecting'];
  return STAGES.flatMap((id, index) => {
    const stage = index + 1;
    if (absent.includes(id)) return [];
    const isUnknown = id === 'prospect' && !knowsProspects;
    const staying = grid[stage * (PLACES + 1)];
    const hides = (isRow: boolean): boolean =>
      isUnknown || cells.some((one, at) => one && (isRow ? Math.floor(at / PLACES) : at % PLACES) === stage);
    const dwell = isUnknown || after[stage] || before[stage] ? null : dwellOf(stays[stage]);
    const hidesDwell = minGroupSize > 1 && (dwell?.stays ?? 0) < minGroupSize;
    return {
      id,
      ...unlessHidden({ before: starts[stage] }, before[stage] || isUnknown),
      ...unlessHidden({ entered: ends[stage] - staying }, hides(false) || after[stage]),
      ...unlessHidden({ left: starts[stage] - staying }, hides(true) || before[stage]),
      ...unlessHidden({ customers: ends[stage], revenue: money[stage] / unit }, after[stage] || isUnknown),
      ...unlessHidden({ meanRevenue: means[stage], meanRevenueAfter: meansAfter![stage] }, isUnknown),
      ...(marginsAfter && unlessHidden({ meanMarginAfter: marginsAfter[stage] }, isUnknown)),
      medianDwellDays: hidesDwell ? null : (dwell?.medianDays ?? null),
      dwell: hidesDwell ? null : dwell,
    };
  });
}

const countsOf = ({ fresh, retained, reactivated }: MonthCount): number => fresh + retained + reactivated;

/** Months to withhold. First orders of all months make the customers: those that are withheld need company too. */
function hiddenMonths(months: readonly MonthCount[], least: number): boolean[] {
  const small = months.map((month, at) => {
    const { fresh, retained, reactivated } = month;
    const lapsed = at > 0 ? countsOf(months[at - 1]) - retained : 0;
    return [countsOf(month), fresh, retained, reactivated, lapsed].some((people) => isFew(people, least));
  });
  // Who stayed and who left add up to the month before.
  const hidden = small.map((isSmall, at) => isSmall || (at > 0 && small[at - 1]));
  const sizes = months.map(({ fresh }) => fresh);
  let people = sum(sizes.filter((_, at) => hidden[at]));
  for (const at of [...sizes.keys()].sort((a, b) => sizes[a] - sizes[b])) {
    if (people === 0 || people >= least) break;
    if (hidden[at] || sizes[at] === 0) continue;
    hidden[at] = true;
    people += sizes[at];
  }
  return hidden;
}

function finishMonths(months: readonly MonthCount[], { asOf, minGroupSize }: FinishContext): LifecycleMonth[] {
  const hidden = hiddenMonths(months, minGroupSize);
  return months.map((each, at) => {
    const { start, end, fresh, retained, reactivated } = each;
    const lapsed = at > 0 ? countsOf(months[at - 1]) - retained : 0;
    return {
      ...{ month: periodKey(start, 'month'), partial: end > asOf! },
      ...unlessHidden({ customers: countsOf(each), newCustomers: fresh, retained, reactivated, lapsed }, hidden[at]),
    };
  });
}

export function lifecycleFinish(partials: LifecyclePartials, params: LifecycleParams, context: FinishContext): Finished<LifecycleResult> {
  const { counted, hasOrders, hasWindow, used, guestOrders } = partials;
  const { asOf, unit, minGroupSize } = context;
  const dates = { from: isoDayOrNull(counted && counted.from), to: isoDayOrNull(asOf) };
  const rules = describeRules(hasWindow && counted ? counted.rules : null, partials, params, asOf!);
  const reasons = orderReasons(hasOrders, guestOrders, used, Number(counted && hasWindow));
  if (!counted) {
    const value = { dates, rules, customers: 0, stages: [], flows: [], renewal: NO_RENEWAL, months: [] };
    return { value, status: 'empty', reasons, used };
  }
  const { passages, revenueBetween, marginBetween, knowsProspects } = counted;
  const [{ customers: grid, covered, needed }, ...earlier] = passages;
  const withheld = withheldCells(grid, minGroupSize);
  const [means, margins] = [revenueBetween, marginBetween].map((sums) => sums && meanRevenues(grid, sums, true, withheld, unit));
  const value: LifecycleResult = {
    ...{ dates, rules, ...unlessHidden({ customers: sum(grid) }, sum(grid) < minGroupSize) },
    ...(margins && { opportunityBy: 'margin' as const }),
    stages: stagesOf(counted, withheld, [means, margins], context),
    flows: flowsOf(counted, withheld, margins ?? means!, params.targets, unit),
    renewal: renewalOf(grid, withheld, covered),
    months: finishMonths(counted.months, context),
  };
  const hidesMonths = value.months.some(({ customers }) => customers === null);
  const lacks = !hasWindow ? null : !covered ? needed : earlier.some((one) => one.covered) ? null : earlier[0].needed;
  reasons.push(
    ...reason('missing-table', !knowsProspects && 'customers'),
    ...reason('not-enough-history', isoDayOrNull(lacks)),
    ...reason('zero-denominator', covered && value.renewal.activeAtStart === 0 && 'renewal'),
    ...reason('suppressed', withheld.cells.includes(true) && 'flows'),
    ...reason('suppressed', hidesMonths && 'months'),
  );
  return { value, status: statusOf(false, reasons), reasons, used };
}
