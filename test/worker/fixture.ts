/** Orders made by arithmetic, and what the core says of them without any worker. */
import { run } from '../../src/core/engine.js';
import { createDataset } from '../../src/core/ingest/create-dataset.js';
import type { DatasetInput } from '../../src/core/ingest/input.js';
import type { KpiRequest, KpiResult } from '../../src/core/kpi/contract.js';
import '../../src/worker/packs/all.js';
import { engineScript } from '../../src/worker/rungs.js';

export type Order = {
  id: string;
  customer_id: string;
  created_at: string;
  total: number;
};

/** The same list for the same length: a linear congruential walk over customers, days and prices. */
export function orders(length: number): Order[] {
  let state = 12345;
  const next = (below: number) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
  return Array.from({ length }, (_, row) => ({
    id: `o${row}`,
    customer_id: `c${next(Math.max(1, Math.floor(length / 4)))}`,
    created_at: new Date(Date.UTC(2023, 0, 1 + next(700), next(24))).toISOString(),
    total: next(20000) / 100,
  }));
}

export const data = { version: 1, meta: { currency: 'EUR', timeZone: 'Europe/Paris' }, orders: orders(400) };
export const rfm: KpiRequest = { kpi: 'rfm', params: { window: 'all' } };
export const churn: KpiRequest = { kpi: 'churn', asOf: '2024-06-30' };

/** JSON text of the figure, straight from the core. */
export function expected(request: KpiRequest, input: DatasetInput = data): string {
  return JSON.stringify(run(createDataset(input, {}).dataset, request));
}

export const text = (result: KpiResult): string => JSON.stringify(result);

/** Address of the engine as a worker file. */
export function workerFile(): string {
  return URL.createObjectURL(new Blob([engineScript()], { type: 'text/javascript' }));
}

/** Error that a promise rejects with; fails when it resolves. */
export async function failure(
  promise: Promise<unknown>,
): Promise<{ code?: string; message: string; path?: string | null; details?: Record<string, unknown> }> {
  return promise.then(
    () => Promise.reject(new Error('must reject')),
    (error: Error) => error,
  );
}
