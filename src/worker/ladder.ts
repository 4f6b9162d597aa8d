/**
 * Finds the first rung that holds on this page, and connects anew when an engine is gone. While the page stands in the
 * back/forward cache there is no worker: it, and the lock it holds, would keep the page out of that cache.
 */
import { KpiError } from '../core/errors.js';
import { connect } from './link.js';
import type { Link, LinkOptions } from './link.js';
import { pause } from './pause.js';
import type { ProgressListener } from './protocol.js';
import { usualRungs } from './rungs.js';
import type { Rung } from './rungs.js';

export interface LadderOptions extends LinkOptions {
  /** Rungs to try, in this order. Default: the file if `workerUrl` is given, the one-file build itself, a Blob worker, the page. */
  rungs?: readonly Rung[];
  /** Told when figures come another way than asked: `worker-fallback`, `worker-restarted`. */
  notice?(notice: { code: string; message: string }): void;
}

/** @internal */
export interface Ladder {
  /** The living engine, started if need be. Rejects with KpiError `worker-lost` when no rung holds. */
  link(): Promise<Link>;
  /** Says something to the living engine, if there is one. */
  tell(message: (link: Link) => unknown): void;
}

export function createLadder(options: LadderOptions, progress: ProgressListener): Ladder {
  const rungs = [...(options.rungs ?? usualRungs(options.workerUrl))];
  const notice = (code: string, message: string) => options.notice?.({ code, message });
  let current: Promise<Link> | null = null;
  let awake: Promise<unknown> | undefined;

  /** Rungs that did not hold are not tried again. */
  async function climb(): Promise<Link> {
    // Starting one takes the page a few milliseconds: not those in which it makes its elements.
    await pause();
    await awake;
    for (let falls = ''; ; rungs.shift()) {
      const [rung] = rungs;
      try {
        const link = await connect(rung, options, progress);
        watch(link, rung);
        if (falls) notice('worker-fallback', `worker: allow blob: or set workerUrl; got${falls} from: ${rung}`);
        return link;
      } catch (thrown) {
        falls += ` ${rung}: ${(thrown as Error).message};`;
        if (rungs.length > 1) continue;
        current = null;
        throw new KpiError('worker-lost', `worker: allow one; got${falls}`);
      }
    }
  }

  function watch({ gone, end }: Link, rung: Rung): void {
    const sleep = () => {
      awake = new Promise((resolve) => addEventListener('pageshow', resolve, { once: true }));
      end();
    };
    if (rung !== 'page') addEventListener('pagehide', sleep, { signal: gone });
    gone.addEventListener('abort', () => {
      current = null;
      if (typeof gone.reason === 'string') notice('worker-restarted', `worker: started anew; got ${gone.reason}`);
    });
  }

  return {
    link: () => (current ??= climb()),
    tell: (message) => void current?.then(message).catch(() => {}),
  };
}
