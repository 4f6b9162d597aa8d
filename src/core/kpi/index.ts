/** The registry: every KPI by its id. */
import { refuse } from '../errors.js';
import type { KpiDefinition } from './contract.js';
import { funnel } from './funnel.js';
import { purchaseTiming } from './purchase-timing.js';
import { retention } from './retention.js';
import { rfm } from './rfm.js';
import { sales } from './sales.js';
import { churn } from './churn.js';

type AnyKpi = KpiDefinition<object, unknown, unknown>;

const REGISTRY: readonly AnyKpi[] = [churn, funnel, purchaseTiming, retention, rfm, sales];

/** Ids of the KPIs that `run` knows, in alphabetical order. */
export function listKpis(): string[] {
  return REGISTRY.map((kpi) => kpi.id);
}

/** @throws KpiError `unknown-kpi`. */
export function findKpi(id: unknown): AnyKpi {
  return REGISTRY.find((kpi) => kpi.id === id) ?? refuse('kpi', listKpis().join(', '), id, 'unknown-kpi');
}
