/**
 * Who waits for a purchase, since when, and how it ended. The filter says where waiting begins (a registration, a purchase); it ends with
 * the next purchase of any kind: who comes back through another channel has come back.
 */
import { NO_DAY } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { firstOrderDay } from './order-rows.js';
import { passedOccasions } from './passed-occasions.js';

/** @internal Where waiting begins. */
export interface Spells {
  /** Purchase days by customer. */
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  /** By purchase day: 1 where waiting for the next one counts. */
  readonly hits: Uint8Array;
  /** By customer: registration from which waiting for the first purchase counts, NO_DAY for none. */
  readonly created: Int32Array;
  /** Days of the longest wait, and one more. */
  readonly span: number;
  /** Customers registered before the first order in the data: their first purchase may be older. */
  readonly early: number;
  /** Bought before they registered. */
  readonly ahead: number;
}

export function findSpells(context: KpiContext): Spells {
  const { dataset, from } = context;
  const asOf = context.asOf ?? -Infinity;
  const { createdDay, length } = dataset.customers;
  const passed = context.rows('customers')!;
  const { occasions, hits } = passedOccasions(context);
  const { offsets, day } = occasions;
  const earliest = firstOrderDay(dataset);
  const begin = from ?? -Infinity;
  const created = new Int32Array(length).fill(NO_DAY);
  let [early, ahead] = [0, 0];
  for (let owner = 0; owner < length; owner++) {
    const on = createdDay[owner];
    if (passed[owner] === 0 || on === NO_DAY || on < begin || on > asOf) continue;
    if (on < earliest) early++;
    else {
      created[owner] = on;
      if (offsets[owner] < offsets[owner + 1] && day[offsets[owner]] < on) ahead++;
    }
  }
  return { offsets, day, hits, created, span: Math.max(0, asOf - earliest + 1), early, ahead };
}
