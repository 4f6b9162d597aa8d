/** The automatic window of everybody, whatever a filter narrows. */
import type { CivilDay, Dataset } from '../table/dataset.js';
import { remembered } from './remembered.js';
import { wholeLedger } from './order-ledger.js';
import { meanRecencyMonths } from './rfm-window.js';

const memoryOf = remembered<Dataset, { asOf?: CivilDay; months?: number | null }>(() => ({}));

function monthsOn(dataset: Dataset, asOf: CivilDay): number | null {
  const { owners, begin, end, day } = wholeLedger(dataset);
  let [people, recency] = [0, 0];
  for (let at = 0; at < owners.length; at++) {
    let last = end[at] - 1;
    while (last >= begin[at] && day[last] > asOf) last--;
    if (owners[at] < 0 || last < begin[at]) continue;
    people++;
    recency += asOf - day[last];
  }
  return people > 0 ? meanRecencyMonths(people, recency) : null;
}

/** Mean recency of all customers with an order by a day, in months; null without any. Kept for the day that was asked last. */
export function activeMonths(dataset: Dataset, asOf: CivilDay): number | null {
  const memory = memoryOf(dataset);
  if (memory.asOf !== asOf) Object.assign(memory, { asOf, months: monthsOn(dataset, asOf) });
  return memory.months!;
}
