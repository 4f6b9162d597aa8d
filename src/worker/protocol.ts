/** What crosses the boundary between page and worker. Types only: everything here is plain and structured-cloneable. */
import type { ErrorInfo } from '../core/errors.js';
import type { DatasetOptions, DatasetObject } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import type { TableName } from '../core/table/dataset.js';

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

/** How a data set starts. Rows of the page follow in slices by `push`, then `finish`. */
export type OpenInput =
  | { kind: 'url'; url: string; credentials: 'same-origin' | 'include' | 'omit' }
  | { kind: 'text'; text: string }
  | { kind: 'rows' };

/** A slice of page rows: of one table of a data set object, or of a bare array (`table: null`). */
export type PushSlice =
  | { kind: 'rows'; table: string | null; rows: readonly unknown[] }
  | { kind: 'columns'; table: string | null; columns: Readonly<Record<string, ArrayLike<unknown>>> }
  | { kind: 'header'; header: Omit<DatasetObject, TableName> };

/** Comlink drops `code` and `cause` of errors, so every answer is one of two plain shapes. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: ErrorInfo };

/** Served by the engine, by Comlink in a worker or directly in the page. */
export interface EngineApi {
  hello(): { protocol: number; version: string };
  open(dataset: number, input: OpenInput, options: DatasetOptions, progress: (p: LoadProgress) => void): Promise<Answer<IngestReport | null>>;
  push(dataset: number, slice: PushSlice): Promise<Answer<null>>;
  finish(dataset: number): Promise<Answer<IngestReport>>;
  run(dataset: number, request: KpiRequest, job: number): Promise<Answer<KpiResult>>;
  /** Gives up a run or the loading of a data set; its promise answers with `aborted`. */
  cancel(job: number): void;
  close(dataset: number): void;
}
