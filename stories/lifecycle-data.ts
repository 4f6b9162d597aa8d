/** A shop with its prospects and customers for the stories of the life cycle: the same rows every time. */

export interface LifecycleRows {
  version: 1;
  meta: { currency: string; timeZone: string };
  customers?: { id: string; created_at: string }[];
  orders: { order_id: string; customer_id: string; created_at: string; total: number }[];
}

const LAST_DAY = Date.UTC(2025, 11, 31);
const DAY_MS = 86_400_000;
const HISTORY = 900;

const isoDay = (daysAgo: number): string => new Date(LAST_DAY - daysAgo * DAY_MS).toISOString().slice(0, 10);
const code = (customer: number): string => `C-${10_000 + customer * 7}`;

/** Numbers from 0 to 1 without chance. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const set = (customers: LifecycleRows['customers'], orders: LifecycleRows['orders'], currency = 'EUR'): LifecycleRows => ({
  version: 1,
  meta: { currency, timeZone: 'Europe/Paris' },
  ...(customers ? { customers } : {}),
  orders,
});

/** People register, some of them buy, some of those again, a few every month. */
export function lifecycleShop(people = 2400, { scale = 1, currency = 'EUR', prospects = true } = {}): LifecycleRows {
  const next = sequence(1863);
  const customers: NonNullable<LifecycleRows['customers']> = [];
  const orders: LifecycleRows['orders'] = [];
  for (let person = 0; person < people; person++) {
    let ago = Math.floor(HISTORY * next());
    customers.push({ id: code(person), created_at: isoDay(ago) });
    ago -= Math.floor(40 * next() ** 2);
    const [kind, basket] = [next(), 25 - 45 * Math.log(1 - next())];
    const [pace, leaves] = kind < 0.3 ? [0, 1] : kind < 0.62 ? [70, 0.65] : kind < 0.88 ? [55, 0.28] : [30, 0.09];
    while (pace > 0 && ago >= 0) {
      const total = Math.round(basket * (0.6 + 0.8 * next()) * 100 * scale) / 100;
      orders.push({ order_id: `O${orders.length + 1}`, customer_id: code(person), created_at: isoDay(ago), total });
      // Some who leave come back after months.
      const isLeaving = next() < leaves;
      if (isLeaving && next() < 0.6) break;
      ago -= 1 + Math.floor(isLeaving ? 110 + 200 * next() : pace * (0.4 + 1.2 * next()));
    }
  }
  orders.push({ order_id: 'O0', customer_id: code(people), created_at: isoDay(0), total: 49 * scale });
  return set(prospects ? customers : undefined, orders, currency);
}

/** One customer with one order, or as many as there are days. */
export function lone(...daysAgo: readonly number[]): LifecycleRows {
  return set(
    undefined,
    daysAgo.map((ago, at) => ({ order_id: `O${at}`, customer_id: 'C-1', created_at: isoDay(ago), total: 30 })),
  );
}

/** Everybody bought on the same two days, for the same amount. */
export function sameDays(): LifecycleRows {
  const days = [400, 200, 150, 60];
  return set(
    Array.from({ length: 60 }, (_, person) => ({ id: code(person), created_at: isoDay(410) })),
    days.flatMap((ago) =>
      Array.from({ length: 60 }, (_, person) => ({
        order_id: `O${ago}-${person}`,
        customer_id: code(person),
        created_at: isoDay(ago),
        total: 49.9,
      })),
    ),
  );
}
