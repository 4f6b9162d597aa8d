/** A data set as one widget holds it: lets go of everything it has attached. */
import type { IngestReport } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import type { LoadProgress } from '../worker/protocol.js';
import type { SharedDataset } from './shared-dataset.js';
import type { SourceNotice } from './shared-engine.js';
import type { KpiSource } from './source.js';

export class Handle implements KpiSource {
  readonly loaded: Promise<IngestReport>;
  readonly #dataset: SharedDataset;
  readonly #timeoutMs: number | undefined;
  readonly #released = new AbortController();
  readonly #letGo: () => void;

  constructor(dataset: SharedDataset, timeoutMs: number | undefined, letGo: () => void) {
    this.loaded = dataset.loaded;
    this.#dataset = dataset;
    this.#timeoutMs = timeoutMs;
    this.#letGo = letGo;
  }

  run(request: KpiRequest, signal?: AbortSignal): Promise<KpiResult> {
    const signals = [this.#released.signal];
    if (signal) signals.push(signal);
    if (this.#timeoutMs !== undefined) signals.push(AbortSignal.timeout(this.#timeoutMs));
    return this.#dataset.results.get(request, AbortSignal.any(signals));
  }

  onProgress(listener: (progress: LoadProgress) => void): () => void {
    const { progress, progressListeners } = this.#dataset;
    if (progress) listener(progress);
    return this.#attach(progressListeners, listener);
  }

  onNotice(listener: (notice: SourceNotice) => void): () => void {
    const { notices, listeners } = this.#dataset.engine;
    for (const notice of notices) listener(notice);
    return this.#attach(listeners, listener);
  }

  release(): void {
    if (this.#released.signal.aborted) return;
    this.#released.abort();
    this.#letGo();
  }

  /** Wrapped: the same function may be attached twice, by two widgets. */
  #attach<T>(listeners: Set<(value: T) => void>, listener: (value: T) => void): () => void {
    const own = (value: T) => listener(value);
    const detach = () => void listeners.delete(own);
    listeners.add(own);
    this.#released.signal.addEventListener('abort', detach, { once: true });
    return detach;
  }
}
