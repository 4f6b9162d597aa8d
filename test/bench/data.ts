/** The orders of the bench: the demo shop grown to any number of orders, written once to a file that is kept. */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ordersOf } from '../../demo/shop/orders.js';
import { people } from '../../demo/shop/people.js';
import { root } from '../e2e/support.js';

/** Orders of one person of the shop, on average, with some to spare. */
const PER_PERSON = 2.6;

export interface BenchFile {
  readonly path: string;
  readonly bytes: number;
}

/** File with a data set of so many orders. Deterministic: made once, and again when it is gone. */
export function ordersFile(count: number): BenchFile {
  const folder = join(root, '.cache/bench');
  const path = join(folder, `orders-${count}.json`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    write(`${path}.part`, count);
    renameSync(`${path}.part`, path);
  }
  return { path, bytes: statSync(path).size };
}

function write(path: string, count: number): void {
  const file = openSync(path, 'w');
  let text = '{"version":1,"meta":{"currency":"EUR","tz":"Europe/Paris"},"orders":[';
  let rows = 0;
  for (const person of people(Math.ceil(count / PER_PERSON))) {
    for (const order of ordersOf(person).orders) {
      if (rows === count) break;
      text += (rows++ ? ',' : '') + JSON.stringify(order);
    }
    if (text.length > 1e6) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, `${text}]}`);
  closeSync(file);
  if (rows < count) throw new Error(`the shop has only ${rows} orders`);
}
