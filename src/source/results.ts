/** Results of one data set: equal requests are calculated once, and given up only when nobody waits any more. */
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { abortable } from '../worker/abort.js';
import type { KpiSource } from './source.js';

/** Results kept: a person goes back and forth between a few views. */
const KEPT = 256;

/** @internal */
interface Calculation {
  result: Promise<KpiResult>;
  giveUp: AbortController;
  /** Those who were not disappointed: zero only when all have given up, or it failed. */
  waiting: number;
}

export function shareResults(calculate: (request: KpiRequest, signal: AbortSignal) => Promise<KpiResult>): KpiSource['run'] {
  /** By the request's JSON text, oldest use first. */
  const kept = new Map<string, Calculation>();

  function start(request: KpiRequest): Calculation {
    const giveUp = new AbortController();
    return { result: calculate(request, giveUp.signal), giveUp, waiting: 0 };
  }

  return async (request, signal) => {
    const key = JSON.stringify(request);
    const one = kept.get(key) ?? start(request);
    kept.delete(key);
    kept.set(key, one);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    one.waiting++;
    return abortable(one.result, signal).catch((error: unknown) => {
      if (--one.waiting === 0) {
        if (kept.get(key) === one) kept.delete(key);
        one.giveUp.abort();
      }
      throw error;
    });
  };
}
