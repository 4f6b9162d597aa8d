/** A small shop, and a dashboard with widgets on it. */
import type { KpiDashboardElement } from '../../../src/elements/kpi-dashboard/kpi-dashboard.js';

const CHANNELS = ['E-mail', 'Ads', 'Direct'];
const COUNTRIES = ['France', 'Belgique'];

/** 60 customers, 1 to 6 orders each over 2024; numbers that look random and are always the same. */
function orders(): object[] {
  let state = 11;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  return Array.from({ length: 60 }, (_, who) =>
    Array.from({ length: 1 + next(6) }, (_, n) => ({
      id: `o${who}-${n}`,
      customer_id: `c${who}`,
      created_at: new Date(Date.UTC(2024, 0, 1 + next(366))).toISOString().slice(0, 10),
      total: 10 + next(90),
      channel: CHANNELS[who % 3],
      country: COUNTRIES[who % 2],
    })),
  ).flat();
}

export const shop = {
  version: 1,
  meta: { currency: 'EUR', timeZone: 'Europe/Paris' },
  orders: [
    ...orders(),
    { id: 'bad', customer_id: 'c1', created_at: 'one day', total: 5 },
    { id: 'last', customer_id: 'c0', created_at: '2024-12-31', total: 20, channel: 'Ads', country: 'France' },
  ],
};

/** A widget inside, with what tests ask of it. */
export type Widget = HTMLElement & {
  ready: Promise<{ filter: object; asOf: string; value: object }>;
  result: { filter: object; asOf: string; currency: string } | null;
  status: string;
  shadowRoot: ShadowRoot;
  updateComplete: Promise<boolean>;
  data: unknown;
};

export const widget = (tag: string): Widget => document.createElement(tag) as Widget;

export function dashboard(...children: (Element | string)[]): KpiDashboardElement {
  const element = document.createElement('kpi-dashboard');
  element.lang = 'en';
  element.data = shop;
  element.noHash = true;
  element.append(...children.map((child) => (typeof child === 'string' ? widget(child) : child)));
  return element;
}

/** In the page, and every widget has its figures. */
export async function placed(element: KpiDashboardElement, parent: Node = document.body): Promise<KpiDashboardElement> {
  parent.appendChild(element);
  await element.settled();
  return element;
}

/** A place of fixed width: the scroll bar of the page must not make widgets draw anew. */
export function box(): HTMLElement {
  const place = document.createElement('div');
  place.style.inlineSize = '500px';
  document.body.append(place);
  return place;
}

export const inside = (element: Element, tag: string): Widget => element.querySelector(tag) as Widget;

export const words = (node: Node | null | undefined): string =>
  (node?.textContent ?? '')
    .replace(/\u2060/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Names of the marks of a dimension, and a click on one. */
export function mark(element: Widget, pattern: RegExp): Element {
  const found = [...element.shadowRoot.querySelectorAll('[data-mark]')].find((each) => pattern.test(each.getAttribute('aria-label') ?? ''));
  if (!found) throw new Error(`no mark ${pattern}`);
  return found;
}

export function click(target: Element): void {
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
}

export const button = (element: KpiDashboardElement, name: string | RegExp): HTMLButtonElement => {
  const found = [...element.renderRoot.querySelectorAll('button')].find((each) =>
    typeof name === 'string' ? words(each) === name : name.test(each.getAttribute('aria-label') ?? words(each)),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};

export const chips = (element: KpiDashboardElement): string[] =>
  [...element.renderRoot.querySelectorAll('.chip')].map((chip) => words(chip).replace(/ ?×$/, ''));

export const task = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
