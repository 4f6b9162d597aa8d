/** All engines and data sets of a page. Found under a global symbol, so that two copies of the library share them. */
import type { DatasetOptions } from '../core/ingest/input.js';
import { PROTOCOL } from '../worker/protocol.js';
import { Handle } from './handle.js';
import { SharedDataset } from './shared-dataset.js';
import { SharedEngine } from './shared-engine.js';
import type { KpiSource, SourceInput, SourceOptions } from './source.js';

/** All that one copy of the library uses of another one's. */
export interface Registry {
  open(input: SourceInput, options: SourceOptions): KpiSource;
}

/** Milliseconds for which a data set outlives its last widget: a widget that is moved in the page must not load again. */
const GRACE = 100;

export class PageRegistry implements Registry {
  readonly #engines: SharedEngine[] = [];
  readonly #datasets: SharedDataset[] = [];

  open(input: SourceInput, options: SourceOptions): KpiSource {
    const engine = this.#engineFor(options);
    const ingest = ingestOptions(options);
    const dataset = this.#datasets.find((one) => one.isFor(engine, input, ingest)) ?? this.#create(engine, input, ingest);
    clearTimeout(dataset.closing);
    dataset.holders++;
    return new Handle(dataset, options.timeoutMs, () => this.#letGo(dataset));
  }

  #create(engine: SharedEngine, input: SourceInput, options: DatasetOptions): SharedDataset {
    const dataset = new SharedDataset(engine, input, options);
    this.#datasets.push(dataset);
    // Whoever asks again after a failure wants another try, not the same answer.
    dataset.loaded.catch(() => this.#drop(dataset));
    return dataset;
  }

  /** Kept for good: what a page forbids once it forbids again. Without data sets it has no worker. */
  #engineFor({ workerUrl }: SourceOptions): SharedEngine {
    let engine = this.#engines.find((one) => one.workerUrl === workerUrl);
    if (!engine) this.#engines.push((engine = new SharedEngine(workerUrl)));
    return engine;
  }

  #letGo(dataset: SharedDataset): void {
    if (--dataset.holders === 0) dataset.closing = setTimeout(() => this.#drop(dataset), GRACE);
  }

  #drop(dataset: SharedDataset): void {
    const index = this.#datasets.indexOf(dataset);
    if (index >= 0) this.#datasets.splice(index, 1);
    dataset.close();
  }
}

/** What is the business of ingestion: the rest neither makes another data set nor goes to the worker. */
function ingestOptions(options: SourceOptions): DatasetOptions {
  const ingest = { ...options };
  delete ingest.workerUrl;
  delete ingest.timeoutMs;
  return ingest;
}

/** The page's registry: that of the copy of the library that came first. */
export function registry(): Registry {
  const page = globalThis as { [key: symbol]: Registry | undefined };
  return (page[Symbol.for(`vigie.sources.${PROTOCOL}`)] ??= new PageRegistry());
}
