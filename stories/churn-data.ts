/** Orders for the stories of the alerts: the same rows every time, through the engine like those of any page. */

export interface OrderRow {
  order_id: string;
  customer_id: string;
  created_at: string;
  total: number;
}

/** Data set with its currency, as a page would hand it over. */
export interface Orders {
  version: 1;
  meta: { currency: string; timeZone: string };
  orders: OrderRow[];
}

const LAST_DAY = Date.UTC(2025, 11, 31);
const DAY_MS = 86_400_000;
const HISTORY = 600;

const isoDay = (daysAgo: number): string => new Date(LAST_DAY - daysAgo * DAY_MS).toISOString().slice(0, 10);
const code = (customer: number): string => `C-${10_000 + customer * 7}`;

/** Numbers from 0 to 1 without chance: the same sequence for the same seed. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const set = (orders: OrderRow[], currency = 'EUR'): Orders => ({ version: 1, meta: { currency, timeZone: 'Europe/Paris' }, orders });

/** Days ago of the orders of one customer: bought every few weeks until, one day, no more; lately that day comes sooner. */
function ordersOf(next: () => number): number[] {
  const days: number[] = [];
  const pace = 12 + 34 * next();
  let ago = Math.floor(HISTORY * next() ** 1.4);
  while (ago >= 0) {
    days.push(ago);
    if (next() < (ago < 170 ? 0.16 : 0.06)) break;
    ago -= 1 + Math.floor(pace * (0.4 + 1.2 * next()));
  }
  return days;
}

/** A shop whose customers have begun to leave. */
export function shop(customers = 1400, { scale = 1, currency = 'EUR' } = {}): Orders {
  const next = sequence(1789);
  const orders: OrderRow[] = [];
  for (let customer = 0; customer < customers; customer++) {
    const basket = 20 - 55 * Math.log(1 - next());
    for (const daysAgo of ordersOf(next)) {
      const total = Math.round(basket * (0.6 + 0.8 * next()) * 100 * scale) / 100;
      orders.push({ order_id: `O${orders.length + 1}`, customer_id: code(customer), created_at: isoDay(daysAgo), total });
    }
  }
  orders.push({ order_id: 'O0', customer_id: code(customers), created_at: isoDay(0), total: Math.round(4900 * scale) / 100 });
  return set(orders, currency);
}

/** Customers with one order each, so many days ago. */
export function silent(...daysAgo: readonly number[]): Orders {
  return set(daysAgo.map((ago, i) => ({ order_id: `O${i}`, customer_id: code(i), created_at: isoDay(ago), total: 30 + ((i * 53) % 90) })));
}

/** Forty regular customers: everybody orders every month. */
export function faithful(): Orders {
  const orders = Array.from({ length: 40 * 18 }, (_, i) => {
    const customer = i % 40;
    return {
      order_id: `O${i}`,
      customer_id: code(customer),
      created_at: isoDay((customer % 9) + 30 * Math.floor(i / 40)),
      total: 30 + ((i * 53) % 90),
    };
  });
  return set(orders);
}

/** Everybody has been silent since the same day, for the same amount; one order since shows that time went on. */
export function ties(): Orders {
  const { meta, version, orders } = silent(0, ...Array.from({ length: 60 }, () => 70));
  return { version, meta, orders: orders.map((row) => ({ ...row, total: 49.9 })) };
}

/** Codes as some systems make them. */
export function longCodes(): Orders {
  const { meta, version, orders } = shop(200);
  return {
    version,
    meta,
    orders: orders.map((row) => ({ ...row, customer_id: `gid://boutique/customers/europe-ouest/${row.customer_id}` })),
  };
}

/** Names that a page keeps to itself. */
export function names(customerCode: string): string {
  const first = ['Camille', 'Louise', 'Hugo', 'Inès', 'Malo', 'Jeanne', 'Naïm', 'Zoé'];
  const last = ['Martin', 'Lefèvre', 'Benali', 'Garcia', 'Rousseau', 'Ngo', 'Perrin'];
  const number = Math.floor(Number(customerCode.slice(2)) / 7);
  return `${first[number % first.length]} ${last[number % last.length]}`;
}
