/**
 * The engine as one function, the same in a worker and in the page. The build bundles this file into the body of
 * `engine()` in engine.generated.js.
 */
import { expose } from 'comlink';
import type { Endpoint } from 'comlink';
import { createEngineApi } from './engine-api.js';
import type { EngineApi } from './protocol.js';

/** In a worker only messages wait, so slices may be long; in the page a frame must be drawn in time. */
const WORKER_SLICE = 50;
const PAGE_SLICE = 8;

/** @param scope The worker's global scope; none in the page, which calls the returned functions itself. */
export function start(scope?: Endpoint): EngineApi {
  const api = createEngineApi(scope ? WORKER_SLICE : PAGE_SLICE);
  if (scope) expose(api, scope);
  return api;
}
