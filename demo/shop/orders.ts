/** Orders and refunds of the shop, with the dirt of a real export: cancelled, guests, duplicates, tests, refunds. */
import { formatIsoDay, type CivilDay } from '../../src/core/calendar/civil-day.js';
import { normal, pick, uniforms } from './random.js';
import { channels, devices, hours, settings } from './settings.js';
import type { Person } from './people.js';

export interface OrderRow {
  readonly id: string;
  readonly customer_id: string;
  readonly created_at: string;
  readonly status: string;
  readonly total: number;
  readonly tax: number;
  readonly shipping: number;
  readonly currency: string;
  readonly channel: string;
  readonly country: string;
  readonly device: string;
}
export interface RefundRow {
  readonly order_id: string;
  readonly created_at: string;
  readonly amount: number;
}

const two = (value: number): string => String(value).padStart(2, '0');
const cents = (value: number): number => Math.round(value * 100) / 100;

/** Local time of the shop, without offset: read in the zone that `meta.tz` names. */
export function clockTime(random: () => number, day: CivilDay): string {
  return `${formatIsoDay(day)}T${two(pick(random, hours))}:${two(Math.floor(random() * 60))}:${two(Math.floor(random() * 60))}`;
}

function status(random: () => number): string {
  const uniform = random();
  if (uniform < 0.024) return 'cancelled';
  if (uniform < 0.03) return 'failed';
  return uniform < 0.25 ? 'processing' : 'completed';
}

function amounts(random: () => number, person: Person): Pick<OrderRow, 'total' | 'tax' | 'shipping'> {
  const goods = Math.exp(person.basketLog + settings.basket.within * normal(random));
  const shipping = goods >= 59 ? 0 : 4.9;
  const net = random() < 0.001 ? 0 : goods;
  return { total: cents(net * 1.2 + shipping), tax: cents(net * 0.2), shipping };
}

/** Orders of one person; every 17th of them was made without logging in. */
export function ordersOf(person: Person): { orders: OrderRow[]; refunds: RefundRow[] } {
  const orders: OrderRow[] = [];
  const refunds: RefundRow[] = [];
  person.purchases.forEach((day, index) => {
    const random = uniforms(settings.seed, 2, person.number * 512 + index);
    const id = `MA-${String(100_000 + person.number * 37 + index)}-${index}`;
    const order: OrderRow = {
      id,
      customer_id: random() < 0.055 ? '' : person.id,
      created_at: clockTime(random, day),
      status: status(random),
      ...amounts(random, person),
      currency: 'EUR',
      channel: index === 0 || random() < 0.7 ? person.channel : pick(random, channels),
      country: person.country,
      device: pick(random, devices),
    };
    orders.push(order);
    const back = random();
    if (back < 0.035 && day + 12 <= settings.lastDay) {
      const share = back < 0.012 ? 1 : 0.3 + 10 * back;
      refunds.push({
        order_id: id,
        created_at: formatIsoDay(day + 3 + Math.floor(back * 250)),
        amount: cents((order.total - order.tax - order.shipping) * share),
      });
    }
    if (random() < 0.004) orders.push(order);
  });
  return { orders, refunds };
}
