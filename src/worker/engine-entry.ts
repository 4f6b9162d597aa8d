/**
 * The engine as one function, the same in a worker and in the page. The build bundles this file into the body of
 * `engine()` in engine.generated.js.
 */
import { KpiError, errorInfo } from '../core/errors.js';
import { Engine } from './engine-api.js';
import type { Call, Said, Scope } from './protocol.js';

/** In a worker only messages wait, so slices may be long; in the page a frame must be drawn in time. */
const WORKER_SLICE = 50;
const PAGE_SLICE = 8;

/** @param scope Where to listen: the worker's global scope or, in the page, a port. */
export function start(scope: Scope): void {
  const say = (said: Said) => scope.postMessage(said);
  const slice = scope instanceof MessagePort ? PAGE_SLICE : WORKER_SLICE;
  const api = new Engine(slice, (...value) => say({ id: 0, value }));
  scope.onmessage = async ({ data: { id, name, args } }: MessageEvent<Call>) => {
    try {
      say({ id, value: await (api[name] as (...args: unknown[]) => unknown).apply(api, args as unknown[]) });
    } catch (thrown) {
      say({ id, error: KpiError.from(errorInfo(thrown)).toJSON() });
    }
  };
}
