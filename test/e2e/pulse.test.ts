/** The pulse of the one-file build under the strictest policy: the figures of Node to the byte, those of a formula of the page too. */
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { createDataset, run } from '../../src/core/index.js';
import { openBrowser, quietPage, serve, type Site } from './support.js';

const day = (index: number): string => new Date(Date.UTC(2024, 0, 3 + index * 5)).toISOString().slice(0, 10);
const data = {
  meta: { currency: 'EUR', timeZone: 'Europe/Paris' },
  orders: Array.from({ length: 120 }, (_, i) => ({
    ...{ order_id: `o${i}`, customer_id: i % 11 ? `c${(i * i) % 23}` : '', created_at: day(i), total: 10 + ((i * 37) % 90) },
    ...{ refunded: i % 9 ? 0 : 5, channel: ['web', 'ads', 'mail'][i % 3], country: ['FR', 'DE'][i % 2] },
  })),
  visits: Array.from({ length: 60 }, (_, i) => ({
    id: `v${i}`,
    visitor_id: `x${i % 17}`,
    started_at: day(i * 2),
    pages: 1 + (i % 4),
    engaged: i % 2 === 0,
  })),
  pageviews: Array.from({ length: 60 }, (_, i) => ({ visit_id: `v${i}`, at: day(i * 2), url: '/', time_s: i % 7, load_ms: 500 + i * 20 })),
  messages: Array.from({ length: 60 }, (_, i) => ({
    id: `m${i}`,
    customer_id: `c${i % 23}`,
    sent_at: day(i * 2),
    opened_at: i % 3 ? null : day(i * 2 + 1),
    bounced: i % 20 === 0,
  })),
  search: Array.from({ length: 60 }, (_, i) => ({
    date: day(i * 2),
    query: 'tea',
    impressions: 100 + i,
    clicks: i % 9,
    position: 1 + (i % 7),
  })),
  social: Array.from({ length: 60 }, (_, i) => ({
    date: day(i * 2),
    network: ['a', 'b'][i % 2],
    followers: 100 + i,
    reach: 50 + i,
    reactions: i % 5,
  })),
};
const own = { id: 'own-rate', numerator: { refunds: 1, 'lone-refunds': 1 }, denominator: 'gross', scale: 2, unit: 'ratio', better: 'down' };
const told = { label: 'Part rendue', definition: 'Ce qui est rendu.', formula: 'rendu ÷ brut' };

/** Attributes of the widget, and the same request to the engine. */
const asked: [string, object][] = [
  ...['sales', 'customers', 'site', 'email', 'search', 'social'].map((set): [string, object] => [`set="${set}"`, { set }]),
  ['by="channel" compare="previous-year" grain="week"', { by: 'channel', compare: 'previous-year', grain: 'week' }],
  ['set="customers" by="segment" window="3M"', { set: 'customers', by: 'segment', window: '3M' }],
  ['kpis="own-rate orders"', { kpis: [own, 'orders'] }],
];

const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>x</title><link rel="icon" href="/icon.svg">
${asked.map(([attributes]) => `<kpi-pulse src="data.json" open="own-rate" ${attributes}></kpi-pulse>`).join('\n')}
<script type="module" src="/mine.js"></script>`;

describe('kpi-pulse under a strict content security policy', () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    site = await serve({
      '/': {
        body: page,
        headers: {
          'content-security-policy':
            "default-src 'self'; worker-src 'self' blob:; require-trusted-types-for 'script'; trusted-types vigie#worker lit-html",
        },
      },
      '/data.json': { body: JSON.stringify(data), type: 'application/json' },
      '/mine.js': {
        body: `import { registerKpi } from '/dist/cdn/vigie.js'; registerKpi(${JSON.stringify({ ...own, labels: { en: told, fr: told } })});`,
        type: 'text/javascript',
      },
      '/icon.svg': { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' },
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('every set, split and formula: byte for byte what Node finds, without a violation or a console line', async () => {
    const { page: tab, noise } = await quietPage(browser, site);
    await tab.goto(`${site.url}/`);
    const found = await tab.evaluate(async () => {
      await customElements.whenDefined('kpi-pulse');
      const widgets = [...document.querySelectorAll('kpi-pulse')] as (HTMLElement & { ready: Promise<unknown> })[];
      const texts: [result: string, tiles: number, words: string][] = [];
      for (const widget of widgets) {
        const result = JSON.stringify(await widget.ready);
        texts.push([result, widget.shadowRoot!.querySelectorAll('.tile').length, widget.shadowRoot!.querySelector('.chart')!.textContent]);
      }
      return texts;
    });
    const { dataset } = createDataset(data);
    asked.forEach(([attributes, params], index) => {
      expect(found[index]![0], attributes).to.equal(JSON.stringify(run(dataset, { kpi: 'pulse', params: { ...params } })));
    });
    expect(found.map(([, tiles]) => tiles)).to.deep.equal([12, 9, 9, 7, 4, 5, 12, 9, 2]);
    expect(found.at(-1)![2]).to.contain('Part rendue');
    await tab.close();
    expect(noise).to.deep.equal([]);
  });
});
