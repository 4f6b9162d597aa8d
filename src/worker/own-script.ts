/**
 * The one-file builds are their own worker file: on a page whose policy is `default-src 'self'`, where a Blob worker may not
 * start and even trying would be reported, the file that the page has loaded already is started a second time, as a worker.
 * In those builds this module stands before all that needs a page. In the worker it starts the engine, and lends the rest of the
 * file, which is evaluated too, the one global that Lit reaches for while it loads.
 */
import { engine } from './engine.generated.js';
import { parts } from './pack.js';
import { start, worker, WORKER_NAME } from './rungs.js';
import { trusted } from './trusted.js';

/** A script that was bundled into another file is not ours to start. */
const OUR_NAME = /^[^?#]+\/vigie[^/?#]*\.js($|[?#])/;

function serve(): void {
  const empty = () => ({});
  Object.assign(globalThis, {
    document: { createTreeWalker: empty, createComment: empty },
  });
  engine(globalThis as never, parts);
}

/**
 * Adds the rung of this very script, unless that came from another origin.
 * @param moduleUrl `import.meta.url`, undefined in the classic build.
 */
export function standAlone(moduleUrl: string | undefined): void {
  if (typeof document !== 'undefined') {
    const script = document.currentScript as HTMLScriptElement | null;
    const url = script?.src || moduleUrl;
    if (url?.startsWith(`${location.origin}/`) && OUR_NAME.test(url)) start.own = () => worker(trusted(url), script ? 'classic' : 'module');
  } else if ((globalThis as { name?: string }).name === WORKER_NAME) serve();
}
