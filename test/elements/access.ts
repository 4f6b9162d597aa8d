/** Every state of a widget under axe. */
import { expect } from '@open-wc/testing';
import type { KpiElement } from '../../src/base/kpi-element.js';
import { KpiError } from '../../src/core/errors.js';
import type { KpiResult } from '../../src/core/kpi/contract.js';
import type { KpiSource } from '../../src/source/source.js';

/** A ready-made result, a source, or nothing. */
type State = KpiResult<unknown> | KpiSource | null;
export type Look = readonly [theme: 'light' | 'dark', lang: 'en' | 'fr', width: number];

const looks: readonly Look[] = [
  ['light', 'en', 760],
  ['dark', 'fr', 280],
];
const silent = { onProgress: () => () => undefined, onNotice: () => () => undefined, release: () => undefined };
const waiting: KpiSource = { ...silent, loaded: new Promise(() => undefined), run: () => new Promise(() => undefined) };

function refusing(): KpiSource {
  const loaded = Promise.reject<never>(new KpiError('network', 'test: network'));
  loaded.catch(() => undefined);
  return { ...silent, loaded, run: () => loaded };
}

/** The widget on a page of its own colours. */
async function place(element: KpiElement<unknown>, state: State, [theme, lang, width]: Look): Promise<HTMLElement> {
  const page = document.createElement('div');
  page.lang = lang;
  page.style.cssText = `color-scheme: ${theme}; background: ${theme === 'dark' ? '#15181d' : '#fff'}; inline-size: ${width}px`;
  if (state && 'run' in state) element.source = state;
  else element.result = state;
  page.append(element);
  document.body.append(page);
  if (state && state !== waiting) await element.ready.catch(() => null);
  await element.updateComplete;
  return page;
}

/**
 * Tests of the states given, and of those that every widget has, in each look; and of the tables, opened, of the first state.
 * @param attributes Settings of the widget in all of them.
 */
export function passesAxe(
  tag: string,
  states: Record<string, KpiResult<unknown>>,
  { attributes = {}, views = looks }: { attributes?: Record<string, string>; views?: readonly Look[] } = {},
): void {
  const make = (): KpiElement<unknown> => {
    const element = document.createElement(tag) as KpiElement<unknown>;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const usual: [string, () => State, string][] = [
    ['empty', () => null, 'empty'],
    ['loading', () => waiting, 'loading'],
    ['error', refusing, 'error'],
  ];
  const given = Object.entries(states).map(([name, state]) => [name, () => state, state.status] as const);

  describe(`${tag}: accessibility`, () => {
    let page: HTMLElement;
    afterEach(() => page.remove());

    for (const [name, state, status] of [...given, ...usual]) {
      for (const look of views) {
        it(`${name}, ${look.join(', ')} px`, async () => {
          const element = make();
          page = await place(element, state(), look);
          expect(element.status).to.equal(status);
          await expect(element).to.be.accessible();
        });
      }
    }

    it('of its tables when they are open', async () => {
      const element = make();
      page = await place(element, given[0]![1](), views[0]!);
      const toggle = [...element.renderRoot.querySelectorAll('button')].find((button) => /^Table(au)?$/.test(button.textContent.trim()))!;
      toggle.click();
      await element.updateComplete;
      expect(toggle.getAttribute('aria-expanded')).to.equal('true');
      await expect(element).to.be.accessible();
    });
  });
}
