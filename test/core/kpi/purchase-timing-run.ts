/** Runs `purchase-timing` on a tiny data set through the engine. */
import { run } from '../../../src/core/engine.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import type { PurchaseId, PurchaseTimingParams, PurchaseTimingResult, TimingCurve } from '../../../src/core/kpi/purchase-timing-types.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyInput, TinyOrder } from './tiny-dataset.js';

export function runTiming(
  input: TinyInput,
  params: Partial<PurchaseTimingParams> = {},
  request: Omit<KpiRequest, 'kpi' | 'params'> = {},
): KpiResult<PurchaseTimingResult> {
  return run(tinyDataset(input), { kpi: 'purchase-timing', params, ...request }) as KpiResult<PurchaseTimingResult>;
}

export const curve = (value: PurchaseTimingResult, id: PurchaseId, group: string | null = null): TimingCurve =>
  value.curves.find((one) => one.id === id && one.group === group)!;

/** `'ann 2024-01-05 web'` -> an order of ann through web. */
export function ordersOf(...lines: string[]): TinyOrder[] {
  return lines.map((line) => {
    const [customer, at, channel] = line.split(' ');
    return { customer: customer === '-' ? null : customer, at, net: 10, channel };
  });
}
