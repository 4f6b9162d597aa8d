/** Where a widget's figures come from: one interface for rows in a worker, ready-made results and remote endpoints. */
import type { ErrorInfo } from '../core/errors.js';
import type { DatasetInput, DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import type { LoadProgress } from '../worker/protocol.js';

/** What a page gave: rows or text, or the URL of the same. Absolute URL. */
export type SourceInput = { kind: 'data'; data: DatasetInput } | { kind: 'url'; url: string };

export interface SourceOptions extends DatasetOptions {
  /** Same-origin copy of the worker script, for pages whose CSP forbids blob: workers. */
  workerUrl?: string;
}

/** One data set as one widget sees it. Shared behind the scenes: equal input and options -> one worker, one parsed data set. */
export interface KpiSource {
  /** Resolves when the data set is loaded; rejects with KpiError. */
  readonly loaded: Promise<IngestReport>;
  /** Rejects with KpiError (`aborted` when the signal fires). */
  run(request: KpiRequest, signal?: AbortSignal): Promise<KpiResult>;
  /** Called with progress while loading; returns the unsubscribe function. */
  onProgress(listener: (progress: LoadProgress) => void): () => void;
  /** Called for things worth a notice (fell back to the page, worker restarted); returns the unsubscribe function. */
  onNotice(listener: (notice: ErrorInfo | { code: string; message: string }) => void): () => void;
  /** Lets go; the last one to let go closes the data set, and the worker when no data set is left. */
  release(): void;
}
