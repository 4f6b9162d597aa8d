/** Takes the indentation out of `html`, `svg` and `css` templates: a browser reads a line break there as one space. */

const styles = (text) =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^\n\s*/, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};<>/]) ?| (?=!)/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;}/g, '}')
    .replace(/\b0\./g, '.');
// Spaces beside the tags of blocks are never seen. A value without quotes ends at a space or at the end of its tag.
const BLOCK = '</?(?:section|div|p|ul|li|d[dlt]|h3|details|summary|table|caption|t(?:head|body|[rdh]))\\b';
const beside = new RegExp(`\\s+(?=${BLOCK})|(?<=${BLOCK}[^<>]*>)\\s+`, 'g');
const markup = (text) =>
  text
    .replace(beside, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/="([\w-]+)"(?=[ >])/g, '=$1');
const squeezers = { html: markup, svg: markup, css: styles };

/** Every tagged template below a node of the syntax tree. */
function* templates(node) {
  if (node === null || typeof node !== 'object') return;
  if (node.type === 'TaggedTemplateExpression' && node.tag.name in squeezers) yield node;
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) for (const one of child) yield* templates(one);
    else yield* templates(child);
  }
}

/** @returns {import('vite').Plugin} */
export function shortTemplates() {
  return {
    name: 'short-templates',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /src[\\/](base|chart|theme|elements)[\\/].*\.ts$/ },
      handler(code) {
        const cuts = [...templates(this.parse(code))]
          .flatMap((node) =>
            node.quasi.quasis.map((part) => ({
              start: part.start,
              end: part.end,
              short: squeezers[node.tag.name](code.slice(part.start, part.end)),
            })),
          )
          .sort((a, b) => b.start - a.start);
        let out = code;
        for (const { start, end, short } of cuts) out = out.slice(0, start) + short + out.slice(end);
        return { code: out, map: null };
      },
    },
  };
}
