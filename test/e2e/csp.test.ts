/** The one-file builds run under the strictest policy a page can have, and leave no trace in its reports. */
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { tags, widgets } from '../tags.js';
import { openBrowser, quietPage, serve, type Answer, type Site } from './support.js';

const rows = [
  ['A', '2024-01-05', 10],
  ['B', '2024-02-06', 20],
  ['A', '2024-03-07', 30.5],
  ['C', '2024-05-08', 12],
].map(([customer_id, order_date, revenue]) => ({ customer_id, order_date, revenue }));

const settings: Record<string, string> = { 'kpi-funnel': 'src="steps.json"', 'rfm-matrix': 'src="orders.json" window="all"' };
const markup = widgets.map((tag) => `<${tag} ${settings[tag] ?? 'src="orders.json"'}></${tag}>`);
const body = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>x</title><link rel="icon" href="/icon.svg">
${markup.join('\n')}
<kpi-dashboard src="orders.json"><rfm-matrix></rfm-matrix></kpi-dashboard>`;

function pageWith(script: string, policy: string, workerUrl = ''): Answer {
  const markup = workerUrl ? body.replaceAll(' src=', ` worker-url="${workerUrl}" src=`) : body;
  return { body: markup + script, headers: { 'content-security-policy': policy } };
}

const modern = '<script type="module" src="/dist/cdn/vigie.js"></script>';
/** A page under Trusted Types that names a worker file: by the property, for an attribute is text. */
const trustedFile = `const mine = trustedTypes.createPolicy('mine', { createScriptURL: (url) => url });
for (const widget of document.querySelectorAll('[src$=json]')) widget.workerUrl = mine.createScriptURL('/dist/worker.js');`;
const classic = '<script src="/dist/cdn/vigie.classic.js"></script>';

describe('strict content security policy', () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    site = await serve({
      '/module-both': pageWith(modern, "default-src 'self'; worker-src 'self' blob:"),
      '/module-blob': pageWith(modern, "default-src 'self'; worker-src blob:", 'blob:'),
      '/module-self': pageWith(modern, "default-src 'self'"),
      '/classic-blob': pageWith(classic, "default-src 'self'; worker-src blob:", 'blob:'),
      '/no-worker': pageWith(modern, "default-src 'self'; worker-src 'none'", 'none'),
      '/classic-self': pageWith(classic, "default-src 'self'"),
      '/trusted': pageWith(modern, "default-src 'self'; require-trusted-types-for 'script'; trusted-types vigie#worker lit-html"),
      '/trusted-file': pageWith(
        `<script src="/mine.js"></script>${modern}`,
        "default-src 'self'; require-trusted-types-for 'script'; trusted-types vigie#worker lit-html mine",
      ),
      '/mine.js': { body: trustedFile, type: 'text/javascript' },
      '/orders.json': { body: JSON.stringify(rows), type: 'application/json' },
      '/steps.json': { body: '[{"step":"Appels","count":10},{"step":"Signés","count":1}]', type: 'application/json' },
      '/icon.svg': { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' },
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const path of [
    '/module-both',
    '/module-blob',
    '/module-self',
    '/classic-blob',
    '/classic-self',
    '/no-worker',
    '/trusted',
    '/trusted-file',
  ]) {
    it(`${path}: figures, without a violation, console line, error or outside request`, async () => {
      const { page, noise } = await quietPage(browser, site);
      await page.goto(site.url + path);
      const shown = await page.evaluate(async (names) => {
        const found: Record<string, unknown> = {};
        for (const tag of names) {
          const element = document.querySelector(tag) as HTMLElement & { ready: Promise<{ value: unknown }>; status: string };
          await customElements.whenDefined(tag);
          found[tag] = [(await element.ready).value, element.status];
        }
        return JSON.parse(JSON.stringify(found)) as Record<string, [Record<string, unknown>, string]>;
      }, tags);
      for (const tag of tags) expect(shown[tag]![1], tag).to.be.oneOf(['ready', 'partial']);
      expect(shown['rfm-matrix']![0]).to.include({ customers: 3, orders: 4, revenue: 72.5 });
      expect(shown['churn-alerts']![0]).to.include({ base: 3 });
      expect((shown['kpi-funnel']![0]['steps'] as { overallRate: number }[])[1]!.overallRate).to.equal(0.1);
      await page.close();
      expect(noise).to.deep.equal([]);
    });
  }
});
