/** Orders by chance, for properties of KPIs over periods. */
import fc from 'fast-check';

export const zones = ['UTC', 'Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu'];
export const grains = ['day', 'week', 'month', 'quarter', 'year'];

/** Around the days on which clocks change in spring and autumn, and the turn of a year. */
const instants = fc
  .tuple(fc.constantFrom('2023-03-11', '2023-03-25', '2023-04-01', '2023-09-23', '2023-10-28', '2023-11-04', '2023-12-31'), fc.nat(72 * 60))
  .map(([day, minute]) => new Date(Date.parse(`${day}T00:00Z`) + minute * 60_000).toISOString());

/** Rows as a shop exports them, with instants. */
export const shops = fc.array(
  fc.record({
    customer_id: fc.constantFrom('ann', 'bob', 'cid', 'dan', ''),
    created_at: instants,
    total: fc.integer({ min: 1, max: 9999 }).map((cents) => (cents / 100).toFixed(2)),
  }),
  { minLength: 1, maxLength: 25 },
);

/** Local day by Intl, straight from the instant. */
export function localDay(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));
}

const order = {
  customer: fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve', null),
  at: fc.integer({ min: 0, max: 400 }).map((day) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10)),
  net: fc.integer({ min: 1, max: 999 }),
  channel: fc.constantFrom('ads', 'mail', 'web'),
  country: fc.constantFrom('FR', 'DE'),
};
const length = { minLength: 1, maxLength: 30 };
const requiredKeys: ('customer' | 'at' | 'net')[] = ['customer', 'at', 'net'];

/** Orders of a tiny data set, some without channel or country. */
export const tiny = fc.array(fc.record(order, { requiredKeys }), length);
/** The same, some with a refund of their own. */
export const tinyRefunded = fc.array(fc.record({ ...order, refunded: fc.nat(20) }, { requiredKeys }), length);
/** Refunds that name no order. */
export const refunds = fc.array(
  fc.record({
    customer: fc.constantFrom('ann', 'bob', 'zoe', null),
    at: fc.constantFrom('2023-01-09', '2023-06-30', '2024-01-31'),
    amount: fc.nat(50),
  }),
  { maxLength: 4 },
);

/** Places of a list in another order. */
export function mixed(list: readonly unknown[], seed: number): number[] {
  const rank = (place: number): number => Math.imul(place + seed, 0x9e3779b1) >>> 0;
  return [...list.keys()].sort((a, b) => rank(a) - rank(b));
}
