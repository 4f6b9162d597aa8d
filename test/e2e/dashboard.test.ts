/** A dashboard in a page of its own, made of the one file: strict policy, a shared link, reload, paper. */
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { openBrowser, quietPage, serve, type Site } from './support.js';

const orders = Array.from({ length: 900 }, (_, index) => ({
  customer_id: `C${(index * 31) % 211}`,
  order_date: `2024-${String(1 + (index % 12)).padStart(2, '0')}-${10 + (index % 19)}`,
  revenue: 5 + ((index * 7919) % 997),
  channel: ['E-mail', 'Ads', 'Direct'][index % 3],
}));
const tags = ['kpi-dashboard', 'rfm-matrix', 'churn-alerts'];

/** All are there, and show what was last asked for. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(async (names) => {
    await Promise.all(names.map((name) => customElements.whenDefined(name)));
    await document.querySelector('kpi-dashboard')!.settled();
  }, tags);

const filterIn = (page: Page, tag: string): Promise<unknown> =>
  page.evaluate((name) => (document.querySelector(name) as unknown as { result: { filter: object } }).result.filter, tag);

describe('dashboard', () => {
  let browser: Browser;
  let site: Site;
  let page: Page;
  let noise: string[];
  before(async () => {
    site = await serve({
      '/': {
        body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>x</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/page.css">
          <kpi-dashboard id="alba" src="orders.json"><rfm-matrix></rfm-matrix><section><churn-alerts></churn-alerts></section></kpi-dashboard>
          <script type="module" src="/dist/cdn/vigie.js"></script>`,
        headers: {
          'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'; trusted-types vigie#worker lit-html",
        },
      },
      '/orders.json': { body: JSON.stringify(orders), type: 'application/json' },
      '/page.css': { body: "body { margin: 0; font-family: 'Liberation Sans', Arial, sans-serif }", type: 'text/css' },
      '/icon.svg': { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' },
    });
    browser = await openBrowser();
    ({ page, noise } = await quietPage(browser, site));
    await page.goto(site.url);
    await settled(page);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('fetches its data once, and runs in silence under the strictest policy', async () => {
    await page.evaluate(() => {
      const element = document.querySelector('kpi-dashboard')!;
      for (const wall of [true, false]) element.wall = wall;
      element.shadowRoot!.querySelector<HTMLButtonElement>('.toolbar button')!.click();
      element.shadowRoot!.querySelector('dialog')!.close();
    });
    await settled(page);
    expect(site.asked.filter((path) => path === '/orders.json')).to.have.length(1);
    expect(noise).to.deep.equal([]);
  });

  it('a click on a segment filters the others; reload and a shared link open the same view', async () => {
    await page.evaluate(() => {
      const marks = [...document.querySelector('rfm-matrix')!.shadowRoot!.querySelectorAll('[data-mark]')];
      const mark = marks.find((each) => /TBC/.test(each.getAttribute('aria-label') ?? ''))!;
      mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    });
    await settled(page);
    expect(await filterIn(page, 'churn-alerts')).to.deep.equal({ segment: ['TBC'] });
    const link = page.url();
    await page.reload();
    await settled(page);
    expect(await filterIn(page, 'churn-alerts')).to.deep.equal({ segment: ['TBC'] });
    const other = await browser.newPage();
    await other.goto(link);
    await settled(other);
    expect(await filterIn(other, 'churn-alerts')).to.deep.equal({ segment: ['TBC'] });
    await other.close();
  });

  it('is printed on sheets of A4, nothing cut off at their sides, every row there', async () => {
    await page.evaluate(() => document.querySelector('kpi-dashboard')!.setState({}));
    await settled(page);
    const text = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...text.matchAll(/\/MediaBox \[([^\]]+)\]/g)].map(([, box]) =>
      box!
        .trim()
        .split(/\s+/)
        .map((side) => Math.round(+side)),
    );
    expect(sheets.length).to.be.greaterThan(1);
    for (const [, , width, height] of sheets) expect([width, height]).to.deep.equal([595, 842]);
    await page.emulateMediaType('print');
    await page.setViewport({ width: 703, height: 900 });
    await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
    const { wide, rows, listed } = await page.evaluate(() => {
      const roots = ['rfm-matrix', 'churn-alerts'].map((name) => document.querySelector(name)!.shadowRoot!);
      const { value } = (document.querySelector('churn-alerts') as unknown as { result: { value: { customers: unknown[] } } }).result;
      return {
        wide: roots.map((root) => Math.max(...[...root.querySelectorAll('svg, table')].map((each) => each.getBoundingClientRect().right))),
        rows: roots[1]!.querySelectorAll('.tables table:last-of-type')[2]!.querySelectorAll('tbody tr').length,
        listed: value.customers.length,
      };
    });
    await page.evaluate(() => void dispatchEvent(new Event('afterprint')));
    // What A4 leaves between margins of 12 mm.
    expect(Math.max(...wide)).to.be.at.most(703);
    expect(rows).to.equal(listed);
  });

  it('on paper every table of the other widgets is there in full, and none is wider than the sheet', async () => {
    const others = ['kpi-pulse', 'lifecycle-flow', 'cohort-triangle', 'purchase-timing'];
    const { page: tab, noise: lines } = await quietPage(browser, site);
    await tab.emulateMediaType('print');
    await tab.setViewport({ width: 703, height: 900 });
    await tab.goto(site.url);
    await settled(tab);
    const found = await tab.evaluate(async (names) => {
      const element = document.querySelector('kpi-dashboard')!;
      element.replaceChildren(...names.map((name) => document.createElement(name)));
      await new Promise((done) => setTimeout(done));
      await element.settled();
      dispatchEvent(new Event('beforeprint'));
      return names.map((name) => {
        const widget = document.querySelector(name) as HTMLElement & { exportCSV(): string };
        const drawn = [...widget.shadowRoot!.querySelectorAll<HTMLElement>('svg[viewBox], .tables table')];
        const rows = [...widget.shadowRoot!.querySelectorAll<HTMLElement>('.tables tbody tr')];
        return {
          // A caption and a head stand over the rows of each table, a blank line between two of them.
          exported: widget.exportCSV().trim().split('\r\n').filter(Boolean).length,
          tables: widget.shadowRoot!.querySelectorAll('.tables table').length,
          rows: rows.filter((row) => row.getBoundingClientRect().height > 0).length,
          right: Math.max(...drawn.map((each) => each.getBoundingClientRect().right)),
        };
      });
    }, others);
    for (const [at, { right, rows, tables, exported }] of found.entries()) {
      expect(right, others[at]).to.be.at.most(703);
      expect([tables > 1, rows], others[at]).to.deep.equal([true, exported - 2 * tables]);
    }
    expect(lines).to.deep.equal([]);
    await tab.close();
  });
});
