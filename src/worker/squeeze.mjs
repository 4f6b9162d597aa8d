/** The smallest text of a script that pages load as it is. */
import { minify as terser } from 'terser';
import { minify as oxc, parseAst } from 'vite';

/** A node of the syntax tree and every node below it. */
function* nodes(node) {
  if (node === null || typeof node !== 'object') return;
  if (node.type) yield node;
  for (const child of Object.values(node)) yield* nodes(child);
}

/** A script with other texts in the place of some nodes, none of which stands in another one. */
function withTexts(code, texts) {
  let out = code;
  for (const [{ start, end }, text] of texts.sort(([a], [b]) => b.start - a.start)) out = out.slice(0, start) + text + out.slice(end);
  return out;
}

/** `const` as `let`: in a finished script they mean the same, and one word takes fewer bytes than two. */
function withoutConst(code) {
  const constants = [...nodes(parseAst(code))].filter(({ type, kind }) => type === 'VariableDeclaration' && kind === 'const');
  return withTexts(
    code,
    constants.map(({ start }) => [{ start, end: start + 'const'.length }, 'let']),
  );
}

/** `var name=(…)=>…` for a declared function. */
function arrowOf(code, { id, params, body }) {
  const [only] = body.body;
  const value = body.body.length === 1 && only.type === 'ReturnStatement' && only.argument;
  const given = params.length > 0 ? code.slice(params[0].start, params.at(-1).end) : '';
  return `var ${id.name}=(${given})=>${value ? `(${code.slice(value.start, value.end)})` : code.slice(body.start, body.end)};`;
}

/**
 * The functions inside the functions of a script as arrows, where nothing before them speaks of them: a run of these takes one word
 * for all, and fewer signs each.
 */
function withArrows(code) {
  return withTexts(
    code,
    parseAst(code).body.flatMap((outer) => arrowsIn(code, outer)),
  );
}

function arrowsIn(code, outer) {
  const firsts = new Map();
  for (const { type, name, start } of nodes(outer)) {
    if (type === 'Identifier') firsts.set(name, Math.min(start, firsts.get(name) ?? Infinity));
  }
  const mayBeArrow = (node) =>
    node.type === 'FunctionDeclaration' &&
    !node.generator &&
    !node.async &&
    firsts.get(node.id.name) === node.id.start &&
    ![...nodes(node)].some(({ type, name }) => type === 'ThisExpression' || name === 'arguments');
  return outer.body.body.filter(mayBeArrow).map((node) => [node, arrowOf(code, node)]);
}

/** Letters in the order in which scripts have them. */
const LETTERS = [...'etrnisalouydcphfmgvbkwxqzjETNIRAOSCLDMPUHFGVBKWXQZJY_'];

/** For the names of properties that a pattern allows to shorten, a short one each: the shortest for those that stand there most often. */
function shortNames(code, pattern) {
  const counts = new Map();
  for (const { key, property, computed } of nodes(parseAst(code))) {
    const name = !computed && (key ?? property)?.name;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const free = [...LETTERS, ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second))].filter((name) => !counts.has(name));
  const names = [...counts.keys()].filter((name) => pattern.test(name)).sort((a, b) => counts.get(b) - counts.get(a));
  return { props: { props: Object.fromEntries(names.map((name, place) => [`$${name}`, free[place]])) } };
}

/**
 * Two minifiers one after the other: each finds what the other leaves.
 * @param {string} code
 * @param {{ module?: boolean, mangle?: object, namesLast?: boolean }} [options] `module`: an ES module, whose top-level names are its own;
 *   `mangle`: the minifier's settings for names; `namesLast`: they are shortened once everything else is done, which packs the engine
 *   better, but not what draws.
 */
export async function squeeze(code, { module = false, mangle = {}, namesLast = false } = {}) {
  const safe = { passes: 3, ecma: 2020, pure_getters: true, keep_fargs: false, inline: 1, lhs_constants: false };
  const compress = { ...safe, unsafe_arrows: true, unsafe_methods: true };
  const options = { module, ecma: 2020, format: { comments: false, ecma: 2020 } };
  const first = await terser(withoutConst(code), { ...options, compress, mangle: !namesLast && mangle });
  const second = await oxc('script.js', first.code ?? '', { module, compress: { target: 'es2021' }, mangle: !namesLast });
  if (second.errors.length > 0) throw new Error(second.errors[0].message);
  if (!namesLast) return second.code;
  const joined = { ...options, compress: { defaults: false, join_vars: true }, mangle };
  const nameCache = shortNames(second.code, mangle.properties.regex);
  return (await terser(withArrows(second.code), { ...joined, nameCache })).code ?? '';
}
