/** The plan of the house is kept by tools; these tests break it on purpose and expect the tools to say so. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { expect } from 'chai';

const root = resolve(import.meta.dirname, '../..');

async function complaints(code: string, file: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: root });
  const [result] = await eslint.lintText(code, { filePath: resolve(root, file) });
  return result!.messages.map((message) => `${message.ruleId ?? 'parse'}: ${message.message}`);
}

/** Compiles one file under the core's own settings, in a folder of its own. */
function coreCompilerOutput(code: string): string {
  const folder = resolve(root, '.cache/house');
  mkdirSync(folder, { recursive: true });
  writeFileSync(resolve(folder, 'broken-on-purpose.ts'), code);
  const options = { composite: false, incremental: false, noEmit: true, emitDeclarationOnly: false, rootDir: '.', tsBuildInfoFile: null };
  writeFileSync(
    resolve(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../src/core/tsconfig.json', compilerOptions: options, include: ['.'] }),
  );
  try {
    execFileSync('npx', ['--no-install', 'tsc', '-p', folder], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('plan of the house: lint', () => {
  const forbidden: [string, string, string, RegExp][] = [
    [
      'statistics importing a table',
      `import { Dictionary } from '../table/dictionary.js';\nexport const b = Dictionary;\n`,
      'src/core/stats/x.ts',
      /core\/stats may not import/,
    ],
    [
      'the core importing lit',
      `import { html } from 'lit';\nexport const b = html;\n`,
      'src/core/kpi/x.ts',
      /may not import the package lit/,
    ],
    [
      'an element importing another',
      `import { x } from '../rfm-matrix/rfm-matrix.element.js';\nexport const b = x;\n`,
      'src/elements/kpi-funnel/x.ts',
      /may not import another element/,
    ],
    [
      'an element importing the engine',
      `import { run } from '../../core/engine.js';\nexport const b = run;\n`,
      'src/elements/kpi-funnel/x.ts',
      /elements may not import values from core/,
    ],
    [
      'a source importing values of the core',
      `import { run } from '../core/engine.js';\nexport const b = run;\n`,
      'src/source/x.ts',
      /source may not import values from core/,
    ],
    [
      'the base importing d3',
      `import { ticks } from 'd3-array';\nexport const b = ticks;\n`,
      'src/base/x.ts',
      /may not import the package d3-array/,
    ],
    ['the core reaching out of src', `import { x } from '../../demo/texts.js';\nexport const b = x;\n`, 'src/core/x.ts', /outside src/],
    ['Date.now in the core', `export const b = Date.now();\n`, 'src/core/kpi/x.ts', /No clock in the core/],
    ['new Date() in the core', `export const b = new Date();\n`, 'src/core/kpi/x.ts', /No clock in the core/],
    ['Math.random in the core', `export const b = Math.random();\n`, 'src/core/kpi/x.ts', /No chance in the core/],
    [
      'innerHTML',
      `export const f = (e: { innerHTML: string }): void => void (e.innerHTML = 'x');\n`,
      'src/base/x.ts',
      /No markup from strings/,
    ],
    ['any', `export const f = (x: any): unknown => x;\n`, 'src/base/x.ts', /no-explicit-any/],
    ['a file over 250 lines', `${'export {};\n'.repeat(251)}`, 'src/base/x.ts', /max-lines/],
    ['a skipped test', `it.skip('x', () => {});\n`, 'test/core/x.test.ts', /No skipped or single tests/],
  ];
  for (const [what, code, file, expected] of forbidden) {
    it(`refuses ${what}`, async () => {
      expect((await complaints(code, file)).join('\n')).to.match(expected);
    });
  }

  it('accepts what the plan allows', async () => {
    const code = `import type { KpiResult } from '../../core/kpi/contract.js';\nexport type R = KpiResult;\n`;
    expect(await complaints(code, 'src/elements/kpi-funnel/x.ts')).to.deep.equal([]);
  });
});

describe('plan of the house: compiler', () => {
  for (const name of ['document', 'window', 'setTimeout', 'console', 'process']) {
    it(`does not know ${name} in the core`, () => {
      expect(coreCompilerOutput(`export const b: unknown = ${name};\n`)).to.match(new RegExp(`Cannot find name '${name}'`));
    });
  }

  it('compiles the core as it stands', () => {
    expect(coreCompilerOutput('export const b: unknown = 1;\n')).to.equal('');
  });
});

describe('plan of the house: repository', () => {
  it('names no download address in the lock file', () => {
    expect(readFileSync(resolve(root, 'package-lock.json'), 'utf8')).not.to.match(/"resolved":\s*"http/);
  });
});
