/** Runs one request on one data set at a time, and keeps what came of it. Knows nothing of the DOM. */
import { KpiError } from '../core/errors.js';
import type { ErrorInfo } from '../core/errors.js';
import type { IngestReport, Notice } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import type { KpiSource } from '../source/source.js';
import type { LoadProgress } from '../worker/protocol.js';

export type Status = 'empty' | 'loading' | 'ready' | 'partial' | 'error';

/** Where figures come from: a ready-made result, a source of the page (never released by us), or one that we open and release. */
export type Feed =
  | { kind: 'result'; identity: readonly unknown[]; result: KpiResult }
  | { kind: 'source'; identity: readonly unknown[]; source: KpiSource }
  | { kind: 'open'; identity: readonly unknown[]; open: () => KpiSource }
  | { kind: 'wait'; identity: readonly unknown[] };

export interface ComputationEvents {
  /** Something to draw has changed. */
  changed(): void;
  progress(progress: LoadProgress): void;
}

const SLOW_AFTER_MS = 300;

function sameFeed(a: Feed | null, b: Feed | null): boolean {
  if (a === null || b === null) return a === b;
  return a.kind === b.kind && a.identity.length === b.identity.length && a.identity.every((part, i) => Object.is(part, b.identity[i]));
}

/** Any thrown thing as an error of ours; errors of another copy of the library are told by their code. */
export function errorInfo(error: unknown): ErrorInfo {
  if (error instanceof Error && 'code' in error && 'details' in error) return error as KpiError;
  return new KpiError('internal', error instanceof Error ? error.message : String(error));
}

export class Computation<V> {
  status: Status = 'empty';
  /** The newest result; stays while the next one is computed, and is gone after an error. */
  result: KpiResult<V> | null = null;
  report: IngestReport | null = null;
  error: ErrorInfo | null = null;
  progress: LoadProgress | null = null;
  /** Loading has lasted long enough for a person to wonder. */
  slow = false;
  notices: Notice[] = [];
  /** Counts outcomes (result, error): a reader compares it with the last one that it has seen. */
  outcome = 0;

  readonly #events: ComputationEvents;
  #feed: Feed | null = null;
  #request: KpiRequest = { kpi: '' };
  #key = '';
  #source: KpiSource | null = null;
  #owned: KpiSource | null = null;
  #loaded = false;
  #turn = 0;
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void)[] = [];

  constructor(events: ComputationEvents) {
    this.#events = events;
  }

  /** Takes what the page wants now; does nothing when it is what runs already. */
  update(feed: Feed | null, request: KpiRequest): void {
    const key = JSON.stringify(request);
    const same = sameFeed(feed, this.#feed);
    if (same && (key === this.#key || feed?.kind === 'result')) return;
    this.#feed = feed;
    this.#key = key;
    this.#request = request;
    if (same && this.#source) this.#run(this.#source);
    else this.#open();
  }

  /** The page wants something that cannot even be asked: shown as an error, until it wants something else. */
  refuse(error: unknown): void {
    this.#feed = null;
    this.#release();
    this.fail(error);
  }

  /** Runs again after an error or a cancellation; a data set that was loaded is not loaded twice. */
  retry(): void {
    if (this.#source && this.#loaded) this.#run(this.#source);
    else this.#open();
    this.#events.changed();
  }

  /** Gives up what runs: error `aborted`, from which `retry` starts again. */
  cancel(): void {
    if (this.status !== 'loading') return;
    if (!this.#loaded) this.#release();
    this.fail(new KpiError('aborted', 'loading was cancelled: load again'));
  }

  /** Lets go of everything outside; a result stays, an unfinished calculation starts again with the next `update`. */
  suspend(): void {
    if (this.status === 'loading') this.#feed = null;
    this.#stop();
    this.#release();
  }

  #open(): void {
    this.#stop();
    this.#release();
    this.report = null;
    this.notices = [];
    const feed = this.#feed;
    if (feed === null) this.#become('empty', null);
    else if (feed.kind === 'result') this.#settle(feed.result as KpiResult<V>);
    else if (feed.kind === 'wait') this.#begin();
    else this.#connect(feed);
  }

  #connect(feed: Feed & { kind: 'source' | 'open' }): void {
    try {
      const source = feed.kind === 'source' ? feed.source : feed.open();
      if (feed.kind === 'open') this.#owned = source;
      this.#source = source;
      this.#loaded = false;
      this.#unsubscribe = [
        source.onProgress((progress) => {
          this.progress = progress;
          this.#events.progress(progress);
          if (this.slow) this.#events.changed();
        }),
        source.onNotice((notice) => {
          this.notices = [...this.notices, { code: notice.code, message: notice.message }];
          this.#events.changed();
        }),
      ];
      this.#run(source);
    } catch (error) {
      this.fail(error);
    }
  }

  #run(source: KpiSource): void {
    this.#stop();
    this.#begin();
    void this.#follow(source, this.#turn, this.#abort.signal);
  }

  async #follow(source: KpiSource, turn: number, signal: AbortSignal): Promise<void> {
    try {
      const report = await source.loaded;
      if (turn !== this.#turn) return;
      this.#loaded = true;
      this.report = report;
      const result = (await source.run(this.#request, signal)) as KpiResult<V>;
      if (turn === this.#turn) this.#settle(result);
    } catch (error) {
      if (turn === this.#turn) this.fail(error);
    }
    if (turn === this.#turn) this.#events.changed();
  }

  #begin(): void {
    this.status = 'loading';
    this.error = null;
    this.progress = null;
    this.#timer = setTimeout(() => {
      this.slow = true;
      this.#events.changed();
    }, SLOW_AFTER_MS);
  }

  /** Forgets what runs: its answer will not be looked at. */
  #stop(): void {
    this.#turn++;
    this.#abort.abort();
    this.#abort = new AbortController();
    clearTimeout(this.#timer);
    this.slow = false;
  }

  #become(status: Status, result: KpiResult<V> | null, error: ErrorInfo | null = null): void {
    clearTimeout(this.#timer);
    this.slow = false;
    this.status = status;
    this.result = result;
    this.error = error;
    this.progress = null;
  }

  #settle(result: KpiResult<V>): void {
    this.#become(result.status, result);
    this.outcome++;
  }

  /** Ends in an error; also for what goes wrong when a result is drawn. */
  fail(error: unknown): void {
    this.#stop();
    this.#become('error', null, errorInfo(error));
    this.outcome++;
    this.#events.changed();
  }

  #release(): void {
    for (const unsubscribe of this.#unsubscribe.splice(0)) unsubscribe();
    this.#owned?.release();
    this.#owned = null;
    this.#source = null;
    this.#loaded = false;
  }
}
