import { NO_DAY } from '../table/dataset.js';
import type { Dataset } from '../table/dataset.js';

type Dated = Pick<Dataset, 'customers' | 'orders' | 'refunds' | 'visits' | 'events'>;

/** First and last civil day of any row that counts; null when nothing is dated. */
export function dayRange({ customers, orders, refunds, visits, events }: Dated): Dataset['range'] {
  let from = Infinity;
  let to = -Infinity;
  for (const days of [customers.createdDay, orders?.day, refunds?.day, visits?.day, events?.day]) {
    for (const day of days ?? []) {
      if (day === NO_DAY) continue;
      if (day < from) from = day;
      if (day > to) to = day;
    }
  }
  return from <= to ? { from, to } : null;
}
