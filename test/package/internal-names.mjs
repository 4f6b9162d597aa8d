/**
 * Names that the one-file builds may shorten: members of types whose doc comment begins with `@internal`, unless the name is also a
 * member of any other type of ours, is known to the browser or to Lit, or is a word of any text. What is left is only ever written out,
 * after a dot or in braces, and never leaves the file that it is in.
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
const isImport = (node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
const isInternal = (node) => ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');
const words = (text) => text.match(/\w+/g) ?? [];

/**
 * @param {Iterable<string>} ours TypeScript sources.
 * @param {Iterable<string>} theirs Sources and declarations of others: all their words are taken, except for their comments.
 */
export function internalNames(ours, theirs) {
  const internal = new Set();
  const taken = new Set();
  const visit = (node, inside) => {
    const names = inside ? internal : taken;
    if (isMember(node) && node.name) names.add(node.name.text);
    if (isText(node) && !isImport(node.parent)) words(node.text).forEach((word) => taken.add(word));
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

/**
 * Those of the library, or of some folders of it: texts of all others are none that a file made of these alone could meet.
 * @param {string[]} folders
 */
export function ownNames(folders = ['']) {
  const lit = texts('node_modules/lit-html', /^[\w-]+\.(js|d\.ts)$/);
  return internalNames(
    folders.flatMap((folder) => texts(`src/${folder}`, /\.ts$/)),
    [...lit, ...texts('node_modules/typescript/lib', /^lib\..*\.d\.ts$/)],
  );
}
