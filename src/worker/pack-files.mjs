/** The modules that bring KPIs: of each a typed one, and its code beside it. */

const camel = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Names and texts of the files in packs/. */
export function packFiles(parts) {
  const nameOf = ({ owners }) => (owners.length === 1 ? owners[0] : `shared-${parts.findIndex((one) => one.owners === owners) + 1}`);
  const code = parts.map((part) => {
    const name = JSON.stringify(part.owners.join('+'));
    return [`${nameOf(part)}.code.js`, `export const part=[${name},${part.text}];\n`];
  });
  const ids = parts.filter(({ owners }) => owners.length === 1).map(({ owners }) => owners[0]);
  const packs = ids.map((id) => {
    const needed = parts.filter(({ owners }) => owners.includes(id));
    const imports = needed.map((part, at) => `import { part as part${at} } from './${nameOf(part)}.code.js';\n`).join('');
    const brought = `pack('${id}', ${needed.map((_, at) => `part${at}`).join(', ')})`;
    const text = `${imports}\n/** Id of the KPI, which importing this brings to the engines of the page. */\nexport const ${camel(id)} = ${brought};\n`;
    return [`${id}.ts`, `/** Brings one KPI. Written by embed-engine.mjs. */\nimport { pack } from '../pack.js';\n${text}`];
  });
  const all = ids.sort().map((id) => `export { ${camel(id)} } from './${id}.js';\n`);
  return [...code, ...packs, ['all.ts', `/** Brings all KPIs. Written by embed-engine.mjs. */\n${all.join('')}`]];
}
