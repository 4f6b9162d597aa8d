/** Written by embed-engine.mjs next to this file: the whole engine as one function without imports. */
import type { Scope } from './protocol.js';

/**
 * Starts an engine. Self-contained: its text is the text of the worker.
 * @param scope Where it is to listen: the worker's global scope or, in the page, a port.
 */
export declare function engine(scope: Scope): void;

/** Package version and a digest of the engine's text. */
export declare const engineVersion: string;
