/**
 * One living engine as the page holds it. Nobody tells the page that a worker died, so a link rejects open calls once it is gone:
 * by an `error` event, by the release of the lock that the worker held, or by silence.
 */
import { abortable } from './abort.js';
import { packed } from '../core/ingest/scan/pack.js';
import type { Lengths } from '../core/ingest/scan/pack.js';
import type { KpiResult } from '../core/kpi/contract.js';
import { engineVersion } from './engine.generated.js';
import type { Answer, Asked, Call, EngineCalls, ProgressListener } from './protocol.js';
import { lateParts } from './late-parts.js';
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

/** @internal */
export interface Link {
  readonly calls: EngineCalls;
  /** Asked in one task by all who look at a data set, runs are one message, and one answer. */
  run(dataset: number, asked: Asked): Promise<KpiResult>;
  /**
   * Pushes what the page holds, in slices; the caller calls `finish`. Nothing is changed, and nothing is cloned.
   * @param lengths See `packed`.
   */
  send(dataset: number, data: unknown, lengths: Lengths, wanted: () => boolean): Promise<void>;
  /** Fires when it ends. The reason is a text when it went by itself. */
  readonly gone: AbortSignal;
  end(reason?: string): void;
  /** The promise's outcome, or a rejection when the engine goes before that. */
  until<T>(promise: Promise<T>): Promise<T>;
}

/** Pings that a worker may take to say hello: a policy may refuse it without a word. */
const HELLO_PATIENCE = 5;

/** Every call is a message, and a promise of the answer. What cannot be cloned rejects at once with DataCloneError. */
function callsOf(worker: Worker, progress: ProgressListener): EngineCalls {
  const open = new Map<number, [resolve: (value: unknown) => void, reject: (error: unknown) => void]>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    // A file that is no engine of ours may say anything: it must not fail in the page's name.
    const { id, value, error } = Object(data) as Answer;
    if (id === 0) return progress(...(value as Parameters<ProgressListener>));
    const [resolve, reject] = open.get(id) ?? [];
    open.delete(id);
    if (error) reject?.(error);
    else resolve?.(value);
  };
  return new Proxy({} as EngineCalls, {
    get:
      (_, name: Call['name']) =>
      (...args: unknown[]) =>
        new Promise((...settle) => {
          // Bytes are moved, not copied.
          const moved = args.flatMap((one) => (one instanceof Uint8Array ? [one.buffer] : []));
          worker.postMessage({ id: ++last, name, args } satisfies Call, moved as ArrayBuffer[]);
          open.set(last, settle);
        }),
  });
}

/** Waits until everybody has asked. */
function askTogether(calls: EngineCalls): Link['run'] {
  type Waiting = [asked: Asked, resolve: (result: KpiResult) => void, reject: (error: unknown) => void];
  const waiting = new Map<number, Waiting[]>();
  const ask = async (dataset: number): Promise<void> => {
    const all = waiting.get(dataset)!;
    waiting.delete(dataset);
    try {
      const outcomes = await calls.run(
        dataset,
        all.map(([asked]) => asked),
      );
      all.forEach(([, resolve, reject], i) => (outcomes[i].error ? reject(outcomes[i].error) : resolve(outcomes[i].value!)));
    } catch (thrown) {
      for (const [, , reject] of all) reject(thrown);
    }
  };
  return (dataset, asked) =>
    new Promise((...settle) => {
      const all = waiting.get(dataset) ?? [];
      if (!all.length) queueMicrotask(() => void ask(dataset));
      waiting.set(dataset, [...all, [asked, ...settle]]);
    });
}

/** A link that has said hello. Throws when this rung cannot be had here. */
export async function connect(rung: Rung, options: LinkOptions, progress: ProgressListener): Promise<Link> {
  const { workerUrl, tick = 1000, patience = 30 } = options;
  const worker = start[rung]!(workerUrl) as Worker & { close?(): void };
  const calls = callsOf(worker, progress);
  const ending = new AbortController();
  const gone = ending.signal;
  const end = (reason?: string) => ending.abort(reason);
  const bring = lateParts(rung, calls, end);
  const run = askTogether(calls);

  function until<T>(promise: Promise<T>, most = patience): Promise<T> {
    let silence = 0;
    const alive = () => (silence = 0);
    const ping = () => {
      if (++silence > most) return end('silent');
      void calls.ping().then(alive, alive);
    };
    const timer = setInterval(ping, tick);
    return abortable(promise, gone).finally(() => clearInterval(timer));
  }

  gone.addEventListener('abort', () => (worker.close ? worker.close() : worker.terminate()));
  worker.onerror = worker.onmessageerror = (event: Event) => {
    // Else the page's own error handlers would hear of what is repaired here.
    event.preventDefault();
    end((event as ErrorEvent).message || event.type);
  };
  const lock = rung !== 'page' && navigator.locks ? crypto.randomUUID() : null;
  const greeting = await until(calls.hello(lock), HELLO_PATIENCE).catch(() => null);
  if (greeting?.version !== engineVersion) {
    end(`version ${greeting?.version} instead of ${engineVersion}`);
    throw new Error(gone.reason as string);
  }
  // Getting the lock that the worker holds means that the worker is gone.
  if (lock && greeting.locked) navigator.locks.request(lock, { signal: gone }, () => end('terminated')).catch(() => {});
  return {
    calls,
    run: (dataset, asked) => bring(asked.request.kpi)?.then(() => run(dataset, asked)) ?? run(dataset, asked),
    send: (dataset, data, lengths, wanted) =>
      sendData(
        (rows) => packed(data, rows, lengths),
        (piece, isFirst) => calls.push(dataset, piece, isFirst),
        wanted,
      ),
    gone,
    end,
    until,
  };
}
