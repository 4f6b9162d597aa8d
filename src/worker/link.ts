/**
 * One living engine as the page holds it. Comlink waits for ever when its worker dies, so a link rejects open calls once it is gone:
 * by an `error` event, by the release of the lock that the worker held, or by silence.
 */
import { releaseProxy, wrap } from 'comlink';
import { abortable } from './abort.js';
import type { EngineCalls } from './protocol.js';

export class Link {
  /** Held for the link's whole life: Comlink drops the calls of a proxy that is collected. */
  readonly calls: EngineCalls;
  /** Pings without an answer after which it counts as dead. Pings, not time: a frozen or throttled page must not blame its worker. */
  patience = 5;
  readonly #gone = new AbortController();
  readonly #tick: number;

  /** @param tick Milliseconds between two pings while a call is open. */
  constructor(worker: Worker | MessagePort, tick: number) {
    const calls = wrap(worker);
    this.calls = calls as unknown as EngineCalls;
    this.#tick = tick;
    this.gone.addEventListener('abort', () => {
      calls[releaseProxy]();
      if ('terminate' in worker) worker.terminate();
    });
    (worker as Worker).onerror = worker.onmessageerror = (event: Event) => {
      // Else the page's own error handlers would hear of what is repaired here.
      event.preventDefault();
      this.end((event as ErrorEvent).message || event.type);
    };
  }

  /** Fires when it ends. The reason is a text when it went by itself. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  end(reason?: string): void {
    this.#gone.abort(reason);
  }

  /** The promise's outcome, or a rejection when the engine goes before that. */
  until<T>(promise: Promise<T>): Promise<T> {
    let silence = 0;
    const ping = () => {
      if (++silence > this.patience) return this.end('silent');
      this.calls.ping().then(
        () => (silence = 0),
        () => {},
      );
    };
    const timer = setInterval(ping, this.#tick);
    return abortable(promise, this.gone).finally(() => clearInterval(timer));
  }
}
