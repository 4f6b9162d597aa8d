/** The demo shop has the shape of real shops (measured: CDNOW master, UCI Online Retail) and is the same every time. */
import { expect } from 'chai';
import { makeShop } from '../../demo/shop/shop.js';
import { people } from '../../demo/shop/people.js';

describe('Maison Alba', () => {
  const shop = makeShop();
  const orders = new Map(shop.orders.map((order) => [order.id, order]));
  const counts = new Map<string, number>();
  const revenue = new Map<string, number>();
  for (const order of orders.values()) {
    if (order.customer_id === '') continue;
    counts.set(order.customer_id, (counts.get(order.customer_id) ?? 0) + 1);
    revenue.set(order.customer_id, (revenue.get(order.customer_id) ?? 0) + order.total);
  }
  const perCustomer = [...counts.values()].sort((a, b) => a - b);
  const at = (share: number): number => perCustomer[Math.floor(share * (perCustomer.length - 1))]!;

  it('has about 12,000 buyers and 40,000 orders over three years', () => {
    expect(counts.size).to.be.within(11_500, 12_500);
    expect(orders.size).to.be.within(38_000, 43_000);
    const days = [...orders.values()].map((order) => order.created_at.slice(0, 10)).sort();
    expect(days[0]! >= '2023-07-01').to.equal(true);
    expect(days[days.length - 1]! <= '2026-06-30').to.equal(true);
  });

  it('has the share of one-time buyers, the heavy tail and the concentration of real shops', () => {
    const oneTime = perCustomer.filter((count) => count === 1).length / perCustomer.length;
    expect(oneTime).to.be.within(0.34, 0.51);
    expect(at(0.5)).to.be.within(1, 2);
    expect(at(0.9)).to.be.within(6, 9);
    expect(at(0.99)).to.be.within(19, 31);
    const sorted = [...revenue.values()].sort((a, b) => b - a);
    const top = sorted.slice(0, Math.floor(sorted.length / 10)).reduce((sum, value) => sum + value, 0);
    expect(top / sorted.reduce((sum, value) => sum + value, 0)).to.be.within(0.41, 0.61);
  });

  it('carries the dirt of a real export', () => {
    const rows = [...orders.values()];
    const share = (rows: number): number => rows / orders.size;
    expect(share(rows.filter((order) => order.customer_id === '').length)).to.be.within(0.03, 0.08);
    expect(share(rows.filter((order) => order.status === 'cancelled').length)).to.be.within(0.01, 0.04);
    expect(shop.orders.length - orders.size, 'duplicated rows').to.be.within(100, 300);
    expect(shop.refunds.length).to.be.greaterThan(500);
  });

  it('has lines that come to what the goods of each order cost, of products that exist', () => {
    const lines = shop.order_lines.columns;
    const prices = new Map(shop.products.map(({ id, price }) => [id, price]));
    const sums = new Map<string, number>();
    lines['order_id']!.forEach((id, line) => {
      const [price, quantity, discount] = ['unit_price', 'quantity', 'discount'].map((name) => Number(lines[name]![line]));
      expect(price).to.equal(prices.get(String(lines['product_id']![line])));
      expect(discount! < price! * quantity!, 'no line is given away').to.equal(true);
      sums.set(String(id), (sums.get(String(id)) ?? 0) + Math.round(100 * (price! * quantity! - discount!)));
    });
    for (const [id, { total, shipping }] of orders) expect(sums.get(id) ?? 0, id).to.equal(Math.round(100 * (total - shipping)));
  });

  it('earns on its goods, and pays for new customers what shops of its kind do', () => {
    const costs = new Map(shop.products.map(({ id, unit_cost }) => [id, unit_cost]));
    const { product_id, quantity } = shop.order_lines.columns;
    const cost = product_id!.reduce((sum: number, id, line) => sum + costs.get(String(id))! * Number(quantity![line]), 0);
    const goods = [...orders.values()].reduce((sum, { total, tax, shipping }) => sum + total - tax - shipping, 0);
    expect(1 - cost / goods).to.be.within(0.4, 0.65);
    const spent = shop.ad_spend.columns['cost']!.reduce((sum: number, one) => sum + Number(one), 0);
    expect(spent / counts.size, 'euros for each buyer').to.be.within(5, 20);
  });

  it('names every customer once, and only customers who exist', () => {
    const ids = new Set(shop.customers.map((customer) => customer.id));
    expect(ids.size).to.equal(shop.customers.length);
    for (const id of counts.keys()) expect(ids.has(id)).to.equal(true);
  });

  it('is the same every time, and each person is the same whoever else is made', () => {
    expect(JSON.stringify(makeShop()) === JSON.stringify(shop)).to.equal(true);
    const sample = (): object[] =>
      [...people()]
        .filter((person) => person.number % 1_000 === 0)
        .map(({ id, createdDay, purchases, basketLog }) => ({ id, createdDay, purchases, basketLog }));
    const some = sample();
    const again = sample();
    expect(some).to.deep.equal(again);
  });

  it('measures visits whose identified orders all come after the visit began', () => {
    const { visits, events } = shop;
    expect(visits.columns['id']!.length).to.be.greaterThan(50_000);
    expect(new Set(visits.columns['id']).size).to.equal(visits.columns['id']!.length);
    const known = new Set(visits.columns['id']);
    expect(events.columns['visit_id']!.every((id) => known.has(id))).to.equal(true);
  });
});
