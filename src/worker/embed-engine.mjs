/**
 * Makes the engine of src/worker/engine-entry.ts, in texts that need nothing else: engine.generated.js is the kernel (reading data,
 * filters, runs, protocol), one function that the page makes a worker of or calls; packs/<kpi>.ts brings one KPI, and packs/all.ts all.
 * `--worker-out <path>` also writes the complete engine as a worker file, for pages whose policy forbids Blob workers.
 *
 * A KPI is a module of src/core/kpi that exports its definition alone, bears its id and stands in kpi/index.ts. Who adds one adds it
 * there, imports packs/<kpi>.js in the element that asks for it, and names it under `exports` in package.json (`vigie/kpi/<kpi>`). Which
 * module goes where follows from who imports what: see cut.mjs. What the kernel reaches, such as the filter by segment, is in every page:
 * it takes what it needs of a KPI from a small module, never from the KPI's own. Kernel and parts are squeezed as one script, so that
 * they agree on names; the version is a digest of all of it, and parts only ever meet a kernel of their own version.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { engineNames } from '../../test/package/internal-names.mjs';
import { cutEngine } from './cut.mjs';
import { packFiles } from './pack-files.mjs';
import { kernelText, Needs, partText } from './part-text.mjs';
import { squeeze } from './squeeze.mjs';

const here = import.meta.dirname;
const entry = 'src/worker/engine-entry.ts';

/** Stands for the version until the text is known that the version is a digest of. */
const PLACE = '@engine-version@';

/**
 * The functions of the kernel and of the parts as they are written, one after the other. The kernel may need more modules for what the
 * parts need of it: those are then no part's, until nothing is in two places.
 */
async function written(needed = new Set()) {
  const { kernel, parts } = await cutEngine('src/core/kpi/index.ts', needed);
  const needs = new Needs();
  const texts = [];
  for (const [at, part] of [...parts.entries()].reverse()) texts.unshift(await partText(`part${at}`, part, needs));
  const ids = parts.filter(({ kpi }) => kpi).map(({ owners }) => owners[0]);
  const define = { ENGINE_VERSION: JSON.stringify(PLACE), ENGINE_KPIS: JSON.stringify(ids.sort()) };
  const { text, files } = await kernelText('engine', { entry, define }, kernel, needs);
  if (files.some((file) => !kernel.has(file) && !needed.has(file))) return written(new Set([...needed, ...files]));
  return { parts, text: [text, ...texts].join('\n') };
}

/**
 * Text of `function (scope, parts) {…}`, the parts - with the ids of the KPIs that need them, and the text of `function (link) {…}` -,
 * those that others need first, and their version.
 */
export async function bundleEngine() {
  const { parts, text } = await written();
  const { version } = JSON.parse(readFileSync(resolve(here, '../../package.json'), 'utf8'));
  const engineVersion = `${version}+${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
  // Names that the browser has, too, are free: nothing here has both kinds.
  const mangle = { properties: { regex: new RegExp(`^([$]\\w+|${engineNames().join('|')})$`), keep_quoted: true, builtins: true } };
  const small = await squeeze(text.replaceAll(PLACE, engineVersion), { mangle, namesLast: true });
  const functions = parseAst(small).body.map(({ id, end }) => `function${small.slice(id.end, end)}`);
  if (functions.length !== parts.length + 1) throw new Error(`the squeezed engine must keep its ${parts.length + 1} functions`);
  const [kernel, ...texts] = functions;
  return { kernel, parts: parts.map(({ owners }, at) => ({ owners, text: texts[at] })), engineVersion };
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function main() {
  const { values } = parseArgs({ options: { 'worker-out': { type: 'string' } } });
  const { kernel, parts, engineVersion } = await bundleEngine();
  write(
    resolve(here, 'engine.generated.js'),
    `export ${kernel.replace('function', 'function engine')}
export const engineVersion=${JSON.stringify(engineVersion)};
`,
  );
  rmSync(resolve(here, 'packs'), { recursive: true, force: true });
  for (const [name, text] of packFiles(parts)) write(resolve(here, 'packs', name), text);
  const all = parts.map(({ owners, text }) => `[${JSON.stringify(owners.join('+'))},${text}]`).join();
  if (values['worker-out']) write(resolve(values['worker-out']), `(${kernel})(self,[${all}]);\n`);
  const size = (text) => `${(gzipSync(text, { level: 9 }).length / 1000).toFixed(1)} KB`;
  console.log(`Engine ${engineVersion}, gzip: kernel ${size(kernel)}, with all parts ${size(kernel + all)}`);
  for (const { owners, text } of parts) console.log(`  ${owners.join('+')} ${size(text)}`);
}

if (process.argv[1] === import.meta.filename) await main();
