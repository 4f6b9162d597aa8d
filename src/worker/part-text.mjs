/** Texts of the functions that the engine is made of: of its kernel, and of each part. */
import { build } from 'esbuild';
import { parseAst } from 'vite';
import { bundling, bytesIn } from './cut.mjs';

/**
 * Begins the names by which parts know what is not theirs, which are shortened like those of members; and the parameters around a bundle,
 * which would else be names that it may have itself.
 */
const MARK = '$';

/** What parts need from modules that are not theirs: a name for each export of each module. */
export class Needs {
  #keys = new Map();

  /** Name of an export in the link. */
  key(file, name) {
    const keys = this.#of(file);
    if (!keys.has(name)) {
      const taken = [...this.#keys.values()].flatMap((all) => [...all.keys()]).filter((one) => one === name).length;
      keys.set(name, `${MARK}${name}${taken || ''}`);
    }
    return keys.get(name);
  }

  /** Exports of the modules, as a module that bears them by these names. */
  exportsOf(files) {
    return [...files]
      .flatMap((file) => [...this.#of(file)].map(([name, key]) => `export { ${name} as ${key} } from './${file}';`))
      .join('\n');
  }

  #of(file) {
    if (!this.#keys.has(file)) this.#keys.set(file, new Map());
    return this.#keys.get(file);
  }
}

/** Leaves the modules of others outside, by the name of their file. */
const only = (files) => ({
  name: 'only',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\./ }, async ({ pluginData, path, ...from }) => {
      if (pluginData) return undefined;
      const found = await resolve(path, { ...from, pluginData: true });
      const file = found.path.slice(`${bundling.absWorkingDir}/`.length).replaceAll('\\', '/');
      return files.has(file) ? found : { path: file, external: true };
    });
  },
});

/** `name as other` pairs as the properties of a braced list. */
const properties = (pairs) => pairs.map(([key, name]) => (key === name ? key : `${key}: ${name}`)).join(', ');

/** A bundle cut into what it imports, what it does and what it exports, each as pairs of the name outside and the name inside. */
function opened(text, needs) {
  const { body } = parseAst(text);
  const wanted = [];
  let [code, exported] = [text, []];
  for (const node of body.toReversed()) {
    if (node.type === 'ImportDeclaration') {
      for (const { type, imported, local } of node.specifiers) {
        if (type !== 'ImportSpecifier') throw new Error(`the engine imports by name only: name what you need of ${node.source.value}`);
        wanted.push([needs.key(node.source.value, imported.name), local.name]);
      }
    } else if (node.type === 'ExportNamedDeclaration') {
      exported = node.specifiers.map((one) => [one.exported.name, one.local.name]);
    } else continue;
    code = code.slice(0, node.start) + code.slice(node.end);
  }
  if (/^\s*["']use strict/.test(code)) throw new Error('the engine must not start with "use strict": check the options of the bundler');
  return { code, wanted, exported };
}

async function bundle(contents, options) {
  const stdin = { contents, resolveDir: bundling.absWorkingDir, loader: 'js' };
  const { outputFiles, metafile } = await build({ ...bundling, ...options, stdin, metafile: true });
  return { text: outputFiles[0].text.trim(), files: [...bytesIn(metafile).keys()] };
}

/** `function name(link) {…}`: of a KPI it gives the definition; what several KPIs share it puts into the link. */
export async function partText(name, { files, kpi }, needs) {
  const { text } = await bundle(kpi ? `export * from './${kpi}';` : needs.exportsOf(files), { plugins: [only(files)] });
  const { code, wanted, exported } = opened(text, needs);
  const taken = `var {${properties(wanted)}} = $link;`;
  if (!kpi) return `function ${name}($link){${taken}${code}Object.assign($link, {${properties(exported)}});}`;
  if (exported.length !== 1) throw new Error(`a KPI's module exports its definition alone: see ${kpi}; got ${exported.length} exports`);
  return `function ${name}($link){${taken}${code}return ${exported[0][1]};}`;
}

/** `function name(scope, parts) {…}`: the kernel, with all that the parts need of it; and the modules that it takes something of. */
export async function kernelText(name, { entry, define }, kernel, needs) {
  const { text, files } = await bundle(`export { start } from './${entry}';\n${needs.exportsOf(kernel)}`, { define });
  const { code, exported } = opened(text, needs);
  const { start, ...link } = Object.fromEntries(exported);
  return { text: `function ${name}($scope, $parts){${code}${start}($scope, $parts, {${properties(Object.entries(link))}})}`, files };
}
