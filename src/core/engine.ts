/**
 * The engine: data set + request -> result. Public as `vigie/core`; needs no DOM, no clock, no network.
 * Both calls exist as generators too, so that a page without workers can run them in slices.
 */
import type { KpiRequest, KpiResult } from './kpi/contract.js';
import { findKpi } from './kpi/index.js';
import { kpiSteps } from './kpi-steps.js';
import { runPieces } from './kpi/run-pieces.js';
import type { Dataset } from './table/dataset.js';

export type { Filter, KpiRequest, KpiResult, Reason } from './kpi/contract.js';

/**
 * `run` in slices: yields between pieces of work, so that the caller can pause or give up.
 * @throws KpiError as `run`.
 */
export function runSteps(dataset: Dataset, request: KpiRequest): Generator<void, KpiResult, void> {
  return kpiSteps(dataset, request, findKpi);
}

/**
 * Figures of one KPI. Pure: the same data set and request give the same result, and the same JSON text whatever the order of the
 * rows. A figure that the data cannot carry is null with a reason, never an error.
 * @throws KpiError `unknown-kpi`, `invalid-param`, `invalid-date`.
 */
export function run(dataset: Dataset, request: KpiRequest): KpiResult {
  return runPieces(runSteps(dataset, request));
}
