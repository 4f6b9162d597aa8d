/** The whole shop as one data set object, the same bytes on every machine. */
import { formatIsoDay } from '../../src/core/calendar/civil-day.js';
import { linesOf, productRows, spendingByDay, type ProductRow } from './goods.js';
import { clockTime, ordersOf, type OrderRow, type RefundRow } from './orders.js';
import { people } from './people.js';
import { uniforms } from './random.js';
import { settings } from './settings.js';
import { measure, type Columns } from './visits.js';

export interface Shop {
  version: 1;
  meta: { name: string; currency: string; tz: string; generated_at: string };
  customers: { id: string; created_at: string; acquisition_channel: string; country: string }[];
  orders: OrderRow[];
  refunds: RefundRow[];
  products: ProductRow[];
  order_lines: { columns: Columns };
  ad_spend: { columns: Columns };
  visits: { columns: Columns };
  events: { columns: Columns };
}

/** Files of real systems are not sorted: a fixed shuffle (Fisher–Yates on our own numbers). */
function shuffle<T>(rows: T[]): T[] {
  const random = uniforms(settings.seed, 4, 0);
  for (let index = rows.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [rows[index], rows[other]] = [rows[other] as T, rows[index] as T];
  }
  return rows;
}

/** Makes Maison Alba: about 12,000 buyers and 40,000 orders in three years, what they held, what advertising cost, and a month of web measurement. */
export function makeShop(): Shop {
  const customers: Shop['customers'] = [];
  const orders: OrderRow[] = [];
  const refunds: RefundRow[] = [];
  for (const person of people()) {
    const made = ordersOf(person);
    const registered = clockTime(person.random, person.createdDay);
    const first = made.orders[0]?.created_at;
    customers.push({
      id: person.id,
      created_at: first !== undefined && first < registered ? first : registered,
      acquisition_channel: person.channel,
      country: person.country,
    });
    orders.push(...made.orders);
    refunds.push(...made.refunds);
  }
  shuffle(orders);
  const { visits, events } = measure(orders);
  const meta = {
    name: 'Maison Alba',
    currency: 'EUR',
    tz: 'Europe/Paris',
    generated_at: `${formatIsoDay(settings.lastDay)}T23:59:59+02:00`,
  };
  return {
    ...{ version: 1, meta, customers, orders, refunds, products: productRows() },
    ...{ order_lines: { columns: linesOf(orders) }, ad_spend: { columns: spendingByDay() } },
    ...{ visits: { columns: visits }, events: { columns: events } },
  };
}
