/** Orders for the stories of the matrix: the same rows every time, through the engine like those of any page. */

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
const YEAR = 365;

const isoDay = (daysAgo: number): string => new Date(LAST_DAY - daysAgo * DAY_MS).toISOString().slice(0, 10);

/** Numbers from 0 to 1 without chance: the same sequence for the same seed. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const set = (orders: OrderRow[], currency = 'EUR'): Orders => ({ version: 1, meta: { currency, timeZone: 'Europe/Paris' }, orders });

/** Many buy once, few buy often, and those who buy often spend more each time. */
export function shop(customers = 1200, { scale = 1, currency = 'EUR' } = {}): Orders {
  const next = sequence(2025);
  const orders: OrderRow[] = [];
  for (let customer = 0; customer < customers; customer++) {
    const zeal = 1 - next();
    const count = Math.min(40, 1 + Math.floor(-Math.log(zeal) * 3.4));
    const silence = Math.floor((-Math.log(1 - next()) * 110) / Math.sqrt(count)) % (2 * YEAR);
    const basket = 25 + 60 * next() + 9 * count * next();
    for (let order = 0; order < count; order++) {
      const daysAgo = Math.min(3 * YEAR, silence + Math.floor(order * (6 + 28 * next())));
      const total = Math.round(basket * (0.6 + 0.8 * next()) * 100 * scale) / 100;
      orders.push({ order_id: `O${orders.length + 1}`, customer_id: `C${1000 + customer}`, created_at: isoDay(daysAgo), total });
    }
  }
  orders.push({ order_id: 'O0', customer_id: 'C999', created_at: isoDay(0), total: Math.round(8900 * scale) / 100 });
  return set(orders, currency);
}

/** Everybody ordered on the same two days, for the same amounts. */
export function ties(customers = 60): Orders {
  const orderOf = (index: number): OrderRow => ({
    order_id: `O${index}`,
    customer_id: `C${index % customers}`,
    created_at: isoDay(index < customers ? 40 : 0),
    total: 49.9,
  });
  return set(Array.from({ length: 2 * customers }, (_, index) => orderOf(index)));
}

export function oneCustomer(): Orders {
  return set([40, 12, 0].map((daysAgo, i) => ({ order_id: `O${i}`, customer_id: 'C1', created_at: isoDay(daysAgo), total: 60 + i })));
}

/** A few customers: cells stay empty, and no sentence says who matters most. */
export function few(): Orders {
  return set(
    Array.from({ length: 36 }, (_, i) => ({
      order_id: `O${i}`,
      customer_id: `C${(i * i) % 17}`,
      created_at: isoDay((i * 37) % 80),
      total: 20 + ((i * 53) % 90),
    })),
  );
}
