/** Figures that were calculated elsewhere, and are shown as they are. */
import type { KpiResult } from '../core/kpi/contract.js';
import { checkResult } from './check-result.js';
import type { KpiSource } from './source.js';

/** A source without rows, of which there is nothing to tell. */
export function quietSource(run: KpiSource['run'], release = () => {}): KpiSource {
  const quiet = () => () => {};
  return { loaded: Promise.resolve(null), run, onProgress: quiet, onNotice: quiet, release };
}

/**
 * A source that answers each request with the ready result of that KPI, whatever the request's parameters and filter are: the result says
 * which ones it was made with. Requests for another KPI reject with KpiError `unknown-kpi`.
 */
export function resultSource(...results: readonly KpiResult[]): KpiSource {
  return quietSource(async ({ kpi }) => checkResult(results.find((one) => one.kpi === kpi) ?? results[0], kpi));
}
