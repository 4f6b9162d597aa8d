/**
 * The kernel of the engine as one function, the same in a worker and in the page. The build bundles this file into the body of
 * `engine()` in engine.generated.js.
 */
// Modules stand in the bundle in the order of imports. In this one it packs best: gzip finds again what it saw within the last 32 KB.
import '../core/ingest/schema.js';
import '../core/ingest/words.js';
import '../core/ingest/date-reader.js';
import '../core/ingest/amount-reader.js';
import '../core/kpi/order-facts.js';
import '../core/stats/cut-points.js';
import '../core/stats/sorted-whole.js';
import '../core/kpi-steps.js';
import '../core/calendar/window.js';
import '../core/ingest/raw/raw-table.js';
import '../core/ingest/lines.js';
import '../core/ingest/scan/json.js';
import { KpiError, errorInfo } from '../core/errors.js';
import { Engine } from './engine-api.js';
import { linked } from './linked.js';
import type { Call, Part, Said, Scope } from './protocol.js';

/** In a worker only messages wait, one that gives something up among them; in the page a frame must be drawn in time. */
const WORKER_SLICE = 16;
const PAGE_SLICE = 8;

/**
 * @param scope Where to listen: the worker's global scope or, in the page, a port.
 * @param parts Of KPIs. More of them may be put behind these at any time.
 * @param link What parts need of the kernel.
 */
export function start(scope: Scope, parts: readonly Part[], link: object): void {
  const say = (said: Said) => scope.postMessage(said);
  const slice = scope instanceof MessagePort ? PAGE_SLICE : WORKER_SLICE;
  const api = new Engine(slice, (...value) => say({ id: 0, value }), linked(parts, link));
  scope.onmessage = async ({ data: { id, name, args } }: MessageEvent<Call>) => {
    try {
      say({ id, value: await (api[name] as (...args: unknown[]) => unknown).apply(api, args as unknown[]) });
    } catch (thrown) {
      say({ id, error: KpiError.from(errorInfo(thrown)).toJSON() });
    }
  };
}
