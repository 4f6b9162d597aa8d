/** Results of the KPI lifecycle, written by hand. */
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { LifecycleFlow, LifecycleResult, LifecycleStage, StageId } from '../../../src/core/kpi/lifecycle-types.js';

export function stage(id: StageId, before: number | null, customers: number | null, rest: Partial<LifecycleStage> = {}): LifecycleStage {
  const dwell = { stays: 500, ended: 300, medianDays: 92, interval: [85, 99] as [number, number] };
  return {
    id,
    before,
    entered: 10,
    left: 10,
    customers,
    revenue: 1000,
    meanRevenue: 10,
    meanRevenueAfter: 5,
    medianDwellDays: 92,
    dwell,
    ...rest,
  };
}

export function flow(
  from: LifecycleFlow['from'],
  to: StageId,
  customers: number | null,
  base: number | null,
  rest: Partial<LifecycleFlow> = {},
): LifecycleFlow {
  const probability = customers === null || base === null ? null : customers / base;
  return {
    from,
    to,
    customers,
    base,
    probability,
    interval: probability === null ? null : [0.2, 0.3],
    revenue: 600,
    target: null,
    opportunity: null,
    ...rest,
  };
}

/** 500 active, 120 new, 7 reactivated, 100 lost: +4 %, ratio 1.2. Stocks and flows add up. */
export function lifecycle(change: Partial<LifecycleResult> = {}): LifecycleResult {
  return {
    dates: { from: '2025-09-30', to: '2025-12-31' },
    rules: {
      ...{ silentDays: 92, silentMonths: 3, windowRule: 'given', inactiveDays: 92 },
      ...{ loyalPurchases: 2, premiumPurchases: 3, premiumDays: 60, premiumShare: null },
    },
    customers: 1127,
    stages: [
      stage('prospect', 100, 200, { entered: 120, left: 20 }),
      stage('new', 100, 120, { revenue: 12_000.5 }),
      stage('loyal', 300, 287),
      stage('premium', 100, 120),
      stage('inactive', 307, 400),
    ],
    flows: [
      flow('outside', 'prospect', 120, null),
      flow('outside', 'new', 100, null),
      flow('prospect', 'prospect', 80, 100),
      flow('prospect', 'new', 20, 100, { target: 0.3, opportunity: 200.4 }),
      flow('new', 'loyal', 40, 100, { target: 0.5, opportunity: 175.25 }),
      flow('new', 'inactive', 60, 100),
      flow('loyal', 'loyal', 240, 300),
      flow('loyal', 'premium', 20, 300),
      flow('loyal', 'inactive', 40, 300),
      flow('premium', 'premium', 100, 100),
      flow('inactive', 'loyal', 7, 307),
      flow('inactive', 'inactive', 300, 307),
    ],
    renewal: {
      ...{ activeAtStart: 500, newCustomers: 120, reactivated: 7, becameInactive: 100, activeAtEnd: 527 },
      ...{ rate: 0.04, ratio: 1.2, verdict: 'healthy' },
    },
    months: [
      { month: '2025-11', partial: false, customers: 210, newCustomers: 40, retained: 150, reactivated: 20, lapsed: 60 },
      { month: '2025-12', partial: false, customers: 230, newCustomers: 45, retained: 160, reactivated: 25, lapsed: 50 },
    ],
    ...change,
  };
}

export function result(value: LifecycleResult, rest: Partial<KpiResult<LifecycleResult>> = {}): KpiResult<LifecycleResult> {
  return {
    ...{ kpi: 'lifecycle', version: 1, asOf: '2025-12-31', timeZone: 'Europe/Paris', currency: 'EUR', params: {}, filter: {} },
    ...{ status: 'ready', reasons: [], rows: { used: 9000, left: {} } },
    ...rest,
    value,
  };
}
