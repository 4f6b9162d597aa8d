/** Figures that were calculated elsewhere, and are shown as they are. */
import { KpiError } from '../core/errors.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { checkResult } from './check-result.js';
import { readyReport } from './ready-report.js';
import type { KpiSource } from './source.js';

/**
 * A source that answers each request with the ready result of that KPI, whatever the request's parameters and filter are: the result says
 * which ones it was made with. Requests for another KPI reject with KpiError `unknown-kpi`.
 */
export function resultSource(...results: readonly KpiResult[]): KpiSource {
  const ignore = () => () => {};
  const find = async ({ kpi }: KpiRequest): Promise<KpiResult> => {
    const result = results.find((one) => one.kpi === kpi);
    if (result) return checkResult(result, kpi);
    const got = results.map((one) => one.kpi).join(', ');
    throw new KpiError('unknown-kpi', `result of the KPI ${kpi} must be given: add it; got ${got || 'none'}`, { details: { kpi, got } });
  };
  return { loaded: Promise.resolve(readyReport()), run: find, onProgress: ignore, onNotice: ignore, release() {} };
}
