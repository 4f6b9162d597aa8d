/** Sales and retention by naive loops over lists of orders, with local days as text: nothing of the code under test. */

export interface OracleOrder {
  /** null: a guest. */
  customer: string | null;
  /** ISO date on the local calendar. */
  day: string;
  cents: number;
}

/** Calendar month, quarter, year, or the Monday of the week, as text that sorts by time. */
export function bucket(day: string, grain: string): string {
  const [year, month] = day.split('-');
  if (grain === 'day') return day;
  if (grain === 'year') return year;
  if (grain === 'month') return `${year}-${month}`;
  if (grain === 'quarter') return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** Every bucket from a day to another, by walking all days. */
export function buckets(from: string, to: string, grain: string): string[] {
  const all = new Set<string>();
  for (const date = new Date(`${from}T00:00Z`); date.toISOString().slice(0, 10) <= to; date.setUTCDate(date.getUTCDate() + 1))
    all.add(bucket(date.toISOString().slice(0, 10), grain));
  return [...all];
}

function firstDays(orders: readonly OracleOrder[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { customer, day } of orders) if (customer !== null && day < (first.get(customer) ?? '9')) first.set(customer, day);
  return first;
}

/** By bucket: orders, cents, customers, new customers. */
export function naiveSales(orders: readonly OracleOrder[], asOf: string, grain: string): [string, number, number, number, number][] {
  const first = firstDays(orders);
  const days = orders.map(({ day }) => day).sort();
  return buckets(days[0], asOf, grain).map((key) => {
    const own = orders.filter(({ day }) => bucket(day, grain) === key);
    const people = new Set(own.flatMap(({ customer }) => customer ?? []));
    const fresh = [...people].filter((customer) => bucket(first.get(customer)!, grain) === key);
    return [key, own.length, own.reduce((sum, { cents }) => sum + cents, 0), people.size, fresh.length];
  });
}

/** By cohort, then by bucket up to the last one given: customers who ordered, or did so then or later; orders, cents. */
export function naiveRetention(
  orders: readonly OracleOrder[],
  all: readonly string[],
  grain: string,
  mode: string,
): { cohort: string; size: number; cells: [number, number, number][] }[] {
  const first = firstDays(orders);
  return all.flatMap((cohort, begin) => {
    const members = new Set([...first].filter(([, day]) => bucket(day, grain) === cohort).map(([customer]) => customer));
    const own = orders.filter(({ customer }) => customer !== null && members.has(customer));
    const cells = all.slice(begin).map((key): [number, number, number] => {
      const here = own.filter(({ day }) => bucket(day, grain) === key);
      const later = mode === 'rolling' ? own.filter(({ day }) => bucket(day, grain) >= key) : here;
      return [new Set(later.map(({ customer }) => customer)).size, here.length, here.reduce((sum, { cents }) => sum + cents, 0)];
    });
    return members.size > 0 ? [{ cohort, size: members.size, cells }] : [];
  });
}
