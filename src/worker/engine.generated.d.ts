/** Written by embed-engine.mjs next to this file: the kernel of the engine as one function without imports. */
import type { Part, Scope } from './protocol.js';

/**
 * Starts an engine. Self-contained: its text is the text of the worker.
 * @param scope Where it is to listen: the worker's global scope or, in the page, a port.
 * @param parts KPIs that it knows; more may be put behind them at any time.
 */
export declare function engine(scope: Scope, parts: readonly Part[]): void;

/** Package version and a digest of the texts of kernel and parts. */
export declare const engineVersion: string;
