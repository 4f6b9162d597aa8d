/** Data that grow: an address that is read again when it has changed, rows that the page adds; and text that is no JSON document. */
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { createDataset, run } from '../../src/core/index.js';
import { openBrowser, quietPage, serve } from './support.js';
import type { Answer, Site } from './support.js';

interface Row {
  id: string;
  customer_id: string;
  created_at: string;
  total: number;
}
type Widget = HTMLElement & {
  ready: Promise<{ value: { orders: number } }>;
  result: { value: { orders: number } } | null;
  notices: readonly { code: string }[];
  appendRows(rows: unknown): Promise<unknown>;
};

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `o${i}`,
    customer_id: `c${i % 40}`,
    created_at: `2024-0${1 + (i % 9)}-1${i % 10}`,
    total: 10 + (i % 50),
  }));

const html = (inner: string): Answer => ({
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">${inner}<script type="module" src="/dist/cdn/vigie.js"></script>`,
});
const expected = (count: number): string =>
  JSON.stringify(run(createDataset(rows(count)).dataset, { kpi: 'rfm', params: { window: 'all' } }).value);

describe('data that grow', () => {
  let browser: Browser;
  let site: Site;
  const answers: Record<string, Answer> = {
    '/live': html('<rfm-matrix window="all" src="orders.json" refresh-every="1"></rfm-matrix>'),
    '/rows': html('<rfm-matrix window="all"></rfm-matrix><rfm-matrix window="all"></rfm-matrix>'),
    '/csv': html('<rfm-matrix window="all" src="orders.csv"></rfm-matrix>'),
    '/lines': html('<rfm-matrix window="all" src="orders.ndjson"></rfm-matrix>'),
    '/cut': html('<rfm-matrix window="all" src="cut.json"></rfm-matrix>'),
    '/orders.csv': {
      type: 'text/csv',
      body: ['id;customer_id;created_at;total', ...rows(90).map((row) => Object.values(row).join(';'))].join('\r\n'),
    },
    '/orders.ndjson': {
      type: 'application/x-ndjson',
      body: rows(90)
        .map((row) => JSON.stringify(row))
        .join('\n'),
    },
    '/cut.json': { type: 'application/json', body: JSON.stringify(rows(90)).slice(0, -30) },
  };
  const state = (count: number): void => {
    answers['/orders.json'] = { type: 'application/json', body: JSON.stringify(rows(count)), headers: { etag: `"${count}"` } };
  };

  before(async () => {
    state(100);
    site = await serve(answers);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string): Promise<{ page: Page; noise: string[] }> {
    const opened = await quietPage(browser, site);
    await opened.page.goto(site.url + path);
    return opened;
  }

  const valueOf = (page: Page): Promise<string> =>
    page.evaluate(async () => JSON.stringify((await document.querySelector<Widget>('rfm-matrix')!.ready).value));

  it('an address is read again when its state has changed, and nothing is drawn when it has not', async () => {
    const { page, noise } = await open('/live');
    expect(await valueOf(page)).to.equal(expected(100));
    const asked = (): number => site.asked.filter((path) => path === '/orders.json').length;
    await page.evaluate(() => {
      const shadow = document.querySelector('rfm-matrix')!.shadowRoot!;
      const counts = globalThis as unknown as { changes: number };
      counts.changes = 0;
      new MutationObserver((list) => (counts.changes += list.length)).observe(shadow, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    });
    const before = asked();
    while (asked() < before + 2) await new Promise((done) => setTimeout(done, 50));
    expect(await page.evaluate(() => (globalThis as unknown as { changes: number }).changes)).to.equal(0);
    state(250);
    await page.waitForFunction(() => document.querySelector<Widget>('rfm-matrix')!.result!.value.orders === 250, { timeout: 10_000 });
    expect(await valueOf(page)).to.equal(expected(250));
    answers['/orders.json'] = { status: 500 };
    await page.waitForFunction(() => document.querySelector<Widget>('rfm-matrix')!.notices.some(({ code }) => code === 'http-status'), {
      timeout: 10_000,
    });
    expect(await valueOf(page), 'the figure stands').to.equal(expected(250));
    await page.close();
    expect(noise.filter((line) => !line.includes('500'))).to.deep.equal([]);
  });

  it('rows that the page adds reach every widget of the same data', async () => {
    const { page, noise } = await open('/rows');
    const orders = await page.evaluate(
      async (first, second) => {
        const [one, other] = [...document.querySelectorAll<Widget>('rfm-matrix')] as [Widget, Widget];
        await customElements.whenDefined('rfm-matrix');
        Object.assign(one, { data: first });
        Object.assign(other, { data: first });
        await Promise.all([one.ready, other.ready]);
        const refused = await one.appendRows('[{"id":').catch((error: { code: string }) => error.code);
        const before = one.result!.value.orders;
        await one.appendRows(second);
        await new Promise((done) => setTimeout(done, 200));
        return [refused, before, one.result!.value, other.result!.value];
      },
      rows(60),
      rows(130).slice(60),
    );
    await page.close();
    expect(JSON.stringify(orders)).to.equal(`["bad-json",60,${expected(130)},${expected(130)}]`);
    expect(noise).to.deep.equal([]);
  });

  it('CSV and one row a line give the figures of the same rows', async () => {
    for (const path of ['/csv', '/lines']) {
      const { page, noise } = await open(path);
      expect(await valueOf(page), path).to.equal(expected(90));
      await page.close();
      expect(noise).to.deep.equal([]);
    }
  });

  it('data that end too soon are an error with its place, or partial where the page asks for that', async () => {
    const { page } = await open('/cut');
    const [code, details, status, orders] = await page.evaluate(async () => {
      const widget = document.querySelector<Widget & { status: string }>('rfm-matrix')!;
      await customElements.whenDefined('rfm-matrix');
      const error = await widget.ready.then(
        () => null,
        (thrown: { code: string; details: object }) => thrown,
      );
      Object.assign(widget, { limits: { allowPartial: true } });
      const result = await widget.ready;
      return [error?.code, error?.details, widget.status, result.value.orders] as const;
    });
    await page.close();
    expect([code, status, orders]).to.deep.equal(['bad-json', 'partial', 89]);
    expect(details).to.include.keys('line', 'column', 'offset');
  });
});
