/** Errors that are known on both sides of the boundary. */
import { KpiError } from '../core/errors.js';
import type { ErrorInfo } from '../core/errors.js';

export function aborted(): KpiError {
  return new KpiError('aborted', 'request: ask again; got given up');
}

/** Plain form of anything thrown. What is not ours is a defect of ours: code `internal`. */
export function errorInfo(thrown: unknown): ErrorInfo {
  const { code, message, path, details } = Object(thrown) as ErrorInfo;
  if (details) return { code, message, path, details };
  const got = String(thrown);
  return { code: 'internal', message: `engine: report this with its data; got ${got}`, path: null, details: { got } };
}
