/**
 * Names that the one-file builds may shorten: members of types whose doc comment begins with `@internal` (in the engine `@engine` too:
 * what others may know, but no page gets from there), unless the name is also a member of any other type of ours, is known to the
 * browser or to Lit, or is a word of any text. What is left is only ever written out, after a dot or in braces, and never leaves the
 * file that it is in.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

const isType = (node) => ts.isInterfaceDeclaration(node) || ts.isClassLike(node) || ts.isTypeAliasDeclaration(node);
const isMember = (node) =>
  ts.isTypeElement(node) ||
  (ts.isClassElement(node) && ts.isClassLike(node.parent)) ||
  ts.isParameterPropertyDeclaration(node, node.parent);
const isText = (node) => ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isRegularExpressionLiteral(node);
/** What the modules are called, and what stands in types, is in no built file. */
const isGone = (node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node);
const words = (text) => text.match(/\w+/g) ?? [];

/**
 * @param {Iterable<string>} ours TypeScript sources.
 * @param {Iterable<string>} theirs Sources and declarations of others: all their words are taken, except for their comments.
 * @param {string[]} [tags]
 */
export function internalNames(ours, theirs, tags = ['internal']) {
  const isInternal = (node) => ts.getJSDocTags(node).some(({ tagName }) => tags.includes(tagName.text));
  const internal = new Set();
  const taken = new Set();
  const visit = (node, inside) => {
    const names = inside ? internal : taken;
    if (isMember(node) && node.name) names.add(node.name.text);
    if (isText(node) && !isGone(node.parent)) words(node.text).forEach((word) => taken.add(word));
    ts.forEachChild(node, (child) => visit(child, isType(node) ? isInternal(node) : inside));
  };
  for (const text of ours) visit(ts.createSourceFile('ours.ts', text, ts.ScriptTarget.ES2022, true), false);
  for (const text of theirs) words(text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '')).forEach((word) => taken.add(word));
  return [...internal].filter((name) => /^[a-z]\w+$/i.test(name) && !taken.has(name)).sort();
}

function texts(folder, pattern) {
  const files = readdirSync(resolve(root, folder), { recursive: true }).filter((file) => pattern.test(file));
  return files.map((file) => readFileSync(resolve(root, folder, file), 'utf8'));
}

const libraries = (pattern) => texts('node_modules/typescript/lib', pattern);

/** Those of the library. */
export const ownNames = () =>
  internalNames(texts('src', /\.ts$/), [...texts('node_modules/lit-html', /^[\w-]+\.(js|d\.ts)$/), ...libraries(/^lib\..*\.d\.ts$/)]);

/** Those of the engine, a file made of some folders alone: it meets no texts of the others, and nothing but what workers know. */
export const engineNames = () =>
  internalNames(
    ['core', 'worker'].flatMap((folder) => texts(`src/${folder}`, /\.ts$/)),
    libraries(/^lib\.(es|decorators|webworker).*\.d\.ts$/),
    ['internal', 'engine'],
  );
