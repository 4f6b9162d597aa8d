/** What only real keys and a real pointer can show: where the focus is after an explanation has closed. */
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { openBrowser, pageOf, quietPage, serve, type Site } from './support.js';

const rows = Array.from({ length: 60 }, (_, index) => ({
  customer_id: `C${index % 17}`,
  order_date: `2024-${String(1 + (index % 12)).padStart(2, '0')}-11`,
  revenue: 5 + index,
}));

/** Inside the widget. */
const inside = <T>(page: Page, read: (root: ShadowRoot) => T): Promise<T> =>
  page.evaluate(`(${read.toString()})(document.querySelector('rfm-matrix').shadowRoot)`) as Promise<T>;
const focused = (page: Page): Promise<string> =>
  inside(page, ({ activeElement: at }) => at?.getAttribute('data-mark') ?? at?.getAttribute('data-explain') ?? at?.className ?? 'the page');
const isOpen = (page: Page): Promise<boolean> => inside(page, (root) => root.querySelector('.explain')!.matches(':popover-open'));

describe('keyboard', () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    site = await serve({
      '/': {
        body: pageOf('<rfm-matrix src="orders.json"></rfm-matrix><p style="height:100vh">Below</p><button id="other">Other</button>'),
      },
      '/orders.json': { body: JSON.stringify(rows), type: 'application/json' },
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const ways: [string, (page: Page) => Promise<unknown>][] = [
    ['Escape', (page) => page.keyboard.press('Escape')],
    ['its button', (page) => inside(page, (root) => root.querySelector<HTMLButtonElement>('.explain > button')!.click())],
    ['a click outside', (page) => page.mouse.click(4, 4)],
  ];
  for (const [way, close] of ways) {
    it(`an explanation that ${way} closes gives the focus back to what opened it`, async () => {
      const { page } = await quietPage(browser, site);
      await page.goto(site.url);
      await page.waitForFunction(() => document.querySelector('rfm-matrix')!.matches(':state(ready), :state(partial)'));
      const openers: [string, string, string][] = [
        ['.toolbar [data-explain]', 'Enter', 'active-customers'],
        ['.figures li:nth-child(3) button', 'Enter', 'mean-recency'],
        ['[data-mark][tabindex="0"]', '?', 'cell-5-1'],
      ];
      for (const [selector, key, name] of openers) {
        await page.evaluate((at) => document.querySelector('rfm-matrix')!.shadowRoot!.querySelector<HTMLElement>(at)!.focus(), selector);
        await page.keyboard.press(key as 'Enter');
        await page.waitForFunction(() => document.querySelector('rfm-matrix')!.shadowRoot!.activeElement?.matches('.explain'));
        await close(page);
        await new Promise((done) => setTimeout(done, 100));
        expect(await isOpen(page), name).to.equal(false);
        expect(await focused(page), selector).to.equal(name);
      }
      await page.close();
    });
  }

  it('a click on something else that takes the focus leaves it there', async () => {
    const { page } = await quietPage(browser, site);
    await page.setViewport({ width: 800, height: 2400 });
    await page.goto(site.url);
    await page.waitForFunction(() => document.querySelector('rfm-matrix')!.matches(':state(ready), :state(partial)'));
    await page.evaluate(() =>
      document.querySelector('rfm-matrix')!.shadowRoot!.querySelector<HTMLElement>('.toolbar [data-explain]')!.click(),
    );
    await page.waitForFunction(() => document.querySelector('rfm-matrix')!.shadowRoot!.activeElement?.matches('.explain'));
    await page.click('#other');
    await new Promise((done) => setTimeout(done, 100));
    expect(await isOpen(page)).to.equal(false);
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('other');
    await page.close();
  });
});
