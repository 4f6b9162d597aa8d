/** The engine's side of the protocol: data sets by number, loading and runs in slices. */
import { KpiError } from '../core/errors.js';
import { runSteps } from '../core/engine.js';
import { datasetSteps, parseJsonText } from '../core/ingest/create-dataset.js';
import type { DatasetInput, DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import type { Dataset } from '../core/table/dataset.js';
import { answer } from './answer.js';
import { Collected } from './collect.js';
import { drive } from './drive.js';
import { fetchText } from './fetch-text.js';
import { PROTOCOL } from './protocol.js';
import type { EngineApi, LoadProgress, ProgressListener, RemoteData } from './protocol.js';

/** Written by the build: package version and a digest of the engine's text. */
declare const ENGINE_VERSION: string;

/** Milliseconds between two reports of progress. */
const PROGRESS_EVERY = 100;

interface Slot {
  options: DatasetOptions;
  collected: Collected | null;
  dataset: Dataset | null;
  closing: AbortController;
  progress: LoadProgress;
  toldAt: number;
}

/** @param slice Milliseconds of work between two pauses. */
export function createEngineApi(slice: number): EngineApi {
  const slots = new Map<number, Slot>();
  const jobs = new Set<number>();
  let listener: ProgressListener | null = null;

  const tell = (id: number, slot: Slot, news: Partial<LoadProgress>) => {
    Object.assign(slot.progress, news);
    const now = performance.now();
    if (now - slot.toldAt < PROGRESS_EVERY) return;
    slot.toldAt = now;
    listener?.(id, { ...slot.progress });
  };

  async function load(id: number, remote: RemoteData | null): Promise<IngestReport> {
    const slot = slotOf(slots, id);
    const stopped = () => slot.closing.signal.aborted;
    const input = await readInput(slot, remote, (news) => tell(id, slot, news), stopped);
    const built = await drive(datasetSteps(input, slot.options), { slice, stopped, onStep: (step) => tell(id, slot, step) });
    slot.dataset = built.dataset;
    return built.report;
  }

  async function calculate(id: number, request: Parameters<EngineApi['run']>[1], job: number) {
    const { dataset, closing } = slotOf(slots, id);
    if (!dataset) throw gone(id);
    jobs.add(job);
    try {
      return await drive(runSteps(dataset, request), { slice, stopped: () => !jobs.has(job) || closing.signal.aborted });
    } finally {
      jobs.delete(job);
    }
  }

  return {
    async hello(progress, lock) {
      listener = progress;
      return { protocol: PROTOCOL, version: ENGINE_VERSION, locked: lock !== null && (await hold(lock)) };
    },
    ping() {},
    open: (id, options, shell) => void slots.set(id, newSlot(options, shell)),
    push: (id, part) => slots.get(id)?.collected?.add(part),
    finish: (id, remote) => answer(() => load(id, remote)),
    run: (id, request, job) => answer(() => calculate(id, request, job)),
    cancel: (job) => void jobs.delete(job),
    close(id) {
      slots.get(id)?.closing.abort();
      slots.delete(id);
    },
  };
}

function newSlot(options: DatasetOptions, shell: unknown): Slot {
  const progress: LoadProgress = { stage: 'fetch', bytes: 0, totalBytes: null, rows: 0, totalRows: null };
  return { options, collected: new Collected(shell), dataset: null, closing: new AbortController(), progress, toldAt: -Infinity };
}

function slotOf(slots: Map<number, Slot>, id: number): Slot {
  const slot = slots.get(id);
  if (!slot) throw gone(id);
  return slot;
}

function gone(id: number): KpiError {
  return new KpiError('aborted', `data set must be open: open it again; got number ${id}, which was closed`);
}

/** What to ingest. The slices are let go at once: the columns are all that stays. */
async function readInput(
  slot: Slot,
  remote: RemoteData | null,
  tell: (news: Partial<LoadProgress>) => void,
  stopped: () => boolean,
): Promise<DatasetInput> {
  const pushed = slot.collected?.take() ?? { value: null };
  slot.collected = null;
  if (!remote && 'value' in pushed) return pushed.value as DatasetInput;
  const text = remote
    ? await fetchText(remote, slot.closing.signal, (bytes, totalBytes) => tell({ bytes, totalBytes }))
    : (pushed as { text: string }).text;
  if (stopped()) throw new KpiError('aborted', 'loading was given up: ask again to load');
  tell({ stage: 'parse' });
  return parseJsonText(text) as DatasetInput;
}

/** Holds a lock for as long as this worker lives. False where locks do not exist or are forbidden (sandboxed frames). */
function hold(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (!navigator.locks) return resolve(false);
    const forEver = () => {
      resolve(true);
      return new Promise<never>(() => {});
    };
    navigator.locks.request(name, forEver).catch(() => resolve(false));
  });
}
