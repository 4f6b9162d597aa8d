/**
 * The page's side of the engine. A call is always answered: it outlives the death of one worker, follows its signal, and says
 * `worker-lost` when a second worker dies of it.
 */
import { errorInfo, KpiError } from '../core/errors.js';
import type { DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import type { KpiRequest, KpiResult } from '../core/kpi/contract.js';
import { abortable } from './abort.js';
import { aborted } from './faults.js';
import { createLadder } from './ladder.js';
import type { LadderOptions } from './ladder.js';
import type { Link } from './link.js';
import type { LoadProgress } from './protocol.js';
import { plain } from './send.js';

/** What a data set is made of: kept, to be sent again when a worker dies. */
export type DataInput = { kind: 'data'; data: unknown } | { kind: 'url'; url: string };

/** @internal */
interface OpenSet {
  readonly input: DataInput;
  readonly options: DatasetOptions;
  /** What was added to it later, and how much of that the engine has. */
  readonly more: unknown[];
  sent: number;
  /** The engine can add to it. */
  live: boolean;
  progress?(progress: LoadProgress): void;
  /** Engine that has it, and what that engine said of it. */
  link?: Link;
  report?: Promise<IngestReport>;
}

/** @internal All that it gives out is frozen: one answer goes to several widgets, and none may change it for the others. */
export class EngineClient {
  readonly #ladder;
  readonly #sets = new Map<number, OpenSet>();
  #last = 0;

  constructor(options: LadderOptions = {}) {
    this.#ladder = createLadder(options, (id, progress) => this.#sets.get(id)?.progress?.(progress));
  }

  /** Number of a data set, which is loaded by `load` or by the first run. */
  open(input: DataInput, options: DatasetOptions, progress?: (progress: LoadProgress) => void): number {
    this.#sets.set(++this.#last, { input, options, progress, more: [], sent: 0, live: false });
    return this.#last;
  }

  /** Report of the ingestion. Rejects with KpiError. */
  load(id: number): Promise<IngestReport> {
    return this.#call(id, (link) => this.#loaded(link, id));
  }

  /**
   * Adds rows, in any form that a data set may have. The first time, the data set is loaded once more: columns as they were read are
   * kept from then on.
   */
  async append(id: number, rows: unknown): Promise<IngestReport> {
    const set = this.#set(id);
    set.more.push(rows);
    try {
      return await this.load(id);
    } catch (thrown) {
      // Rows that cannot be read must not be in the way of the others.
      set.more.splice(set.more.indexOf(rows), 1);
      set.link = undefined;
      throw thrown;
    }
  }

  /** Reads its address again, if what stands there has changed: null when it has not, or when it has no address. */
  refresh(id: number): Promise<IngestReport | null> {
    return this.#call(id, async (link) => {
      await this.#loaded(link, id);
      const set = this.#set(id);
      const report = set.input.kind === 'url' ? await link.calls.read(id, set.input.url) : null;
      if (!report) return null;
      set.sent = 0;
      set.report = Promise.resolve(report);
      return this.#loaded(link, id);
    });
  }

  /** Rejects with KpiError: `aborted`, or `timeout` for a signal of `AbortSignal.timeout`, as soon as the signal fires. */
  async run(id: number, request: KpiRequest, signal?: AbortSignal): Promise<KpiResult> {
    const job = ++this.#last;
    const running = this.#call(id, async (link) => {
      await this.#loaded(link, id);
      signal?.throwIfAborted();
      return link.run(id, { request: plain(request) as KpiRequest, job });
    });
    try {
      return await abortable(running, signal);
    } finally {
      if (signal?.aborted) this.#ladder.tell((link) => link.calls.cancel(job));
    }
  }

  /** Gives up the loading and the runs of a data set, and frees it. With the last one goes the worker. */
  close(id: number): void {
    if (!this.#sets.delete(id)) return;
    this.#ladder.tell((link) => void link.calls.close(id));
    if (!this.#sets.size) this.#ladder.tell((link) => link.end());
  }

  /** Tried again once: what has killed two workers would kill a third. */
  async #call<T>(id: number, ask: (link: Link) => Promise<T>): Promise<T> {
    for (let deaths = 0; deaths < 2;) {
      this.#set(id);
      const link = await this.#ladder.link();
      try {
        return freeze(await link.until(ask(link)));
      } catch (thrown) {
        if (!link.gone.aborted) throw KpiError.from(errorInfo(thrown));
        if (typeof link.gone.reason === 'string') deaths++;
      }
    }
    throw new KpiError('worker-lost', 'worker: use less data; got two that stopped');
  }

  /** Sends a data set, or what was added to it, to an engine that does not have it yet. */
  #loaded(link: Link, id: number): Promise<IngestReport> {
    const set = this.#set(id);
    const { options, input, more } = set;
    const wanted = () => this.#sets.has(id);
    if (set.link !== link || (more.length > set.sent && !set.live)) {
      Object.assign(set, { link, sent: 0, live: more.length > 0 });
      const opened = link.calls.open(id, plain({ ...options, live: set.live }) as DatasetOptions);
      set.report = opened
        .then(async () => (input.kind === 'url' ? link.calls.read(id, input.url) : void (await link.send(id, input.data, wanted))))
        .then((report) => report ?? link.calls.finish(id));
    }
    for (; set.sent < more.length; set.sent++) {
      const rows = more[set.sent];
      set.report = set.report!.then(() => link.send(id, rows, wanted)).then(() => link.calls.finish(id));
    }
    return set.report!;
  }

  #set(id: number): OpenSet {
    const set = this.#sets.get(id);
    if (!set) throw aborted();
    return set;
  }
}

function freeze<T>(value: T): T {
  if (Object(value) === value) Object.values(Object.freeze(value) as object).forEach(freeze);
  return value;
}
