/**
 * The engine as one function, the same in a worker and in the page. The build bundles this file into the body of
 * `engine()` in engine.generated.js.
 */
import { expose, proxy, releaseProxy, wrap } from 'comlink';
import type { Endpoint } from 'comlink';
import { createEngineApi } from './engine-api.js';

/** In a worker only messages wait, so slices may be long; in the page a frame must be drawn in time. */
const WORKER_SLICE = 50;
const PAGE_SLICE = 8;

/**
 * @param scope Where to listen: the worker's global scope or, in the page, a port. None: only the bridge is wanted.
 * @returns The page's half of the bridge, which would else be loaded twice.
 */
export function start(scope?: Endpoint) {
  if (scope) expose(createEngineApi(scope instanceof MessagePort ? PAGE_SLICE : WORKER_SLICE), scope);
  return { proxy, releaseProxy, wrap };
}
