/** What is published: within its budgets, with an export map and types that tools accept, with a fresh manifest. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import type * as core from '../../src/core/index.js';
import { listKpis } from '../../src/core/kpi/index.js';
import { tags } from '../tags.js';
import { sizes } from './sizes.mjs';
import { isFresh } from './manifest.mjs';
import { writtenSizes } from './readme.mjs';

const root = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | Record<string, string>>;
  sideEffects: string[];
  files: string[];
};
const tool = (...args: string[]): string => {
  try {
    return execFileSync('npx', ['--no-install', ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
};

describe('published files', () => {
  it('keep their byte budgets', async () => {
    const over = (await sizes()).filter(({ bytes, budget, whole = 0, wholeBudget = 0 }) => bytes > budget || whole > wholeBudget);
    expect(over).to.deep.equal([]);
  });

  it('have the sizes that the README says, within 0.3 KB', async () => {
    const real = (await sizes()).flatMap(({ bytes, whole }) => (whole ? [bytes / 1000, whole / 1000] : [bytes / 1000]));
    expect(writtenSizes().length).to.equal(real.length);
    writtenSizes().forEach((written, index) => expect(written).to.be.closeTo(real[index]!, 0.3));
  });

  it('exist for every entry of the export map, types included, and for every side effect', () => {
    const paths = Object.values(manifest.exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)));
    const missing = paths.filter((path) => !existsSync(resolve(root, path)));
    const effects = manifest.sideEffects.filter((path) => !path.includes('*') && !existsSync(resolve(root, path)));
    expect([...missing, ...effects]).to.deep.equal([]);
  });

  it('offer an entry and a class for every element', () => {
    for (const tag of tags) {
      expect(manifest.exports).to.include.keys(`./${tag}`, `./${tag}/class`);
      expect(manifest.sideEffects).to.include(`./dist/elements/${tag}/${tag}.js`);
    }
  });

  it('offer an entry for every KPI', () => {
    for (const kpi of listKpis()) expect(manifest.exports).to.include.keys(`./kpi/${kpi}`);
  });

  it('pass publint', () => {
    expect(tool('publint', 'run', '--strict', '--pack', 'npm')).to.match(/All good!/);
  });

  it('have types that resolve (attw, profile esm-only)', () => {
    const scripts = ['./cdn/vigie.js', './cdn/vigie.classic.js', './worker'];
    const lines = tool(
      'attw',
      '--pack',
      '.',
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      ...scripts,
      '--no-color',
      '--no-emoji',
    ).split('\n');
    for (const entry of Object.keys(manifest.exports).filter((path) => !scripts.includes(path))) {
      const line = lines.find((one) => one.includes(`"${entry.replace('.', 'vigie')}"`));
      expect(line, entry).to.match(/│ OK \((ESM|JSON)\) *│ OK/);
    }
  });

  it('core entry imports no DOM: it runs in Node as published', async () => {
    const built = (await import(resolve(root, 'dist/core/index.js'))) as typeof core;
    const { dataset } = built.createDataset([
      { step: 'Appels', count: 10 },
      { step: 'Signés', count: 1 },
    ]);
    const result = built.run(dataset, { kpi: 'funnel' }) as { value: { steps: { overallRate: number | null }[] } };
    expect(result.value.steps[1]!.overallRate).to.equal(0.1);
  });

  it('every module can be imported on a server', async () => {
    const index = (await import(resolve(root, 'dist/index.js'))) as Record<string, unknown>;
    expect(index).to.include.keys('KpiFunnelElement', 'RfmMatrixElement', 'ChurnAlertsElement');
    await import(resolve(root, 'dist/define.js'));
  });

  it('custom-elements.json is what the source makes', () => {
    expect(isFresh()).to.equal(true);
  });
});

describe('manifest of the elements', () => {
  interface Declaration {
    tagName?: string;
    summary?: string;
    events?: { name: string }[];
    cssParts?: unknown[];
    attributes?: { name?: string; description?: string }[];
  }
  const modules = (
    JSON.parse(readFileSync(resolve(root, 'custom-elements.json'), 'utf8')) as { modules: { declarations?: Declaration[] }[] }
  ).modules;
  const elements = modules.flatMap((module) => module.declarations ?? []).filter((declaration) => declaration.tagName);

  it('describes every tag with summary, events, parts and attributes in words', () => {
    expect(elements.map((element) => element.tagName).sort()).to.deep.equal(tags);
    for (const element of elements) {
      expect(element.summary, element.tagName).to.be.a('string').and.not.equal('');
      expect(
        element.events?.map((event) => event.name),
        element.tagName,
      ).to.include(element.tagName === 'kpi-dashboard' ? 'kpi-state' : 'kpi-select');
      expect(element.cssParts?.length, element.tagName).to.be.greaterThan(3);
      for (const attribute of element.attributes ?? [])
        expect(attribute.description, `${element.tagName} ${attribute.name ?? ''}`)
          .to.be.a('string')
          .and.not.equal('');
    }
  });
});
