/**
 * The engine: data set + request -> result. Public as `vigie/core`, needs no DOM, no clock, no network.
 * Both calls exist as generators too, so that a page without workers can run them in slices.
 */
export type { KpiRequest, KpiResult, Filter, Reason } from './kpi/contract.js';
