/** Customers and orders for the stories of purchase timing: the same rows every time, through the engine like those of any page. */

interface Customer {
  customer_id: string;
  created_at: string;
  acquisition_channel: string;
}
interface Order {
  order_id: string;
  customer_id: string;
  created_at: string;
  total: number;
  channel: string;
}
/** Data set with its currency, as a page would hand it over. */
export interface Shop {
  version: 1;
  meta: { currency: string; timeZone: string };
  customers?: Customer[];
  orders: Order[];
}

const LAST_DAY = Date.UTC(2025, 11, 31);
const DAY_MS = 86_400_000;
const HISTORY = 700;
const meta = { currency: 'EUR', timeZone: 'Europe/Paris' };
const isoDay = (daysAgo: number): string => new Date(LAST_DAY - daysAgo * DAY_MS).toISOString().slice(0, 10);

/** Numbers from 0 to 1 without chance: the same sequence for the same seed. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Channels: how many buy at all, and how many days they take. */
const CHANNELS: readonly (readonly [name: string, buys: number, days: number])[] = [
  ['Recommendation', 0.72, 7],
  ['Newsletter', 0.55, 10],
  ['Search', 0.4, 18],
  ['Social networks', 0.26, 30],
];

/** A shop whose newcomers mostly buy within a fortnight of registering; a reminder after three weeks brings some back. */
export function shop(people = 1500, names: readonly string[] = CHANNELS.map(([name]) => name)): Shop {
  const next = sequence(1871);
  const wait = (mean: number): number => Math.floor(-mean * Math.log(1 - next()));
  const customers: Customer[] = [];
  const orders: Order[] = [];
  const order = (customer_id: string, ago: number, channel: string): void => {
    const total = Math.round(2000 + 9000 * next()) / 100;
    orders.push({ order_id: `O${orders.length + 1}`, customer_id, created_at: isoDay(ago), total, channel });
  };
  order('C-0', HISTORY, names[0]);
  for (let person = 1; person <= people; person++) {
    const place = Math.floor(4 * next() ** 1.3);
    const [, buys, days] = CHANNELS[place];
    const id = `C-${person}`;
    let ago = Math.floor(HISTORY * next());
    customers.push({ customer_id: id, created_at: isoDay(ago), acquisition_channel: names[place] });
    if (next() > buys) continue;
    ago -= wait(days);
    const pace = 20 + 60 * next();
    while (ago >= 0) {
      order(id, ago, names[place]);
      if (next() < 0.3) break;
      ago -= next() < 0.2 ? 20 + Math.floor(5 * next()) : 3 + wait(pace);
    }
  }
  return { version: 1, meta, customers, orders };
}

/** Orders alone, as most exports have them. */
export const ordersOnly = ({ orders }: Shop): Shop => ({ version: 1, meta, orders });

/** Everybody buys, and buys again ten days later. */
export function ties(people = 60): Shop {
  const orders = Array.from({ length: people }, (_, person) =>
    [30, 20].map((ago) => ({
      ...{ order_id: `T${person}-${ago}`, customer_id: `C-${person}`, created_at: isoDay(ago) },
      ...{ total: 30, channel: 'Shop' },
    })),
  );
  return { version: 1, meta, orders: orders.flat() };
}

/** One customer, two purchases. */
export const lonely = (): Shop => ({ version: 1, meta, orders: ties(1).orders });
