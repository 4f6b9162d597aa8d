/** Widgets come and go without leaving a worker, a listener or a node behind; a killed worker is replaced. */
import { expect } from 'chai';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { tags } from '../tags.js';
import { openBrowser, pageOf, quietPage, serve, type Site } from './support.js';

const rows = Array.from({ length: 60 }, (_, index) => ({
  customer_id: `C${index % 17}`,
  order_date: `2024-${String(1 + (index % 12)).padStart(2, '0')}-11`,
  revenue: 5 + index,
}));

interface Counts {
  readonly listeners: number;
  readonly nodes: number;
}

async function counts(client: CDPSession): Promise<Counts> {
  for (let round = 0; round < 3; round += 1) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)!.value;
  return { listeners: value('JSEventListeners'), nodes: value('Nodes') };
}

/** What is left in the end: a busy machine may still have timers and frames of the last widgets to serve, and what they hold is no leak. */
async function settled(page: Page, client: CDPSession, isEnd: (now: Counts, last: Counts) => boolean): Promise<Counts> {
  const wait = (): Promise<unknown> => page.evaluate(() => new Promise((done) => setTimeout(done, 1_500)));
  await wait();
  let now = await counts(client);
  for (let turn = 0; turn < 10; turn += 1) {
    const last = now;
    await wait();
    now = await counts(client);
    if (isEnd(now, last)) break;
  }
  return now;
}

/** Adds, moves and removes each widget `times` times, every fifth one after it has drawn. */
async function churnWidgets(page: Page, times: number): Promise<void> {
  await page.evaluate(
    async (names, data, rounds) => {
      const [left, right] = [document.createElement('div'), document.createElement('div')];
      document.body.append(left, right);
      for (let round = 0; round < rounds; round += 1) {
        for (const name of names) {
          const element = document.createElement(name) as HTMLElement & { data: unknown; ready: Promise<unknown> };
          if (round % 2 === 0) element.setAttribute('src', 'orders.json');
          else element.data = data;
          if (name === 'kpi-dashboard') element.append(document.createElement('rfm-matrix'));
          left.append(element);
          if (round % 5 === 0) await element.ready.catch(() => null);
          right.append(element);
          if (round % 5 === 0) await element.ready.catch(() => null);
          element.remove();
        }
      }
      left.remove();
      right.remove();
    },
    tags,
    rows,
    times,
  );
}

describe('life cycle', () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    site = await serve({
      '/': { body: pageOf() },
      '/orders.json': { body: JSON.stringify(rows), type: 'application/json' },
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('adding, moving and removing each widget 200 times leaves nothing behind', async () => {
    const { page, noise } = await quietPage(browser, site);
    await page.goto(site.url);
    const client = await page.createCDPSession();
    await client.send('Performance.enable');
    await churnWidgets(page, 10);
    const before = await settled(page, client, (now, last) => now.nodes === last.nodes && now.listeners === last.listeners);
    await churnWidgets(page, 200);
    const after = await settled(page, client, (now) => now.nodes <= before.nodes + 5 && now.listeners <= before.listeners);
    expect(page.workers().length, 'workers').to.equal(0);
    expect(after.listeners - before.listeners, 'listeners').to.be.at.most(0);
    expect(after.nodes - before.nodes, 'nodes').to.be.at.most(5);
    expect(noise).to.deep.equal([]);
    await page.close();
  });

  it('recovers by itself when the worker is killed in the middle of a request, with the right figure', async () => {
    const { page } = await quietPage(browser, site);
    await page.evaluateOnNewDocument(() => {
      const made: Worker[] = [];
      const Original = window.Worker;
      window.Worker = class extends Original {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          made.push(this);
        }
      };
      Object.assign(window, { __workers: made });
    });
    await page.goto(site.url);
    const [before, after, workers] = await page.evaluate(async () => {
      const element = document.createElement('rfm-matrix') as HTMLElement & { ready: Promise<{ value: unknown }>; window: string };
      element.setAttribute('src', 'orders.json');
      element.setAttribute('window', 'all');
      document.body.append(element);
      const first = JSON.stringify((await element.ready).value);
      const made = (window as unknown as { __workers: Worker[] }).__workers;
      element.setAttribute('window', '3M');
      element.setAttribute('bins', '4');
      await Promise.resolve();
      made[made.length - 1]!.terminate();
      await element.ready;
      element.setAttribute('window', 'all');
      element.setAttribute('bins', '5');
      const second = JSON.stringify((await element.ready).value);
      return [first, second, made.length] as const;
    });
    expect(after).to.equal(before);
    expect(workers).to.equal(2);
    await page.close();
  });
});
