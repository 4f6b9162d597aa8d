/**
 * The engine as one function, the same in a worker and in the page. The build bundles this file into the body of
 * `engine()` in engine.generated.js.
 */
import { expose } from 'comlink';
import type { Endpoint } from 'comlink';
import { createEngineApi } from './engine-api.js';

/** In a worker only messages wait, so slices may be long; in the page a frame must be drawn in time. */
const WORKER_SLICE = 50;
const PAGE_SLICE = 8;

/** @param scope The worker's global scope; in the page, a port. */
export function start(scope: Endpoint): void {
  expose(createEngineApi(scope instanceof MessagePort ? PAGE_SLICE : WORKER_SLICE), scope);
}
