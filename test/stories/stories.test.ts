/** Every story, opened as a designer would: it draws, says nothing to the console, asks nothing from outside, and axe finds nothing. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { openBrowser, quietPage, root, serve, type Site } from '../e2e/support.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = resolve(root, 'storybook-static');

interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
}

function storybook(): Entry[] {
  execFileSync('npx', ['--no-install', 'storybook', 'build', '--output-dir', folder, '--quiet', '--disable-telemetry'], {
    cwd: root,
    stdio: 'pipe',
  });
  const index = JSON.parse(readFileSync(resolve(folder, 'index.json'), 'utf8')) as { entries: Record<string, Entry> };
  return Object.values(index.entries);
}

/** Runs in the page: waits until the widgets of the story have settled, then asks axe. */
async function inspect(endless: boolean): Promise<string[]> {
  const widgets = [
    ...document.querySelectorAll('kpi-funnel, kpi-pulse, rfm-matrix, churn-alerts, cohort-triangle, lifecycle-flow, purchase-timing'),
  ] as (HTMLElement & {
    ready: Promise<unknown>;
    status: string;
  })[];
  const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  await Promise.all(widgets.map((widget) => Promise.race([widget.ready.catch(() => null), wait(endless ? 600 : 8_000)])));
  const problems = widgets.filter((widget) => widget.status === 'loading' && !endless).map((widget) => `${widget.localName} never settled`);
  const { axe } = window as unknown as {
    axe: {
      run(node: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
    };
  };
  const off = {
    'page-has-heading-one': { enabled: false },
    region: { enabled: false },
    'landmark-one-main': { enabled: false },
    'html-has-lang': { enabled: false },
    'document-title': { enabled: false },
  };
  const { violations } = await axe.run(document, { rules: off });
  return [
    ...problems,
    ...violations.map(
      (one) => `axe ${one.id}: ${one.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`,
    ),
  ];
}

describe('stories', () => {
  let browser: Browser;
  let site: Site;
  let entries: Entry[];
  before(async function () {
    this.timeout(240_000);
    entries = storybook();
    site = await serve({ '/favicon.ico': { status: 204 } }, { '/': folder });
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('exist for every widget and every state', () => {
    const ids = entries.filter((entry) => entry.type === 'story').map((entry) => entry.id);
    for (const tag of ['kpi-funnel', 'kpi-pulse', 'rfm-matrix', 'churn-alerts', 'cohort-triangle', 'lifecycle-flow', 'purchase-timing']) {
      for (const state of [
        'default',
        'empty',
        'loading',
        'error',
        'partial',
        'one-customer',
        'all-ties',
        'huge-numbers',
        'long-labels',
        'dark',
        'narrow',
        'french',
        'rtl',
      ]) {
        expect(ids, `${tag} ${state}`).to.include(`widgets-${tag}--${state}`);
      }
    }
  });

  it('all draw in silence and pass axe', async function () {
    this.timeout(400_000);
    const failures: string[] = [];
    const { page, noise } = await quietPage(browser, site);
    await page.setViewport({ width: 1000, height: 900 });
    for (const { id } of entries.filter((entry) => entry.type === 'story')) {
      noise.length = 0;
      await page.goto(`${site.url}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`, { waitUntil: 'load' });
      await page.waitForSelector('#storybook-root > *', { timeout: 15_000 });
      await page.evaluate(axeSource);
      const problems = await page.evaluate(inspect, id.endsWith('--loading'));
      failures.push(...[...problems, ...noise].map((line) => `${id}: ${line}`));
    }
    await page.close();
    expect(failures.join('\n')).to.equal('');
  });

  it('documentation pages open in silence', async function () {
    this.timeout(200_000);
    const failures: string[] = [];
    const { page, noise } = await quietPage(browser, site);
    for (const { id } of entries.filter((entry) => entry.type === 'docs')) {
      noise.length = 0;
      await page.goto(`${site.url}/iframe.html?id=${id}&viewMode=docs`, { waitUntil: 'load' });
      await page.waitForSelector('.sbdocs-content h1', { timeout: 30_000 });
      failures.push(...noise.map((line) => `${id}: ${line}`));
    }
    await page.close();
    expect(failures.join('\n')).to.equal('');
  });
});
