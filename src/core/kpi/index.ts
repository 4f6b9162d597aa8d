/** The registry: every KPI by its id. */
import { KpiError } from '../errors.js';
import { churn } from './churn.js';
import type { KpiDefinition } from './contract.js';
import { funnel } from './funnel.js';
import { shown } from './param.js';
import { rfm } from './rfm.js';

type AnyKpi = KpiDefinition<object, unknown, unknown>;

const REGISTRY: readonly AnyKpi[] = [churn, funnel, rfm];

/** Ids of the KPIs that `run` knows, in alphabetical order. */
export function listKpis(): string[] {
  return REGISTRY.map((kpi) => kpi.id);
}

/** @throws KpiError `unknown-kpi`. */
export function findKpi(id: unknown): AnyKpi {
  const found = REGISTRY.find((kpi) => kpi.id === id);
  if (found !== undefined) return found;
  const known = listKpis().join(', ');
  throw new KpiError('unknown-kpi', `kpi is one of a list: give one of ${known}; got ${shown(id)}`, {
    path: 'kpi',
    details: { got: shown(id), known },
  });
}
