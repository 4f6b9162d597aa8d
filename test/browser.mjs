/** Finds a Chromium, installs one where there is none, and knows the flags it needs. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const cache = resolve(import.meta.dirname, '../.cache/browsers');

/** Keeps the browser off the network; root cannot use the sandbox. */
export const browserFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
];

/** Browsers that this script downloaded earlier: .cache/browsers/chrome/<platform-version>/chrome-<platform>/chrome */
function downloaded() {
  const root = join(cache, 'chrome');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true })
    .map((name) => join(root, String(name)))
    .filter((path) => /[\\/](chrome|chrome\.exe|Google Chrome for Testing)$/.test(path));
}

function look() {
  const wanted = [process.env.CHROME_PATH, process.env.PUPPETEER_EXECUTABLE_PATH, ...usual, ...downloaded()];
  return wanted.find((path) => path && existsSync(path)) ?? null;
}

function attempt(command, args) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    return true;
  } catch {
    return false;
  }
}

/** Debian and its kin, as root: the distribution's package. Elsewhere: Chrome for Testing into .cache. */
function install() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found: installing it with apt-get …');
    if (
      attempt('apt-get', ['update', '-qq']) &&
      attempt('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-liberation', 'fonts-dejavu-core'])
    )
      return;
  }
  console.log('No Chromium found: downloading one into .cache/browsers …');
  const cli = resolve(import.meta.dirname, '../node_modules/@puppeteer/browsers/lib/cjs/main-cli.js');
  attempt(process.execPath, [cli, 'install', 'chrome@stable', '--path', cache]);
}

/** Path of a Chromium or Chrome; installs one if need be. Throws when none can be had. */
export function findBrowser() {
  const found = look();
  if (found) return found;
  install();
  const installed = look();
  if (installed) return installed;
  throw new Error('no browser for the tests: install Chromium or Chrome, or name one in CHROME_PATH; got none in the usual places');
}
