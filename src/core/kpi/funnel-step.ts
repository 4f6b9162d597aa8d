/** Rates of the steps of one funnel (A1, A2). */
import { median } from '../stats/median.js';
import { wilsonInterval } from '../stats/wilson.js';
import type { FunnelPartials } from './funnel-partials.js';
import type { FinishedTally } from './funnel-tally.js';
import type { FunnelStep } from './funnel-types.js';

const DAY_SECONDS = 86400;

interface Rate {
  readonly rate: number | null;
  readonly interval: [number, number] | null;
}

const NO_RATE: Rate = { rate: null, interval: null };

/** part / whole; null when one is withheld, the whole is 0, or the part is larger: then it is no part. */
function rateOf(part: number | null, whole: number | null): Rate {
  if (part === null || whole === null || whole === 0 || part > whole) return NO_RATE;
  return { rate: part / whole, interval: wilsonInterval(part, whole) };
}

function medianDays(seconds: Float64Array): number | null {
  const middle = median(seconds);
  return middle === null ? null : middle / DAY_SECONDS;
}

/**
 * @param counts People by step; null where withheld.
 */
export function finishSteps(steps: FunnelPartials['steps'], counts: readonly (number | null)[], tally: FinishedTally): FunnelStep[] {
  let before = 0;
  return steps.map(({ id, label, optional }, index) => {
    const isFirst = index === 0;
    const step = isFirst ? NO_RATE : rateOf(counts[index], counts[before]);
    const overall = rateOf(counts[index], counts[0]);
    if (!optional) before = index;
    return {
      id,
      label,
      optional,
      count: counts[index],
      stepRate: step.rate,
      overallRate: overall.rate,
      dropOff: step.rate === null ? null : 1 - step.rate,
      stepInterval: step.interval,
      // The first step is the whole by definition: nothing was estimated.
      overallInterval: isFirst ? null : overall.interval,
      medianDays: isFirst || counts[index] === null ? null : medianDays(tally.seconds[index]),
    };
  });
}
