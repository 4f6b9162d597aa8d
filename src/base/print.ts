/** Prints one widget alone: a copy in a frame of its own, so that the page around it stays as it is. */
import { colors, sizes, tokenProperty } from '../theme/tokens.js';
import type { TokenName } from '../theme/tokens.js';

const INHERITED = ['font-family', 'font-size', 'direction', 'color-scheme'];

function copyLook(from: Element, to: HTMLElement): void {
  const look = getComputedStyle(from);
  const tokens = [...Object.keys(colors), ...Object.keys(sizes)].map((name) => tokenProperty(name as TokenName));
  for (const name of [...INHERITED, ...tokens]) {
    const value = look.getPropertyValue(name);
    if (value) to.style.setProperty(name, value);
  }
}

/** Prints `content` with the sheets of `root`, and takes the frame away afterwards. */
export function printAlone(host: HTMLElement, content: Element, sheets: readonly CSSStyleSheet[]): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  for (const [name, value] of [
    ['position', 'fixed'],
    ['inline-size', '0'],
    ['block-size', '0'],
    ['border', '0'],
  ])
    frame.style.setProperty(name, value);
  document.body.append(frame);
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) {
    frame.remove();
    window.print();
    return;
  }
  const Sheet = (view as Window & typeof globalThis).CSSStyleSheet;
  const place = page.createElement('div');
  const root = place.attachShadow({ mode: 'open' });
  copyLook(host, place);
  root.adoptedStyleSheets = sheets.map((sheet) => {
    const copy = new Sheet();
    copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join('\n'));
    return copy;
  });
  page.title = document.title;
  root.append(page.importNode(content, true));
  page.body.append(place);
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
