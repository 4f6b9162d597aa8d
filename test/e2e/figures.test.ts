/** The same JSON text from Node, the worker, the page without workers, and with the rows shuffled; and the published totals. */
import { readFileSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { createDataset, run } from '../../src/core/index.js';
import { openBrowser, quietPage, root, serve, type Site } from './support.js';

const retailFile = resolve(root, '../shared/data/online-retail-orders.json');
type Result = { asOf: string; value: Record<string, unknown> };

const page = (inner: string, policy = "default-src 'self'; worker-src blob:"): { body: string; headers: Record<string, string> } => ({
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="/icon.svg">${inner}<script type="module" src="/dist/cdn/vigie.js"></script>`,
  headers: { 'content-security-policy': policy },
});

/** Fixed shuffle: a linear congruential walk, so that a failure can be repeated. */
function shuffled<T>(rows: readonly T[]): T[] {
  const out = [...rows];
  let state = 12_345;
  for (let index = out.length - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = state % (index + 1);
    [out[index], out[other]] = [out[other] as T, out[index] as T];
  }
  return out;
}

describe('Online Retail in the one-file build', () => {
  let browser: Browser;
  let site: Site;
  let text: string;
  before(async function () {
    if (!existsSync(retailFile)) {
      if (process.env['CI'] === 'true')
        throw new Error('../shared/data is missing: put the shared folder beside the repository; got CI=true');
      this.skip();
    }
    text = readFileSync(retailFile, 'utf8');
    const widget = (tag: string, source: string, more = ''): string => `<${tag} src="${source}" ${more}></${tag}>`;
    site = await serve({
      '/all': page(widget('rfm-matrix', 'orders.json', 'window="all"')),
      '/auto': page(widget('rfm-matrix', 'orders.json')),
      '/auto-shuffled': page(widget('rfm-matrix', 'shuffled.json')),
      '/auto-without-worker': page(widget('rfm-matrix', 'orders.json'), "default-src 'self'; worker-src 'none'"),
      '/churn': page(widget('churn-alerts', 'orders.json')),
      '/churn-shuffled': page(widget('churn-alerts', 'shuffled.json')),
      '/churn-without-worker': page(widget('churn-alerts', 'orders.json'), "default-src 'self'; worker-src 'none'"),
      '/worker-url': page(widget('rfm-matrix', 'orders.json', 'worker-url="/dist/worker.js"')),
      '/orders.json': { body: text, type: 'application/json' },
      '/shuffled.json': { body: JSON.stringify(shuffled(JSON.parse(text) as unknown[])), type: 'application/json' },
      '/icon.svg': { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' },
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function resultOf(path: string): Promise<string> {
    const { page: tab } = await quietPage(browser, site);
    await tab.goto(site.url + path);
    const json = await tab.evaluate(async () => {
      const element = document.querySelector('rfm-matrix, churn-alerts') as HTMLElement & { ready: Promise<unknown> };
      await customElements.whenDefined(element.localName);
      return JSON.stringify(await element.ready);
    });
    await tab.close();
    return json;
  }

  it('shows the published totals with no mapping given', async () => {
    const result = JSON.parse(await resultOf('/all')) as Result;
    expect(result.asOf).to.equal('2011-12-09');
    expect(result.value).to.include({ customers: 4338, orders: 18_532, revenue: 8_911_407.9 });
  });

  it('segments add up to the active customers, to the penny', async () => {
    const { value } = JSON.parse(await resultOf('/auto')) as Result;
    const segments = value['segments'] as { customers: number; orders: number; revenue: number }[];
    const total = (name: 'customers' | 'orders' | 'revenue', unit = 1): number =>
      segments.reduce((sum, segment) => sum + Math.round(segment[name] * unit), 0);
    expect(total('customers')).to.equal(value['customers']);
    expect(total('orders')).to.equal(value['orders']);
    expect(total('revenue', 100)).to.equal(Math.round((value['revenue'] as number) * 100));
  });

  for (const [kpi, path] of [
    ['rfm', '/auto'],
    ['churn', '/churn'],
  ] as const) {
    it(`${kpi}: Node, worker, page without workers and shuffled rows give the same text`, async () => {
      const { dataset } = createDataset(text);
      const widget = JSON.parse(await resultOf(path)) as { params: object };
      const node = JSON.stringify(run(dataset, { kpi, params: widget.params }));
      expect(JSON.stringify(widget)).to.equal(node);
      expect(await resultOf(`${path}-without-worker`)).to.equal(node);
      expect(await resultOf(`${path}-shuffled`)).to.equal(node);
    });
  }

  it('a worker file of the page gives the same text', async () => {
    expect(await resultOf('/worker-url')).to.equal(await resultOf('/auto'));
  });
});
