/** Results of one data set: equal requests are calculated once, and given up only when nobody waits any more. */
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { abortable } from '../worker/abort.js';
import { canonical } from './canonical.js';
import { freeze } from './freeze.js';

/** Results kept: a person goes back and forth between a few views. */
const KEPT = 32;

type Calculate = (request: KpiRequest, signal: AbortSignal) => Promise<KpiResult>;

class Calculation {
  readonly #controller = new AbortController();
  readonly #result: Promise<KpiResult>;
  #waiting = 0;
  #settled = false;

  constructor(calculate: Calculate, request: KpiRequest, forget: () => void) {
    // Settled before anyone who waits hears of it: their leaving must not look like giving up.
    this.#result = calculate(request, this.#controller.signal)
      .then(freeze)
      .finally(() => (this.#settled = true));
    this.#result.catch(forget);
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** @param forget Called when the last one who waited has given up: nobody is to join any more. */
  wait(signal: AbortSignal | undefined, forget: () => void): Promise<KpiResult> {
    this.#waiting++;
    return abortable(this.#result, signal).finally(() => {
      if (--this.#waiting > 0 || this.#settled) return;
      forget();
      this.#controller.abort();
    });
  }
}

export class Results {
  readonly #calculate: Calculate;
  /** Oldest use first. */
  readonly #kept = new Map<string, Calculation>();

  constructor(calculate: Calculate) {
    this.#calculate = calculate;
  }

  async get(request: KpiRequest, signal?: AbortSignal): Promise<KpiResult> {
    const key = canonical(request);
    const forget = () => {
      if (this.#kept.get(key) === calculation) this.#kept.delete(key);
    };
    const calculation: Calculation = this.#kept.get(key) ?? new Calculation(this.#calculate, request, () => forget());
    this.#kept.delete(key);
    this.#kept.set(key, calculation);
    this.#trim();
    return calculation.wait(signal, forget);
  }

  #trim(): void {
    for (const [key, calculation] of this.#kept) {
      if (this.#kept.size <= KEPT) return;
      if (calculation.settled) this.#kept.delete(key);
    }
  }
}
