/** Runs one request on one data set at a time, and keeps what came of it. Knows nothing of the DOM. */
import { errorInfo, KpiError, refuse } from '../core/errors.js';
import type { ErrorInfo } from '../core/errors.js';
import type { DatasetInput } from '../core/ingest/input.js';
import type { IngestReport, Notice } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import type { KpiSource } from '../source/source.js';
import type { LoadProgress } from '../worker/protocol.js';

export type Status = 'empty' | 'loading' | 'ready' | 'partial' | 'error';

/**
 * @internal Where figures come from: a ready-made result, a source of the page (never released by us), one that we open and release;
 * or none of these, while children may still come.
 */
export interface Feed {
  /** Equal keys: the same feed. */
  key: unknown;
  options?: string;
  result?: KpiResult;
  source?: KpiSource;
  open?: () => KpiSource;
}

/** Loading that lasts so long makes a person wonder. */
const SLOW_MS = 300;

/** Whether two pieces of JSON say the same: found out at the first difference, which answers to two questions have near their beginning. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other || Object(one) !== one || Object(other) !== other) return one === other;
  const [own, its] = [one, other] as Record<string, unknown>[];
  const keys = Object.keys(own);
  return keys.length === Object.keys(its).length && keys.every((key) => isEqual(own[key], its[key]));
}

/** @internal */
export class Computation<V> {
  status: Status = 'empty';
  /** The newest result; stays while the next one is computed, and is gone after an error. */
  result: KpiResult<V> | null = null;
  report: IngestReport | null = null;
  error: ErrorInfo | null = null;
  progress: LoadProgress | null = null;
  slow = false;
  notices: Notice[] = [];
  /** Counts outcomes (result, error): a reader compares it with the last one that it has seen. */
  outcome = 0;

  readonly #changed: (input?: string, same?: boolean) => void;
  readonly #progressed: (progress: LoadProgress) => void;
  readonly #started: () => void;
  #feed?: Feed | null;
  #request!: KpiRequest;
  #asked?: string;
  #source?: KpiSource | null;
  #loaded?: boolean;
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #undo: (() => void)[] = [];
  /** Done when the figure is that of the data set as it has become. */
  #renewed?: Promise<void> | void;

  /** @param changed Told of the input that is new, if any, and whether the result is the same as before to the last character. */
  constructor(changed: (input?: string, same?: boolean) => void, progressed: (progress: LoadProgress) => void, started: () => void) {
    this.#changed = changed;
    this.#progressed = progressed;
    this.#started = started;
  }

  /** Takes what the page wants now; does nothing, and says so, when it is what runs already. */
  update(feed: Feed | null, request: KpiRequest): boolean {
    const asked = JSON.stringify(request);
    const old = this.#feed;
    const same = feed && old ? feed.key === old.key && feed.options === old.options : feed === old;
    if (same && (asked === this.#asked || feed?.result)) return false;
    this.#feed = feed;
    this.#asked = asked;
    this.#request = request;
    if (!same) this.#release();
    this.#start();
    return true;
  }

  /** The page wants something that cannot even be asked: shown as an error, until it wants something else. */
  refuse(error: unknown): void {
    this.#feed = null;
    this.#release();
    this.fail(error);
  }

  /** Runs again after an error or a cancellation; a data set that was loaded is not loaded twice. */
  retry(): void {
    if (!this.#loaded) this.#release();
    this.#start();
    this.#changed();
  }

  /** Adds rows to the data set; resolves when the figure is that of all of them. @throws KpiError for rows that cannot be read. */
  async append(rows: DatasetInput): Promise<IngestReport | null> {
    const report = await this.#source?.append?.(rows);
    if (!report) refuse('append', 'data or src first', 'none');
    await this.#renewed;
    return report;
  }

  /** Reads the address again; what goes wrong is a notice, for the figure still stands. */
  refresh(): void {
    this.#source?.refresh?.().catch((error: unknown) => {
      this.notices = [...this.notices, errorInfo(error)];
      this.#changed();
    });
  }

  /** Has the answer to another request worked out and kept, where that costs only time of the worker. Rejects as `run`. */
  async askAhead(request: KpiRequest, signal: AbortSignal): Promise<void> {
    if (this.#feed?.open) await this.#source?.run(request, signal);
  }

  /** Gives up what runs: error `aborted`, from which `retry` starts again. */
  cancel(): void {
    if (!this.#loaded) this.#release();
    this.fail(new KpiError('aborted', 'cancelled: load again'));
  }

  /** Lets go of everything outside; a result stays, an unfinished calculation starts again with the next `update`. */
  suspend(): void {
    if (this.status === 'loading') this.#feed = null;
    this.#stop();
    this.#release();
  }

  /** Ends in an error; also for what goes wrong when a result is drawn. */
  fail(error: unknown): void {
    this.#end('error', null, errorInfo(error));
    this.#changed();
  }

  #start(): void {
    const feed = this.#feed;
    if (!this.#source) {
      this.report = null;
      this.notices = [];
    }
    const ready = (feed?.result ?? null) as KpiResult<V> | null;
    if (!feed || ready) return this.#end(ready?.status ?? 'empty', ready);
    this.#stop();
    this.status = 'loading';
    this.error = null;
    this.#started();
    this.#timer = setTimeout(() => {
      this.slow = true;
      this.#changed();
    }, SLOW_MS);
    if (feed.source ?? feed.open) void this.#run(feed);
  }

  /** @param renewed What is known of the data set, when that has changed: a figure that stays the same is not drawn again. */
  async #run(feed: Feed, renewed?: IngestReport): Promise<void> {
    const { signal } = this.#abort;
    try {
      const source = (this.#source ??= this.#connect(feed));
      // Asked at once: a limit of time counts from here, loading included.
      const answer = source.run(this.#request, signal);
      const report = await Promise.race([source.loaded, answer.then(() => source.loaded)]);
      if (signal.aborted) return;
      this.#loaded = true;
      this.report = renewed ?? report;
      const result = await answer;
      if (signal.aborted) return;
      const same = isEqual(result, this.result);
      if (renewed && same) return;
      this.#end(result.status, result as KpiResult<V>);
      this.#changed(renewed && 'result', same);
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    }
  }

  #connect(feed: Feed): KpiSource {
    const { source: given, open } = feed;
    const source = given ?? open!();
    this.#undo = [
      source.onProgress((progress) => {
        this.progress = progress;
        this.#progressed(progress);
        if (this.slow) this.#changed();
      }),
      source.onNotice((notice) => {
        this.notices = [...this.notices, notice];
        this.#changed();
      }),
      source.onChange?.((report) => (this.#renewed = this.status === 'loading' ? this.#start() : this.#run(feed, report))) ?? (() => {}),
      () => given || source.release(),
    ];
    return source;
  }

  /** Forgets what runs: its answer will not be looked at. */
  #stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    clearTimeout(this.#timer);
    this.slow = false;
    this.progress = null;
  }

  #end(status: Status, result: KpiResult<V> | null, error: ErrorInfo | null = null): void {
    this.#stop();
    this.status = status;
    this.result = result;
    this.error = error;
    if (result ?? error) this.outcome++;
  }

  #release(): void {
    for (const undo of this.#undo.splice(0)) undo();
    this.#source = null;
    this.#loaded = false;
  }
}
