/**
 * `npm run bench [-- 10000 100000 1000000 5000000]`: the dashboard job (load, then rfm, churn, sales by month, retention by month) in
 * real Chromium, done in several ways in the same run: time, longest task of the main thread, memory over idle, and one filter
 * change. All ways that calculate must agree on the same integers. Median of five.
 * `npm run bench -- dashboard [1000000]`: a dashboard with eight widgets, see dashboard.ts.
 */
import { deepStrictEqual } from 'node:assert';
import { openBrowser } from '../e2e/support.js';
import { benchDashboard } from './dashboard.js';
import { ordersFile } from './data.js';
import { memoryOf, watchMemory } from './memory.js';
import type { Outcome, Way } from './page.js';
import { bundled, median, serve } from './site.js';

const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);
/** Beyond this number of orders only Vigie is measured: the others have shown their growth, or need more memory than a page has. */
const ALL_WAYS = 1e6;

const NAMES: Readonly<Record<Way, string>> = {
  vigie: 'Vigie from src',
  objects: 'Vigie from objects of the page',
  floor: 'floor: fetch and read every byte',
  parse: 'JSON.parse alone, in a worker',
  hand: 'by hand with d3-array, main thread',
};

interface Measured extends Outcome {
  /** Megabytes over idle at the peak. */
  readonly memory: number | null;
}

/** A browser of its own for each run: nothing is warm, and its memory is that of the run alone. */
async function measure(way: Way, url: string): Promise<Measured> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(url, { waitUntil: 'load' });
    await new Promise((done) => setTimeout(done, 500));
    const id = browser.process()!.pid!;
    const idle = memoryOf(id);
    const stop = watchMemory(id);
    const outcome = await page.evaluate((one, file) => globalThis.bench[one](file), way, `${url}/orders.json`);
    const most = stop();
    return { ...outcome, memory: most !== null && idle !== null ? (most - idle) / 1e6 : null };
  } finally {
    await browser.close();
  }
}

function line(cells: readonly (string | number | null | undefined)[]): string {
  const text = (cell: string | number | null | undefined): string => (typeof cell === 'number' ? cell.toFixed(0) : (cell ?? '-'));
  return cells.map((cell, i) => (i === 0 ? text(cell).padEnd(38) : text(cell).padStart(12))).join('');
}

async function bench(count: number, script: string): Promise<number> {
  const data = ordersFile(count);
  const ways: Way[] = count > ALL_WAYS ? ['vigie', 'floor'] : ['vigie', 'objects', 'floor', 'parse', 'hand'];
  const results = new Map<Way, Measured[]>(ways.map((way) => [way, []]));
  const site = await serve(script, data);
  for (let run = 0; run < RUNS; run++) for (const way of ways) results.get(way)!.push(await measure(way, site.url));
  site.close();
  console.log(`\n${count.toLocaleString('en')} orders, ${(data.bytes / 1e6).toFixed(0)} MB of JSON, median of ${RUNS} (worst block)`);
  console.log(line(['', 'ms', 'block ms', 'memory MB', '1 filter', '4 KPIs']));
  const facts = [...results.values()].flat().flatMap((one) => one.facts ?? []);
  for (const other of facts) deepStrictEqual(other, facts[0]);
  for (const [way, runs] of results) {
    const numbers = <T>(pick: (one: Measured) => T | null | undefined): T[] => runs.flatMap((one) => pick(one) ?? []);
    const memory = numbers((one) => one.memory);
    const each = numbers((one) => one.filters?.each).flat();
    const together = numbers((one) => one.filters?.together);
    console.log(
      line([
        NAMES[way],
        median(numbers((one) => one.time)),
        Math.max(...numbers((one) => one.block)),
        memory.length ? median(memory) : null,
        each.length ? median(each as number[]) : null,
        together.length ? median(together) : null,
      ]),
    );
  }
  const sum = facts[0]!.months.reduce((all, [orders, cents]) => [all[0]! + orders!, all[1]! + cents!], [0, 0]);
  console.log(`All agree: ${sum[0]} valid orders, ${(sum[1]! / 100).toFixed(2)} net; ${facts[0]!.churn[0]} customers.`);
  return median(results.get('vigie')!.map(({ time }) => time));
}

async function main(): Promise<void> {
  const [first, ...others] = process.argv.slice(2);
  if (first === 'dashboard') return benchDashboard(Number(others[0] ?? 1e6), RUNS);
  const counts = first === undefined ? [1e4, 1e5, 1e6] : [first, ...others].map(Number);
  const script = await bundled('test/bench/page.ts');
  const times: [number, number][] = [];
  for (const count of counts) times.push([count, await bench(count, script)]);
  if (times.length < 2) return;
  console.log('\nGrowth of "Vigie from src" (1 = linear)');
  times.slice(1).forEach(([count, time], i) => {
    const [before, then] = times[i]!;
    const exponent = Math.log(time / then) / Math.log(count / before);
    console.log(`  ${before.toLocaleString('en')} -> ${count.toLocaleString('en')} orders: exponent ${exponent.toFixed(2)}`);
  });
}

await main();
