/**
 * One living engine as the page holds it. Comlink waits for ever when its worker dies, so a link knows its open calls and
 * answers them with null once it is lost: by an `error` event, by the release of the lock that the worker held, or (where there is no
 * such lock) by silence.
 */
import type { EngineCalls } from './protocol.js';

export interface LinkOptions {
  /** Stops the engine. */
  stop(): void;
  /** Milliseconds between two pings while calls are open. */
  tick: number;
  /** Ticks without an answer that a worker may take. Ticks, not time: a frozen or throttled page must not blame its worker. */
  patience: number;
}

/** How much longer a worker may be silent that is known not to be dead: only an endless loop takes that long. */
const GUARDED = 6;

export class Link {
  readonly calls: EngineCalls;
  /** How it was lost; empty when it was stopped by us, or lives. */
  lostBy = '';
  /** Ticks without an answer after which it counts as dead. */
  patience: number;
  /** Size of the largest data set it was given: reading a megabyte without a pause may take a slow device a tick. */
  bytes = 0;
  /** Told once, when the engine went by itself. */
  lost: (reason: string) => void = () => {};
  readonly #options: LinkOptions;
  readonly #open = new Set<() => void>();
  readonly #gone = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;
  #silence = 0;

  constructor(calls: EngineCalls, options: LinkOptions) {
    this.calls = calls;
    this.#options = options;
    this.patience = options.patience;
  }

  /** Stopped or lost: no call will be answered any more. */
  get ended(): boolean {
    return this.gone.aborted;
  }

  /** Fires when it ends. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** The promise's outcome, or null when the engine goes before that. */
  until<T>(promise: Promise<T>): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const gone = () => resolve(null);
      if (this.ended) return gone();
      this.#open.add(gone);
      this.#listen();
      promise.then(resolve, reject).finally(() => {
        this.#open.delete(gone);
        this.#listen();
      });
    });
  }

  /** Asks for the lock that the worker holds: getting it means that the worker is gone. Silence then means work, unless it lasts. */
  guard(lock: string): void {
    this.patience *= GUARDED;
    navigator.locks.request(lock, { signal: this.gone }, () => this.lose('terminated')).catch(() => {});
  }

  lose(reason: string): void {
    if (this.ended) return;
    this.lostBy = reason;
    this.end();
    this.lost(reason);
  }

  /** Stops the engine; open calls are answered with null. */
  end(): void {
    if (this.ended) return;
    this.#gone.abort();
    this.#options.stop();
    for (const gone of this.#open) gone();
    this.#open.clear();
    this.#listen();
  }

  /** Pings only while somebody waits. */
  #listen(): void {
    const needed = this.#open.size > 0;
    if (needed && this.#timer === undefined) {
      this.#silence = 0;
      this.#timer = setInterval(() => this.#ping(), this.#options.tick);
    } else if (!needed) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #ping(): void {
    if (++this.#silence > this.patience + this.bytes / 1e6) return this.lose('silent');
    this.calls.ping().then(
      () => (this.#silence = 0),
      () => {},
    );
  }
}
