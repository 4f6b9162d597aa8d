/** Figures of groups of customers: cells of the matrix, segments, everybody. */
import { ratio } from '../stats/ratio.js';
import type { Measures } from './rfm-partials.js';
import type { RfmSegment } from './rfm-types.js';

/** Integers of one group, money in minor units: added up, but for the last two, which are its least and its greatest revenue. */
export type GroupSums = readonly [customers: number, orders: number, revenue: number, recencyDays: number, least: number, most: number];

/** @param groupOf Group of each customer, by his position in the measures. */
export function groupSums([recency, orders, revenue]: Measures, groups: number, groupOf: Uint8Array): GroupSums[] {
  const sums = [0, 0, 0, 0, Infinity, -Infinity].map((none) => new Float64Array(groups).fill(none));
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
  return Array.from(customers, (_, group) => sums.map((sum) => sum[group]) as unknown as GroupSums);
}

const { min, max } = Math;

/** Groups of groups, `count` of them, none of which is without a group. */
export function joinGroups(groups: readonly GroupSums[], count: number, joinedOf: (group: number) => number): GroupSums[] {
  return Array.from({ length: count }, (_, joined) =>
    groups
      .filter((_sums, group) => joinedOf(group) === joined)
      .reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], min(a[4], b[4]), max(a[5], b[5])]),
  );
}

/** V6-V8: revenue / orders, revenue / customers, orders / customers; null without customers. */
export function groupMeans([customers, orders, revenue]: GroupSums, unit: number) {
  const amount = revenue / unit;
  return { meanBasket: ratio(amount, orders), meanRevenue: ratio(amount, customers), meanOrderCount: ratio(orders, customers) };
}

/** `unit`: minor units in one major unit. */
export function segmentFigures(sums: GroupSums, whole: GroupSums, unit: number): Omit<RfmSegment, 'id'> {
  const [customers, orders, revenue, recencyDays, least, most] = sums;
  return {
    from: customers > 0 ? least / unit : null,
    to: customers > 0 ? most / unit : null,
    ...{ customers, orders, revenue: revenue / unit },
    customerShare: ratio(customers, whole[0]),
    revenueShare: ratio(revenue, whole[2]),
    // Before the other means in segments.
    ...{ meanOrderCount: null },
    ...groupMeans(sums, unit),
    meanRecencyDays: ratio(recencyDays, customers),
  };
}
