/** The state of a widget as CSS custom states: `:state(ready)`. */
import type { Status } from './computation.js';

const ALL: readonly Status[] = ['empty', 'loading', 'ready', 'partial', 'error'];

/** Exactly one of the five, and `stale` while figures of earlier data or settings are still shown. */
export function showStates(internals: ElementInternals, status: Status, drawn: boolean): void {
  const { states } = internals;
  for (const state of ALL) {
    if (state === status) states.add(state);
    else states.delete(state);
  }
  if (status === 'loading' && drawn) states.add('stale');
  else states.delete('stale');
}
