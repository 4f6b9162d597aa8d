/** Runs `churn` on a tiny data set through the engine. */
import { run } from '../../../src/core/engine.js';
import type { ChurnParams, ChurnResult } from '../../../src/core/kpi/churn-types.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyInput, TinyOrder } from './tiny-dataset.js';

export function runChurn(
  input: TinyInput,
  params: Partial<ChurnParams> = {},
  request: Omit<KpiRequest, 'kpi' | 'params'> = {},
): KpiResult<ChurnResult> {
  return run(tinyDataset(input), { kpi: 'churn', params, ...request }) as KpiResult<ChurnResult>;
}

/** `'ann 2024-01-05 10'` -> an order of ann. */
export function ordersOf(...lines: string[]): TinyOrder[] {
  return lines.map((line) => {
    const [customer, at, net = '10'] = line.split(' ');
    return { customer: customer === '-' ? null : customer, at, net: Number(net) };
  });
}
