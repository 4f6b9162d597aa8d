/** The smallest text of a script that pages load as it is. */
import { minify } from 'terser';

/** @param {string} code @param {{ module?: boolean }} [options] `module`: an ES module, whose top-level names are its own. */
export async function squeeze(code, { module = false } = {}) {
  const compress = { passes: 3, ecma: 2020, pure_getters: true, keep_fargs: false, unsafe_arrows: true, inline: 1 };
  const result = await minify(code, { module, ecma: 2020, compress, format: { comments: false, ecma: 2020 } });
  return result.code ?? '';
}
