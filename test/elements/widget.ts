/** A widget on a page of a language and a width, and what a person finds in it. */
import { fixture } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { KpiElement } from '../../src/base/kpi-element.js';

type Widget = Pick<KpiElement<unknown>, 'renderRoot'>;
type Readied = HTMLElement & Pick<KpiElement<unknown>, 'ready'>;

/** With its figures. */
export async function placed<E extends Readied>(markup: TemplateResult, lang: string, width = 760): Promise<E> {
  const parentNode = document.createElement('div');
  parentNode.lang = lang;
  parentNode.style.inlineSize = `${width}px`;
  const element = await fixture<E>(markup, { parentNode });
  await element.ready;
  return element;
}

export const all = <E extends Element = HTMLElement>({ renderRoot }: Widget, selector: string): E[] => [
  ...renderRoot.querySelectorAll<E>(selector),
];

/** White space folded, without what only keeps words together. */
export const words = (said: Node | string | null | undefined): string =>
  ((said instanceof Node ? said.textContent : said) ?? '')
    .replace(/\u2060/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export const mark = ({ renderRoot }: Widget, id: string): SVGElement => renderRoot.querySelector(`[data-mark="${id}"]`) as SVGElement;

export const label = (element: Widget, id: string): string => words(mark(element, id).getAttribute('aria-label'));

export const button = (element: Widget, name: string, within = ''): HTMLButtonElement =>
  all<HTMLButtonElement>(element, `${within} button`).find((each) => words(each) === name) as HTMLButtonElement;

/** Id of the mark that has the focus. */
export const focused = ({ renderRoot }: Widget): string | null | undefined => renderRoot.activeElement?.getAttribute('data-mark');

export function press(target: Element, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}
