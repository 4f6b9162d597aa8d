/** The picture as an SVG file that needs nothing else: computed looks become attributes, title and finding are drawn. */
import { toRgb } from '../chart/rgb.js';

type Attributes = Readonly<Record<string, string | number>>;

const GAP = 8;
/** Width of a character as a share of the font's size, rather too wide: lines break without being measured. */
const CHARACTER = 0.58;
const KEPT = /^([xydr]|[rc][xy]|[xy][12]|width|height|points|viewBox)$/;
/** Looks that matter where something is painted; they are inherited, so that all are written. */
const LOOKS = ['opacity', 'stroke-width', 'direction', 'text-anchor', 'font-size', 'font-weight'];

function element(name: string, attributes: Attributes, ...content: (Node | string)[]): Element {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`);
  made.append(...content);
  return made;
}

/** Same tree without what is not displayed, each element with the looks that it has in the page. */
function copy(from: Element): Element[] {
  const style = getComputedStyle(from);
  if (style.display === 'none') return [];
  const attributes: Record<string, string | number> = {};
  for (const { name, value } of from.attributes) if (KEPT.test(name)) attributes[name] = value;
  const content = [...from.children].flatMap(copy);
  for (const name of content.length ? ['opacity'] : LOOKS) attributes[name] = style.getPropertyValue(name);
  for (const name of content.length ? [] : (['fill', 'stroke'] as const)) {
    const { color, alpha } = toRgb(style[name]);
    attributes[name] = color;
    attributes[`${name}-opacity`] = alpha * +style.getPropertyValue(`${name}-opacity`);
  }
  return [element(from.localName, attributes, ...(content.length ? content : [from.textContent]))];
}

/** Markup of the file. Ground, ink and font are those of the tooltip: it is never transparent. */
export function svgFile(root: ParentNode, title: string, finding: string): string {
  const svg = root.querySelector('.chart svg')!;
  const box = root.querySelector('.tooltip')!;
  const { color, backgroundColor, fontFamily } = getComputedStyle(box);
  const [width, height] = ['width', 'height'].map((name) => +svg.getAttribute(name)!);
  let y = 0;
  const write = (text: string, size: number, weight: number) => {
    const most = Math.floor(width / (CHARACTER * size));
    const lines = text.match(new RegExp(`.{1,${most}}( |$)|.{${most}}`, 'g')) ?? [];
    return lines.map((line) => element('text', { y: (y += size + 5), 'font-size': size, 'font-weight': weight }, line));
  };
  const words = [...write(title, 17, 600), ...write(finding, 14, 400)];
  y += 2 * GAP;
  const picture = copy(svg);
  for (const each of picture) {
    each.setAttribute('y', `${y}`);
    each.setAttribute('overflow', 'visible');
  }
  const frame = { x: -GAP, y: -GAP, width: width + 2 * GAP, height: y + height + 2 * GAP };
  const file = element(
    'svg',
    {
      viewBox: Object.values(frame).join(' '),
      width: frame.width,
      height: frame.height,
      'font-family': fontFamily,
      fill: toRgb(color).color,
    },
    element('title', {}, title),
    element('rect', { ...frame, fill: toRgb(backgroundColor).color }),
    ...words,
    ...picture,
  );
  return new XMLSerializer().serializeToString(file);
}
