/** Runs a calculation in slices, so that cancelling, pings and (in the page) the person get their turn. */
import { aborted } from './faults.js';
import { pause } from './pause.js';

/**
 * Value that the generator returns.
 * @param slice Milliseconds of work between two pauses.
 * @param stopped Asked after each pause: true gives up with KpiError `aborted`.
 */
export async function drive<S, R>(
  steps: Generator<S, R, void>,
  slice: number,
  stopped: () => boolean,
  tell?: (step: S) => void,
): Promise<R> {
  for (let until = performance.now() + slice; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    tell?.(step.value);
    if (performance.now() < until) continue;
    await pause();
    if (stopped()) throw aborted();
    until = performance.now() + slice;
  }
}
