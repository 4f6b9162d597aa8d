/** Errors that are known on both sides of the boundary. */
import { KpiError } from '../core/errors.js';
import type { ErrorCode } from '../core/errors.js';

export function aborted(): KpiError {
  return new KpiError('aborted', 'request: ask again; got given up');
}

/** Throwers of what went wrong at an address, or of `aborted` when that was our doing. */
export function faultsAt(url: string, signal: AbortSignal): (code: ErrorCode, details?: { status: number }) => (got: unknown) => never {
  return (code, details) => (got) => {
    if (signal.aborted) throw aborted();
    throw new KpiError(code, `${url}: check the address, its answer, CORS and connect-src; got ${got}`, { details: { ...details, url } });
  };
}
