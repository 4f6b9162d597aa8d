/**
 * Finds the first rung that holds on this page, and connects anew when an engine is gone. While the page stands in the
 * back/forward cache there is no worker: it, and the lock it holds, would keep the page out of that cache.
 */
import { KpiError } from '../core/errors.js';
import type { Link } from './link.js';
import { hasOwnScript } from './own-script.js';
import type { ProgressListener } from './protocol.js';
import { connect } from './rungs.js';
import type { Rung, WorkerUrl } from './rungs.js';

export interface LadderOptions {
  /** Same-origin copy of the worker script; `blob:`: none but a Blob, for a policy `worker-src blob:`; `none`: no worker at all. */
  workerUrl?: WorkerUrl;
  /** Rungs to try, in this order. Default: the file if `workerUrl` is given, the one-file build itself, a Blob worker, the page. */
  rungs?: readonly Rung[];
  /** Milliseconds between two pings where a worker cannot hold a lock. Default 1000. */
  tick?: number;
  /** Pings without an answer before such a worker counts as dead; `EngineClient` adds one for each megabyte of data. Default 10. */
  patience?: number;
  /** Told when figures come another way than asked: `worker-fallback`, `worker-restarted`. */
  notice?(notice: { code: string; message: string }): void;
}

export class Ladder {
  readonly #options: LadderOptions;
  readonly #progress: ProgressListener;
  readonly #rungs: Rung[];
  #link: Promise<Link> | null = null;
  #awake: Promise<unknown> = Promise.resolve();

  constructor(options: LadderOptions, progress: ProgressListener) {
    this.#options = options;
    this.#progress = progress;
    this.#rungs = [...(options.rungs ?? usualRungs(options.workerUrl))];
  }

  /**
   * The living engine, started if need be and still `wanted` by then. Rejects with KpiError: `aborted` when not wanted, `worker-lost`
   * when no rung holds.
   */
  async link(wanted: () => boolean): Promise<Link> {
    for (;;) {
      await this.#awake;
      if (!wanted()) throw new KpiError('aborted', 'data set was closed: open it again');
      const connecting = (this.#link ??= this.#climb());
      const link = await connecting;
      if (!link.ended) return link;
      if (this.#link === connecting) this.#link = null;
    }
  }

  /** Says something to the living engine, if there is one. */
  async tell(message: (link: Link) => unknown): Promise<void> {
    const link = await this.#link?.catch(() => null);
    if (link && !link.ended) message(link);
  }

  /** Ends the engine; the next call starts another one. */
  rest(): void {
    void this.tell((link) => link.end());
  }

  #sleep(): void {
    this.#awake = new Promise((resolve) => addEventListener('pageshow', resolve, { once: true }));
    this.rest();
  }

  /** Rungs that did not hold are not tried again. */
  async #climb(): Promise<Link> {
    const falls: string[] = [];
    for (const rung of [...this.#rungs]) {
      try {
        const link = await connect(rung, this.#rungOptions());
        if (rung !== 'page') addEventListener('pagehide', () => this.#sleep(), { signal: link.gone });
        if (falls.length > 0) this.#fallen(falls, rung);
        return link;
      } catch (thrown) {
        falls.push(`${rung}: ${(thrown as Error).message}`);
        if (this.#rungs.length > 1) this.#rungs.shift();
      }
    }
    this.#link = null;
    throw new KpiError('worker-lost', `engine must start: allow a worker or the page to run it; got ${falls.join('; ')}`);
  }

  #rungOptions() {
    const { workerUrl, tick = 1000, patience = 10 } = this.#options;
    return { workerUrl, tick, patience, progress: this.#progress, lost: (reason: string) => this.#restarted(reason) };
  }

  #fallen(falls: string[], rung: Rung): void {
    const message = `worker should start: allow blob: in worker-src or name a file in workerUrl; got ${falls.join('; ')}; same figures from: ${rung}`;
    this.#options.notice?.({ code: 'worker-fallback', message });
  }

  #restarted(reason: string): void {
    this.#options.notice?.({
      code: 'worker-restarted',
      message: `worker should live as long as the page: it is started anew; got ${reason}`,
    });
  }
}

function usualRungs(workerUrl: WorkerUrl | undefined): Rung[] {
  if (workerUrl === 'none') return ['page'];
  if (workerUrl === 'blob:') return ['blob', 'page'];
  const rungs: [Rung, boolean][] = [
    ['file', Boolean(workerUrl)],
    ['own', hasOwnScript()],
  ];
  return [...rungs.filter(([, there]) => there).map(([rung]) => rung), 'blob', 'page'];
}
