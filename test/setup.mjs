/** Brings a fresh clone to where its commands work: right Node, packages as the lock file says, the embedded engine. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
const stamp = resolve(root, 'node_modules/.vigie-lock');

/** Runs a command in the repository and shows what it prints. Throws when it fails. */
export function run(command, args, env = {}) {
  execFileSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Node is too old: install Node 20.19 or newer; got ${process.versions.node}`);
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(resolve(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages …');
  // Not `npm ci`: it refuses the lock file where a registry lacks rollup's packages for other platforms.
  run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  mkdirSync(resolve(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, lock);
}

/** Everything that any command needs. */
export function setUp() {
  checkNode();
  installPackages();
  run(process.execPath, ['src/worker/embed-engine.mjs']);
}
