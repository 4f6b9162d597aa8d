/**
 * The engine as one function, the same in a worker and in the page. The build bundles this file into the body of
 * `engine()` in engine.generated.js.
 */
import { expose, proxy, releaseProxy, transfer, wrap } from 'comlink';
import type { Endpoint } from 'comlink';
import { packed } from '../core/ingest/scan/pack.js';
import { Engine } from './engine-api.js';

/** In a worker only messages wait, so slices may be long; in the page a frame must be drawn in time. */
const WORKER_SLICE = 50;
const PAGE_SLICE = 8;

/**
 * @param scope Where to listen: the worker's global scope or, in the page, a port. None: only the bridge is wanted.
 * @returns The page's half of the bridge, and what packs the page's data: they would else be loaded twice.
 */
export function start(scope?: Endpoint) {
  if (scope) expose(new Engine(scope instanceof MessagePort ? PAGE_SLICE : WORKER_SLICE), scope);
  return { packed, proxy, releaseProxy, transfer, wrap };
}
