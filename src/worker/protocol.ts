/** What crosses the boundary between page and worker. Types only: everything here is plain and structured-cloneable. */
import type { ErrorInfo } from '../core/errors.js';
import type { DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';

export interface LoadProgress {
  stage: 'fetch' | 'parse' | 'read' | 'index';
  /** Bytes read so far and in all (null when the server does not say). */
  bytes: number;
  totalBytes: number | null;
  /** Rows turned into columns so far, and in all when known. */
  rows: number;
  totalRows: number | null;
}

/** Keys that lead to a value in what the page handed over. */
export type Path = readonly (string | number)[];

export interface Greeting {
  /** Package version and a digest of the engine: a worker file left over from another version is not used. */
  version: string;
  /** The worker holds the lock whose release tells the page that the worker is gone. */
  locked: boolean;
}

/** One port carries the progress of all data sets. */
export type ProgressListener = (dataset: number, progress: LoadProgress) => void;

/** What an engine listens to: the global scope of a worker, or a port. */
export type Scope = Pick<MessagePort, 'postMessage' | 'onmessage'>;

/** A call, as a message to the engine. Numbers of calls begin at 1. */
export interface Call {
  id: number;
  name: keyof EngineApi;
  args: readonly unknown[];
}

/** The answer to the call of that number, or its error. */
export interface Answer {
  id: number;
  value?: unknown;
  error?: ErrorInfo;
}

/** What an engine says: answers, and under the number 0 the progress of a data set. */
export type Said = Answer | { id: 0; value: Parameters<ProgressListener> };

/**
 * Served by the engine, in a worker or in the page. Numbers of data sets and jobs are given by the page.
 * Promises reject with ErrorInfo.
 */
export interface EngineApi {
  hello(lock: string | null): Promise<Greeting>;
  /** Any answer says that the worker lives. */
  ping(): void;
  /**
   * Starts a data set. `shell` is what the page handed over with its lists emptied; slices fill them, so that keys keep
   * their order and whatever is no list arrives as it was. null when an address follows.
   */
  open(dataset: number, options: DatasetOptions, shell: unknown): void;
  /** A slice of the list at the path, or of the text that the page handed over. */
  push(dataset: number, path: Path, part: string | Iterable<unknown>): void;
  /** Reads what was pushed, or what stands at the address: an absolute URL, for a Blob worker has no base of its own. */
  finish(dataset: number, url: string | null): Promise<IngestReport>;
  run(dataset: number, request: KpiRequest, job: number): Promise<KpiResult>;
  /** Gives up a run; its promise rejects with `aborted`. */
  cancel(job: number): void;
  /** Forgets a data set; its loading and its runs reject with `aborted`. */
  close(dataset: number): void;
}

/** The engine as seen from the page: every call is a promise. */
export type EngineCalls = {
  [K in keyof EngineApi]: (...args: Parameters<EngineApi[K]>) => Promise<Awaited<ReturnType<EngineApi[K]>>>;
};
