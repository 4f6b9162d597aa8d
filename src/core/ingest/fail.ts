import { KpiError } from '../errors.js';
import type { ErrorCode, ErrorInfo } from '../errors.js';

/** @throws KpiError always: `path: rule; got value`, the value being what the details have got, else their columns. */
export function fail(code: ErrorCode, path: string, rule: string, details: ErrorInfo['details']): never {
  throw new KpiError(code, `${path}: ${rule}; got ${details.got || details.columns}`, { path, details });
}
