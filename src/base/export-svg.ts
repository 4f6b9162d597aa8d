/** The picture as an SVG file that needs nothing else: computed looks become attributes, title and finding are drawn. */
import { toRgb } from '../chart/rgb.js';

type Attributes = Record<string, string | number>;

const GAP = 8;
/** Width of a character as a share of the font's size, rather too wide: lines break without being measured. */
const CHARACTER = 0.58;
const KEPT = /^([xydr]|[rc][xy]|[xy][12]|width|height|points|viewBox)$/;
const LOOKS = ['opacity', 'stroke-width', 'stroke-dasharray', 'paint-order', 'direction', 'text-anchor', 'font-size', 'font-weight'];

const escaped = (text: unknown) => `${text}`.replace(/[&<"]/g, (character) => `&#${character.charCodeAt(0)};`);

function tag(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

/** Same tree without what is not displayed, each element with the looks that it has in the page. */
function copy(from: Element, attributes: Attributes = {}): string {
  const style = getComputedStyle(from);
  if (style.display === 'none') return '';
  for (const { name, value } of from.attributes) if (KEPT.test(name)) attributes[name] = value;
  for (const name of LOOKS) attributes[name] = style.getPropertyValue(name);
  for (const name of ['fill', 'stroke'] as const) {
    const { color, alpha } = toRgb(style[name]);
    attributes[name] = color;
    attributes[`${name}-opacity`] = alpha * +style.getPropertyValue(`${name}-opacity`);
  }
  const content = from.firstElementChild ? [...from.children].map((child) => copy(child)).join('') : escaped(from.textContent);
  return tag(from.localName, attributes, content);
}

/** Markup of the file. Ground, ink and font are those of the tooltip: it is never transparent. */
export function svgFile(root: ParentNode, title: string, finding: string): string {
  const svg = root.querySelector('.chart svg')!;
  const { color, backgroundColor, fontFamily } = getComputedStyle(root.querySelector('.tooltip')!);
  const [width, height] = ['width', 'height'].map((name) => +svg.getAttribute(name)!);
  let y = 0;
  const write = (text: string, size: number, weight: number) => {
    const most = Math.floor(width / (CHARACTER * size));
    const lines = text.match(new RegExp(`.{1,${most}}( |$)|.{${most}}`, 'g')) ?? [];
    return lines.map((line) => tag('text', { y: (y += size + 5), 'font-size': size, 'font-weight': weight }, escaped(line)));
  };
  const words = [...write(title, 17, 600), ...write(finding, 14, 400)];
  const picture = copy(svg, { y: (y += 2 * GAP), overflow: 'visible' });
  const frame = { x: -GAP, y: -GAP, width: width + 2 * GAP, height: y + height + 2 * GAP };
  const look = { 'font-family': fontFamily, fill: toRgb(color).color };
  return tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: Object.values(frame).join(' '), ...frame, ...look },
    tag('title', {}, escaped(title)) + tag('rect', { ...frame, fill: toRgb(backgroundColor).color }) + words.join('') + picture,
  );
}
