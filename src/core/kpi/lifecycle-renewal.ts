/** Renewal of the base (L13), from the passages between the two dates. */
import { ratio } from '../stats/ratio.js';
import { PLACES, Stage } from './lifecycle-rules.js';
import type { LifecycleRenewal } from './lifecycle-types.js';
import { unlessHidden } from './suppression.js';

/** Stages of those who have an order and are not inactive; and of those who had none yet. */
const isActive = (stage: number): boolean => stage >= Stage.New && stage < Stage.Inactive;
const isNobody = (stage: number): boolean => stage <= Stage.Prospect;
const isInactive = (stage: number): boolean => stage === Stage.Inactive;
const isCustomer = (stage: number): boolean => !isNobody(stage);

/** @param hidden cells that are withheld. @param covered The data reach back far enough to tell who was active at the start. */
export function renewalOf(grid: Int32Array, hidden: readonly boolean[], covered: boolean): LifecycleRenewal {
  let hides = false;
  const count = (from: (stage: number) => boolean, to: (stage: number) => boolean): number => {
    let people = 0;
    grid.forEach((customers, cell) => {
      if (!from(Math.floor(cell / PLACES)) || !to(cell % PLACES)) return;
      people += customers;
      hides ||= hidden[cell];
    });
    return people;
  };
  const activeAtStart = count(isActive, isCustomer);
  const newCustomers = count(isNobody, isCustomer);
  const reactivated = count(isInactive, isActive);
  // New customers who have left since are among them, so that the flows add up to the stock.
  const becameInactive = count((stage) => !isInactive(stage), isInactive);
  const activeAtEnd = activeAtStart + newCustomers + reactivated - becameInactive;
  const gain = newCustomers - becameInactive;
  const isKnown = covered && activeAtStart > 0;
  const figures = {
    ...{ activeAtStart, newCustomers, reactivated, becameInactive, activeAtEnd },
    rate: isKnown ? gain / activeAtStart : null,
    ratio: ratio(newCustomers, becameInactive),
  };
  return { ...unlessHidden(figures, hides), verdict: hides || !isKnown ? null : gain > 0 ? 'healthy' : 'alert' };
}
