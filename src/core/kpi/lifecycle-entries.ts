/** Since when people without an order are known: prospects. */
import { NEVER, NO_DAY } from '../table/dataset.js';
import type { CivilDay, Dataset } from '../table/dataset.js';
import { remembered } from './remembered.js';

/** @internal Whatever a request asks. */
export interface Entries {
  /**
   * By customer the first day on which he registered or was seen (a visit, an event, a message, whatever names a customer, but no order
   * and no line of one); NEVER without such a day.
   */
  readonly seen: Int32Array;
  /** The earliest of them. */
  readonly earliest: CivilDay;
  /** First day of people of whom nothing but their existence is known, those of a table of customers: NO_DAY, or NEVER without it. */
  readonly undated: CivilDay;
}

export const entriesOf = remembered((dataset: Dataset): Entries => {
  const seen = dataset.customers.createdDay.slice();
  for (let owner = 0; owner < seen.length; owner++) if (seen[owner] === NO_DAY) seen[owner] = NEVER;
  // A line of an order tells of nobody what the order does not.
  const plain = Object.values(dataset.tables).filter(({ order }) => !order);
  for (const table of [dataset.visits, dataset.events, ...plain])
    for (let row = 0; row < (table?.length ?? 0); row++) {
      const owner = table!.customer[row];
      const day = table!.day[row];
      if (owner >= 0 && day !== NO_DAY && day < seen[owner]) seen[owner] = day;
    }
  let earliest: CivilDay = NEVER;
  for (let owner = 0; owner < seen.length; owner++) if (seen[owner] < earliest) earliest = seen[owner];
  return { seen, earliest, undated: dataset.left.customers ? NO_DAY : NEVER };
});
