/** Lint rules, and the plan of the house: which room may import which. */
import { dirname, relative, resolve } from 'node:path';
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** Room -> rooms it may import besides itself. `core/errors.ts` and the lists of `core/kpi/pulse-sets.ts` are open to all; `types` allows `import type` only. */
const rooms = {
  'core/calendar': { may: [] },
  'core/stats': { may: [] },
  'core/table': { may: ['core/calendar'] },
  'core/ingest': { may: ['core/table', 'core/calendar'] },
  'core/model': { may: ['core/stats'] },
  'core/kpi': { may: ['core/table', 'core/calendar', 'core/stats', 'core/model'] },
  core: { may: ['core/calendar', 'core/stats', 'core/table', 'core/ingest', 'core/model', 'core/kpi'] },
  worker: { may: ['core', 'core/calendar', 'core/stats', 'core/table', 'core/ingest', 'core/kpi'] },
  // Written by the build: each brings one KPI to the engines of the page.
  'worker/packs': { may: ['worker'] },
  source: { may: ['worker', 'worker/packs'], types: ['core', 'core/ingest', 'core/kpi', 'core/table'] },
  theme: { may: [] },
  locale: { may: [], types: ['core', 'core/ingest', 'core/kpi', 'core/table'] },
  chart: { may: ['theme', 'locale'], types: ['core', 'core/kpi', 'core/ingest', 'core/table', 'base'] },
  base: { may: ['source', 'chart', 'theme', 'locale'], types: ['core', 'core/kpi', 'core/ingest', 'core/table', 'worker'] },
  elements: { may: ['base', 'chart', 'theme', 'locale', 'worker/packs'], types: ['core', 'core/kpi', 'core/ingest', 'core/table'] },
};
/** Packages that a room may import. */
const packages = {
  chart: ['lit'],
  base: ['lit'],
  elements: ['lit'],
};

const src = resolve(import.meta.dirname, 'src');

/** Room of a file in src; null for the entries (index, define, cdn), which may import everything. */
function roomOf(file) {
  const path = relative(src, file).replaceAll('\\', '/');
  if (path.startsWith('..')) return undefined;
  const [first, second] = path.split('/');
  if (second === undefined) return null;
  const inner = path.split('/').length > 2 ? `${first}/${second}` : first;
  return first === 'core' || inner === 'worker/packs' ? inner : first;
}

function verdict(file, name, isType) {
  const from = roomOf(file);
  if (!from) return null;
  if (!name.startsWith('.')) {
    const allowed = packages[from] ?? [];
    return allowed.some((pack) => name === pack || name.startsWith(`${pack}/`))
      ? null
      : `the room ${from} may not import the package ${name}`;
  }
  const target = resolve(dirname(file), name);
  const to = roomOf(target);
  if (to === undefined) return `src may not import ${name} from outside src`;
  if (/core[\\/](errors|kpi[\\/]pulse-sets)\.js$/.test(target)) return null;
  if (from === to) {
    const element = (path) => relative(src, path).split(/[\\/]/)[1];
    return from === 'elements' && element(file) !== element(target) ? 'an element may not import another element' : null;
  }
  const rule = rooms[from];
  if (!rule) return `src/${from} is no room of the plan: add it to eslint.config.mjs`;
  if (rule.may.includes(to) || (isType && rule.types?.includes(to))) return null;
  return `the room ${from} may not import ${isType ? '' : 'values from '}${to ?? 'an entry'}`;
}

const roomImports = {
  meta: { type: 'problem', schema: [], messages: { no: '{{why}}' } },
  create(context) {
    const check = (node, name, isType) => {
      const why = verdict(context.filename, name, isType);
      if (why) context.report({ node, messageId: 'no', data: { why } });
    };
    const typeOnly = (node) =>
      (node.importKind ?? node.exportKind) === 'type' ||
      (node.specifiers?.length > 0 && node.specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type'));
    return {
      ImportDeclaration: (node) => check(node, node.source.value, typeOnly(node)),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source.value, typeOnly(node)),
      ExportAllDeclaration: (node) => check(node, node.source.value, typeOnly(node)),
      ImportExpression: (node) => node.source.type === 'Literal' && check(node, node.source.value, false),
    };
  },
};

const clock = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'No clock in the core: take asOf.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'No clock in the core: take asOf.' },
  { selector: "CallExpression[callee.name='Date']", message: 'No clock in the core: take asOf.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'No chance in the core: take a seed.' },
  { selector: "MemberExpression[object.name='performance']", message: 'No clock in the core.' },
];
const unsafe = [
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]', message: 'No markup from strings.' },
  { selector: 'NewExpression[callee.name="Function"]', message: 'No code from strings: the page may forbid it.' },
  { selector: 'CallExpression[callee.name="eval"]', message: 'No code from strings: the page may forbid it.' },
];
const size = (lines) => ({ 'max-lines': ['error', { max: lines }], 'max-lines-per-function': ['error', { max: 50 }] });

export default ts.config(
  {
    ignores: [
      'dist/**',
      'dist-demo/**',
      'storybook-static/**',
      '.cache/**',
      'node_modules/**',
      'src/worker/engine.generated.js',
      'src/worker/packs/**',
      'test/fixtures/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    languageOptions: { parserOptions: { ecmaVersion: 2024, sourceType: 'module' } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y, house: { rules: { rooms: roomImports } } },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/best-practice'].rules,
      ...litA11y.configs.recommended.rules,
      'house/rooms': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...unsafe],
      ...size(250),
    },
  },
  { files: ['src/core/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...unsafe, ...clock] } },
  { files: ['stories/**/*.ts', 'demo/**/*.{ts,mjs}'], rules: size(250) },
  {
    files: ['test/**/*.{ts,mjs}'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name=/^(it|describe)$/][callee.property.name=/^(skip|only)$/]',
          message: 'No skipped or single tests.',
        },
        { selector: "CallExpression[callee.property.name='retries']", message: 'No retried tests.' },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', fetch: 'readonly' },
    },
  },
);
