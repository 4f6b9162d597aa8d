/**
 * The engine as one function, the same in a worker and in the page. The build bundles this file into the body of
 * `engine()` in engine.generated.js. The first imports say nothing but in which order modules stand in it: like beside like takes fewer
 * bytes.
 */
import '../core/kpi/funnel-presets.js';
import '../core/ingest/create-dataset.js';
import '../core/kpi/churn-params.js';
import '../core/stats/median.js';
import '../core/kpi/suppression.js';
import '../core/kpi/rfm-groups.js';
import '../core/kpi/filter.js';
import './collect.js';
import '../core/stats/top-share.js';
import '../core/stats/gini.js';
import './drive.js';
import '../core/kpi/rfm-membership.js';
import { KpiError, errorInfo } from '../core/errors.js';
import { createEngineApi } from './engine-api.js';
import type { Call, Said, Scope } from './protocol.js';

/** In a worker only messages wait, so slices may be long; in the page a frame must be drawn in time. */
const WORKER_SLICE = 50;
const PAGE_SLICE = 8;

/** @param scope Where to listen: the worker's global scope or, in the page, a port. */
export function start(scope: Scope): void {
  const say = (said: Said) => scope.postMessage(said);
  const slice = scope instanceof MessagePort ? PAGE_SLICE : WORKER_SLICE;
  const api = createEngineApi(slice, (...value) => say({ id: 0, value }));
  scope.onmessage = async ({ data: { id, name, args } }: MessageEvent<Call>) => {
    try {
      say({ id, value: await (api[name] as (...args: unknown[]) => unknown)(...args) });
    } catch (thrown) {
      say({ id, error: KpiError.from(errorInfo(thrown)).toJSON() });
    }
  };
}
