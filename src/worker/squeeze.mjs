/** The smallest text of a script that pages load as it is. */
import { minify } from 'terser';
import { minify as minifyAgain, parseAst } from 'vite';

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
 * @param {string} code
 * @param {{ module?: boolean, mangle?: object }} [options] `module`: an ES module, whose top-level names are its own;
 *   `mangle`: the minifier's settings for names.
 */
export async function squeeze(code, { module = false, mangle = {} } = {}) {
  const compress = { passes: 3, ecma: 2020, pure_getters: true, keep_fargs: false, unsafe_arrows: true, inline: 1 };
  const { code: once = '' } = await minify(withoutConst(code), {
    module,
    ecma: 2020,
    compress,
    mangle,
    format: { comments: false, ecma: 2020 },
  });
  // The second minifier finds shorter names and a few expressions that the first one leaves.
  const { code: twice } = await minifyAgain('script.js', once, { module, compress: true, mangle: true, codegen: true });
  return twice;
}
