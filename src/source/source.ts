/** Where a widget's figures come from: one interface for rows in a worker, ready-made results and remote endpoints. */
import type { DatasetInput, DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import type { LoadProgress } from '../worker/protocol.js';

/** What a page gave: rows or text, or the URL of the same. Absolute URL. */
export type SourceInput = { kind: 'data'; data: DatasetInput } | { kind: 'url'; url: string };

export interface SourceOptions extends DatasetOptions {
  /**
   * Same-origin copy of the worker script (`vigie/worker`), for pages whose CSP forbids blob: workers; `none`: no worker, the page
   * calculates. Under Trusted Types: a TrustedScriptURL.
   */
  workerUrl?: string | { toString(): string };
  /** Milliseconds after which a request, loading included, gives up with `timeout`. Default: none. */
  timeoutMs?: number;
}

/** Worth a notice, in English for developers. */
export interface SourceNotice {
  code: string;
  message: string;
}

/** One data set as one widget sees it. Shared behind the scenes: equal input and options -> one worker, one parsed data set. */
export interface KpiSource {
  /** Resolves when the data set is loaded, with null when no rows are read; rejects with KpiError. The report is shared: it is frozen. */
  readonly loaded: Promise<IngestReport | null>;
  /**
   * Rejects with KpiError (`aborted` when the signal fires, `timeout` for a signal of `AbortSignal.timeout`). Tell errors by their
   * `code`: two copies of the library on a page share a source, so their classes differ. The result is shared: it is frozen.
   */
  run(request: KpiRequest, signal?: AbortSignal): Promise<KpiResult>;
  /** Called with progress while loading; returns the unsubscribe function, to be called before `release`. */
  onProgress(listener: (progress: LoadProgress) => void): () => void;
  /** Called for things worth a notice (fell back to the page, worker restarted); returns the unsubscribe function. */
  onNotice(listener: (notice: SourceNotice) => void): () => void;
  /**
   * Adds rows to the data set, in any form that a data set may have: all widgets that share it then have new figures. Rejects with
   * KpiError for rows that cannot be read; the data set stays as it was.
   */
  append?(rows: DatasetInput): Promise<IngestReport | null>;
  /** Reads the address again, if what stands there has changed; null when it has not, or when there is none. */
  refresh?(): Promise<IngestReport | null>;
  /** Called when the data set has changed; returns the unsubscribe function. */
  onChange?(listener: (report: IngestReport) => void): () => void;
  /** Lets go; the last one to let go closes the data set, and the worker when no data set is left. */
  release(): void;
}
