/** What Maison Alba sells, what each order held, and what was spent on advertising. */
import { formatIsoDay } from '../../src/core/calendar/civil-day.js';
import type { OrderRow } from './orders.js';
import { liveliness } from './people.js';
import { normal, uniforms } from './random.js';
import { products, settings, spending } from './settings.js';
import type { Columns } from './visits.js';

const cents = (value: number): number => Math.round(value * 100) / 100;

export interface ProductRow {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly price: number;
  readonly unit_cost: number;
}

const idOf = (index: number): string => `P${String(index + 1).padStart(2, '0')}`;

export const productRows = (): ProductRow[] =>
  products.map(([name, category, price, unit_cost], index) => ({ id: idOf(index), name, category, price, unit_cost }));

/** The cheapest product that is worth what is left to fill; the dearest where none is. */
function closing(rest: number): number {
  let best = -1;
  products.forEach(([, , price], index) => {
    if (price >= rest && (best < 0 || price < products[best]![2])) best = index;
  });
  return best < 0 ? products.reduce((top, [, , price], index) => (price > products[top]![2] ? index : top), 0) : best;
}

/** Lines that come to the price of the goods of an order, tax included: the last one has a discount that makes it so. */
function addLines(lines: Columns, order: OrderRow, number: number): void {
  const random = uniforms(settings.seed, 5, number);
  let rest = cents(order.total - order.shipping);
  for (let line = 0; rest > 0; line += 1) {
    const any = Math.floor(random() * random() * products.length);
    const isOpen = line < 3 && products[any]![2] < rest;
    const at = isOpen ? any : closing(rest);
    const price = products[at]![2];
    const quantity = isOpen ? 1 : Math.max(1, Math.ceil(rest / price));
    const discount = Math.max(0, cents(price * quantity - rest));
    const row = { order_id: order.id, product_id: idOf(at), quantity, unit_price: price, discount };
    for (const [name, value] of Object.entries(row)) lines[name]!.push(value);
    rest = cents(rest - price * quantity + discount);
  }
}

/** Lines of all orders; an order that stands twice in the file has its lines once. */
export function linesOf(orders: readonly OrderRow[]): Columns {
  const lines: Columns = { order_id: [], product_id: [], quantity: [], unit_price: [], discount: [] };
  const seen = new Set<string>();
  orders.forEach((order, number) => {
    if (!seen.has(order.id)) addLines(lines, order, number);
    seen.add(order.id);
  });
  return lines;
}

/** What each paid channel cost, day by day: more on lively days, and as the shop grows. */
export function spendingByDay(): Columns {
  const rows: Columns = { date: [], channel: [], cost: [], impressions: [], clicks: [] };
  for (let day = settings.firstDay; day <= settings.lastDay; day += 1)
    spending.forEach(([channel, daily, perClick], index) => {
      const random = uniforms(settings.seed, 6, (day - settings.firstDay) * spending.length + index);
      const growth = Math.pow(settings.monthlyGrowth, (day - settings.firstDay) / 30.4375);
      const cost = cents(daily * liveliness(day) * growth * Math.exp(0.18 * normal(random)));
      const clicks = Math.round(cost / perClick);
      const row = { date: formatIsoDay(day), channel, cost, impressions: clicks * 40 + Math.floor(random() * 400), clicks };
      for (const [name, value] of Object.entries(row)) rows[name]!.push(value);
    });
  return rows;
}
