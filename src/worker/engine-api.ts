/** The engine's side of the protocol: data sets by number, loading and runs in slices. */
import { runSteps } from '../core/engine.js';
import { datasetSteps } from '../core/ingest/create-dataset.js';
import type { DatasetInput, DatasetOptions } from '../core/ingest/input.js';
import type { Dataset } from '../core/table/dataset.js';
import { added } from './collect.js';
import { drive } from './drive.js';
import { aborted } from './faults.js';
import { fetchText } from './fetch-text.js';
import type { EngineApi, LoadProgress, ProgressListener } from './protocol.js';

/** Written by the build: package version and a digest of the engine's text. */
declare const ENGINE_VERSION: string;

/** Milliseconds between two reports of progress. */
const PROGRESS_EVERY = 100;

interface Slot {
  options: DatasetOptions;
  /** What was pushed: let go once it is read. */
  input: unknown;
  dataset?: Dataset;
  closing: AbortController;
}

/**
 * @param slice Milliseconds of work between two pauses.
 * @param progressed Told of the progress of all data sets.
 */
export function createEngineApi(slice: number, progressed: ProgressListener): EngineApi {
  const slots = new Map<number, Slot>();
  const cancelled = new Set<number>();

  const slotOf = (id: number): Slot => {
    const slot = slots.get(id);
    if (!slot) throw aborted();
    return slot;
  };

  return {
    hello: async (lock) => ({ version: ENGINE_VERSION, locked: lock !== null && (await hold(lock)) }),
    ping() {},
    open: (id, options, input) => void slots.set(id, { options, input, closing: new AbortController() }),
    push(id, path, part) {
      const slot = slots.get(id);
      if (slot) slot.input = added(slot.input, path, part);
    },
    async finish(id, url) {
      const slot = slotOf(id);
      const { signal } = slot.closing;
      const tell = teller((progress) => progressed(id, progress));
      const input = url === null ? slot.input : await fetchText(url, signal, tell);
      slot.input = null;
      const { dataset, report } = await drive(datasetSteps(input as DatasetInput, slot.options), slice, () => signal.aborted, tell);
      slot.dataset = dataset;
      return report;
    },
    async run(id, request, job) {
      const { dataset, closing } = slotOf(id);
      return drive(runSteps(dataset!, request), slice, () => closing.signal.aborted || cancelled.delete(job));
    },
    cancel: (job) => void cancelled.add(job),
    close(id) {
      slots.get(id)?.closing.abort();
      slots.delete(id);
    },
  };
}

/** Adds news to what is known, and tells it at once or, when that was just done, not at all. */
function teller(tell: (progress: LoadProgress) => void): (news: Partial<LoadProgress>) => void {
  let progress: LoadProgress = { stage: 'fetch', bytes: 0, totalBytes: null, rows: 0, totalRows: null };
  let next = 0;
  return (news) => {
    progress = { ...progress, ...news };
    if (performance.now() < next) return;
    next = performance.now() + PROGRESS_EVERY;
    tell(progress);
  };
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
