/**
 * The ladder: a worker file named by the page, the one-file build started as a worker, a worker made of the engine's own text,
 * the engine in the page. All run the same function. Each rung is a way to connect that throws when the page forbids it.
 *
 * To force a rung: `workerUrl: 'none'` (page only), or the client's option `rungs`. A policy `worker-src 'self'` forbids the Blob,
 * `worker-src 'none'` all but the page.
 */
import { proxy, releaseProxy, wrap } from 'comlink';
import { engine, engineVersion } from './engine.generated.js';
import { Link } from './link.js';
import { startOwnScript, WORKER_NAME } from './own-script.js';
import type { EngineApi, EngineCalls, ProgressListener } from './protocol.js';
import { trusted } from './trusted.js';

export type Rung = 'file' | 'own' | 'blob' | 'page';

/** Address of a worker file: text, or the TrustedScriptURL that a page under Trusted Types made of it. */
export type WorkerUrl = string | { toString(): string };

export interface RungOptions {
  workerUrl?: WorkerUrl;
  tick: number;
  patience: number;
  progress: ProgressListener;
  lost(reason: string): void;
}

/** Ticks that a worker may take to say hello. */
const HELLO_PATIENCE = 5;

/** A link that has said hello. Throws when this rung cannot be had here. */
export function connect(rung: Rung, options: RungOptions): Promise<Link> {
  if (rung === 'page') return connectPage(options);
  if (rung === 'file') return connectWorker(() => new Worker(options.workerUrl as string, { name: WORKER_NAME }), options);
  if (rung === 'own') return connectWorker(startOwnScript, options);
  const url = URL.createObjectURL(new Blob([`(${engine})(self)`], { type: 'text/javascript' }));
  // Revoked only after the start: some browsers read the address late.
  return connectWorker(() => new Worker(trusted(url) as string, { name: WORKER_NAME }), options).finally(() => URL.revokeObjectURL(url));
}

/** The engine in the page gets and gives copies, as a worker would: neither side can change what the other one holds. */
async function connectPage(options: RungOptions): Promise<Link> {
  const copy = (value: unknown) => (typeof value === 'function' ? value : structuredClone(value));
  const calls = Object.entries(engine()).map(([name, call]: [string, (...args: unknown[]) => unknown]) => [
    name,
    async (...args: unknown[]) => copy(await call(...args.map(copy))),
  ]);
  const link = new Link(Object.fromEntries(calls) as EngineCalls, { tick: options.tick, patience: Infinity, stop() {} });
  await link.calls.hello(options.progress, null);
  return link;
}

async function connectWorker(start: () => Worker, options: RungOptions): Promise<Link> {
  const link = linkTo(start(), options);
  const lock = navigator.locks ? `vigie ${performance.timeOrigin + performance.now()} ${Math.random()}` : null;
  const stopWatching = watchPolicy(() => link.lose('forbidden by the policy of the page'));
  const greeting = await link.until(link.calls.hello(proxy(options.progress), lock)).finally(stopWatching);
  if (greeting?.version !== engineVersion) {
    link.end();
    throw new Error(greeting ? `version ${greeting.version} instead of ${engineVersion}` : link.lostBy);
  }
  link.lost = options.lost;
  link.patience = options.patience;
  if (lock && greeting.locked) link.guard(lock);
  return link;
}

function linkTo(worker: Worker, options: RungOptions): Link {
  // Held by the link for its whole life: Comlink drops the calls of a proxy that is collected.
  const remote = wrap<EngineApi>(worker);
  const stop = () => {
    remote[releaseProxy]();
    worker.terminate();
  };
  const link = new Link(remote as unknown as EngineCalls, { tick: options.tick, patience: HELLO_PATIENCE, stop });
  const lose = (event: Event) => {
    // Else the page's own error handlers would hear of what is repaired here.
    event.preventDefault();
    link.lose((event as ErrorEvent).message || event.type);
  };
  worker.addEventListener('error', lose);
  worker.addEventListener('messageerror', lose);
  return link;
}

/** A refused worker is silent in some browsers, but the policy says so. */
function watchPolicy(refused: () => void): () => void {
  const listen = (event: SecurityPolicyViolationEvent) => {
    if (event.disposition === 'enforce' && event.effectiveDirective === 'worker-src') refused();
  };
  document.addEventListener('securitypolicyviolation', listen);
  return () => document.removeEventListener('securitypolicyviolation', listen);
}
