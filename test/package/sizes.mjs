/** Bytes of what is published, gzip. Prints the table of the README; the budgets are kept by sizes.test.ts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** The engine is measured by itself: the kernel, and the code of KPIs. */
const noEngine = {
  name: 'no-engine',
  enforce: 'pre',
  resolveId: (id) => (/engine\.generated\.js$|\.code\.js$/.test(id) ? '\0engine' : null),
  load: (id) => (id === '\0engine' ? 'export function engine() {} export const engineVersion = "", part = [""];' : null),
};

/** Puts a module into a page as Vite does with its own settings. */
export async function bundled(entry, plugins = []) {
  const options = { write: false, target: 'es2022', rollupOptions: { input: resolve(root, entry), preserveEntrySignatures: false } };
  const built = await build({ configFile: false, root, logLevel: 'error', plugins, build: options });
  const { output } = Array.isArray(built) ? built[0] : built;
  return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}

/** Gzip bytes that a tag may take without the engine. */
const TAGS = {
  'kpi-funnel': 35_000,
  'rfm-matrix': 36_000,
  'churn-alerts': 36_000,
  'kpi-dashboard': 35_500,
  'kpi-pulse': 44_500,
  'lifecycle-flow': 40_000,
  'cohort-triangle': 41_500,
  'purchase-timing': 43_000,
};
const KERNEL = 40_000;
/** What a tag's KPI may add to its engine. */
const PACK = 10_000;

/** One tag, without the engine, and all that a page with it alone downloads. */
async function tagSize([tag, budget]) {
  const entry = `dist/elements/${tag}/${tag}.js`;
  const [bytes, whole] = [gzip(await bundled(entry, [noEngine])), gzip(await bundled(entry))];
  return { name: `\`vigie/${tag}\``, bytes, budget, whole, wholeBudget: budget + KERNEL + PACK };
}

let known;

/** Name, gzip bytes and budget in bytes; of a tag also all that it needs, with the engine and its KPI. 1 KB = 1000 bytes. */
export const sizes = () => (known ??= measured());

async function measured() {
  const tags = [];
  for (const tag of Object.entries(TAGS)) tags.push(await tagSize(tag));
  const file = (path) => gzip(readFileSync(resolve(root, path)));
  return [
    ...tags,
    { name: 'engine without KPIs', bytes: file('src/worker/engine.generated.js'), budget: KERNEL },
    { name: '`vigie/worker`, the engine with all KPIs as a file', bytes: file('dist/worker.js'), budget: 78_000 },
    { name: '`dist/cdn/vigie.js`, everything in one file', bytes: file('dist/cdn/vigie.js'), budget: 193_000 },
    { name: '`dist/cdn/vigie.classic.js`, the same as a classic script', bytes: file('dist/cdn/vigie.classic.js'), budget: 193_000 },
  ];
}

const kilobytes = (bytes) => (bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} KB`);

/** Markdown table between the README's size markers. */
export async function sizeTable() {
  const rows = (await sizes()).map(
    ({ name, bytes, budget, whole }) => `| ${name} | ${kilobytes(bytes)} | ${budget / 1000} KB | ${kilobytes(whole)} |`,
  );
  return ['| Import | gzip | budget | with engine and KPI |', '| --- | ---: | ---: | ---: |', ...rows].join('\n');
}

if (process.argv[1] === import.meta.filename) console.log(await sizeTable());
