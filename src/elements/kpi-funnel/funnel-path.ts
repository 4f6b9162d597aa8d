/** What a funnel's steps say about each other: the way through the steps that nobody may skip, and where it loses most. */
import type { FunnelStep } from '../../core/kpi/funnel-types.js';

/** From one step to the next one that nobody may skip. */
export interface Passage {
  readonly from: FunnelStep;
  readonly to: FunnelStep;
  /** Share that does not go on, 0…1. */
  readonly loss: number;
  /** Wilson 95 % bounds of the loss. */
  readonly interval: readonly [number, number] | null;
}

/** The steps without those that may be skipped. Everybody enters at the first one. */
export function mandatorySteps(steps: readonly FunnelStep[]): FunnelStep[] {
  return steps.filter((step, index) => index === 0 || !step.optional);
}

/** Last step that nobody may skip. */
export function goalOf(steps: readonly FunnelStep[]): FunnelStep | null {
  return mandatorySteps(steps).at(-1) ?? null;
}

/** Passages whose rate is known. */
export function passages(steps: readonly FunnelStep[]): Passage[] {
  const path = mandatorySteps(steps);
  return path.flatMap((to, index) => {
    const from = path[index - 1];
    if (!from || to.dropOff === null) return [];
    const [lower, upper] = to.stepInterval ?? [];
    const interval = lower === undefined || upper === undefined ? null : ([1 - upper, 1 - lower] as const);
    return [{ from, to, loss: to.dropOff, interval }];
  });
}

/** Passages that lose somebody, the largest loss first; equal ones in the order of the steps. */
export function losses(steps: readonly FunnelStep[]): Passage[] {
  return passages(steps)
    .filter(({ loss }) => loss > 0)
    .sort((a, b) => b.loss - a.loss);
}

/** Losses that the data cannot tell from the largest one: their intervals overlap. */
export function rivals([largest, ...others]: readonly Passage[]): Passage[] {
  if (!largest) return [];
  return others.filter(({ loss, interval }) => {
    if (loss === largest.loss) return true;
    return interval !== null && largest.interval !== null && interval[1] >= largest.interval[0];
  });
}

/** Steps to point at: those with the largest loss, unless all lose the same. */
export function mostLossy(steps: readonly FunnelStep[]): ReadonlySet<FunnelStep> {
  const all = losses(steps);
  const largest = all.filter(({ loss }) => loss === all[0]?.loss);
  return new Set(largest.length > 1 && largest.length === passages(steps).length ? [] : largest.map(({ to }) => to));
}

/** The first step that counts more than the one it should come out of. */
export function firstRise(steps: readonly FunnelStep[]): { from: FunnelStep; to: FunnelStep } | null {
  let from: FunnelStep | null = null;
  for (const [index, to] of steps.entries()) {
    if (from && from.count !== null && to.count !== null && to.count > from.count) return { from, to };
    if (index === 0 || !to.optional) from = to;
  }
  return null;
}
