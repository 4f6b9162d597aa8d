/** Written by embed-engine.mjs next to this file: the whole engine as one function without imports. */
import type * as Comlink from 'comlink';
import type { packed } from '../core/ingest/scan/pack.js';

/**
 * Starts an engine. Self-contained: its text is the text of the worker.
 * @param scope Where it is to listen: the worker's global scope or, in the page, a port. None: no engine is started.
 * @returns The page's half of the bridge to an engine, and what packs the page's data for it.
 */
export declare function engine(
  scope?: Comlink.Endpoint,
): Pick<typeof Comlink, 'proxy' | 'releaseProxy' | 'transfer' | 'wrap'> & { packed: typeof packed };

/** Package version and a digest of the engine's text. */
export declare const engineVersion: string;
