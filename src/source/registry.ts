/** All engines and data sets of a page. */
import type { DatasetInput, DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import { EngineClient } from '../worker/client.js';
import { engineVersion } from '../worker/engine.generated.js';
import type { LoadProgress } from '../worker/protocol.js';
import { newsOf } from './news.js';
import type { News } from './news.js';
import { shareResults } from './results.js';
import type { KpiSource, SourceInput, SourceNotice, SourceOptions } from './source.js';

/** Milliseconds for which a data set outlives its last widget: a widget that is moved in the page must not load again. */
const GRACE = 100;

/** @internal One parsed data set, whatever number of widgets look at it. */
interface SharedSet {
  /** Address of the worker, options, and object, text or address: equal ones make the same data set. */
  identity: readonly unknown[];
  loaded: Promise<IngestReport>;
  run: KpiSource['run'];
  append: NonNullable<KpiSource['append']>;
  refresh: NonNullable<KpiSource['refresh']>;
  changes: News<IngestReport>;
  progress: News<LoadProgress>;
  notices: News<SourceNotice>;
  drop(): void;
  holders: number;
  closing?: ReturnType<typeof setTimeout>;
}

class Registry {
  /** By address of the worker. Kept for good: what a page forbids once it forbids again. Without data sets they have no worker. */
  readonly #engines = new Map<SourceOptions['workerUrl'], readonly [EngineClient, News<SourceNotice>]>();
  readonly #sets = new Set<SharedSet>();

  open(input: SourceInput, { workerUrl, timeoutMs, ...options }: SourceOptions): KpiSource {
    const identity = [workerUrl, JSON.stringify([input.kind, options]), input.kind === 'url' ? input.url : input.data];
    const same = (set: SharedSet) => set.identity.every((part, at) => part === identity[at]);
    const set = [...this.#sets].find(same) ?? this.#load(input, options, workerUrl, identity);
    clearTimeout(set.closing);
    set.holders++;
    const released = new AbortController();
    return {
      get loaded() {
        return set.loaded;
      },
      run(request, signal) {
        const signals = [released.signal];
        if (signal) signals.push(signal);
        if (timeoutMs) signals.push(AbortSignal.timeout(timeoutMs));
        return set.run(request, AbortSignal.any(signals));
      },
      append: set.append,
      refresh: set.refresh,
      onChange: set.changes.hear,
      onProgress: set.progress.hear,
      onNotice: set.notices.hear,
      release() {
        if (!released.signal.aborted && --set.holders === 0) set.closing = setTimeout(set.drop, GRACE);
        released.abort();
      },
    };
  }

  #load(input: SourceInput, options: DatasetOptions, workerUrl: SourceOptions['workerUrl'], identity: readonly unknown[]): SharedSet {
    const [client, notices] = this.#engineFor(workerUrl);
    const progress = newsOf<LoadProgress>(1);
    const id = client.open(input, options, progress.tell);
    const loaded = client.load(id);
    const share = () => shareResults((request, signal) => loaded.then(() => client.run(id, request, signal)));
    const changes = newsOf<IngestReport>(0);
    /** Results of the data as they were are no results any more. */
    const changed = <T extends IngestReport | null>(report: T): T => {
      if (report) {
        Object.assign(set, { loaded: Promise.resolve(report), run: share() });
        changes.tell(report);
      }
      return report;
    };
    const append = (rows: DatasetInput) => client.append(id, rows).then(changed);
    let refreshing: Promise<IngestReport | null> | undefined;
    const refresh = () =>
      (refreshing ??= client
        .refresh(id)
        .then(changed)
        .finally(() => (refreshing = undefined)));
    const drop = () => {
      this.#sets.delete(set);
      client.close(id);
    };
    const set: SharedSet = { identity, loaded, run: share(), append, refresh, changes, progress, notices, drop, holders: 0 };
    this.#sets.add(set);
    // Whoever asks again after a failure wants another try, not the same answer.
    loaded.catch(drop);
    return set;
  }

  #engineFor(workerUrl: SourceOptions['workerUrl']): readonly [EngineClient, News<SourceNotice>] {
    const notices = newsOf<SourceNotice>(9);
    const engine = this.#engines.get(workerUrl) ?? ([new EngineClient({ workerUrl, notice: notices.tell }), notices] as const);
    this.#engines.set(workerUrl, engine);
    return engine;
  }
}

/** See open-source.ts: this one knows the KPIs that the page has imported. */
export function openSource(input: SourceInput, options: SourceOptions = {}): KpiSource {
  // That of the copy that came first, of this very version: engines know what another one of theirs has imported.
  const page = globalThis as { [key: symbol]: Registry | undefined };
  return (page[Symbol.for(`vigie.sources.${engineVersion}`)] ??= new Registry()).open(input, options);
}
