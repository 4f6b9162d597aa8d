/**
 * The window of customer figures, (asOf - W, asOf], and the rule that finds W in the data (L7, V9): the mean recency of all
 * customers with an order, rounded to months of 30.4375 days, at least one.
 */
import { isoDayOrNull } from '../calendar/civil-day.js';
import { monthsOf, windowBack } from '../calendar/window.js';
import { ratio } from '../stats/ratio.js';
import { wholeQuantile } from '../stats/whole-quantile.js';
import { NO_DAY } from '../table/dataset.js';
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay } from './order-facts.js';
import { remembered } from './remembered.js';
import { lastOrders } from './order-sums.js';
import type { RfmWindow } from './rfm-types.js';

/** @internal What a window comes to, in integers. */
export interface WindowFacts {
  readonly hasOrders: boolean;
  readonly rule: RfmWindow['rule'];
  /** `all`, months or days; null when no rule can be followed. */
  readonly length: string | null;
  /** First day included; null when there is no order, or no rule can be followed. */
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  /** First day that the data, and the period of the filter, cover. */
  readonly known: CivilDay;
  /** Where the window would begin if they did not begin later; null when they go back far enough. */
  readonly missingFrom: CivilDay | null;
  /** Customers with an order, the sum of their days since the last one, and the sum of the two middle values of these. */
  readonly customers: number;
  readonly recencySum: number;
  readonly recencyMiddles: number;
}

/**
 * Months of the mean recency: sum / customers / 30.4375 rounded half up, at least 1.
 * 30.4375 = 487 / 16, so that everything stays in integers.
 */
export function meanRecencyMonths(customers: number, recencySum: number): number {
  return Math.max(1, Math.floor((32 * recencySum + 487 * customers) / (974 * customers)));
}

/** Days since the last order, of those who have one. */
interface Recencies {
  readonly customers: number;
  /** Sum of the days of their last orders, and of the two middle ones. */
  readonly days: number;
  readonly middles: number;
}

const recenciesOf = remembered((last: Int32Array): Recencies => {
  const found = new Float64Array(last.length);
  let customers = 0;
  let days = 0;
  for (let owner = 0; owner < last.length; owner++) {
    const day = last[owner];
    if (day === NO_DAY) continue;
    found[customers++] = day;
    days += day;
  }
  return { customers, days, middles: 2 * wholeQuantile(found.subarray(0, customers), 1, 2) };
});

/**
 * The window that a parameter means for these data. The rule looks at all customers of the period, so that channels, countries and
 * segments are measured by the same window.
 * @param last Day of the last order of each customer, NO_DAY without any.
 */
export function resolveWindow({ dataset, asOf, from: start, whole }: KpiContext, asked: string, last: Int32Array): WindowFacts {
  const first = firstOrderDay(dataset);
  const to = asOf ?? 0;
  const own = recenciesOf(last);
  const ruling = asked === 'auto' && whole ? recenciesOf(lastOrders(whole).last) : own;
  const sinceThen = ({ customers, days }: Recencies): number => customers * to - days;
  const auto = ruling.customers > 0 ? `${meanRecencyMonths(ruling.customers, sinceThen(ruling))}M` : null;
  const length = asked === 'auto' ? auto : asked;
  const known = Math.max(first, start ?? -Infinity);
  const from = asOf === null || length === null || first > asOf ? null : length === 'all' ? known : windowBack(asOf, length) + 1;
  return {
    ...{ rule: asked === 'auto' ? 'mean-recency' : asked === 'all' ? asked : 'given', length, to: asOf, known },
    from: from === null ? from : Math.max(from, start ?? from),
    missingFrom: from !== null && known > from ? from : null,
    ...{ hasOrders: dataset.orders !== null, customers: own.customers, recencySum: sinceThen(own), recencyMiddles: 2 * to - own.middles },
  };
}

/** The window as results show it. */
export function describeWindow({ rule, length, from, to, customers, recencySum, recencyMiddles }: WindowFacts): RfmWindow {
  return {
    from: isoDayOrNull(from),
    to: isoDayOrNull(to) ?? '',
    months: monthsOf(length ?? ''),
    meanRecencyDays: ratio(recencySum, customers),
    medianRecencyDays: customers > 0 ? recencyMiddles / 2 : null,
    rule,
  };
}
