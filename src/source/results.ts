/** Results of one data set: equal requests are calculated once, and given up only when nobody waits any more. */
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { abortable } from '../worker/abort.js';
import type { KpiSource } from './source.js';

/** Results kept however large they are: a person goes back and forth between a few views. */
const FEW = 32;
/** Results kept at most, and values in them, some 50 bytes each: a dashboard asks ahead for what is likely to be asked next. */
const MANY = 256;
const VALUES = 1e6;

/** @internal */
interface Calculation {
  result: Promise<KpiResult>;
  giveUp: AbortController;
  /** Those who were not disappointed: zero only when all have given up, or it failed. */
  waiting: number;
  /** What came of it, and the number of values in it once they are counted. */
  value?: KpiResult;
  size?: number;
}

function countValues(value: unknown): number {
  let sum = 1;
  if (Object(value) === value) for (const each of Object.values(value as object)) sum += countValues(each);
  return sum;
}

export function shareResults(calculate: (request: KpiRequest, signal: AbortSignal) => Promise<KpiResult>): KpiSource['run'] {
  /** By the request's JSON text, oldest use first. */
  const kept = new Map<string, Calculation>();

  function start(request: KpiRequest): Calculation {
    const giveUp = new AbortController();
    const one: Calculation = { result: calculate(request, giveUp.signal), giveUp, waiting: 0 };
    // Those who wait hear of a failure themselves.
    one.result.then((value) => (one.value = value)).catch(() => null);
    return one;
  }

  /** Lets go of the oldest where there are too many. */
  function letGo(): void {
    if (kept.size <= FEW) return;
    let values = 0;
    for (const one of kept.values()) values += one.value ? (one.size ??= countValues(one.value)) : 0;
    for (const [key, { size = 0 }] of kept) {
      if (kept.size <= FEW || (kept.size <= MANY && values <= VALUES)) return;
      kept.delete(key);
      values -= size;
    }
  }

  return async (request, signal) => {
    const key = JSON.stringify(request);
    const one = kept.get(key) ?? start(request);
    kept.delete(key);
    kept.set(key, one);
    letGo();
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
