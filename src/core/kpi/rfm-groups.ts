/** Figures of groups of customers: cells of the matrix, segments, everybody. */
import { ratio } from '../stats/ratio.js';
import type { Measures } from './rfm-partials.js';
import type { RfmSegment } from './rfm-types.js';

/** Integers of one group; money in minor units. */
export interface GroupSums {
  customers: number;
  orders: number;
  revenue: number;
  recencyDays: number;
  least: number;
  most: number;
}

/** @param groupOf Group of a customer, by his position in the measures. */
export function groupSums([recency, orders, revenue]: Measures, groups: number, groupOf: (position: number) => number): GroupSums[] {
  const none = { customers: 0, orders: 0, revenue: 0, recencyDays: 0, least: Infinity, most: -Infinity };
  const sums = Array.from({ length: groups }, () => ({ ...none }));
  revenue.forEach((amount, position) => {
    const sum = sums[groupOf(position)];
    sum.customers++;
    sum.orders += orders[position];
    sum.revenue += amount;
    sum.recencyDays += recency[position];
    sum.least = Math.min(sum.least, amount);
    sum.most = Math.max(sum.most, amount);
  });
  return sums;
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
