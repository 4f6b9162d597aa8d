/** Results of the KPI churn, written by hand. */
import type { ChurnCustomer, ChurnResult, ChurnTier, ChurnTrendPoint, TierId } from '../../../src/core/kpi/churn-types.js';
import type { KpiResult } from '../../../src/core/kpi/contract.js';

export function tier(id: TierId, customers: number | null, revenue: number | null): ChurnTier {
  const afterDays = { watch: 30, risk: 61, inactive: 91 }[id];
  const limitDay = { watch: '2025-12-01', risk: '2025-10-31', inactive: '2025-10-01' }[id];
  return { id, afterDays, limitDay, customers, revenue };
}

export function month(name: string, lost: number, base: number, interval: [number, number] | null): ChurnTrendPoint {
  return { month: name, asOf: `${name}-28`, attritionRate: base === 0 ? null : lost / base, attritionInterval: interval, lost, base };
}

export function customer(id: string, rest: Partial<ChurnCustomer> = {}): ChurnCustomer {
  return { id, tier: 'risk', silentDays: 70, lastOrder: '2025-10-22', orders: 3, revenue: 100, revenueTotal: 250, ...rest };
}

/** 412 to watch, 188 at risk, 1,402 inactive of 2,604; attrition 812 of 2,604 (31.2 %), twelve months known. */
export function churn(change: Partial<ChurnResult> = {}): ChurnResult {
  return {
    window: { from: '2025-10-02', to: '2025-12-31', months: 3, meanRecencyDays: 91.2, medianRecencyDays: 60, rule: 'mean-recency' },
    base: 4006,
    active: 2604,
    attritionRate: 812 / 2604,
    attritionInterval: [0.2943, 0.3299],
    attritionBase: 2604,
    attritionLost: 812,
    inactiveShare: 1402 / 4006,
    tiers: [tier('watch', 412, 52000.4), tier('risk', 188, 32300.1), tier('inactive', 1402, 12100)],
    customers: [
      customer('C-9', { revenue: 900, silentDays: 75, orders: 9, lastOrder: '2025-10-17' }),
      customer('C-2', { revenue: 700, silentDays: 400, tier: 'inactive', orders: 5, lastOrder: '2024-11-26' }),
      customer('C-10', { revenue: 700, silentDays: 40, tier: 'watch', orders: 2, lastOrder: '2025-11-21' }),
    ],
    trend: [
      month('2025-09', 480, 2000, [0.2218, 0.2592]),
      month('2025-10', 560, 2100, [0.2482, 0.286]),
      month('2025-11', 660, 2300, [0.2689, 0.3058]),
      month('2025-12', 812, 2604, [0.2943, 0.3299]),
    ],
    ...change,
  };
}

export function result(value: ChurnResult, rest: Partial<KpiResult<ChurnResult>> = {}): KpiResult<ChurnResult> {
  return {
    kpi: 'churn',
    version: 1,
    asOf: '2025-12-31',
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    params: {},
    filter: {},
    status: 'ready',
    reasons: [],
    rows: { used: 9000, left: {} },
    ...rest,
    value,
  };
}
