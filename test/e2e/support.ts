/** A small server and a browser for tests that need a real page: own headers, own files, nothing from outside. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { browserFlags, findBrowser } from '../browser.mjs';

export const root = resolve(import.meta.dirname, '../..');
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.html': 'text/html',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** What the server answers at a path: text with a type and headers, or a status. */
export interface Answer {
  body?: string;
  type?: string;
  status?: number;
  headers?: Record<string, string>;
}

/** Text of a page with the one-file build, and something in its body. */
export const pageOf = (body = ''): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,"><script type="module" src="/dist/cdn/vigie.js"></script><body>${body}</body>`;

export interface Site {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Serves `answers` by path, then files of `folders` (prefix -> folder). Loopback only, free port. */
export async function serve(
  answers: Record<string, Answer>,
  folders: Record<string, string> = { '/dist/': join(root, 'dist') },
): Promise<Site> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    asked.push(path);
    const answer = answers[path];
    if (answer) {
      response.writeHead(answer.status ?? 200, { 'content-type': `${answer.type ?? 'text/html'}; charset=utf-8`, ...answer.headers });
      response.end(answer.body ?? '');
      return;
    }
    const prefix = Object.keys(folders).find((one) => path.startsWith(one));
    const file = prefix === undefined ? '' : join(folders[prefix]!, normalize(path.slice(prefix.length)));
    if (prefix === undefined || !file.startsWith(folders[prefix]!) || !existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export async function openBrowser(): Promise<Browser> {
  return puppeteer.launch({ executablePath: findBrowser(), args: browserFlags, headless: true });
}

/** A page that writes down all that a silent page must not have: console output, page errors, CSP violations, foreign requests. */
export async function quietPage(browser: Browser | BrowserContext, site: Site): Promise<{ page: Page; noise: string[] }> {
  const page = await browser.newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.url) && !/^(data|blob|about):/.test(url)) noise.push(`request: ${url}`);
  });
  await page.exposeFunction('__noise', (line: string) => noise.push(line));
  // Functions that tests hand to the page are marked with their names by the tool that compiles the tests.
  await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { __noise(line: string): void }).__noise(`violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { page, noise };
}

export function gzipSize(bytes: Uint8Array | string): number {
  return gzipSync(bytes, { level: 9 }).length;
}
