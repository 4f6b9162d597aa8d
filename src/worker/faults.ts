/** Errors that are known on both sides of the boundary. */
import { KpiError } from '../core/errors.js';
import type { ErrorCode, ErrorInfo } from '../core/errors.js';

export function aborted(): KpiError {
  return new KpiError('aborted', 'request: ask again; got given up');
}

/** Throws what went wrong at an address, or `aborted` when that was our doing. */
export function faultAt(url: string, signal: AbortSignal, code: ErrorCode, details?: { status: number }): (got: unknown) => never {
  return (got) => {
    const message = `${url}: check the address, its answer, CORS and connect-src; got ${got}`;
    throw signal.aborted ? aborted() : new KpiError(code, message, { details: { ...details, url } });
  };
}

/** Plain form of anything thrown. What is not ours is a defect of ours: code `internal`. */
export function errorInfo(thrown: unknown): ErrorInfo {
  const { code, message, path, details } = Object(thrown) as ErrorInfo;
  if (details) return { code, message, path, details };
  const got = String(thrown);
  return { code: 'internal', message: `engine: report this with its data; got ${got}`, path: null, details: { got } };
}
