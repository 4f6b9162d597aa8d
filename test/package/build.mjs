/** Builds everything that is published: modules, types, worker, one-file builds, manifest. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, run } from '../setup.mjs';

const npx = (...args) => run('npx', ['--no-install', ...args]);

rmSync(resolve(root, 'dist'), { recursive: true, force: true });
run(process.execPath, ['src/worker/embed-engine.mjs']);
for (const mode of ['modules', 'cdn', 'classic']) npx('vite', 'build', '--mode', mode, '--logLevel', 'warn');
run(process.execPath, ['src/worker/embed-engine.mjs', '--worker-out', 'dist/worker.js']);
npx('tsc', '-b', 'src/core');
npx('tsc', '-p', 'src/core', '--outDir', 'dist/core', '--composite', 'false', '--incremental', 'false', '--tsBuildInfoFile', 'null');
npx('tsc', '-p', 'src');
run(process.execPath, ['test/package/manifest.mjs', '--write']);
