/** Figures of the four segments of `rfm`. */
import { classOf } from './rfm-classes.js';
import type { Classes } from './rfm-classes.js';
import type { RfmMeasures } from './rfm-partials.js';
import { SEGMENTS } from './rfm-segments.js';
import type { RfmSegment, SegmentId } from './rfm-types.js';
import { withheldParts } from './suppression.js';

/** Integers of one segment; money in minor units. */
interface SegmentSums {
  customers: number;
  orders: number;
  revenue: number;
  recencyDays: number;
  least: number;
  most: number;
}

const nobody = (): SegmentSums => ({ customers: 0, orders: 0, revenue: 0, recencyDays: 0, least: Infinity, most: -Infinity });

function sumSegments(measures: RfmMeasures, classes: Classes): SegmentSums[] {
  const sums = SEGMENTS.map(nobody);
  for (let i = 0; i < measures.revenue.length; i++) {
    const revenue = measures.revenue[i];
    const segment = sums[classOf(classes, revenue)];
    segment.customers++;
    segment.orders += measures.orderCount[i];
    segment.revenue += revenue;
    segment.recencyDays += measures.recencyDays[i];
    if (revenue < segment.least) segment.least = revenue;
    if (revenue > segment.most) segment.most = revenue;
  }
  return sums;
}

const NO_MEANS = { meanOrderCount: null, meanBasket: null, meanRevenue: null, meanRecencyDays: null };

function withheldSegment(id: SegmentId): RfmSegment {
  return { id, from: null, to: null, customers: null, orders: null, revenue: null, customerShare: null, revenueShare: null, ...NO_MEANS };
}

interface Whole {
  readonly customers: number;
  /** Minor units. */
  readonly revenue: number;
  readonly unit: number;
}

function figures(id: SegmentId, sums: SegmentSums, whole: Whole): RfmSegment {
  const { customers, orders, recencyDays } = sums;
  const revenue = sums.revenue / whole.unit;
  const shown = {
    customers,
    orders,
    revenue,
    customerShare: whole.customers > 0 ? customers / whole.customers : null,
    revenueShare: whole.revenue > 0 ? sums.revenue / whole.revenue : null,
  };
  if (customers === 0) return { id, from: null, to: null, ...shown, ...NO_MEANS };
  const means = {
    meanOrderCount: orders / customers,
    meanBasket: revenue / orders,
    meanRevenue: revenue / customers,
    meanRecencyDays: recencyDays / customers,
  };
  return { id, from: sums.least / whole.unit, to: sums.most / whole.unit, ...shown, ...means };
}

export interface SegmentFigures {
  readonly segments: RfmSegment[];
  readonly withheld: number;
  /** Segments with somebody in them. */
  readonly filled: number;
}

/** The four, TBC first. */
export function rfmSegments(measures: RfmMeasures, classes: Classes, whole: Whole, minGroupSize: number): SegmentFigures {
  const sums = sumSegments(measures, classes);
  const withheld = withheldParts(
    sums.map((segment) => segment.customers),
    minGroupSize,
  );
  const ascending = SEGMENTS.map((id, index) => (withheld[index] ? withheldSegment(id) : figures(id, sums[index], whole)));
  return {
    segments: ascending.reverse(),
    withheld: withheld.filter(Boolean).length,
    filled: sums.filter((segment) => segment.customers > 0).length,
  };
}
