import { readFile } from 'node:fs/promises';
import { join, normalize, resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserFlags, findBrowser } from './test/browser.mjs';

const shared = resolve(import.meta.dirname, '../shared');

/** Serves `../shared` at /__shared/, outside the repository and never committed. */
const sharedData = {
  name: 'shared-data',
  async serve(context) {
    if (!context.path.startsWith('/__shared/')) return undefined;
    if (context.path === '/__shared/.ci') {
      context.status = process.env.CI === 'true' ? 200 : 404;
      return { body: '', type: 'text' };
    }
    const file = join(shared, normalize(decodeURIComponent(context.path.slice('/__shared/'.length))));
    const body = file.startsWith(shared) ? await readFile(file).catch(() => null) : null;
    if (body === null) context.status = 404;
    // Packed files go as they are.
    return file.endsWith('.gz') ? { body: body ?? '', type: 'application/octet-stream' } : { body: body?.toString() ?? '', type: 'json' };
  },
};

/** Tests of the engine, and those that need a page. */
export const engine = 'test/core/**/*.test.ts';
export const drawn = 'test/{locale,theme,chart,worker,source,base,elements}/**/*.test.ts';

export default {
  files: [engine, drawn],
  nodeResolve: { exportConditions: ['production', 'browser', 'default'] },
  // One file at a time: a page behind another one draws no frames.
  concurrency: 1,
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 240_000,
  browserStartTimeout: 60_000,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findBrowser(), args: browserFlags },
      // A window of its own for each file, in front and with focus.
      createBrowserContext: ({ browser }) => browser.createBrowserContext(),
    }),
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: resolve(import.meta.dirname, 'tsconfig.json'),
      define: { __VIGIE_VERSION__: '"test"' },
    }),
    sharedData,
  ],
};
