/** Results of the KPI pulse, written by hand. */
import type { KpiResult } from '../../../src/core/kpi/contract.js';
import type { PulseKpi, PulsePart, PulsePoint, PulseResult } from '../../../src/core/kpi/pulse-types.js';

/** A month; `previous` is that of the month before. */
export function month(period: string, value: number | null, previous: number | null = null, rest: Partial<PulsePoint> = {}): PulsePoint {
  const difference = value === null || previous === null ? null : value - previous;
  return {
    ...{ period, from: `${period}-01`, to: `${period}-28`, partial: false },
    ...{ value, numerator: value, denominator: null, interval: null },
    compared: { from: '2025-11-01', to: '2025-11-28' },
    ...{ previous, difference, change: difference !== null && previous! > 0 ? difference / previous! : null },
    ...rest,
  };
}

export function part(key: string | null, value: number, previous: number): PulsePart {
  const difference = value - previous;
  return {
    ...{ key, value, numerator: value, denominator: null, interval: null },
    ...{ previous, difference, change: difference / previous, contribution: difference / 40_000, values: [] },
  };
}

export function kpi(id: string, series: PulsePoint[], rest: Partial<PulseKpi> = {}): PulseKpi {
  return {
    ...{ id, unit: 'count', better: 'up', grain: 'month', scale: 1, growth: false, reasons: [] },
    ...{ current: series.at(-1) ?? null, terms: [{ measure: 'orders', weight: 1, amount: series.at(-1)?.value ?? null }], base: [] },
    ...{ series, parts: [] },
    ...rest,
  };
}

export const salesMonth = (): PulseKpi =>
  kpi(
    'sales-month',
    [month('2025-10', 30_000), month('2025-11', 41_000.5, 30_000), month('2025-12', 42_000.5, 40_000, { partial: true, to: '2025-12-20' })],
    {
      unit: 'money',
      terms: [{ measure: 'order-revenue', weight: 1, amount: 42_000.5 }],
      parts: [part('web', 30_000, 25_000), part('ads', 10_000, 12_000), part(null, 2000.5, 3000)],
    },
  );

export const repeatRate = (): PulseKpi =>
  kpi(
    'repeat-rate',
    [
      month('2025-11', 0.62, null, { numerator: 310, denominator: 500, interval: [0.5767, 0.6614] }),
      month('2025-12', 0.7, 0.62, { numerator: 350, denominator: 500, interval: [0.6584, 0.7385] }),
    ],
    {
      unit: 'rate',
      terms: [
        { measure: 'customers', weight: 1, amount: 500 },
        { measure: 'new-customers', weight: -1, amount: 150 },
      ],
      base: [{ measure: 'customers', weight: 1, amount: 500 }],
    },
  );

export const netRevenue = (): PulseKpi =>
  kpi('net-revenue', [month('2025-11', 40_000), month('2025-12', 42_000, 40_000)], {
    unit: 'money',
    terms: [
      { measure: 'gross', weight: 1, amount: 45_000 },
      { measure: 'refunds', weight: -1, amount: 3000 },
      { measure: 'lone-refunds', weight: -1, amount: 0 },
    ],
  });

export const orders = (): PulseKpi => kpi('orders', [month('2025-11', 400), month('2025-12', 405, 400)]);
export const lost = (): PulseKpi => kpi('lost-customers', [month('2025-11', 100), month('2025-12', 160, 100)], { better: 'down' });
export const missing = (): PulseKpi => kpi('visits', [], { reasons: [{ code: 'missing-table', detail: 'visits' }] });

export function pulse(
  kpis: PulseKpi[] = [salesMonth(), orders(), repeatRate(), lost(), netRevenue(), missing()],
  rest: Partial<PulseResult> = {},
): PulseResult {
  return { grain: 'month', compare: 'previous-period', by: null, lostAfter: '3M', kpis, ...rest };
}

export function result(value: PulseResult = pulse(), rest: Partial<KpiResult<PulseResult>> = {}): KpiResult<PulseResult> {
  return {
    ...{ kpi: 'pulse', version: 1, asOf: '2025-12-28', timeZone: 'Europe/Paris', currency: 'EUR', params: {}, filter: {} },
    ...{ status: 'partial', reasons: [{ code: 'missing-table', detail: 'visits' }], rows: { used: 900, left: {} } },
    ...rest,
    value,
  };
}
