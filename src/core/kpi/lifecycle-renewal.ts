/** Renewal of the base (L13), from the passages between the two dates. */
import { ratio } from '../stats/ratio.js';
import { sum } from '../stats/sum.js';
import { lineSums } from './lifecycle-grid.js';
import type { Withheld } from './lifecycle-grid.js';
import { PLACES, Stage } from './stage-rules.js';
import type { LifecycleRenewal } from './lifecycle-types.js';

/** What is told by sums and passages that are shown. @param covered The data reach back far enough to tell who was active at the start. */
export function renewalOf(grid: Int32Array, { cells, before, after }: Withheld, covered: boolean): LifecycleRenewal {
  const [starts, ends] = [true, false].map((areRows) => lineSums(grid, areRows));
  // NaN is what is withheld.
  const atStart = (stage: Stage): number => (before[stage] ? NaN : starts[stage]);
  const atEnd = (stage: Stage): number => (after[stage] ? NaN : ends[stage]);
  const flow = (from: Stage, to: Stage): number => (cells[from * PLACES + to] ? NaN : grid[from * PLACES + to]);
  const active = [Stage.New, Stage.Loyal, Stage.Premium, Stage.Defecting];
  const stillInactive = flow(Stage.Inactive, Stage.Inactive);
  const activeAtStart = sum(active.map(atStart));
  const newCustomers = sum([Stage.Outside, Stage.Prospect].map((stage) => atStart(stage) - flow(stage, Stage.Prospect)));
  // New customers who have left since are among them, so that the flows add up to the stock.
  const becameInactive = atEnd(Stage.Inactive) - stillInactive;
  const orNull = (figure: number): number | null => (Number.isNaN(figure) ? null : figure);
  const rate = covered ? ratio(newCustomers - becameInactive, activeAtStart) : null;
  const known = rate === null ? null : orNull(rate);
  return {
    ...{ activeAtStart: orNull(activeAtStart), newCustomers: orNull(newCustomers) },
    ...{ reactivated: orNull(atStart(Stage.Inactive) - stillInactive), becameInactive: orNull(becameInactive) },
    ...{
      activeAtEnd: orNull(sum(active.map(atEnd))),
      rate: known,
      ratio: orNull((covered ? ratio(newCustomers, becameInactive) : null) ?? NaN),
    },
    verdict: known === null ? null : known > 0 ? 'healthy' : 'alert',
  };
}
