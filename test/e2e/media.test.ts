/** Print and forced colours: what is written can be read. */
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { widgets as names } from '../tags.js';
import { openBrowser, quietPage, serve, type Site } from './support.js';

const orders = Array.from({ length: 200 }, (_, index) => ({
  customer_id: `C${index % 37}`,
  order_date: `2024-${String(1 + (index % 12)).padStart(2, '0')}-${10 + (index % 9)}`,
  revenue: 5 + ((index * 7919) % 9973),
}));
const steps = [
  { step: 'Visit', count: 6000 },
  { step: 'Cart', count: 670 },
  { step: 'Purchase', count: 266 },
];

/** Colours of the texts of a picture. */
const inks = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((tag) => {
    const texts = document.querySelector(tag)!.shadowRoot!.querySelectorAll('.chart text');
    return [...new Set([...texts].map((text) => getComputedStyle(text).fill))];
  }, name);

describe('print and forced colours', () => {
  let browser: Browser;
  let site: Site;
  let page: Page;
  before(async () => {
    const widgets = names.map((name) => `<${name} src="${name === 'kpi-funnel' ? 'steps' : 'orders'}.json"></${name}>`);
    site = await serve({
      '/': {
        body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">
          <style>body { width: 720px; color-scheme: dark; font-family: 'Liberation Sans', Arial, sans-serif }</style>
          <script type="module" src="/dist/cdn/vigie.js"></script><body>${widgets.join('')}`,
      },
      '/orders.json': { body: JSON.stringify(orders), type: 'application/json' },
      '/steps.json': { body: JSON.stringify(steps), type: 'application/json' },
    });
    browser = await openBrowser();
    ({ page } = await quietPage(browser, site));
    await page.goto(site.url);
    for (const name of names) {
      await page.waitForFunction((tag) => document.querySelector(tag)!.matches(':state(ready), :state(partial)'), {}, name);
    }
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('forced colours are those of the person, whatever the theme of the page', async () => {
    const session = await page.createCDPSession();
    const features = [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: 'dark' },
    ];
    await session.send('Emulation.setEmulatedMedia', { features });
    for (const name of names) expect(await inks(page, name), name).to.deep.equal(['rgb(255, 255, 255)']);
    await session.send('Emulation.setEmulatedMedia', { features: [] });
  });

  it('on paper, a page that is dark on the screen gets dark words, and tables whose figures stand apart', async () => {
    await page.emulateMediaType('print');
    for (const name of names.filter((tag) => tag !== 'kpi-funnel')) {
      const { ink, gaps, apart } = await page.evaluate((tag) => {
        const root = document.querySelector(tag)!.shadowRoot!;
        const pen = document.createElement('canvas').getContext('2d')!;
        pen.fillStyle = getComputedStyle(root.querySelector('.finding')!).color;
        pen.fillRect(0, 0, 1, 1);
        const textBox = (cell: Element) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect();
        };
        const isWritten = (cell: Element) => cell.textContent.trim() !== '' && cell.previousElementSibling!.textContent.trim() !== '';
        const cells = [...root.querySelectorAll('.tables :is(td, th) + :is(td, th)')].filter(isWritten);
        const tables = [...root.querySelectorAll('.tables table')].map((table) => table.getBoundingClientRect());
        return {
          ink: [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3),
          gaps: cells.map((cell) => textBox(cell).left - textBox(cell.previousElementSibling!).right),
          apart: tables.slice(1).map(({ top }, index) => top - tables[index]!.bottom),
        };
      }, name);
      expect(Math.max(...ink), name).to.be.below(100);
      expect(Math.min(...gaps), name).to.be.at.least(8);
      expect(Math.min(...apart), name).to.be.at.least(8);
    }
  });
});
