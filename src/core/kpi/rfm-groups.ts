/** Figures of groups of customers: cells of the matrix, segments, everybody. */
import { ratio } from '../stats/ratio.js';
import type { Measures } from './rfm-partials.js';
import type { RfmSegment } from './rfm-types.js';

/** @internal Integers of one group; money in minor units. */
export interface GroupSums {
  customers: number;
  orders: number;
  revenue: number;
  recencyDays: number;
  least: number;
  most: number;
}

/** @param groupOf Group of each customer, by his position in the measures. */
export function groupSums([recency, orders, revenue]: Measures, groups: number, groupOf: Uint8Array): GroupSums[] {
  const sums = Array.from({ length: 6 }, (_, index) => new Float64Array(groups).fill(index < 4 ? 0 : index < 5 ? Infinity : -Infinity));
  const [customers, counts, amounts, days, least, most] = sums;
  for (let position = 0; position < groupOf.length; position++) {
    const group = groupOf[position];
    const amount = revenue[position];
    customers[group]++;
    counts[group] += orders[position];
    amounts[group] += amount;
    days[group] += recency[position];
    if (amount < least[group]) least[group] = amount;
    if (amount > most[group]) most[group] = amount;
  }
  return Array.from(customers, (count, group) => ({
    ...{ customers: count, orders: counts[group], revenue: amounts[group] },
    ...{ recencyDays: days[group], least: least[group], most: most[group] },
  }));
}

/** Groups of groups, `count` of them, none of which is without a group. */
export function joinGroups(groups: readonly GroupSums[], count: number, joinedOf: (group: number) => number): GroupSums[] {
  return Array.from({ length: count }, (_, joined) =>
    groups
      .filter((_sums, group) => joinedOf(group) === joined)
      .reduce((a, b) => ({
        ...{ customers: a.customers + b.customers, orders: a.orders + b.orders, revenue: a.revenue + b.revenue },
        ...{ recencyDays: a.recencyDays + b.recencyDays, least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) },
      })),
  );
}

/** V6-V8: revenue / orders, revenue / customers, orders / customers; null without customers. */
export function groupMeans({ customers, orders, revenue }: GroupSums, unit: number) {
  const amount = revenue / unit;
  return { meanBasket: ratio(amount, orders), meanRevenue: ratio(amount, customers), meanOrderCount: ratio(orders, customers) };
}

/** `unit`: minor units in one major unit. */
export function segmentFigures(sums: GroupSums, whole: GroupSums, unit: number): Omit<RfmSegment, 'id'> {
  const { customers, orders, revenue, recencyDays, least, most } = sums;
  return {
    from: customers > 0 ? least / unit : null,
    to: customers > 0 ? most / unit : null,
    ...{ customers, orders, revenue: revenue / unit },
    customerShare: ratio(customers, whole.customers),
    revenueShare: ratio(revenue, whole.revenue),
    // Before the other means in segments.
    ...{ meanOrderCount: null },
    ...groupMeans(sums, unit),
    meanRecencyDays: ratio(recencyDays, customers),
  };
}
