/**
 * One grammar for errors: `rule broken: what to do; got value`, with a stable code, a JSON path where there is one,
 * and the values that a localised sentence needs. Every room of the core may import this file.
 */

/** Stable codes of errors that stop a data set or a request. Row-level refusals have codes of their own (see ingest). */
export type ErrorCode =
  | 'aborted'
  | 'bad-csv'
  | 'bad-json'
  | 'bad-utf8'
  | 'empty-input'
  | 'html-instead-of-json'
  | 'http-status'
  | 'invalid-date'
  | 'invalid-mapping'
  | 'invalid-param'
  | 'invalid-time-zone'
  | 'missing-column'
  | 'mixed-currency'
  | 'network'
  | 'no-table'
  | 'not-cloneable'
  | 'timeout'
  | 'too-deep'
  | 'too-large'
  | 'unknown-kpi'
  | 'worker-lost'
  | 'internal';

/**
 * Names in the details of errors and notices under which a widget finds what its sentences need: as members of a type of ours they keep
 * their names in every build.
 */
export interface DetailNames {
  got: string;
  needed: string;
  columns: string;
  currencies: string;
  status: number;
  url: string;
  table: string;
  line: number;
  column: string | number;
  key: string;
  words: string;
}

/** Plain, structured-cloneable form of an error. */
export interface ErrorInfo {
  code: ErrorCode;
  /** English sentence for developers: `rule broken: what to do; got value`. */
  message: string;
  /** JSON path of the offending value (`$.orders[12].total`), or null. */
  path: string | null;
  /** Values for the localised sentence (`{ got: '<html>', columns: 'a, b' }`). */
  details: Record<string, string | number>;
}

/** Thrown by everything in the library that refuses an input or a request. */
export class KpiError extends Error implements ErrorInfo {
  readonly code: ErrorCode;
  readonly path: string | null;
  readonly details: ErrorInfo['details'];

  constructor(code: ErrorCode, message: string, options: { path?: string | null; details?: ErrorInfo['details']; cause?: unknown } = {}) {
    super(message, options);
    this.name = 'KpiError';
    this.code = code;
    this.path = options.path ?? null;
    this.details = options.details ?? {};
  }

  /** Plain copy that survives structured cloning. */
  toJSON(): ErrorInfo {
    const { code, message, path, details } = this;
    return { code, message, path, details };
  }

  /** Error again from its plain form (the other side of a worker boundary). */
  static from(info: ErrorInfo): KpiError {
    return new KpiError(info.code, info.message, info);
  }
}

/** Any thrown thing as an error of ours. Those of another copy of the library are known by their details; what has none is a defect of ours. */
export function errorInfo(thrown: unknown): ErrorInfo {
  return Object(thrown).details ? (thrown as ErrorInfo) : new KpiError('internal', `engine: report this with its data; got ${thrown}`);
}

/** Short copy of a value; runs no code of it. */
export function shortCopy(value: unknown): string {
  if (typeof value === 'object' && value) return Array.isArray(value) ? '[array]' : '[object]';
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/**
 * `path: rule; got value`, the value being what the details have got, else their columns.
 * @throws KpiError always
 */
export function fail(code: ErrorCode, path: string, rule: string, details: ErrorInfo['details']): never {
  throw new KpiError(code, `${path}: ${rule}; got ${details.got || details.columns}`, { path, details });
}

/**
 * `path: what it must be; got value`.
 * @throws KpiError always
 */
export function refuse(path: string, rule: string, given: unknown, code: ErrorCode = 'invalid-param'): never {
  const got = shortCopy(given);
  return fail(code, path, rule, { param: path, got: typeof given === 'string' ? JSON.stringify(got) : got });
}
