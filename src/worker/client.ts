/**
 * The page's side of the engine. A call is always answered: it outlives the death of one worker, follows its signal, and says
 * `worker-lost` when a second worker dies of it.
 */
import { errorInfo, KpiError } from '../core/errors.js';
import type { DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import type { Lengths } from '../core/ingest/scan/pack.js';
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

/** @internal A part of a data set, and how long its lists were when they were sent first: by now the page may have more in them. */
type Part = DataInput & { readonly lengths: Lengths };

/** @internal */
interface OpenSet {
  /** What it was opened with, and what was added to it. */
  readonly parts: Part[];
  readonly options: DatasetOptions;
  progress?(progress: LoadProgress): void;
  /** Settles with the last change that was asked for. */
  turn: Promise<IngestReport | null>;
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
    this.#sets.set(++this.#last, { parts: [{ ...input, lengths: new Map() }], options, progress, turn: Promise.resolve(null) });
    return this.#last;
  }

  /** Report of the ingestion. Rejects with KpiError. */
  load(id: number): Promise<IngestReport> {
    return this.#call(id, (link) => this.#loaded(link, id));
  }

  /**
   * Adds rows, in any form that a data set may have. The first time, a large data set is loaded once more: columns as they were read
   * are kept from then on. Changes come one after the other, and one that fails leaves all as it was.
   */
  append(id: number, rows: unknown): Promise<IngestReport> {
    const part: Part = { kind: 'data', data: rows, lengths: new Map() };
    const add = async (link: Link, { parts }: OpenSet): Promise<IngestReport | null> => {
      const report = await this.#send(link, id, (await link.calls.keep(id)) ? [part] : [...parts, part]);
      parts.push(part);
      return report;
    };
    return this.#change(id, add) as Promise<IngestReport>;
  }

  /** Reads its address again, if what stands there has changed: null when it has not, or when it has no address. */
  refresh(id: number): Promise<IngestReport | null> {
    return this.#change(id, async (link, { parts }) => (parts[0].kind === 'url' ? this.#send(link, id, parts) : null));
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

  async #change(id: number, make: (link: Link, set: OpenSet) => Promise<IngestReport | null>): Promise<IngestReport | null> {
    const set = this.#set(id);
    const change = async (link: Link): Promise<IngestReport | null> => {
      await this.#loaded(link, id);
      const report = await make(link, set);
      if (report) set.report = Promise.resolve(report);
      return report;
    };
    return (set.turn = set.turn.catch(() => null).then(() => this.#call(id, change)));
  }

  /** Sends a data set to an engine that does not have it yet. */
  #loaded(link: Link, id: number): Promise<IngestReport> {
    const set = this.#set(id);
    const { options, parts } = set;
    if (set.link !== link) {
      const opened = link.calls.open(id, plain({ ...options, live: parts.length > 1 }) as DatasetOptions);
      set.link = link;
      // What is read for the first time has changed.
      set.report = opened.then(() => this.#send(link, id, parts) as Promise<IngestReport>);
      // Whoever asks again after a failure has it tried again.
      set.report.catch(() => (set.link = undefined));
    }
    return set.report!;
  }

  /** Has the engine read parts, and make a data set of them: null where an address has nothing new. */
  async #send(link: Link, id: number, parts: readonly Part[]): Promise<IngestReport | null> {
    for (const part of parts) {
      if (part.kind === 'data') await link.send(id, part.data, part.lengths, () => this.#sets.has(id));
      else if (!(await link.calls.read(id, part.url))) return null;
    }
    return link.calls.finish(id);
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
