/** Written by embed-engine.mjs next to this file: the whole engine as one function without imports. */
import type { Endpoint } from 'comlink';
import type { EngineApi } from './protocol.js';

/**
 * Starts an engine. Self-contained: its text is the text of the worker.
 * @param scope The worker's global scope, to which it then listens; none in the page.
 */
export declare function engine(scope?: Endpoint): EngineApi;

/** Package version and a digest of the engine's text. */
export declare const engineVersion: string;
