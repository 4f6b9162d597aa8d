/** Parts of a funnel by value of a column: the six largest, the rest, and what must be withheld. */
import type { FunnelGroup, FunnelPartials } from './funnel-partials.js';
import { finishSteps } from './funnel-step.js';
import { mergeTallies } from './funnel-tally.js';
import type { FunnelStep } from './funnel-types.js';
import { withheldParts } from './suppression.js';

const SHOWN = 6;

export interface FunnelParts {
  readonly parts: { key: string | null; steps: FunnelStep[] }[];
  readonly withheld: boolean;
}

/** Few people, but some. */
export function isSmall(count: number, minGroupSize: number): boolean {
  return count > 0 && count < minGroupSize;
}

function bySize(a: FunnelGroup, b: FunnelGroup): number {
  return b.tally.counts[0] - a.tally.counts[0] || ((a.key ?? '') < (b.key ?? '') ? -1 : 1);
}

/** Groups that stand alone, and those that go into the rest: without a value, too small, beyond the sixth. */
function choose(groups: readonly FunnelGroup[], minGroupSize: number): { alone: FunnelGroup[]; rest: FunnelGroup[]; withheld: boolean } {
  const sorted = [...groups].sort(bySize);
  const sizes = sorted.map((group) => group.tally.counts[0]);
  const withheld = withheldParts(sizes, minGroupSize);
  const alone = sorted.filter((group, index) => group.key !== null && !withheld[index]).slice(0, SHOWN);
  return { alone, rest: sorted.filter((group) => !alone.includes(group)), withheld: withheld.includes(true) };
}

/** Counts by part and step; null where a part is too small, or would tell another by the difference to the whole. */
function withholdCounts(parts: readonly FunnelGroup[], steps: number, minGroupSize: number): (number | null)[][] {
  const counts: (number | null)[][] = parts.map((part) => [...part.tally.counts]);
  for (let step = 0; step < steps; step++) {
    const sizes = parts.map((part) => part.tally.counts[step]);
    withheldParts(sizes, minGroupSize).forEach((hide, part) => {
      if (hide) counts[part][step] = null;
    });
  }
  return counts;
}

/** By overall rate of the last step, descending, missing ones last; then by key; the rest at the end. */
function byRate(a: FunnelParts['parts'][number], b: FunnelParts['parts'][number]): number {
  if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
  const rateA = a.steps[a.steps.length - 1].overallRate ?? -1;
  const rateB = b.steps[b.steps.length - 1].overallRate ?? -1;
  return rateB - rateA || (a.key < b.key ? -1 : 1);
}

export function finishBreakdown(partials: FunnelPartials, minGroupSize: number): FunnelParts {
  const { steps, groups } = partials;
  const { alone, rest, withheld } = choose(groups ?? [], minGroupSize);
  const merged = rest.map((group) => group.tally);
  const others = rest.length === 0 ? [] : [{ key: null, tally: mergeTallies(merged, steps.length) }];
  const shown: FunnelGroup[] = [...alone, ...others];
  const counts = withholdCounts(shown, steps.length, minGroupSize);
  const parts = shown.map((group, index) => ({ key: group.key, steps: finishSteps(steps, counts[index], group.tally) }));
  return { parts: parts.sort(byRate), withheld: withheld || counts.some((row) => row.includes(null)) };
}
