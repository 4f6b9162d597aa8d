/** Renewal of the base (L13), from the passages between the two dates. */
import { ratio } from '../stats/ratio.js';
import { lineSums } from './lifecycle-grid.js';
import type { Withheld } from './lifecycle-grid.js';
import { PLACES, Stage } from './lifecycle-rules.js';
import type { LifecycleRenewal } from './lifecycle-types.js';

/** Stages of those who have an order and are not inactive; and of those who had none yet. */
const isActive = (stage: number): boolean => stage >= Stage.New && stage < Stage.Inactive;
const isNobody = (stage: number): boolean => stage <= Stage.Prospect;
const isInactive = (stage: number): boolean => stage === Stage.Inactive;
const isCustomer = (stage: number): boolean => !isNobody(stage);

/** What is told by sums and passages that are shown. @param covered The data reach back far enough to tell who was active at the start. */
export function renewalOf(grid: Int32Array, { cells, before, after }: Withheld, covered: boolean): LifecycleRenewal {
  const total = (sizes: ArrayLike<number>, hidden: readonly boolean[], counts: (place: number) => boolean): number | null =>
    Array.from(sizes).reduce<number | null>((sum, size, place) => {
      if (!counts(place) || sum === null) return sum;
      return hidden[place] ? null : sum + size;
    }, 0);
  const flow = (from: (stage: number) => boolean, to: (stage: number) => boolean): number | null =>
    total(grid, cells, (cell) => from(Math.floor(cell / PLACES)) && to(cell % PLACES));
  const activeAtStart = total(lineSums(grid, true), before, isActive);
  const newCustomers = flow(isNobody, isCustomer);
  // New customers who have left since are among them, so that the flows add up to the stock.
  const becameInactive = flow((stage) => !isInactive(stage), isInactive);
  const areKnown = newCustomers !== null && becameInactive !== null;
  const rate = areKnown && covered ? ratio(newCustomers - becameInactive, activeAtStart ?? 0) : null;
  return {
    ...{ activeAtStart, newCustomers, reactivated: flow(isInactive, isActive), becameInactive },
    ...{ activeAtEnd: total(lineSums(grid, false), after, isActive), rate, ratio: areKnown ? ratio(newCustomers, becameInactive) : null },
    verdict: rate === null ? null : rate > 0 ? 'healthy' : 'alert',
  };
}
