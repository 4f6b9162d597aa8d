/** Results of the KPI purchase-timing, written by hand. */
import type {
  IntervalView,
  PurchaseTimingParams,
  PurchaseTimingResult,
  TimingCurve,
  TimingPoint,
} from '../../../src/core/kpi/purchase-timing-types.js';
import type { KpiResult } from '../../../src/core/kpi/contract.js';

export const params: PurchaseTimingParams = {
  by: 'none',
  marks: [7, 30, 60],
  horizonDays: 365,
  programmeDays: null,
  conversionDays: null,
  cadenceDays: 60,
};

export const point = (days: number, survival: number, atRisk: number, events: number, censored = 0): TimingPoint => ({
  ...{ days, survival, lower: Math.max(0, survival - 0.04), upper: Math.min(1, survival + 0.04) },
  ...{ atRisk, events, censored },
});

/** 200 wait; 20 buy on day 5, 60 on day 20, 50 on day 45; 10 have waited for 10 days so far, 60 for 90. */
export function curve(change: Partial<TimingCurve> = {}): TimingCurve {
  return {
    ...{ id: 'second', part: 'all', group: null, customers: 200, spells: 200, events: 130 },
    ...{ medianDays: 45, medianInterval: [20, null], day80: null },
    marks: [
      { days: 7, probability: 0.1, lower: 0.066, upper: 0.15 },
      { days: 30, probability: 0.4176, lower: 0.35, upper: 0.49 },
      { days: 60, probability: 0.6824, lower: 0.61, upper: 0.75 },
    ],
    meanWait: { days: 90, mean: 44.1, lower: 39.5, upper: 48.7 },
    window: { from: 1, to: 45, conversionDays: 90, conversion: 0.6824, probability: 0.6824, programmeDays: 30, programmeShare: 0.612 },
    points: [
      point(5, 0.9, 200, 20),
      point(10, 0.9, 180, 0, 10),
      point(20, 0.5824, 170, 60),
      point(45, 0.3176, 110, 50),
      point(90, 0.3176, 60, 0, 60),
    ],
    hazard: [
      { from: 1, to: 7, events: 20, rate: 20 / 1360 },
      { from: 8, to: 14, events: 0, rate: 0 },
      { from: 15, to: 21, events: 60, rate: 60 / 1130 },
      { from: 22, to: 28, events: 0, rate: 0 },
      { from: 29, to: 35, events: 0, rate: 0 },
      { from: 36, to: 42, events: 0, rate: 0 },
      { from: 43, to: 49, events: 50, rate: 50 / 570 },
      { from: 50, to: 56, events: 0, rate: 0 },
    ],
    peak: { from: 43, to: 49, events: 50, rate: 50 / 570 },
    ...change,
  };
}

const view = (count: number, medianDays: number | null, counts: readonly number[]): IntervalView => ({
  count,
  medianDays,
  classes: counts.map((each, i) => ({ from: i * 7 + 1, to: i + 1 < counts.length ? i * 7 + 7 : null, count: each, share: each / count })),
});

export function timing(change: Partial<PurchaseTimingResult> = {}): PurchaseTimingResult {
  return {
    dates: { from: '2024-01-31', to: '2025-12-31' },
    leastPurchases: 1,
    by: 'none',
    curves: [curve({ id: 'first', medianDays: 6 }), curve(), curve({ id: 'next', customers: 130, spells: 180 })],
    tests: [],
    steps: [
      {
        ...{ purchase: 1, customers: 200, spells: 200, events: 130, medianDays: 45, medianInterval: [20, null], day80: null, marks: [] },
        ...{ rate: 0.65, interval: [0.5816, 0.7127] },
      },
    ],
    intervals: {
      pooled: view(250, 20, [40, 60, 100, 30, 20]),
      perCustomer: view(130, 20.5, [20, 40, 40, 20, 10]),
      open: 200,
      regularity: { customers: 60, k: 1.84 },
      cadence: { days: 60, customers: 60, within: 45, share: 0.75, interval: [0.6276, 0.8422], medianDays: 18 },
    },
    ...change,
  };
}

/** Split by channel: mail 120 (median 20 days), ads 80 (not reached). */
export function split(): PurchaseTimingResult {
  const groups = [
    curve({ part: 'group', group: 'mail', customers: 120, spells: 120, medianDays: 20 }),
    curve({ part: 'group', group: 'ads', customers: 80, spells: 80, medianDays: null, points: [point(45, 0.8, 80, 16)] }),
  ];
  return timing({ by: 'channel', curves: [curve(), ...groups], tests: [{ id: 'second', chiSquared: 20, df: 1, pValue: 0.00001 }] });
}

export function result(value: PurchaseTimingResult = timing(), rest: Partial<KpiResult> = {}): KpiResult<PurchaseTimingResult> {
  return {
    ...{ kpi: 'purchase-timing', version: 1, asOf: '2025-12-31', timeZone: 'Europe/Paris', currency: 'EUR' },
    ...{ params: { ...params, by: value.by }, filter: {}, status: 'ready', reasons: [], rows: { used: 900, left: {} } },
    ...rest,
    value,
  };
}
