/** The list where it has little room: no text on another, none outside the widget. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/churn-alerts/churn-alerts.js';
import type { ChurnAlertsElement } from '../../../src/elements/churn-alerts/churn-alerts.js';
import { churn, customer, result } from './fixture.js';

const WIDTH = 280;
/** Texts on one line touch, at most. */
const NEAR = 1;

/** What each text of the list covers, line by line. */
function lines(list: Element): (DOMRect & { text: string })[] {
  const walker = document.createTreeWalker(list, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) found.push(Object.assign(box, { text: walker.currentNode.textContent!.trim() }));
  }
  return found.filter(({ text, width }) => text && width > NEAR);
}

describe('churn-alerts: the list in 280 pixels', () => {
  for (const dir of ['ltr', 'rtl'] as const) {
    for (const revenue of [12.5, 29_543_180_475]) {
      it(`${dir}, ${revenue} each`, async () => {
        const parentNode = document.createElement('div');
        Object.assign(parentNode, { lang: 'fr', dir });
        // A wide font.
        parentNode.style.cssText = `inline-size: ${WIDTH}px; font-family: monospace`;
        const some = ['C-1', 'C-16524'].map((id) => customer(id, { revenue, orders: 1234 }));
        const markup = html`<churn-alerts .result=${result(churn({ customers: some }))}></churn-alerts>`;
        const element = await fixture<ChurnAlertsElement>(markup, { parentNode });
        await element.ready;
        const { left, right } = element.getBoundingClientRect();
        const list = element.renderRoot.querySelector('.list')!;
        expect(list.scrollWidth).to.be.at.most(WIDTH);
        const boxes = lines(list);
        for (const [index, a] of boxes.entries()) {
          expect(a.left, a.text).to.be.at.least(left - NEAR);
          expect(a.right, a.text).to.be.at.most(right + NEAR);
          for (const b of boxes.slice(index + 1)) {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            expect(across > NEAR && down > a.height / 2, `${a.text} | ${b.text}`).to.equal(false);
          }
        }
      });
    }
  }
});
