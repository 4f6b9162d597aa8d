/** A result of usual shape: how much room the picture will take before there is one. */
import type { KpiResult } from '../../core/kpi/contract.js';
import type { RfmResult, RfmSegment, SegmentId } from '../../core/kpi/rfm-types.js';

const SHARES: readonly (readonly [SegmentId, number])[] = [
  ['TBC', 0.75],
  ['BC', 0.15],
  ['CO', 0.07],
  ['CTO', 0.03],
];
const CUSTOMERS = 1000;
const REVENUE = 100_000;

function segment([id, share]: readonly [SegmentId, number]): RfmSegment {
  const customers = CUSTOMERS / SHARES.length;
  const revenue = REVENUE * share;
  const means = { meanOrderCount: 2, meanBasket: 50, meanRevenue: revenue / customers, meanRecencyDays: 30 };
  return { id, from: 1, to: 100, customers, orders: 2 * customers, revenue, customerShare: 0.25, revenueShare: share, ...means };
}

export function typicalResult(bins: number, hasInactive: boolean): KpiResult<RfmResult> {
  const scores = Array.from({ length: bins }, (_, index) => index + 1);
  const cuts = scores.slice(1).map((score) => 10 * score);
  const each = CUSTOMERS / bins ** 2;
  const value: RfmResult = {
    window: { from: '2000-01-01', to: '2000-03-31', months: 3, meanRecencyDays: 90, medianRecencyDays: 60, rule: 'given' },
    customers: CUSTOMERS,
    inactive: hasInactive ? CUSTOMERS : 0,
    orders: 2 * CUSTOMERS,
    revenue: REVENUE,
    bins,
    cuts: { recencyDays: cuts, orderCount: scores.slice(1), revenue: cuts },
    cells: scores.flatMap((recency) =>
      scores.map((frequency) => ({ recency, frequency, customers: each, orders: 2 * each, revenue: 100 * recency * frequency ** 2 })),
    ),
    segments: SHARES.map(segment),
    concentration: { topCustomerShare: 0.2, topRevenueShare: 0.7, gini: 0.6 },
    meanBasket: 50,
    meanRevenue: 100,
    meanOrderCount: 2,
    guestOrders: 0,
    guestRevenue: 0,
  };
  const rows = { used: 2 * CUSTOMERS, left: {} };
  return {
    kpi: 'rfm',
    version: 1,
    asOf: '2000-03-31',
    timeZone: 'UTC',
    currency: null,
    params: {},
    filter: {},
    status: 'ready',
    reasons: [],
    rows,
    value,
  };
}
