/** `npm test`: sets up what is missing, then runs every check, in the order that fails soonest. `npm test -- lint core` runs some. */
import { run, setUp } from './setup.mjs';

const bin = (name) => ['npx', ['--no-install', name]];
const tool =
  (name, ...args) =>
  () =>
    run(bin(name)[0], [...bin(name)[1], ...args]);
const node =
  (...args) =>
  () =>
    run(process.execPath, args);
const mocha = (...files) => node('--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--timeout', '60000', '--exit', ...files);

const checks = {
  format: tool('prettier', '--check', '--log-level', 'warn', '.'),
  types: () => {
    tool('tsc', '-b', 'src/core')();
    tool('tsc', '-p', '.')();
  },
  lint: tool('eslint', '.', '--max-warnings', '0'),
  core: mocha('test/core/**/*.test.ts', 'test/demo/**/*.test.ts'),
  build: node('test/package/build.mjs'),
  package: mocha('test/package/*.test.ts', 'test/house/*.test.ts'),
  browser: tool('wtr'),
  stories: mocha('test/stories/*.test.ts'),
  pages: mocha('test/e2e/*.test.ts'),
};

async function main() {
  setUp();
  const { findBrowser } = await import('./browser.mjs');
  console.log(`Browser: ${findBrowser()}`);
  const wanted = process.argv.slice(2);
  const names = wanted.length > 0 ? wanted : Object.keys(checks);
  const unknown = names.filter((name) => !(name in checks));
  if (unknown.length > 0) throw new Error(`unknown check: choose among ${Object.keys(checks).join(', ')}; got ${unknown.join(', ')}`);
  for (const name of names) {
    const start = Date.now();
    console.log(`\n── ${name}`);
    checks[name]();
    console.log(`── ${name}: passed in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
}

await main().catch((error) => {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
});
