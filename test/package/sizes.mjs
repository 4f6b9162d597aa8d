/** Bytes of what is published, gzip. Prints the table of the README; the budgets are kept by sizes.test.ts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** The engine is measured by itself. */
const noEngine = {
  name: 'no-engine',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('engine.generated.js') ? '\0engine' : null),
  load: (id) => (id === '\0engine' ? 'export function engine() {} export const engineVersion = "";' : null),
};

/** One widget as Vite bundles it into a page with its own settings: everything it needs, without the engine. */
async function bundled(entry) {
  const options = { write: false, target: 'es2022', rollupOptions: { input: resolve(root, entry), preserveEntrySignatures: false } };
  const built = await build({ configFile: false, root, logLevel: 'error', plugins: [noEngine], build: options });
  const { output } = Array.isArray(built) ? built[0] : built;
  return gzip(output.map((file) => (file.type === 'chunk' ? file.code : '')).join(''));
}

/** Name, gzip bytes and budget in bytes. 1 KB = 1000 bytes. */
export async function sizes() {
  const file = (path) => gzip(readFileSync(resolve(root, path)));
  return [
    {
      name: '`vigie/kpi-funnel`, bundled, without the engine',
      bytes: await bundled('dist/elements/kpi-funnel/kpi-funnel.js'),
      budget: 34_000,
    },
    {
      name: '`vigie/rfm-matrix`, bundled, without the engine',
      bytes: await bundled('dist/elements/rfm-matrix/rfm-matrix.js'),
      budget: 35_000,
    },
    {
      name: '`vigie/churn-alerts`, bundled, without the engine',
      bytes: await bundled('dist/elements/churn-alerts/churn-alerts.js'),
      budget: 35_000,
    },
    {
      name: '`vigie/kpi-dashboard`, bundled, without the engine',
      bytes: await bundled('dist/elements/kpi-dashboard/kpi-dashboard.js'),
      budget: 32_000,
    },
    {
      name: '`vigie/kpi-pulse`, bundled, without the engine',
      bytes: await bundled('dist/elements/kpi-pulse/kpi-pulse.js'),
      budget: 41_000,
    },
    {
      name: '`vigie/lifecycle-flow`, bundled, without the engine',
      bytes: await bundled('dist/elements/lifecycle-flow/lifecycle-flow.js'),
      budget: 36_000,
    },
    {
      name: '`vigie/cohort-triangle`, bundled, without the engine',
      bytes: await bundled('dist/elements/cohort-triangle/cohort-triangle.js'),
      budget: 39_300,
    },
    {
      name: '`vigie/purchase-timing`, bundled, without the engine',
      bytes: await bundled('dist/elements/purchase-timing/purchase-timing.js'),
      budget: 39_000,
    },
    { name: 'engine (`vigie/worker`)', bytes: file('dist/worker.js'), budget: 66_000 },
    { name: '`dist/cdn/vigie.js`, everything in one file', bytes: file('dist/cdn/vigie.js'), budget: 169_000 },
    { name: '`dist/cdn/vigie.classic.js`, the same as a classic script', bytes: file('dist/cdn/vigie.classic.js'), budget: 169_000 },
  ];
}

/** Markdown table between the README's size markers. */
export async function sizeTable() {
  const rows = (await sizes()).map(({ name, bytes, budget }) => `| ${name} | ${(bytes / 1000).toFixed(1)} KB | ${budget / 1000} KB |`);
  return ['| File | gzip | budget |', '| --- | ---: | ---: |', ...rows].join('\n');
}

if (process.argv[1] === import.meta.filename) console.log(await sizeTable());
