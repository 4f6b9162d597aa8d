/** Which module of the core belongs to the kernel of the engine, and which to the part of one KPI or of several. */
import { resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

/**
 * What the kernel takes although only some KPIs need it, in bytes without white space: less than the request and the frame of a part
 * of its own are worth.
 */
const SMALL = 1000;

/** The options that all bundles of the engine share. */
export const bundling = {
  absWorkingDir: root,
  bundle: true,
  // Imports that stand in the entry for the order of modules only stay.
  ignoreAnnotations: true,
  write: false,
  format: 'esm',
  // One step under the language of the library: a page's build that lowers to this leaves the function as it is,
  // where lowering could make it lean on helpers outside, which a worker made of its text would not have.
  target: 'es2021',
  // Some sandboxes for third-party scripts refuse the directive.
  tsconfigRaw: { compilerOptions: { target: 'ES2022', useDefineForClassFields: false, alwaysStrict: false } },
  legalComments: 'none',
  logLevel: 'warning',
};

/** A module and all that it imports. */
function reach(imports, from) {
  const found = new Set();
  const go = (file) => {
    if (found.has(file)) return;
    found.add(file);
    imports[file].forEach(go);
  };
  go(from);
  return found;
}

/** Bytes of each module that a bundle takes something of. */
export function bytesIn({ outputs }) {
  const all = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).map(([file, { bytesInOutput }]) => [file, bytesInOutput]),
  );
  return new Map(all.filter(([, bytes]) => bytes > 0));
}

/** All KPIs and what they import, in one bundle. */
async function graphOf(registry) {
  const { metafile } = await build({ ...bundling, entryPoints: [registry], metafile: true, minify: true });
  const inside = (imports) => imports.filter(({ external }) => !external).map(({ path }) => path);
  const imports = Object.fromEntries(Object.entries(metafile.inputs).map(([file, input]) => [file, inside(input.imports)]));
  return { imports, bytes: bytesIn(metafile), kpis: imports[registry].filter((file) => file.startsWith('src/core/kpi/')) };
}

/** Modules outside the kernel that the same KPIs need, those first that more of them need. */
function groupsOf(ids, imports, kernel) {
  const groups = new Map();
  const reached = Object.entries(ids).map(([id, file]) => [id, reach(imports, file)]);
  for (const file of Object.keys(imports)) {
    const owners = reached.filter(([, files]) => files.has(file)).map(([id]) => id);
    if (owners.length === 0 || kernel.has(file)) continue;
    const key = owners.join('+');
    if (!groups.has(key)) groups.set(key, { owners, files: new Set() });
    groups.get(key).files.add(file);
  }
  return [...groups.values()].sort((a, b) => b.owners.length - a.owners.length);
}

/**
 * The cut that follows from who imports what: what one KPI needs alone is its part; what several need is a part that their packs share
 * or, where it is small, goes into the kernel.
 * @param {string} registry Module that imports all KPIs, each from the module that bears its id.
 * @param {ReadonlySet<string>} needed Modules that the kernel takes something of.
 * @returns Modules of the kernel, and the parts: those that others need first, each with the ids of the KPIs that need it.
 */
export async function cutEngine(registry, needed) {
  const { imports, bytes, kpis } = await graphOf(registry);
  const swallowed = kpis.filter((file) => needed.has(file));
  if (swallowed.length > 0)
    throw new Error(`the kernel must not import a KPI: put what it needs into a module of its own; got ${swallowed}`);
  const ids = Object.fromEntries(kpis.map((file) => [file.replace(/^.*\/|\.ts$/g, ''), file]));
  const kernel = new Set(needed);
  const parts = [];
  for (const group of groupsOf(ids, imports, kernel)) {
    const { owners, files } = group;
    const size = [...files].reduce((sum, file) => sum + (bytes.get(file) ?? 0), 0);
    // The kernel cannot stand on a part.
    const mayKernel = [...files].every((file) => imports[file].every((one) => kernel.has(one) || files.has(one)));
    if (owners.length > 1 && size < SMALL && mayKernel) files.forEach((file) => kernel.add(file));
    else parts.push({ ...group, kpi: owners.length === 1 ? ids[owners[0]] : null });
  }
  return { kernel, parts };
}
