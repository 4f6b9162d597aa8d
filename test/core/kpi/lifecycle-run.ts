/** Runs `lifecycle` on a tiny data set through the engine. */
import { run } from '../../../src/core/engine.js';
import type { LifecycleParams, LifecycleResult } from '../../../src/core/kpi/lifecycle-types.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyInput } from './tiny-dataset.js';

export function runLifecycle(
  input: TinyInput,
  params: Partial<LifecycleParams> = {},
  request: Omit<KpiRequest, 'kpi' | 'params'> = {},
): KpiResult<LifecycleResult> {
  return run(tinyDataset(input), { kpi: 'lifecycle', params, ...request }) as KpiResult<LifecycleResult>;
}

/** `{ 'new>loyal': 3 }`. */
export function flowsIn({ flows }: LifecycleResult): Record<string, number | null> {
  return Object.fromEntries(
    flows.filter(({ customers }) => customers !== 0).map(({ from, to, customers }) => [`${from}>${to}`, customers]),
  );
}

/** `{ new: 3 }`, without empty stages. */
export function stagesIn({ stages }: LifecycleResult): Record<string, number | null> {
  return Object.fromEntries(stages.flatMap(({ id, customers }) => (customers === 0 ? [] : [[id, customers]])));
}
