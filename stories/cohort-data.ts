/** Orders for the stories of the cohorts: the same rows every time, through the engine like those of any page. */

interface OrderRow {
  order_id: string;
  customer_id: string;
  created_at: string;
  total: number;
  channel: string;
  country: string;
}
interface LineRow {
  order_id: string;
  product_id: string;
  quantity: number;
  unit_price: number;
  unit_cost: number;
}
interface SpendRow {
  date: string;
  channel: string;
  cost: number;
}

/** Data set as a page would hand it over. */
export interface CohortData {
  version: 1;
  meta: { currency: string; timeZone: string };
  orders: OrderRow[];
  order_lines: LineRow[];
  products: { id: string; name: string }[];
  ad_spend: SpendRow[];
}

export interface CohortOptions {
  /** Months, the last one being December 2025, and customers won in each of them, more or less. */
  months?: number;
  each?: number;
  scale?: number;
  currency?: string;
  channels?: readonly string[];
  /** Spending on a customer won, before the scale. */
  cost?: number;
}

const CHANNELS = ['E-mail', 'Google Ads', 'Instagram', 'Direct'];
const COUNTRIES = ['France', 'Belgique', 'Suisse'];
const PRODUCTS = ['Nappe en lin', 'Carafe', 'Bougie', 'Plaid'];
const LAST_MONTH = 11;

/** Numbers from 0 to 1 without chance: the same sequence for the same seed. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const isoDay = (month: number, day: number): string => new Date(Date.UTC(2025, LAST_MONTH + month, day)).toISOString().slice(0, 10);
const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** Each month some come, one in four of them the month after, fewer later; the later they came, the more come back. Ends on 20 December. */
export function cohortShop({
  months = 20,
  each = 90,
  scale = 1,
  currency = 'EUR',
  channels = CHANNELS,
  cost = 38,
}: CohortOptions = {}): CohortData {
  const next = sequence(77);
  const data: CohortData = {
    version: 1,
    meta: { currency, timeZone: 'Europe/Paris' },
    ...{ orders: [], order_lines: [], ad_spend: [], products: PRODUCTS.map((name, index) => ({ id: `P${index}`, name })) },
  };
  const add = (customer: string, month: number, channel: string, country: string): void => {
    const day = 1 + Math.floor(next() * (month === 0 ? 20 : 27));
    const total = cents((30 + 60 * next()) * scale);
    const order_id = `O${data.orders.length}`;
    data.orders.push({ order_id, customer_id: customer, created_at: isoDay(month, day), total, channel, country });
    data.order_lines.push({
      order_id,
      product_id: `P${Math.floor(next() * 4)}`,
      quantity: 1,
      unit_price: total,
      unit_cost: cents(total * 0.55),
    });
  };
  for (let start = 1 - months; start <= 0; start++) {
    const won = Math.round(each * (0.8 + 0.5 * next()));
    for (let index = 0; index < won; index++) {
      const customer = `C${start}-${index}`;
      const channel = channels[Math.floor(next() ** 1.4 * channels.length)];
      const country = COUNTRIES[Math.floor(next() ** 2 * 3)];
      const zeal = (0.16 + 0.09 * (1 + start / months) + (channel === CHANNELS[0] ? 0.1 : 0)) * (0.4 + 1.2 * next());
      add(customer, start, channel, country);
      for (let month = start + 1; month <= 0; month++)
        if (next() < zeal * (0.5 + 1 / (month - start + 1))) add(customer, month, channel, country);
    }
    for (const channel of channels.slice(1, 3))
      data.ad_spend.push({ date: isoDay(start, 3), channel, cost: cents((won * cost * scale) / 2) });
  }
  return data;
}

/** Everybody orders in the same two months, for the same amount. */
export function alike(): object {
  const order = (index: number) => ({
    order_id: `O${index}`,
    customer_id: `C${index % 60}`,
    created_at: index < 60 ? '2025-08-10' : '2025-09-10',
    total: 49.9,
  });
  return {
    version: 1,
    meta: { currency: 'EUR', timeZone: 'Europe/Paris' },
    orders: [
      ...Array.from({ length: 120 }, (_, index) => order(index)),
      { order_id: 'O', customer_id: 'C', created_at: '2025-12-31', total: 9 },
    ],
  };
}

export function oneCustomer(): object {
  const days = ['2025-09-03', '2025-10-12', '2025-12-31'];
  const orders = days.map((created_at, index) => ({ order_id: `O${index}`, customer_id: 'C1', created_at, total: 60 + index }));
  return { version: 1, meta: { currency: 'EUR', timeZone: 'Europe/Paris' }, orders };
}
