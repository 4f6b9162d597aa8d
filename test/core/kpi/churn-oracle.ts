/** Churn by naive loops over lists of orders, with dates as text: nothing of the code under test. */

export interface OracleOrder {
  customer: string;
  /** ISO date. */
  day: string;
  cents: number;
}

const DAY = 86_400_000;
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
export const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Calendar months back, clamped to the end of the month. */
export function monthsBack(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

function byCustomer(orders: readonly OracleOrder[]): OracleOrder[][] {
  const lists = new Map<string, OracleOrder[]>();
  for (const order of orders) lists.set(order.customer, [...(lists.get(order.customer) ?? []), order]);
  return [...lists.values()];
}

/** L8 at a day, for a window of whole months. */
export function naiveAttrition(orders: readonly OracleOrder[], day: string, months: number): { base: number; lost: number } {
  const end = monthsBack(day, months);
  const start = monthsBack(day, 2 * months);
  const before = byCustomer(orders.filter((order) => order.day > start && order.day <= end));
  const now = new Set(orders.filter((order) => order.day > end && order.day <= day).map((order) => order.customer));
  return { base: before.length, lost: before.filter(([first]) => !now.has(first.customer)).length };
}

export interface NaiveTier {
  customers: number;
  cents: number;
}

/** Tiers at thirds of a window of 3, 6, 9, … months, and the money of the last 12. */
export function naiveTiers(orders: readonly OracleOrder[], day: string, months: number): Record<string, NaiveTier> {
  const tiers: Record<string, NaiveTier> = {
    none: { customers: 0, cents: 0 },
    watch: { customers: 0, cents: 0 },
    risk: { customers: 0, cents: 0 },
    inactive: { customers: 0, cents: 0 },
  };
  const yearBack = monthsBack(day, 12);
  for (const list of byCustomer(orders.filter((order) => order.day <= day))) {
    const last = list
      .map((order) => order.day)
      .sort()
      .at(-1)!;
    const isInactive = last <= monthsBack(day, months);
    const isRisk = last < monthsBack(day, (2 * months) / 3);
    const isWatch = last < monthsBack(day, months / 3);
    const tier = tiers[isInactive ? 'inactive' : isRisk ? 'risk' : isWatch ? 'watch' : 'none'];
    tier.customers++;
    for (const order of list) if (order.day > yearBack) tier.cents += order.cents;
  }
  return tiers;
}
