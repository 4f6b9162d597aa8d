/** All engines and data sets of a page. */
import type { DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import { EngineClient } from '../worker/client.js';
import type { LoadProgress } from '../worker/protocol.js';
import { freeze } from './freeze.js';
import { News } from './news.js';
import { Results } from './results.js';
import type { KpiSource, SourceInput, SourceNotice, SourceOptions } from './source.js';

/** Milliseconds for which a data set outlives its last widget: a widget that is moved in the page must not load again. */
const GRACE = 100;

/** One engine for all data sets that agree on the worker's address. */
interface SharedEngine {
  client: EngineClient;
  notices: News<SourceNotice>;
}

/** One parsed data set, whatever number of widgets look at it. */
interface SharedSet {
  engine: SharedEngine;
  /** The same object, text or address, read with equal options. */
  from: unknown;
  key: string;
  id: number;
  progress: News<LoadProgress>;
  loaded: Promise<IngestReport>;
  results: Results;
  holders: number;
  closing?: ReturnType<typeof setTimeout>;
}

class Registry {
  /** By address of the worker. Kept for good: what a page forbids once it forbids again. Without data sets they have no worker. */
  readonly #engines = new Map<SourceOptions['workerUrl'], SharedEngine>();
  readonly #sets = new Set<SharedSet>();

  open(input: SourceInput, { workerUrl, timeoutMs, ...options }: SourceOptions): KpiSource {
    const set = this.#setFor(this.#engineFor(workerUrl), input, options);
    clearTimeout(set.closing);
    set.holders++;
    const released = new AbortController();
    return {
      loaded: set.loaded,
      run(request, signal) {
        const signals = [released.signal];
        if (signal) signals.push(signal);
        if (timeoutMs) signals.push(AbortSignal.timeout(timeoutMs));
        return set.results.get(request, AbortSignal.any(signals));
      },
      onProgress: (listener) => set.progress.hear(listener),
      onNotice: (listener) => set.engine.notices.hear(listener),
      release: () => {
        if (released.signal.aborted) return;
        released.abort();
        if (--set.holders === 0) set.closing = setTimeout(() => this.#drop(set), GRACE);
      },
    };
  }

  #engineFor(workerUrl: SourceOptions['workerUrl']): SharedEngine {
    let engine = this.#engines.get(workerUrl);
    if (!engine) {
      const notices = new News<SourceNotice>(9);
      engine = { notices, client: new EngineClient({ workerUrl, notice: (notice) => notices.tell(notice) }) };
      this.#engines.set(workerUrl, engine);
    }
    return engine;
  }

  #setFor(engine: SharedEngine, input: SourceInput, options: DatasetOptions): SharedSet {
    const from = input.kind === 'url' ? input.url : input.data;
    const key = JSON.stringify([input.kind, options]);
    for (const set of this.#sets) if (set.engine === engine && set.from === from && set.key === key) return set;
    const { client } = engine;
    const progress = new News<LoadProgress>(1);
    const id = client.open(input, options, (news) => progress.tell(news));
    const loaded = client.load(id).then(freeze);
    const results = new Results(async (request, signal) => {
      await loaded;
      return client.run(id, request, signal);
    });
    const set: SharedSet = { engine, from, key, id, progress, loaded, results, holders: 0 };
    this.#sets.add(set);
    // Whoever asks again after a failure wants another try, not the same answer.
    loaded.catch(() => this.#drop(set));
    return set;
  }

  #drop(set: SharedSet): void {
    this.#sets.delete(set);
    set.engine.client.close(set.id);
  }
}

/**
 * Opens a data set, or joins one that is open: the same address, the same object or the same text, read with equal options, is loaded and
 * parsed once on a page. The data is never changed, and must not be by the page while it loads; another object is another data set.
 * Every opened source must be released.
 */
export function openSource(input: SourceInput, options: SourceOptions = {}): KpiSource {
  // That of the copy of the library that came first. The number changes with what KpiSource is.
  const page = globalThis as { [key: symbol]: Registry | undefined };
  return (page[Symbol.for('vigie.sources.1')] ??= new Registry()).open(input, options);
}
