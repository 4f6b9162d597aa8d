/**
 * Bundles the engine into one function without imports, in engine.generated.js: the page makes a worker of its text, or calls it.
 * `--worker-out <path>` also writes the worker as a file, for pages whose policy forbids Blob workers.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { engineNames } from '../../test/package/internal-names.mjs';
import { squeeze } from './squeeze.mjs';

const here = import.meta.dirname;

/** Stands for the version until the text is known that the version is a digest of. */
const PLACE = '@engine-version@';

/** Text of `function engine(scope) {…}` and its version. */
export async function bundleEngine() {
  const { outputFiles } = await build({
    entryPoints: [resolve(here, 'engine-entry.ts')],
    bundle: true,
    // Imports that stand in the entry for the order of modules only stay.
    ignoreAnnotations: true,
    write: false,
    format: 'esm',
    // One step under the language of the library: a page's build that lowers to this leaves the function as it is,
    // where lowering could make it lean on helpers outside, which a worker made of its text would not have.
    target: 'es2021',
    define: { ENGINE_VERSION: JSON.stringify(PLACE) },
    // Some sandboxes for third-party scripts refuse the directive.
    tsconfigRaw: { compilerOptions: { target: 'ES2022', useDefineForClassFields: false, alwaysStrict: false } },
    legalComments: 'none',
    logLevel: 'warning',
  });
  const [body, exported] = outputFiles[0].text.trim().split(/^export \{\s*start\s*\};$/m);
  if (exported !== '') throw new Error('the engine must export `start` and nothing else');
  if (/^\s*["']use strict/.test(body)) throw new Error('the engine must not start with "use strict": check the options of the bundler');
  const { version } = JSON.parse(readFileSync(resolve(here, '../../package.json'), 'utf8'));
  const engineVersion = `${version}+${createHash('sha256').update(body).digest('hex').slice(0, 12)}`;
  // Names that the browser has, too, are free: nothing here has both kinds.
  const mangle = { properties: { regex: new RegExp(`^(${engineNames().join('|')})$`), keep_quoted: true, builtins: true } };
  const text = await squeeze(`function engine(scope){${body.replaceAll(PLACE, engineVersion)}start(scope)}`, { mangle, namesLast: true });
  return { text, engineVersion };
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function main() {
  const { values } = parseArgs({ options: { 'worker-out': { type: 'string' } } });
  const { text, engineVersion } = await bundleEngine();
  write(resolve(here, 'engine.generated.js'), `export ${text}\nexport const engineVersion=${JSON.stringify(engineVersion)};\n`);
  if (values['worker-out']) write(resolve(values['worker-out']), `(${text})(self);\n`);
  const size = gzipSync(text, { level: 9 }).length;
  console.log(`Engine ${engineVersion}: ${(text.length / 1024).toFixed(1)} KB, ${(size / 1024).toFixed(1)} KB gzip`);
}

if (process.argv[1] === import.meta.filename) await main();
