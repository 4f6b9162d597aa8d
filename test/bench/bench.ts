/**
 * `npm run bench [-- orders]`: real Chromium, the one-file build, the demo shop grown to a number of orders (200,000 by
 * default). Prints time until every figure is on screen, the longest task of the main thread, and time of one filter change.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ordersOf, type OrderRow } from '../../demo/shop/orders.js';
import { people } from '../../demo/shop/people.js';
import { openBrowser, pageOf, quietPage, root, serve } from '../e2e/support.js';

const wanted = Number(process.argv[2] ?? 200_000);
const runs = 5;

function makeOrders(count: number): OrderRow[] {
  const rows: OrderRow[] = [];
  for (const person of people(Math.ceil(count / 2.6))) {
    rows.push(...ordersOf(person).orders);
    if (rows.length >= count) break;
  }
  return rows.slice(0, count);
}

interface Measured {
  load: number;
  longest: number;
  filter: number;
  parse: number;
}

/** Runs in the page. */
async function job(): Promise<Measured> {
  const blocks: number[] = [0];
  new PerformanceObserver((list) => blocks.push(...list.getEntries().map((entry) => entry.duration))).observe({
    type: 'longtask',
    buffered: true,
  });
  type Widget = HTMLElement & { ready: Promise<unknown>; filter: object };
  const start = performance.now();
  const widgets = ['rfm-matrix', 'churn-alerts', 'rfm-matrix'].map((tag) => {
    const element = document.createElement(tag) as Widget;
    element.setAttribute('src', 'orders.json');
    document.body.append(element);
    return element;
  });
  await Promise.all(widgets.map((widget) => widget.ready));
  const load = performance.now() - start;
  const change = performance.now();
  for (const widget of widgets) widget.filter = { country: ['France'] };
  await Promise.resolve();
  await Promise.all(widgets.map((widget) => widget.ready));
  const filter = performance.now() - change;
  await new Promise((done) => setTimeout(done, 300));
  const longest = Math.max(...blocks);
  const text = await (await fetch('orders.json')).text();
  const parseStart = performance.now();
  JSON.parse(text);
  return { load, longest, filter, parse: performance.now() - parseStart };
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function main(): Promise<void> {
  if (!existsSync(resolve(root, 'dist/cdn/vigie.js')))
    execFileSync(process.execPath, ['test/package/build.mjs'], { cwd: root, stdio: 'inherit' });
  const body = JSON.stringify({ version: 1, meta: { currency: 'EUR', tz: 'Europe/Paris' }, orders: makeOrders(wanted) });
  const site = await serve({ '/': { body: pageOf() }, '/orders.json': { body, type: 'application/json' } });
  const browser = await openBrowser();
  const results: Measured[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { page, noise } = await quietPage(browser, site);
    await page.goto(site.url);
    results.push(await page.evaluate(job));
    await page.close();
    if (noise.length > 0) console.log(noise.join('\n'));
  }
  await browser.close();
  await site.close();
  const show = (name: string, key: keyof Measured): void =>
    console.log(
      `${name.padEnd(52)}${median(results.map((one) => one[key]))
        .toFixed(0)
        .padStart(7)} ms`,
    );
  console.log(`${wanted.toLocaleString('en')} orders, ${(body.length / 1e6).toFixed(1)} MB of JSON, median of ${runs} runs`);
  show('three widgets from src, until all figures are drawn', 'load');
  show('longest main-thread task meanwhile (0 = none over 50)', 'longest');
  console.log(
    `${'the same, worst of the runs'.padEnd(52)}${Math.max(...results.map((one) => one.longest))
      .toFixed(0)
      .padStart(7)} ms`,
  );
  show('one filter change, until all figures are drawn', 'filter');
  show('for comparison: JSON.parse alone on the main thread', 'parse');
}

await main();
