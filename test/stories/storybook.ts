/** The built Storybook, and pages that walk through it side by side. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { quietPage, root, type Site } from '../e2e/support.js';

export const folder = resolve(root, 'storybook-static');

export interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
}

export function buildStorybook(): Entry[] {
  execFileSync('npx', ['--no-install', 'storybook', 'build', '--output-dir', folder, '--quiet', '--disable-telemetry'], {
    cwd: root,
    stdio: 'pipe',
  });
  const index = JSON.parse(readFileSync(resolve(folder, 'index.json'), 'utf8')) as { entries: Record<string, Entry> };
  return Object.values(index.entries);
}

/** Stories of one widget each, `most` at the most. */
export function portions(entries: Entry[], most: number): string[][] {
  const found: string[][] = [];
  let title = '';
  for (const entry of entries) {
    if (entry.title !== title || found.at(-1)!.length === most) found.push([]);
    title = entry.title;
    found.at(-1)!.push(entry.id);
  }
  return found;
}

/** Does the jobs on as many pages as there are cores, two at most, each page in a window of its own: one behind another draws no frames. */
export async function sideBySide<T>(
  browser: Browser,
  site: Site,
  jobs: T[],
  work: (job: T, page: Page, noise: string[]) => Promise<void>,
): Promise<void> {
  const left = [...jobs];
  const walk = async (): Promise<void> => {
    const context = await browser.createBrowserContext();
    const { page, noise } = await quietPage(context, site);
    await page.setViewport({ width: 1000, height: 900 });
    for (let job = left.shift(); job !== undefined; job = left.shift()) await work(job, page, noise);
    await context.close();
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, walk));
}

/** Loads the preview with one entry in it. */
export async function open(page: Page, site: Site, id: string, mode: 'story' | 'docs'): Promise<void> {
  // The accessibility addon waits to be asked: axe is run here.
  await page.goto(`${site.url}/iframe.html?id=${id}&viewMode=${mode}&globals=a11y.manual:!true`, { waitUntil: 'load' });
  await page.waitForSelector(mode === 'docs' ? '.sbdocs-content h1' : '#storybook-root > *', { timeout: 30_000 });
}

/** Goes to another story as a click in the list does: the old one is taken out, the new one drawn afresh. Answers what went wrong. */
export async function choose(page: Page, id: string): Promise<string[]> {
  return page.evaluate(async (storyId) => {
    interface Channel {
      on(event: string, listener: (told: unknown) => void): void;
      off(event: string, listener: (told: unknown) => void): void;
      emit(event: string, told: object): void;
    }
    const channel = (window as unknown as { __STORYBOOK_ADDONS_CHANNEL__: Channel }).__STORYBOOK_ADDONS_CHANNEL__;
    const failures = ['storyMissing', 'storyErrored', 'storyThrewException', 'playFunctionThrewException', 'unhandledErrorsWhilePlaying'];
    const outcome = await new Promise<string>((done) => {
      const listeners = [...failures, 'storyRendered'].map((event) => {
        const listener = (told: unknown): void => {
          if (event === 'storyRendered' && told !== storyId) return;
          for (const [name, one] of listeners) channel.off(name, one);
          done(event);
        };
        channel.on(event, listener);
        return [event, listener] as const;
      });
      setTimeout(() => done('never rendered'), 15_000);
      channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    });
    return outcome === 'storyRendered' ? [] : [outcome];
  }, id);
}
