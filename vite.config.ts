import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { squeeze } from './src/worker/squeeze.mjs';
import { ownNames } from './test/package/internal-names.mjs';
import { shortTemplates } from './test/package/templates.mjs';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
const define = { __VIGIE_VERSION__: JSON.stringify(version) };
const tags = readdirSync(resolve(root, 'src/elements'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Modules as they stand in src, dependencies left to the page's bundler: what `npm install vigie` brings. */
function modules(): UserConfig {
  const entries = [
    'index',
    'define',
    'filter-group',
    'core/index',
    'source/index',
    ...tags.flatMap((tag) => [`elements/${tag}/${tag}`, `elements/${tag}/${tag}.element`]),
  ];
  return {
    plugins: [shortTemplates()],
    build: {
      outDir: resolve(root, 'dist'),
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      target: 'es2022',
      lib: { entry: entries.map((entry) => resolve(root, `src/${entry}.ts`)), formats: ['es'] },
      rollupOptions: {
        external: [/^@?lit\b/],
        output: { preserveModules: true, preserveModulesRoot: resolve(root, 'src'), entryFileNames: '[name].js' },
      },
    },
  };
}

/** Vite leaves the white space of module libraries; a file that pages load as it is wants none, and no long names that are its own. */
const small: Plugin = {
  name: 'small',
  apply: 'build',
  async generateBundle({ format }, bundle) {
    const mangle = { properties: { regex: new RegExp(`^(${ownNames().join('|')})$`), keep_quoted: true } };
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = await squeeze(file.code, { module: format === 'es', mangle });
    }
  },
};

/** One file with everything inside, that defines every tag: what a page without a build loads. */
function oneFile(format: 'es' | 'iife'): UserConfig {
  return {
    plugins: [shortTemplates(), small],
    build: {
      outDir: resolve(root, 'dist/cdn'),
      emptyOutDir: false,
      sourcemap: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: resolve(root, 'src/cdn.ts'),
        formats: [format],
        name: 'vigie',
        fileName: () => (format === 'es' ? 'vigie.js' : 'vigie.classic.js'),
      },
      rollupOptions: { output: { generatedCode: { symbols: false } } },
    },
  };
}

/** The demo dashboard, for `npm start` and as a static site. */
function demo(): UserConfig {
  return {
    root: resolve(root, 'demo'),
    base: './',
    server: { host: '127.0.0.1', fs: { allow: [root] } },
    preview: { host: '127.0.0.1' },
    build: { outDir: resolve(root, 'dist-demo'), emptyOutDir: true, target: 'es2022' },
  };
}

/** The classic build has no import.meta; it asks document.currentScript. */
function classic(): UserConfig {
  const config = oneFile('iife');
  return { ...config, define: { ...define, 'import.meta.url': 'undefined' } };
}

const builds: Record<string, () => UserConfig> = { modules, cdn: () => oneFile('es'), classic };

export default defineConfig(({ mode }) => ({ define, publicDir: false, ...(builds[mode] ?? demo)() }));
