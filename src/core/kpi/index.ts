/**
 * The registry: every KPI by its id, from the module that bears it. The bundle of the engine makes a pack of each: see
 * worker/embed-engine.mjs.
 */
import { refuse } from '../errors.js';
import type { KpiDefinition } from './contract.js';
import { funnel } from './funnel.js';
import { lifecycle } from './lifecycle.js';
import { pulse } from './pulse.js';
import { purchaseTiming } from './purchase-timing.js';
import { retention } from './retention.js';
import { rfm } from './rfm.js';
import { sales } from './sales.js';
import { sources } from './sources.js';
import { churn } from './churn.js';

/** A KPI among others. */
export type AnyKpi = KpiDefinition<object, unknown, unknown>;

const REGISTRY: readonly AnyKpi[] = [churn, funnel, lifecycle, pulse, purchaseTiming, retention, rfm, sales, sources];

/** Ids of the KPIs that `run` knows, in alphabetical order. */
export function listKpis(): string[] {
  return REGISTRY.map((kpi) => kpi.id);
}

/** @throws KpiError `unknown-kpi`. */
export function findKpi(id: unknown): AnyKpi {
  return REGISTRY.find((kpi) => kpi.id === id) ?? refuse('kpi', listKpis().join(', '), id, 'unknown-kpi');
}
