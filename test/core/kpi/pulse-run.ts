/** Runs `pulse` on small data through the engine. */
import { createDataset } from '../../../src/core/index.js';
import { run } from '../../../src/core/engine.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import type { PulseKpi, PulseResult } from '../../../src/core/kpi/pulse-types.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyInput } from './tiny-dataset.js';

type Rest = Omit<KpiRequest, 'kpi' | 'params'>;

export const pulse = (input: TinyInput, params: object = {}, rest: Rest = {}): KpiResult<PulseResult> =>
  run(tinyDataset(input), { kpi: 'pulse', params, ...rest }) as KpiResult<PulseResult>;

export const one = (input: TinyInput, id: unknown, params: object = {}, rest: Rest = {}): PulseKpi =>
  pulse(input, { kpis: [id], ...params }, rest).value.kpis[0]!;

/** From rows as a page gives them. */
export const given = (data: object, kpis: unknown[], rest: Rest = {}): PulseKpi[] =>
  (run(createDataset(data).dataset, { kpi: 'pulse', params: { kpis }, ...rest }) as KpiResult<PulseResult>).value.kpis;

/** Why, as `code detail`. */
export const reasons = (kpi: PulseKpi): string[] => kpi.reasons.map(({ code, detail }) => [code, detail].filter(Boolean).join(' '));
