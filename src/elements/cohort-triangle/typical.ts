/** A result of usual shape: how much room the picture will take before there is one. */
import type { KpiResult } from '../../core/kpi/contract.js';
import type { RetentionResult } from '../../core/kpi/retention-types.js';

const CELL = { customers: 100, base: 1000, rate: 0.1, interval: [0.1, 0.1], orders: 100, revenue: 1000, value: 0.1 };
const COHORTS = 13;

export function typicalResult({
  key,
  mode,
  grain,
  metric,
}: {
  key: string;
  mode: string;
  grain: string;
  metric?: string;
}): KpiResult<RetentionResult> {
  const cohorts = Array.from({ length: COHORTS }, (_, at) => ({
    cohort: key === 'first-order' ? '2000-01' : 'Channel',
    size: 1000,
    cells: [...Array.from({ length: COHORTS - 1 - at }, () => CELL), null],
  }));
  const line = Array.from({ length: COHORTS }, () => 0.1);
  const value = { key, mode, grain, cohorts, average: line, triangle: { metric, line } };
  return { value, params: {}, filter: {}, currency: null } as unknown as KpiResult<RetentionResult>;
}
