/** One parsed data set, whatever number of widgets look at it. */
import type { DatasetOptions } from '../core/ingest/input.js';
import type { IngestReport } from '../core/ingest/report.js';
import type { LoadProgress } from '../worker/protocol.js';
import { canonical } from './canonical.js';
import { freeze } from './freeze.js';
import { Results } from './results.js';
import type { SharedEngine } from './shared-engine.js';
import type { SourceInput } from './source.js';

export class SharedDataset {
  readonly engine: SharedEngine;
  readonly loaded: Promise<IngestReport>;
  readonly results: Results;
  readonly progressListeners = new Set<(progress: LoadProgress) => void>();
  progress: LoadProgress | null = null;
  holders = 0;
  closing: ReturnType<typeof setTimeout> | undefined;
  readonly #input: SourceInput;
  /** Equal options, equal text. */
  readonly #key: string;
  readonly #id: number;

  constructor(engine: SharedEngine, input: SourceInput, options: DatasetOptions) {
    this.engine = engine;
    this.#input = input;
    this.#key = canonical(options);
    this.#id = engine.client.open(input, options, (progress) => {
      this.progress = progress;
      for (const listener of this.progressListeners) listener(progress);
    });
    this.loaded = engine.client.load(this.#id).then(freeze);
    this.results = new Results(async (request, signal) => {
      await this.loaded;
      return engine.client.run(this.#id, request, signal);
    });
  }

  /** Same engine, options and data: the same object, the same text or the same address. */
  isFor(engine: SharedEngine, input: SourceInput, options: DatasetOptions): boolean {
    return engine === this.engine && canonical(options) === this.#key && sameInput(input, this.#input);
  }

  close(): void {
    this.engine.client.close(this.#id);
  }
}

function sameInput(a: SourceInput, b: SourceInput): boolean {
  return a.kind === 'url' ? b.kind === 'url' && a.url === b.url : b.kind === 'data' && a.data === b.data;
}
