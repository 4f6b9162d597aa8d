/** `rfm` by the most obvious way: lists, filters and counting, straight from the definitions. */
export interface NaiveOrder {
  customer: string | null;
  /** Civil day. */
  day: number;
  /** Minor units. */
  net: number;
}
export interface NaiveCustomer {
  id: string;
  recencyDays: number;
  orderCount: number;
  /** Minor units. */
  revenue: number;
  recencyScore: number;
  frequencyScore: number;
  monetaryScore: number;
  segment: string;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const unique = (values: readonly number[]): number[] => [...new Set(values)];

/** Score of a value: 1 + the different cut points below it. A cut point is the first value at which k of `bins` parts are reached. */
function scorer(values: readonly number[], bins: number): (value: number) => number {
  const ascending = [...values].sort((a, b) => a - b);
  const cuts: number[] = [];
  for (let k = 1; k < bins; k++) cuts.push(ascending.find((_, index) => (index + 1) * bins >= k * ascending.length) ?? NaN);
  return (value) => 1 + unique(cuts).filter((cut) => cut < value).length;
}

function quartileSegment(values: readonly number[], value: number): string {
  const quarters = (4 * values.filter((other) => other < value).length) / values.length;
  if (quarters >= 3) return 'TBC';
  if (quarters >= 2) return 'BC';
  return quarters >= 1 ? 'CO' : 'CTO';
}

export interface NaiveRfm {
  meanRecencyDays: number;
  inactive: number;
  /** By id. */
  customers: NaiveCustomer[];
  guests: NaiveOrder[];
}

/** @param from first day of the window, given the mean recency */
export function naiveRfm(
  orders: readonly NaiveOrder[],
  refunds: readonly NaiveOrder[],
  asOf: number,
  from: (meanRecencyDays: number) => number,
  bins: number,
): NaiveRfm {
  const byCustomer = new Map<string | null, NaiveOrder[]>();
  for (const order of orders.filter(({ day }) => day <= asOf)) {
    if (!byCustomer.has(order.customer)) byCustomer.set(order.customer, []);
    byCustomer.get(order.customer)?.push(order);
  }
  const ids = [...byCustomer.keys()].filter((id) => id !== null).sort();
  const recency = (id: string): number => asOf - Math.max(...(byCustomer.get(id) ?? []).map((order) => order.day));
  const meanRecencyDays = total(ids.map(recency)) / ids.length;
  const start = from(meanRecencyDays);
  const inWindow = ({ day }: NaiveOrder): boolean => day >= start && day <= asOf;
  const active = ids.filter((id) => byCustomer.get(id)?.some(inWindow));
  const measured = active.map((id) => {
    const own = (byCustomer.get(id) ?? []).filter(inWindow);
    const back = refunds.filter((refund) => refund.customer === id && inWindow(refund));
    const revenue = total(own.map((order) => order.net)) - total(back.map((refund) => refund.net));
    return { id, recencyDays: recency(id), orderCount: own.length, revenue };
  });
  const [r, f, m] = [measured.map((c) => c.recencyDays), measured.map((c) => c.orderCount), measured.map((c) => c.revenue)];
  const [byRecency, byFrequency, byRevenue] = [scorer(r, bins), scorer(f, bins), scorer(m, bins)];
  const customers = measured.map((customer) => ({
    ...customer,
    recencyScore: bins + 1 - byRecency(customer.recencyDays),
    frequencyScore: byFrequency(customer.orderCount),
    monetaryScore: byRevenue(customer.revenue),
    segment: quartileSegment(m, customer.revenue),
  }));
  return { meanRecencyDays, inactive: ids.length - active.length, customers, guests: (byCustomer.get(null) ?? []).filter(inWindow) };
}
