/**
 * One living engine as the page holds it. Comlink waits for ever when its worker dies, so a link rejects open calls once it is gone:
 * by an `error` event, by the release of the lock that the worker held, or by silence.
 */
import { abortable } from './abort.js';
import { engine, engineVersion } from './engine.generated.js';
import type { EngineCalls, ProgressListener } from './protocol.js';
import { start } from './rungs.js';
import type { Rung, WorkerUrl } from './rungs.js';
import { sendData } from './send.js';

export interface LinkOptions {
  /** Same-origin copy of the worker script; `blob:`: none but a Blob, for a policy `worker-src blob:`; `none`: no worker at all. */
  workerUrl?: WorkerUrl;
  /** Milliseconds between two pings while a call is open. Default 1000. */
  tick?: number;
  /**
   * Pings without an answer before a worker counts as dead: one slice of work, such as parsing all JSON, takes less. Default 30.
   * Pings, not time: a frozen or throttled page must not blame its worker.
   */
  patience?: number;
}

export interface Link {
  /** Held for the link's whole life: Comlink drops the calls of a proxy that is collected. */
  readonly calls: EngineCalls;
  /** Pushes what the page holds, in slices; the caller calls `finish`. Nothing is changed, and nothing is cloned. */
  send(dataset: number, data: unknown, wanted: () => boolean): Promise<void>;
  /** Fires when it ends. The reason is a text when it went by itself. */
  readonly gone: AbortSignal;
  end(reason?: string): void;
  /** The promise's outcome, or a rejection when the engine goes before that. */
  until<T>(promise: Promise<T>): Promise<T>;
}

/** Pings that a worker may take to say hello: a policy may refuse it without a word. */
const HELLO_PATIENCE = 5;

/** Comlink as it stands in the engine, and what packs data. */
let bridge: ReturnType<typeof engine> | undefined;

/** A link that has said hello. Throws when this rung cannot be had here. */
export async function connect(rung: Rung, options: LinkOptions, progress: ProgressListener): Promise<Link> {
  const { workerUrl, tick = 1000, patience = 30 } = options;
  const { packed, proxy, releaseProxy, transfer, wrap } = (bridge ??= engine());
  const worker = start[rung](workerUrl) as Worker;
  const calls = wrap(worker) as unknown as EngineCalls & Record<symbol, () => void>;
  const ending = new AbortController();
  const gone = ending.signal;
  const end = (reason?: string) => ending.abort(reason);

  function until<T>(promise: Promise<T>, most = patience): Promise<T> {
    let silence = 0;
    const ping = () => {
      if (++silence > most) return end('silent');
      calls
        .ping()
        .then(() => (silence = 0))
        .catch(() => {});
    };
    const timer = setInterval(ping, tick);
    return abortable(promise, gone).finally(() => clearInterval(timer));
  }

  gone.addEventListener('abort', () => {
    calls[releaseProxy]();
    worker.terminate?.();
  });
  worker.onerror = worker.onmessageerror = (event: Event) => {
    // Else the page's own error handlers would hear of what is repaired here.
    event.preventDefault();
    end((event as ErrorEvent).message || event.type);
  };
  const lock = rung !== 'page' && navigator.locks ? crypto.randomUUID() : null;
  const greeting = await until(calls.hello(proxy(progress), lock), HELLO_PATIENCE).catch(() => null);
  if (greeting?.version !== engineVersion) {
    end(`version ${greeting?.version} instead of ${engineVersion}`);
    throw new Error(gone.reason as string);
  }
  // Getting the lock that the worker holds means that the worker is gone.
  if (lock && greeting.locked) navigator.locks.request(lock, { signal: gone }, () => end('terminated')).catch(() => {});
  const send: Link['send'] = (dataset, data, wanted) =>
    sendData(
      (rows) => packed(data, rows),
      (piece) => calls.push(dataset, transfer(piece, [piece.buffer])),
      wanted,
    );
  return { calls, send, gone, end, until };
}
