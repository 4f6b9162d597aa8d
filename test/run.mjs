/**
 * `npm test`: sets up what is missing, then runs every check, as many side by side as there are cores, those that fail soonest first.
 * The first that fails ends the rest. `npm test -- lint core` runs some; one alone shows what it prints as it comes.
 */
import { availableParallelism } from 'node:os';
import { spawn } from 'node:child_process';
import { root, setUp } from './setup.mjs';

/** More at a time want more memory than they save time. */
const LANES = Math.min(4, availableParallelism());

const npx = (...args) => ['npx', '--no-install', ...args];
const node = (...args) => [process.execPath, ...args];
const mocha = (...files) => node('--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--timeout', '60000', '--exit', ...files);

/** What each runs, one after the other, and which of them must have passed before: what they make is read or written by it. */
function checksOf(browserFiles) {
  return {
    format: { commands: [npx('prettier', '--check', '--log-level', 'warn', '.')] },
    types: { commands: [npx('tsc', '-b', 'src/core'), npx('tsc', '-p', '.')] },
    lint: { commands: [npx('eslint', '.', '--max-warnings', '0')] },
    build: { commands: [node('test/package/build.mjs')], after: ['types'] },
    core: { commands: [mocha('test/core/**/*.test.ts', 'test/demo/**/*.test.ts')] },
    // Apart from what draws, for they last as long.
    engine: { commands: [npx('wtr', '--files', browserFiles.engine)] },
    browser: { commands: [npx('wtr', '--files', browserFiles.drawn)], after: ['build'] },
    stories: { commands: [mocha('test/stories/*.test.ts')], after: ['build'] },
    package: { commands: [mocha('test/package/*.test.ts', 'test/house/*.test.ts')], after: ['build'] },
    pages: { commands: [mocha('test/e2e/*.test.ts')], after: ['build'] },
  };
}

const running = new Set();

/** Ends a command and all that it has started: browsers go when they hear of an interruption, the rest goes in any case. */
function end(child) {
  if (process.platform === 'win32') return void child.kill();
  const send = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  send('SIGINT');
  setTimeout(send, 5_000, 'SIGKILL').unref();
}

/** Runs a command; answers whether it passed. What it prints goes to `show`, or straight to the screen. */
function execute([command, ...args], show) {
  return new Promise((done) => {
    const options = {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: ['ignore', ...(show ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
    };
    const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
    running.add(child);
    child.stdout?.on('data', show);
    child.stderr?.on('data', show);
    const finish = (passed) => {
      running.delete(child);
      done(passed);
    };
    child.on('error', (error) => {
      console.error(error.message);
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** Runs one check and prints it in one piece, unless it is alone. */
async function perform(name, { commands }, alone) {
  const start = Date.now();
  const heard = [];
  if (alone) console.log(`\n── ${name}`);
  let passed = true;
  for (const command of commands) passed &&= await execute(command, alone ? null : (piece) => heard.push(piece));
  return { name, passed, heard: Buffer.concat(heard), seconds: ((Date.now() - start) / 1000).toFixed(1) };
}

/** Checks in lanes; resolves with the name of the first that failed, or null. */
async function inLanes(names, checks, lanes) {
  const left = [...names];
  const atWork = new Map();
  const done = new Set();
  const isReady = (name) => (checks[name].after ?? []).every((before) => done.has(before) || !names.includes(before));
  while (left.length > 0 || atWork.size > 0) {
    for (let next = left.find(isReady); next && atWork.size < lanes; next = left.find(isReady)) {
      left.splice(left.indexOf(next), 1);
      atWork.set(next, perform(next, checks[next], lanes === 1));
    }
    const { name, passed, heard, seconds } = await Promise.race(atWork.values());
    atWork.delete(name);
    done.add(name);
    if (lanes > 1) process.stdout.write(Buffer.concat([Buffer.from(`\n── ${name}\n`), heard]));
    console.log(`── ${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s`);
    if (!passed) return name;
  }
  return null;
}

async function main() {
  setUp();
  const { findBrowser } = await import('./browser.mjs');
  console.log(`Browser: ${findBrowser()}`);
  const checks = checksOf(await import('../web-test-runner.config.mjs'));
  const wanted = process.argv.slice(2);
  const names = Object.keys(checks).filter((name) => wanted.length === 0 || wanted.includes(name));
  const unknown = wanted.filter((name) => !(name in checks));
  if (unknown.length > 0) throw new Error(`unknown check: choose among ${Object.keys(checks).join(', ')}; got ${unknown.join(', ')}`);
  const start = Date.now();
  const failed = await inLanes(names, checks, Math.min(LANES, names.length));
  for (const child of running) end(child);
  if (failed) throw new Error(`${failed} failed: what it says stands above`);
  console.log(`\nAll passed in ${((Date.now() - start) / 1000).toFixed(0)} s`);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    process.exitCode = 1;
    for (const child of running) end(child);
  });
}

await main().catch((error) => {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
});
