/** Results of one data set: equal requests are calculated once, and given up only when nobody waits any more. */
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { abortable } from '../worker/abort.js';
import { freeze } from './freeze.js';

/** Results kept: a person goes back and forth between a few views. */
const KEPT = 32;

interface Calculation {
  result: Promise<KpiResult>;
  giveUp: AbortController;
  /** Those who were not disappointed: zero only when all have given up, or it failed. */
  waiting: number;
}

export class Results {
  /** By the request's JSON text, oldest use first. */
  readonly #kept = new Map<string, Calculation>();

  constructor(readonly calculate: (request: KpiRequest, signal: AbortSignal) => Promise<KpiResult>) {}

  async get(request: KpiRequest, signal?: AbortSignal): Promise<KpiResult> {
    const key = JSON.stringify(request);
    const kept = this.#kept;
    const one = kept.get(key) ?? this.#start(request);
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
  }

  #start(request: KpiRequest): Calculation {
    const giveUp = new AbortController();
    return { result: this.calculate(request, giveUp.signal).then(freeze), giveUp, waiting: 0 };
  }
}
