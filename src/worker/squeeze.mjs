/** The smallest text of a script that pages load as it is. */
import { minify as terser } from 'terser';
import { minify as oxc, parseAst } from 'vite';

/** Every declaration of constants below a node of the syntax tree. */
function* constants(node) {
  if (node === null || typeof node !== 'object') return;
  if (node.type === 'VariableDeclaration' && node.kind === 'const') yield node;
  for (const child of Object.values(node)) yield* constants(child);
}

/** `const` as `let`: in a finished script they mean the same, and one word takes fewer bytes than two. */
function withoutConst(code) {
  let out = code;
  for (const { start } of [...constants(parseAst(code))].sort((a, b) => b.start - a.start)) {
    out = `${out.slice(0, start)}let${out.slice(start + 'const'.length)}`;
  }
  return out;
}

/**
 * Two minifiers one after the other: each finds what the other leaves.
 * @param {string} code
 * @param {{ module?: boolean, mangle?: object }} [options] `module`: an ES module, whose top-level names are its own;
 *   `mangle`: the minifier's settings for names.
 */
export async function squeeze(code, { module = false, mangle = {} } = {}) {
  const compress = { passes: 3, ecma: 2020, pure_getters: true, keep_fargs: false, inline: 1, lhs_constants: false };
  const unsafe = { unsafe_arrows: true, unsafe_methods: true };
  const format = { comments: false, ecma: 2020 };
  const first = await terser(withoutConst(code), { module, ecma: 2020, compress: { ...compress, ...unsafe }, mangle, format });
  const { code: second, errors } = await oxc('script.js', first.code ?? '', { module, compress: { target: 'es2021' } });
  if (errors.length > 0) throw new Error(errors[0].message);
  return second;
}
