/** Memory of a browser: proportional set size of all its processes, as Linux counts it; null elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';

function parentOf(process: string): string {
  try {
    return / (\d+) /.exec(readFileSync(`/proc/${process}/stat`, 'utf8').replace(/^.*\)/, ''))?.[1] ?? '';
  } catch {
    return '';
  }
}

/** A process and all that it started. */
function family(first: number): string[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((process) => [process, parentOf(process)]));
  const found = [String(first)];
  for (const process of found) for (const [child, parent] of parents) if (parent === process) found.push(child);
  return found;
}

/** Bytes, null where nobody counts them. */
export function memoryOf(browserProcess: number): number | null {
  let sum = 0;
  try {
    for (const process of family(browserProcess)) {
      try {
        sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
      } catch {
        // It has ended since.
      }
    }
  } catch {
    return null;
  }
  return sum || null;
}

/** Watches the memory until told to stop; the most that was seen. */
export function watchMemory(browserProcess: number): () => number | null {
  let most = memoryOf(browserProcess);
  const timer = setInterval(() => {
    const now = memoryOf(browserProcess);
    if (now !== null) most = Math.max(most ?? 0, now);
  }, 40);
  return () => {
    clearInterval(timer);
    return most;
  };
}
