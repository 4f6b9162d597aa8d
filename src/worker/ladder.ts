/**
 * Finds the first rung that holds on this page, and connects anew when an engine is gone. While the page stands in the
 * back/forward cache there is no worker: it, and the lock it holds, would keep the page out of that cache.
 */
import { proxy } from 'comlink';
import { KpiError } from '../core/errors.js';
import { engineVersion } from './engine.generated.js';
import { aborted } from './faults.js';
import { Link } from './link.js';
import type { ProgressListener } from './protocol.js';
import { start, usualRungs } from './rungs.js';
import type { Rung, WorkerUrl } from './rungs.js';

export interface LadderOptions {
  /** Same-origin copy of the worker script; `blob:`: none but a Blob, for a policy `worker-src blob:`; `none`: no worker at all. */
  workerUrl?: WorkerUrl;
  /** Rungs to try, in this order. Default: the file if `workerUrl` is given, the one-file build itself, a Blob worker, the page. */
  rungs?: readonly Rung[];
  /** Milliseconds between two pings while a call is open. Default 1000. */
  tick?: number;
  /** Pings without an answer before a worker counts as dead: one slice of work, such as parsing all JSON, takes less. Default 30. */
  patience?: number;
  /** Told when figures come another way than asked: `worker-fallback`, `worker-restarted`. */
  notice?(notice: { code: string; message: string }): void;
}

export class Ladder {
  readonly #options: LadderOptions;
  readonly #progress: ProgressListener;
  readonly #rungs: Rung[];
  #link: Promise<Link> | null = null;
  #awake: Promise<unknown> | undefined;

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
      if (!wanted()) throw aborted();
      const link = await (this.#link ??= this.#climb());
      if (!link.gone.aborted) return link;
    }
  }

  /** Says something to the living engine, if there is one. */
  tell(message: (link: Link) => unknown): void {
    this.#link?.then(message).catch(() => {});
  }

  /** Rungs that did not hold are not tried again. */
  async #climb(): Promise<Link> {
    await this.#awake;
    const rungs = this.#rungs;
    for (let falls = ''; ; rungs.shift()) {
      try {
        const link = await this.#connect(rungs[0]);
        if (falls)
          this.#notice('worker-fallback', `worker: allow blob: in worker-src or name a file in workerUrl; got${falls} from: ${rungs[0]}`);
        return link;
      } catch (thrown) {
        falls += ` ${rungs[0]}: ${(thrown as Error).message};`;
        if (rungs.length > 1) continue;
        this.#link = null;
        throw new KpiError('worker-lost', `engine: allow a worker, or the page to run it; got${falls}`);
      }
    }
  }

  /** A link that has said hello. Throws when this rung cannot be had here. */
  async #connect(rung: Rung): Promise<Link> {
    const { workerUrl, tick = 1000, patience = 30 } = this.#options;
    const link = new Link(start[rung](workerUrl), tick);
    const lock = rung !== 'page' && navigator.locks ? crypto.randomUUID() : null;
    // A refused worker is silent in some browsers, but the policy says so.
    const refused = ({ disposition, effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (disposition === 'enforce' && effectiveDirective === 'worker-src') link.end('forbidden by the policy of the page');
    };
    document.addEventListener('securitypolicyviolation', refused);
    const greeting = await link.until(link.calls.hello(proxy(this.#progress), lock)).catch(() => null);
    document.removeEventListener('securitypolicyviolation', refused);
    if (greeting?.version !== engineVersion) {
      link.end(`version ${greeting?.version} instead of ${engineVersion}`);
      throw new Error(link.gone.reason as string);
    }
    link.patience = patience;
    // Getting the lock that the worker holds means that the worker is gone.
    if (lock && greeting.locked) navigator.locks.request(lock, { signal: link.gone }, () => link.end('terminated')).catch(() => {});
    this.#watch(link, rung);
    return link;
  }

  #watch(link: Link, rung: Rung): void {
    const { gone } = link;
    gone.addEventListener('abort', () => {
      this.#link = null;
      if (typeof gone.reason === 'string') this.#notice('worker-restarted', `worker: none was to stop before its page; got ${gone.reason}`);
    });
    const sleep = () => {
      this.#awake = new Promise((resolve) => addEventListener('pageshow', resolve, { once: true }));
      link.end();
    };
    if (rung !== 'page') addEventListener('pagehide', sleep, { signal: gone });
  }

  #notice(code: string, message: string): void {
    this.#options.notice?.({ code, message });
  }
}
