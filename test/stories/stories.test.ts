/** Every story, opened as a designer would: it draws, says nothing to the console, asks nothing from outside, and axe finds nothing. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { openBrowser, serve, type Site } from '../e2e/support.js';
import { tags } from '../tags.js';
import { inspect } from './inspect.js';
import { buildStorybook, choose, folder, open, portions, sideBySide, type Entry } from './storybook.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Stories that follow each other in one page; each portion starts in a page that is loaded anew. */
const PORTION = 12;
const states = [
  ...['default', 'empty', 'loading', 'error', 'partial', 'one-customer', 'all-ties', 'huge-numbers', 'long-labels'],
  ...['dark', 'narrow', 'french', 'rtl'],
];

describe('stories', () => {
  let browser: Browser;
  let site: Site;
  let entries: Entry[];
  const of = (type: Entry['type']): Entry[] => entries.filter((entry) => entry.type === type);
  before(async function () {
    this.timeout(240_000);
    entries = buildStorybook();
    site = await serve({ '/favicon.ico': { status: 204 } }, { '/': folder });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('exist for every widget and every state', () => {
    const ids = of('story').map(({ id }) => id);
    const wanted = tags.flatMap((tag) => states.map((state) => `widgets-${tag}--${state}`));
    expect(wanted.filter((id) => !ids.includes(id))).to.deep.equal([]);
  });

  it('all draw in silence and pass axe', async function () {
    this.timeout(400_000);
    const failures: string[] = [];
    const seen: string[] = [];
    await sideBySide(browser, site, portions(of('story'), PORTION), async (ids, page, noise) => {
      for (const [place, id] of ids.entries()) {
        noise.length = 0;
        const problems: string[] = [];
        if (place === 0) {
          await open(page, site, id, 'story');
          await page.evaluate(axeSource);
        } else problems.push(...(await choose(page, id)));
        problems.push(...(await page.evaluate(inspect, tags, id.endsWith('--loading'))));
        const before = place === 0 ? '' : ` (after ${ids[place - 1]!})`;
        failures.push(...problems.map((line) => `${id}: ${line}`), ...noise.map((line) => `${id}${before}: ${line}`));
        seen.push(id);
      }
    });
    expect(failures.join('\n')).to.equal('');
    expect(seen.sort()).to.deep.equal(
      of('story')
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('documentation pages open in silence', async function () {
    this.timeout(200_000);
    const failures: string[] = [];
    await sideBySide(browser, site, of('docs'), async ({ id }, page, noise) => {
      noise.length = 0;
      await open(page, site, id, 'docs');
      failures.push(...noise.map((line) => `${id}: ${line}`));
    });
    expect(failures.join('\n')).to.equal('');
  });
});
