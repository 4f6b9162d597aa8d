/**
 * The page's side of the engine. A call is always answered: it outlives the death of one worker, follows its signal, and says
 * `worker-lost` when a second worker dies of it.
 */
import { KpiError } from '../core/errors.js';
import type { DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { abortable, abortError } from './abort.js';
import { errorInfo } from './answer.js';
import { Ladder } from './ladder.js';
import type { LadderOptions } from './ladder.js';
import type { Link } from './link.js';
import type { Answer, LoadProgress } from './protocol.js';
import { sendData } from './send.js';

/** What a data set is made of: kept, to be sent again when a worker dies. */
export type DataInput = { kind: 'data'; data: unknown } | { kind: 'url'; url: string };

interface OpenSet {
  input: DataInput;
  options: DatasetOptions;
  progress(progress: LoadProgress): void;
  /** Engine that has it, and what that engine said of it. */
  link: Link | null;
  report: Promise<Answer<IngestReport>>;
}

/** A call is tried again once: what has killed two workers would kill a third. */
const TRIES = 2;

const closed: Answer<never> = {
  ok: false,
  error: new KpiError('aborted', 'data set was closed: open it again').toJSON(),
};

export class EngineClient {
  readonly #ladder: Ladder;
  readonly #sets = new Map<number, OpenSet>();
  #lastSet = 0;
  #lastJob = 0;

  constructor(options: LadderOptions = {}) {
    this.#ladder = new Ladder(options, (id, progress) => this.#progress(id, progress));
  }

  /** Number of a data set, which is loaded by `load` or by the first run. */
  open(input: DataInput, options: DatasetOptions, progress: (progress: LoadProgress) => void = () => {}): number {
    this.#sets.set(++this.#lastSet, { input, options, progress, link: null, report: Promise.resolve(closed) });
    return this.#lastSet;
  }

  /** Report of the ingestion. Rejects with KpiError. */
  load(id: number): Promise<IngestReport> {
    return this.#call(id, (link) => this.#loaded(link, id));
  }

  /** Rejects with KpiError: `aborted`, or `timeout` for a signal of `AbortSignal.timeout`, as soon as the signal fires. */
  run(id: number, request: KpiRequest, signal?: AbortSignal): Promise<KpiResult> {
    const job = ++this.#lastJob;
    const cancel = () => void this.#ladder.tell((link) => link.calls.cancel(job));
    signal?.addEventListener('abort', cancel, { once: true });
    const running = this.#call(
      id,
      async (link) => {
        const report = await this.#loaded(link, id);
        if (!report.ok) return report;
        return signal?.aborted ? closed : link.calls.run(id, request, job);
      },
      signal,
    );
    return abortable(
      running.finally(() => signal?.removeEventListener('abort', cancel)),
      signal,
    );
  }

  /** Gives up the loading and the runs of a data set, and frees it. With the last one goes the worker. */
  close(id: number): void {
    if (!this.#sets.delete(id)) return;
    void this.#ladder.tell((link) => link.calls.close(id));
    if (this.#sets.size === 0) this.#ladder.rest();
  }

  async #call<T>(id: number, ask: (link: Link) => Promise<Answer<T>>, signal?: AbortSignal): Promise<T> {
    for (let tries = 0; tries < TRIES;) {
      if (signal?.aborted) throw abortError(signal);
      const link = await this.#ladder.link(() => this.#sets.has(id));
      const answer = await link.until(ask(link).catch(refused));
      if (answer?.ok) return answer.value;
      if (answer) throw KpiError.from(answer.error);
      if (link.lostBy) tries++;
    }
    throw new KpiError('worker-lost', 'worker must live through a request: reload the page or use less data; got two that stopped');
  }

  /** Sends a data set to an engine that does not have it yet. */
  #loaded(link: Link, id: number): Promise<Answer<IngestReport>> {
    const set = this.#sets.get(id);
    if (!set) return Promise.resolve(closed);
    if (set.link !== link) {
      set.link = link;
      set.report = this.#send(link, id, set).catch(refused);
    }
    return set.report;
  }

  async #send(link: Link, id: number, { input, options }: OpenSet): Promise<Answer<IngestReport>> {
    if (input.kind === 'url') {
      await link.calls.open(id, options, null);
      return link.calls.finish(id, { url: input.url, credentials: 'same-origin' });
    }
    if (typeof input.data === 'string') link.bytes = Math.max(link.bytes, input.data.length);
    await sendData(link.calls, id, input.data, options, () => this.#sets.has(id));
    return link.calls.finish(id, null);
  }

  #progress(id: number, progress: LoadProgress): void {
    const set = this.#sets.get(id);
    if (!set) return;
    if (set.link) set.link.bytes = Math.max(set.link.bytes, progress.bytes);
    set.progress(progress);
  }
}

/** A call that did not even reach the engine: its arguments cannot be cloned, or it was closed in the meantime. */
function refused(thrown: unknown): Answer<never> {
  const error = errorInfo(thrown);
  return { ok: false, error: (thrown as Error).name === 'DataCloneError' ? { ...error, code: 'not-cloneable' } : error };
}
