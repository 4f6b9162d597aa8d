/** From what `sales` counted to its result. */
import { isoDayOrNull } from '../calendar/civil-day.js';
import { periodKey } from '../calendar/period.js';
import { sum } from '../stats/sum.js';
import type { FinishContext, Finished } from './contract.js';
import { orderReasons, reason, statusOf } from './reason.js';
import type { CountName, SalesPartials } from './sales-partials.js';
import type { SalesFigures, SalesParams, SalesResult } from './sales-types.js';
import { isFew, unlessHidden, withheldParts } from './suppression.js';

export function salesFinish(partials: SalesPartials, { grain }: SalesParams, context: FinishContext): Finished<SalesResult> {
  const { starts, from, counts, customers, hasOrders } = partials;
  const { asOf, unit, minGroupSize } = context;
  const sums = Object.entries(counts).map(([name, values]) => [name, sum(values)]);
  const { orders, guestOrders, refunds, newCustomers, lines, revenue, pieces } = Object.fromEntries(sums) as Record<CountName, number>;
  // Orders without a line are of the time before lines were kept.
  const unitsOf = (some: number, thousandths: number, ordered: number): number | null =>
    some > 0 || (lines > 0 && ordered === 0) ? thousandths / 1000 : null;
  const used = orders + refunds;
  const isEmpty = used === 0;
  const places = isEmpty ? [] : [...counts.orders.keys()];
  // Each order of a guest may be of another person; where nobody ordered, each refund is.
  const people = places.map((place) => counts.customers[place] + counts.guestOrders[place] || counts.refunds[place]);
  const hidden = withheldParts(people, minGroupSize);
  const hiddenNew = withheldParts(counts.newCustomers, minGroupSize);
  const hiddenTotal = isFew(customers + guestOrders || refunds, minGroupSize);
  const spanOf = (first: number, end: number): Pick<SalesFigures, 'from' | 'to' | 'partial'> => ({
    from: isoDayOrNull(isEmpty ? null : starts[first]),
    to: isoDayOrNull(isEmpty ? null : starts[end] - 1),
    partial: !isEmpty && (starts[end] - 1 > asOf! || starts[first] < (from ?? -Infinity)),
  });
  const value: SalesResult = {
    grain,
    series: places.map((place) => {
      const figures = {
        ...{ orders: counts.orders[place], revenue: counts.revenue[place] / unit, customers: counts.customers[place] },
        newCustomers: hiddenNew[place] ? null : counts.newCustomers[place],
        units: unitsOf(counts.lines[place], counts.pieces[place], counts.orders[place]),
      };
      return { period: periodKey(starts[place], grain), ...spanOf(place, place + 1), ...unlessHidden(figures, hidden[place]) };
    }),
    totals: {
      ...spanOf(0, starts.length - 1),
      ...unlessHidden(
        { orders, revenue: revenue / unit, customers, newCustomers, units: unitsOf(lines, pieces, orders) },
        isEmpty || hiddenTotal,
      ),
    },
  };
  const reasons = [
    ...orderReasons(hasOrders, guestOrders, orders),
    ...reason('suppressed', (hidden.includes(true) || hiddenNew.includes(true)) && 'series'),
    ...reason('suppressed', hiddenTotal && 'totals'),
  ];
  return { value, status: statusOf(isEmpty, reasons), reasons, used };
}
