/** Runs a calculation in slices, so that cancelling, pings and (in the page) the person get their turn. */
import { KpiError } from '../core/errors.js';
import { pause } from './pause.js';

export interface Drive<S> {
  /** Milliseconds of work between two pauses. */
  slice: number;
  /** Asked after each pause: true gives up with `aborted`. */
  stopped(): boolean;
  onStep?(step: S): void;
}

/** Value that the generator returns. Throws what it throws, and KpiError `aborted` when stopped. */
export async function drive<S, R>(steps: Generator<S, R, void>, { slice, stopped, onStep }: Drive<S>): Promise<R> {
  let until = performance.now() + slice;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onStep?.(step.value);
    if (performance.now() < until) continue;
    await pause();
    if (stopped()) throw new KpiError('aborted', 'calculation was given up: ask again for a figure');
    until = performance.now() + slice;
  }
}
