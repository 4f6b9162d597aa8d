/** What customers brought in margin: what passages are worth where costs are known. */
import type { CivilDay } from '../table/dataset.js';
import type { KpiContext } from './contract.js';
import { eachRefund } from './order-facts.js';
import { COVERED, orderMargins } from './order-margin.js';
import { ledgerOf } from './order-ledger.js';

/**
 * By customer, minor units, of orders from a day on; null where the costs of less than `COVERED` of their revenue are known. What was given
 * back for no order that is known had costs that nobody knows: all of it is lost.
 */
export function marginsFrom(context: KpiContext, from: CivilDay): Float64Array | null {
  const margins = orderMargins(context.dataset);
  if (!margins) return null;
  const { owners, begin, end, day, net, row } = ledgerOf(context);
  const found = new Float64Array(context.dataset.customers.length);
  let [covered, ordered] = [0, 0];
  for (let at = 0; at < owners.length; at++) {
    const owner = owners[at];
    for (let one = end[at] - 1; owner >= 0 && one >= begin[at] && day[one] >= from; one--) {
      const margin = margins[row[one]];
      ordered += net[one];
      if (Number.isNaN(margin)) continue;
      covered += net[one];
      found[owner] += margin;
    }
  }
  eachRefund(context.dataset, context.rows('refunds'), (amount, at, owner) => {
    if (at >= from && owner >= 0) found[owner] -= amount;
  });
  return ordered > 0 && covered >= COVERED * ordered ? found : null;
}
