/** What crosses the boundary between page and worker. Types only: everything here is plain and structured-cloneable. */
import type { ErrorInfo } from '../core/errors.js';
import type { DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';

/** Bumped with every change of this file: pages that hold two versions never share a worker. */
export const PROTOCOL = 1;

export interface LoadProgress {
  stage: 'fetch' | 'parse' | 'read' | 'index';
  /** Bytes read so far and in all (null when the server does not say). */
  bytes: number;
  totalBytes: number | null;
  /** Rows turned into columns so far, and in all when known. */
  rows: number;
  totalRows: number | null;
}

/** Where the engine fetches a data set from. Absolute URL: a Blob worker has no base of its own. */
export interface RemoteData {
  url: string;
  credentials: 'same-origin' | 'include' | 'omit';
}

/** A slice of what the page handed over: of its JSON text, of one of its tables, or of a bare table (`table: null`). */
export type PushSlice =
  | { kind: 'text'; text: string }
  | { kind: 'rows'; table: string | null; rows: readonly unknown[] }
  | { kind: 'columns'; table: string | null; columns: Readonly<Record<string, readonly unknown[]>> };

/** Comlink drops `code` and `cause` of errors, so every answer is one of two plain shapes. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: ErrorInfo };

export interface Greeting {
  protocol: number;
  /** Package version and a digest of the engine: a worker file left over from another version is not used. */
  version: string;
  /** The worker holds the lock whose release tells the page that the worker is gone. */
  locked: boolean;
}

/** One port carries the progress of all data sets. */
export type ProgressListener = (dataset: number, progress: LoadProgress) => void;

/** Served by the engine, by Comlink in a worker or directly in the page. Numbers of data sets and jobs are given by the page. */
export interface EngineApi {
  hello(progress: ProgressListener, lock: string | null): Promise<Greeting>;
  /** Any answer says that the worker lives. */
  ping(): void;
  /**
   * Starts a data set. `shell` is what the page handed over with its tables emptied; slices fill them, so that keys keep
   * their order and whatever is no table arrives as it was. null when text or an address follows.
   */
  open(dataset: number, options: DatasetOptions, shell: unknown): void;
  push(dataset: number, slice: PushSlice): void;
  /** Reads what was pushed, or what stands at the address. */
  finish(dataset: number, remote: RemoteData | null): Promise<Answer<IngestReport>>;
  run(dataset: number, request: KpiRequest, job: number): Promise<Answer<KpiResult>>;
  /** Gives up a run; its promise answers with `aborted`. */
  cancel(job: number): void;
  /** Forgets a data set; its loading and its runs answer with `aborted`. */
  close(dataset: number): void;
}

/** The engine as seen from the page: every call is a promise, whichever side of a boundary it runs on. */
export type EngineCalls = {
  [K in keyof EngineApi]: (...args: Parameters<EngineApi[K]>) => Promise<Awaited<ReturnType<EngineApi[K]>>>;
};
