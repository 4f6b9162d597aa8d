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

/**
 * What makes a KPI, or what several of them share: a function with a text of its own, which gets from an object all that it needs of the
 * kernel, and the id of the KPI or a name.
 */
export type Part = readonly [name: string, make: (link: object) => object | undefined];

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

/** One of the requests that are asked together, with the number by which it is given up. */
export interface Asked {
  job: number;
  request: KpiRequest;
}

/** Its result, or why there is none. */
export interface Outcome {
  value?: KpiResult;
  error?: ErrorInfo;
}

/**
 * Served by the engine, in a worker or in the page. Numbers of data sets and jobs are given by the page.
 * Promises reject with ErrorInfo.
 */
export interface EngineApi {
  hello(lock: string | null): Promise<Greeting>;
  /** Any answer says that the worker lives. */
  ping(): void;
  /**
   * Runs a script that brings more parts, in a worker that was made of the engine's text. Rejects where the page's policy forbids it.
   * @param url Blob of the page
   */
  add(url: string): void;
  /** Starts a data set. */
  open(dataset: number, options: DatasetOptions): void;
  /** Keeps columns from now on, so that rows can be added. False when those read so far are gone: they must be sent once more. */
  keep(dataset: number): boolean;
  /** A piece of the bytes of what the page handed over, as JSON or as the page's own text: the first one of them begins a part. */
  push(dataset: number, piece: Uint8Array, isFirst: boolean): void;
  /**
   * Reads what stands at an address as the first part: an absolute URL, for a Blob worker has no base of its own. False when that is
   * still what was read last.
   */
  read(dataset: number, url: string): Promise<boolean>;
  /**
   * Makes the data set of the parts read, together with what was kept unless they began with an address. Where they cannot be read,
   * everything stays as it was before them.
   */
  finish(dataset: number): Promise<IngestReport>;
  /** What is asked together is answered together, in the same order. */
  run(dataset: number, asked: readonly Asked[]): Promise<Outcome[]>;
  /** Gives up a run: its outcome is `aborted`. */
  cancel(job: number): void;
  /** Forgets a data set; its loading and its runs reject with `aborted`. */
  close(dataset: number): void;
}

/** The engine as seen from the page: every call is a promise. */
export type EngineCalls = {
  [K in keyof EngineApi]: (...args: Parameters<EngineApi[K]>) => Promise<Awaited<ReturnType<EngineApi[K]>>>;
};
