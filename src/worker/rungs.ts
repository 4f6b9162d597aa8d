/**
 * The rungs of the ladder: a worker file named by the page, the one-file build started as a worker, a worker made of the engine's
 * own text, the engine in the page. All run the same function, behind the same kind of port. Each throws when the page forbids it.
 *
 * To force a rung: `workerUrl: 'none'` (page only), or the client's option `rungs`. A policy `worker-src 'self'` forbids the Blob,
 * `worker-src 'none'` all but the page.
 */
import { engine } from './engine.generated.js';
import { parts } from './pack.js';
import { trusted } from './trusted.js';

export type Rung = 'file' | 'own' | 'blob' | 'page';

/** Address of a worker file: text, or the TrustedScriptURL that a page under Trusted Types made of it. */
export type WorkerUrl = string | { toString(): string };

/** Name that our workers bear: a page's own worker that loads the same file is left alone. */
export const WORKER_NAME = 'vigie';

/** Address of a script of our own; some browsers read it late, so that it may not be revoked at once. */
export const scriptOf = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));

/** Text of the KPIs that the page has imported, from one part on. */
export const partsFrom = (at: number) => parts.slice(at).map(([name, make]) => `["${name}",${make}]`);

/** Script of an engine with all of them; it leaves their list as `vigie`. */
export const engineScript = () => `(${engine})(self,self.vigie=[${partsFrom(0)}])`;

/** Addresses of them, kept for the next start, by the parts that they have. */
const blobs: Record<string, unknown> = {};

export const worker = (url: unknown, type?: WorkerType) => new Worker(url as string, { name: WORKER_NAME, type });

/** Starters of the rungs; `own` comes with the one-file builds. */
export const start: Partial<Record<Rung, (workerUrl?: WorkerUrl) => Worker | MessagePort>> = {
  file: worker as (workerUrl?: WorkerUrl) => Worker,
  blob: () => worker((blobs[String(parts.map(([name]) => name))] ??= trusted(scriptOf(engineScript())))),
  page() {
    const { port1, port2 } = new MessageChannel();
    engine(port2, parts);
    return port1;
  },
};

export function usualRungs(workerUrl: WorkerUrl | undefined): Rung[] {
  if (workerUrl === 'none') return ['page'];
  if (workerUrl === 'blob:') return ['blob', 'page'];
  return [workerUrl && 'file', start.own && 'own', 'blob', 'page'].filter(Boolean) as Rung[];
}
