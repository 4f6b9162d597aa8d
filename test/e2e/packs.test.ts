/** A page whose own bundle imports a second element when its worker runs already, under policies that let it and that do not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import { openBrowser, quietPage, root, serve, type Answer, type Site } from './support.js';

const rows = [
  ['A', '2024-01-05', 10],
  ['B', '2024-02-06', 20],
  ['A', '2024-03-07', 30.5],
  ['C', '2024-05-08', 12],
].map(([customer_id, order_date, revenue]) => ({ customer_id, order_date, revenue }));

const script = `import '../dist/elements/churn-alerts/churn-alerts.js';
window.more = () => import('../dist/elements/rfm-matrix/rfm-matrix.js');`;

const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">
<script type="module" src="/page/page.js"></script>
<churn-alerts src="/orders.json"></churn-alerts><rfm-matrix src="/orders.json" window="all"></rfm-matrix>`;

const pageUnder = (policy: string): Answer => ({ body, headers: policy ? { 'content-security-policy': policy } : {} });

const shared = "default-src 'self'; img-src 'self' data:";
const policies: Record<string, string> = {
  '/open': '',
  '/both': `${shared}; script-src 'self' blob:; worker-src blob:`,
  '/trusted': `${shared}; script-src 'self' blob:; worker-src blob:; require-trusted-types-for 'script'; trusted-types vigie#worker lit-html`,
  '/forbidden': `${shared}; worker-src blob:`,
  '/in-page': `${shared}; worker-src 'none'`,
};

interface Widget extends HTMLElement {
  ready: Promise<{ value: Record<string, unknown> }>;
}

describe('an element that a page imports late', () => {
  let browser: Browser;
  let site: Site;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(resolve(root, '.cache-'));
    writeFileSync(join(folder, 'page.js'), script);
    const output = { entryFileNames: 'page.js', chunkFileNames: '[name].js' };
    const options = { outDir: join(folder, 'out'), target: 'es2022', modulePreload: false as const };
    const rollupOptions = { input: join(folder, 'page.js'), output };
    await build({ configFile: false, root, base: '/page/', logLevel: 'error', build: { ...options, rollupOptions } });
    site = await serve(
      {
        ...Object.fromEntries(Object.entries(policies).map(([path, policy]) => [path, pageUnder(policy)])),
        '/orders.json': { body: JSON.stringify(rows), type: 'application/json' },
      },
      { '/page/': join(folder, 'out/') },
    );
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  for (const [path, reads] of [
    ['/open', 1],
    ['/both', 1],
    ['/trusted', 1],
    ['/forbidden', 2],
    ['/in-page', 1],
  ] as const)
    it(`${path}: has its figures; the data are read ${reads === 1 ? 'once' : 'again'}`, async () => {
      const { page, noise } = await quietPage(browser, site);
      const before = site.asked.filter((one) => one === '/orders.json').length;
      await page.goto(site.url + path);
      const shown = await page.evaluate(async () => {
        const figures = async (tag: string): Promise<Record<string, unknown>> => {
          await customElements.whenDefined(tag);
          const { value } = await document.querySelector<Widget>(tag)!.ready;
          return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
        };
        const first = await figures('churn-alerts');
        await (window as unknown as { more(): Promise<void> }).more();
        return [first, await figures('rfm-matrix'), await figures('churn-alerts')];
      });
      expect(shown[0]).to.include({ base: 3 });
      expect(shown[1]).to.include({ customers: 3, orders: 4, revenue: 72.5 });
      expect(shown[2]).to.deep.equal(shown[0]);
      expect(site.asked.filter((one) => one === '/orders.json').length - before).to.equal(reads);
      await page.close();
      // What the policy refuses the browser reports, once.
      const refused = noise.filter((line) => /violat|blob:/i.test(line));
      expect(noise).to.deep.equal(refused);
      if (!/forbidden|in-page/.test(path)) expect(noise).to.deep.equal([]);
    });
});
