/** Works out ahead, while nobody waits for anything, what the next click would ask for: its figures are there when it comes. */
import type { Filter } from '../../core/kpi/contract.js';

/** Milliseconds without a change after which nobody waits. */
const REST = 400;
/** Milliseconds that a pointer stays on what it does not merely pass. */
const DWELL = 60;
/** Filters that are worked out in one rest, and milliseconds that may be spent on them: the worker is not the only one who wants power. */
const MOST = 24;
const BUDGET = 6_000;

/** @internal A dashboard, as far as foresight needs to know it. */
export interface Foreseen {
  /** Resolves when all widgets show what was last asked for. */
  settled(): Promise<void>;
  /** Filters that a click would set, the likely ones first. */
  likely(): readonly Filter[];
  /** Has all widgets ask what they would ask under a filter, without showing it. Never rejects. */
  askAhead(filter: Filter, signal: AbortSignal): Promise<unknown>;
}

/** @internal */
export class Foresight {
  readonly #of: Foreseen;
  #giveUp = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(of: Foreseen) {
    this.#of = of;
  }

  /** Something has changed: what runs is given up, unless somebody asks for just that by now; after a rest it begins anew. */
  rest(): void {
    this.#start(REST, []);
  }

  /** Somebody points at something: this first. */
  point(filter: Filter): void {
    this.#start(DWELL, [filter]);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#giveUp.abort();
    this.#giveUp = new AbortController();
  }

  #start(wait: number, first: readonly Filter[]): void {
    this.stop();
    const { signal } = this.#giveUp;
    this.#timer = setTimeout(() => void this.#work(first, signal), wait);
  }

  async #work(first: readonly Filter[], signal: AbortSignal): Promise<void> {
    await this.#of.settled();
    const end = performance.now() + BUDGET;
    for (const filter of [...first, ...this.#of.likely()].slice(0, MOST)) {
      if (signal.aborted || document.hidden || performance.now() > end) return;
      await this.#of.askAhead(filter, signal);
    }
  }
}
