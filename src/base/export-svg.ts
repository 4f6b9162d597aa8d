/** The picture as an SVG file that needs nothing else: computed looks become attributes, title and finding are drawn. */
import { toRgb } from '../chart/rgb.js';
import { wrap } from '../chart/truncate.js';
import type { TextSize } from '../chart/measure.js';

const SVG = 'http://www.w3.org/2000/svg';
const COLORS = ['fill', 'stroke'] as const;
/** Property and its initial value: what equals it is not written. */
const LOOKS: readonly (readonly [string, string])[] = [
  ['stroke-width', '1px'],
  ['stroke-dasharray', 'none'],
  ['stroke-linecap', 'butt'],
  ['opacity', '1'],
  ['text-anchor', 'start'],
  ['dominant-baseline', 'auto'],
  ['paint-order', 'normal'],
];
const FONTS = ['font-size', 'font-weight'] as const;
const DROPPED = /^(data-|aria-|tabindex$|role$|class$|part$|id$|style$)/;
const TITLE_LINE = 22;
const TEXT_LINE = 18;
const GAP = 8;

export interface SvgPicture {
  svg: SVGSVGElement;
  title: string;
  finding: string;
  /** Computed colours of the place: text and ground. */
  ink: string;
  surface: string;
  /** Computed font of the page. */
  family: string;
  measure(text: string, size: TextSize): number;
}

function paint(to: Element, look: CSSStyleDeclaration): void {
  for (const name of COLORS) {
    const value = look.getPropertyValue(name);
    if (value === 'none' || value.startsWith('url(')) {
      to.setAttribute(name, value);
      continue;
    }
    const { color, alpha } = toRgb(value);
    to.setAttribute(name, color);
    const opacity = alpha * Number(look.getPropertyValue(`${name}-opacity`) || 1);
    if (opacity < 1) to.setAttribute(`${name}-opacity`, String(opacity));
    else to.removeAttribute(`${name}-opacity`);
  }
}

function dress(from: Element, to: Element): void {
  for (const { name } of [...to.attributes]) if (DROPPED.test(name)) to.removeAttribute(name);
  const look = getComputedStyle(from);
  if (!/^(svg|g|defs|title|desc)$/.test(from.localName)) paint(to, look);
  for (const [name, initial] of LOOKS) {
    const value = look.getPropertyValue(name);
    if (value && value !== initial) to.setAttribute(name, value);
  }
  if (from.localName === 'text' || from.localName === 'tspan') for (const name of FONTS) to.setAttribute(name, look.getPropertyValue(name));
}

/** Same tree without comments and without what is not displayed. */
function copy(from: Element): Element | null {
  if (getComputedStyle(from).display === 'none' && from.localName !== 'defs') return null;
  const to = from.cloneNode(false) as Element;
  for (const child of from.childNodes) {
    const node = child instanceof Element ? copy(child) : child instanceof Text ? child.cloneNode() : null;
    if (node) to.append(node);
  }
  dress(from, to);
  return to;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

function texts({ title, finding, ink, measure }: SvgPicture, width: number): { nodes: Element[]; height: number } {
  const fill = toRgb(ink).color;
  const heading = wrap(title, width, (line) => measure(line, 'heading'));
  const lines = wrap(finding, width, (line) => measure(line, 'body'));
  let y = 0;
  const nodes = [
    ...heading.map((line) => element('text', { x: 0, y: (y += TITLE_LINE), fill, 'font-size': '17px', 'font-weight': 600 }, line)),
    ...lines.map((line) => element('text', { x: 0, y: (y += TEXT_LINE), fill, 'font-size': '14px' }, line)),
  ];
  return { nodes, height: y + GAP * 2 };
}

/** Markup of the file. */
export function svgFile(picture: SvgPicture): string {
  const { svg, title, finding, surface, family } = picture;
  const width = Number(svg.getAttribute('width')) || svg.viewBox.baseVal.width;
  const height = Number(svg.getAttribute('height')) || svg.viewBox.baseVal.height;
  const head = texts(picture, width);
  const box = { x: -GAP, y: -GAP, width: width + 2 * GAP, height: height + head.height + 2 * GAP };
  const root = element('svg', {
    viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`,
    width: box.width,
    height: box.height,
    'font-family': `${family}, sans-serif`,
    role: 'img',
  });
  const inner = copy(svg);
  if (inner) {
    inner.setAttribute('x', '0');
    inner.setAttribute('y', String(head.height));
    inner.setAttribute('overflow', 'visible');
    root.append(
      element('title', {}, title),
      element('desc', {}, finding),
      element('rect', { ...box, fill: toRgb(surface).color }),
      ...head.nodes,
      inner,
    );
  }
  return new XMLSerializer().serializeToString(root);
}
