/**
 * custom-elements.json from the doc comments of the elements. `--write` refreshes the committed file (done by every
 * build); without it, says whether the committed file is what the source makes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const committed = resolve(root, 'custom-elements.json');
const analyzer = resolve(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');

/** Members that only serve inside the library are nobody's API. */
function isPublic(member) {
  return member.privacy !== 'private' && member.privacy !== 'protected' && !member.name.startsWith('_') && !member.name.startsWith('#');
}

/** As the base class names attributes. */
const hyphenated = (name) => name.replace(/[A-Z]/g, '-$&').toLowerCase();

function tidy(manifest) {
  for (const module of manifest.modules) {
    for (const declaration of module.declarations ?? []) {
      for (const attribute of declaration.attributes ?? []) attribute.name = hyphenated(attribute.name);
      for (const member of declaration.members ?? []) if (member.attribute) member.attribute = hyphenated(member.attribute);
      if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      // The analyzer takes the first argument of an event's class for its name.
      if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name?.includes('-'));
    }
  }
  manifest.modules = manifest.modules.filter(
    (module) => (module.declarations ?? []).some((one) => one.customElement) || /-element\.ts$/.test(module.path),
  );
  manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  return manifest;
}

/** The manifest as the source makes it now. */
export function analyze() {
  const out = mkdtempSync(join(tmpdir(), 'vigie-cem-'));
  const args = ['analyze', '--quiet', '--config', 'test/package/cem.config.mjs', '--outdir', relative(root, out)];
  execFileSync(process.execPath, [analyzer, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const manifest = JSON.parse(readFileSync(join(out, 'custom-elements.json'), 'utf8'));
  rmSync(out, { recursive: true });
  // Paths as they are published: src/x.ts is dist/x.js in the package.
  return `${JSON.stringify(tidy(manifest), null, 2).replace(/"(\/?)src\/([\w/.-]+)\.ts"/g, '"$1dist/$2.js"')}\n`;
}

/** True when the committed file is what the source makes. */
export function isFresh() {
  return existsSync(committed) && readFileSync(committed, 'utf8') === analyze();
}

if (process.argv.includes('--write')) writeFileSync(committed, analyze());
