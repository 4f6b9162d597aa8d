/**
 * A dashboard with eight widgets in real Chromium: how long it loads, and how long a click on a segment takes until every widget shows
 * it, for people who click at once and for people who have looked at it for some seconds.
 */
import { openBrowser } from '../e2e/support.js';
import type { Clicks } from './dashboard-page.js';
import { ordersFile } from './data.js';
import { bundled, median, serve } from './site.js';

const WIDGETS = `<kpi-dashboard src="/orders.json" no-hash>
  <kpi-pulse></kpi-pulse><kpi-pulse set="customers"></kpi-pulse><lifecycle-flow></lifecycle-flow><rfm-matrix></rfm-matrix>
  <churn-alerts></churn-alerts><cohort-triangle></cohort-triangle><purchase-timing></purchase-timing><kpi-pulse kpis="sales,orders"></kpi-pulse>
</kpi-dashboard>`;

/** Milliseconds between the last figure and the first click. */
const LOOKS = { 'clicked at once': 0, 'clicked after a look of 6 s': 6_000 };

async function measure(url: string, look: number): Promise<Clicks> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(url, { waitUntil: 'load' });
    return await page.evaluate((milliseconds) => globalThis.benchClicks(milliseconds), look);
  } finally {
    await browser.close();
  }
}

const whole = (values: readonly number[]): string => values.map((value) => value.toFixed(0)).join(' ') || '0';

export async function benchDashboard(count: number, runs: number): Promise<void> {
  const data = ordersFile(count);
  const site = await serve(await bundled('test/bench/dashboard-page.ts'), data, WIDGETS);
  console.log(
    `\n${count.toLocaleString('en')} orders, eight widgets, ${runs} runs: ms until all show a segment that was never shown before`,
  );
  for (const [name, look] of Object.entries(LOOKS)) {
    const all: Clicks[] = [];
    for (let run = 0; run < runs; run++) all.push(await measure(site.url, look));
    const clicks = all.flatMap(({ first }) => first);
    console.log(`${name}: median ${whole([median(clicks)])} (${whole(clicks)})`);
    console.log(`  shown again: median ${whole([median(all.flatMap(({ again }) => again))])}`);
    console.log(`  tasks over 50 ms while clicking: ${whole(all.flatMap(({ blocks }) => blocks))}`);
    console.log(
      `  all loaded after ${whole(all.map(({ load }) => load))}; tasks over 50 ms: ${whole(all.flatMap((one) => one.loadBlocks))}`,
    );
  }
  site.close();
}
