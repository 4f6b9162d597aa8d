/** Writes the demo shop to demo/data/maison-alba.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeShop } from './shop/shop.js';

const folder = resolve(import.meta.dirname, 'data');
const file = resolve(folder, 'maison-alba.json');

mkdirSync(folder, { recursive: true });
const shop = makeShop();
writeFileSync(file, JSON.stringify(shop));
console.log(
  `Maison Alba: ${shop.orders.length} orders, ${shop.customers.length} people, ${shop.visits.columns['id']?.length ?? 0} visits -> demo/data/maison-alba.json`,
);
