/** The engine's side of the protocol: data sets by number, loading and runs in slices. */
import { kpiSteps } from '../core/kpi-steps.js';
import type { FindKpi } from '../core/kpi-steps.js';
import { rawSteps } from '../core/ingest/create-dataset.js';
import type { DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import { errorInfo, KpiError } from '../core/errors.js';
import type { KpiResult } from '../core/kpi/contract.js';
import type { RawInput } from '../core/ingest/raw/raw-input.js';
import { undoOf } from '../core/ingest/raw/undo.js';
import { Scan } from '../core/ingest/scan/scan.js';
import type { Dataset } from '../core/table/dataset.js';
import { drive } from './drive.js';
import { aborted } from './faults.js';
import type { Asked, EngineApi, Greeting, LoadProgress, Outcome, ProgressListener } from './protocol.js';
import { readUrl } from './read-url.js';
import { trusted } from './trusted.js';

/** Written by the build: package version and a digest of the engine's text. */
declare const ENGINE_VERSION: string;

declare function importScripts(url: unknown): void;

/** Milliseconds between two reports of progress. */
const PROGRESS_EVERY = 100;
/** Columns of fewer rows are kept as they were read, so that rows can be added. */
const KEPT_ROWS = 1 << 16;

type Teller = (news: Partial<LoadProgress>) => void;

/** @internal What is being read: it counts when all of it was read and understood. */
interface Draft {
  scan: Scan;
  mark: string;
  /** What reading ended in: told when the data set is finished. */
  fault?: unknown;
  readonly tell: Teller;
  /** Leaves what was read before as it was. */
  readonly undo: () => void;
}

/** @internal */
interface Slot {
  options: DatasetOptions;
  draft?: Draft;
  /** Columns as they were read, where rows may be added to them. */
  raw: RawInput | null;
  /** What the server said of the state of its data. */
  mark: string;
  dataset?: Dataset;
  closing: AbortController;
}

/** @internal */
export class Engine implements EngineApi {
  private readonly slots = new Map<number, Slot>();
  /** Jobs that have no outcome yet, and whether they are given up. */
  private readonly jobs = new Map<number, boolean>();

  /**
   * @param slice Milliseconds of work between two pauses.
   * @param progressed Told of the progress of all data sets.
   * @param find Knows the KPIs of this engine.
   */
  constructor(
    private readonly slice: number,
    private readonly progressed: ProgressListener,
    private readonly find: FindKpi,
  ) {}

  async hello(lock: string | null): Promise<Greeting> {
    return { version: ENGINE_VERSION, locked: lock !== null && (await hold(lock)) };
  }

  ping(): void {}

  add(url: string): void {
    importScripts(trusted(url));
  }

  open(id: number, options: DatasetOptions): void {
    this.close(id);
    this.slots.set(id, { options, raw: null, mark: '', closing: new AbortController() });
  }

  keep(id: number): boolean {
    const slot = this.slot(id);
    slot.options.live = true;
    if (!slot.raw) slot.mark = '';
    return slot.raw !== null;
  }

  push(id: number, piece: Uint8Array, isFirst: boolean): void {
    const slot = this.slots.get(id);
    if (!slot) return;
    const { draft = this.draft(id, new Scan(slot.options, slot.raw), slot.mark) } = slot;
    if (draft.fault) return;
    try {
      if (isFirst && slot.draft) draft.scan = new Scan(slot.options, draft.scan.finish());
      slot.draft = draft;
      const { scan } = draft;
      scan.push(piece);
      draft.tell({ stage: 'parse', bytes: scan.taken, rows: scan.rows });
    } catch (thrown) {
      draft.fault = thrown;
    }
  }

  async read(id: number, url: string): Promise<boolean> {
    const slot = this.slot(id);
    const draft = this.draft(id, new Scan(slot.options), '');
    const { scan, tell } = draft;
    const mark = await readUrl(scan, { url, slice: this.slice, tell, signal: slot.closing.signal }, slot.mark);
    if (mark !== null) slot.draft = { ...draft, mark };
    return mark !== null;
  }

  async finish(id: number): Promise<IngestReport> {
    const slot = this.slot(id);
    const { scan, mark, fault, tell, undo } = slot.draft!;
    slot.draft = undefined;
    try {
      if (fault) throw fault;
      const raw = scan.finish();
      const live = slot.options.live || scan.rows < KEPT_ROWS;
      const steps = rawSteps(raw, { ...slot.options, live });
      const { dataset, report } = await drive(steps, this.slice, () => slot.closing.signal.aborted, tell);
      Object.assign(slot, { dataset, raw: live ? raw : null, mark: raw.fault ? '' : mark });
      return report;
    } catch (thrown) {
      undo();
      throw thrown;
    }
  }

  async run(id: number, asked: readonly Asked[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const { job } of asked) this.jobs.set(job, false);
    for (const one of asked) {
      const outcome = this.result(id, one).then(
        (value) => ({ value }),
        (thrown: unknown) => ({ error: KpiError.from(errorInfo(thrown)).toJSON() }),
      );
      outcomes.push(await outcome);
      this.jobs.delete(one.job);
    }
    return outcomes;
  }

  cancel(job: number): void {
    if (this.jobs.has(job)) this.jobs.set(job, true);
  }

  close(id: number): void {
    this.slots.get(id)?.closing.abort();
    this.slots.delete(id);
  }

  private async result(id: number, { request, job }: Asked): Promise<KpiResult> {
    const { dataset, closing } = this.slot(id);
    const stopped = () => closing.signal.aborted || this.jobs.get(job) === true;
    if (stopped()) throw aborted();
    return drive(kpiSteps(dataset!, request, this.find), this.slice, stopped);
  }

  private slot(id: number): Slot {
    const slot = this.slots.get(id);
    if (!slot) throw aborted();
    return slot;
  }

  private draft(id: number, scan: Scan, mark: string): Draft {
    return { scan, mark, tell: this.teller(id), undo: undoOf(scan.input) };
  }

  /** Adds news to what is known, and tells it at once or, when that was just done, not at all. */
  private teller(id: number): Teller {
    let progress: LoadProgress = { stage: 'fetch', bytes: 0, totalBytes: null, rows: 0, totalRows: null };
    let next = 0;
    return (news) => {
      progress = { ...progress, ...news };
      if (performance.now() < next) return;
      next = performance.now() + PROGRESS_EVERY;
      this.progressed(id, progress);
    };
  }
}

/** Holds a lock for as long as this worker lives. False where that is forbidden (sandboxed frames). */
function hold(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const forEver = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(name, forEver).catch(() => resolve(false));
  });
}
