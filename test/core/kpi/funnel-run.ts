/** Runs `funnel` on a tiny data set through the engine, and shows its steps in short. */
import { run } from '../../../src/core/engine.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import type { FunnelParams, FunnelResult, FunnelStep, FunnelStepSpec } from '../../../src/core/kpi/funnel-types.js';
import { tinyDataset } from './tiny-dataset.js';
import type { TinyEvent, TinyInput } from './tiny-dataset.js';

export function runFunnel(
  input: TinyInput,
  params: Partial<FunnelParams> = {},
  request: Omit<KpiRequest, 'kpi' | 'params'> = {},
): KpiResult<FunnelResult> {
  return run(tinyDataset(input), { kpi: 'funnel', params, ...request }) as KpiResult<FunnelResult>;
}

/** `{ visit: 4, cart: 2 }`. */
export function countsOf(steps: readonly FunnelStep[]): Record<string, number | null> {
  return Object.fromEntries(steps.map((step) => [step.id, step.count]));
}

/** Steps that are events of one type each; a name that ends in `?` may be skipped. */
export function eventSteps(...names: string[]): FunnelStepSpec[] {
  return names.map((name) => {
    const id = name.replace('?', '');
    return { id, table: 'events', types: [id], ...(name.endsWith('?') ? { optional: true } : {}) };
  });
}

/** `'ann 1T09:00 cart'` -> an event of the visitor ann on 1 January 2024 at nine; `'ann 1 cart'`: at no known time. */
export function eventsOf(...lines: string[]): TinyEvent[] {
  return lines.map((line) => {
    const [visitor, at, type] = line.split(' ');
    const [day, time] = at.split('T');
    return { visitor, at: `2024-01-${day.padStart(2, '0')}${time === undefined ? '' : `T${time}`}`, type };
  });
}
