import { expect } from 'chai';
import type { WidgetView } from '../../src/base/widget.js';
import type { FakeWidget } from './fake-widget.js';
import './fake-widget.js';
import { fakeResult, textOf } from './fake-widget.js';

const COUNTS = Array.from({ length: 600 }, (_, i) => i);

/** @param change What the view of the widget is made into. */
function shown(change: (view: WidgetView) => WidgetView = (view) => view): FakeWidget {
  const element = document.createElement('fake-widget');
  const view = element['view'].bind(element);
  element['view'] = (...args) => change(view(...args));
  element.result = fakeResult(COUNTS);
  document.body.append(element);
  return element;
}

const cells = (element: FakeWidget): HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>('.tables tbody tr > *')];
const isLaidOut = (cell: HTMLElement): boolean => cell.checkVisibility({ contentVisibilityAuto: true });

describe('tables of a widget', () => {
  it('are complete for assistive technology while nobody sees them, though the browser does not lay them out', async () => {
    const element = shown();
    await element.ready;
    const written = cells(element);
    expect(written.map(({ textContent }) => textContent)).to.deep.equal(COUNTS.flatMap((count) => [`b${count}`, `${count}`]));
    const [head, number] = written;
    expect([head.localName, head.getAttribute('scope'), number.localName, number.className]).to.deep.equal(['th', 'row', 'td', 'number']);
    const place = element.renderRoot.querySelector('.tables')!;
    expect(getComputedStyle(place).contentVisibility, 'hidden would take them from assistive technology').to.equal('auto');
    expect(place.closest('[aria-hidden], [inert], [hidden]')).to.equal(null);
    expect(isLaidOut(number)).to.equal(false);
    element.renderRoot.querySelector<HTMLElement>('.toolbar button')!.click();
    await element.updateComplete;
    expect(getComputedStyle(place).contentVisibility).to.equal('visible');
    expect(cells(element)[1].offsetHeight).to.be.greaterThan(10);
    element.remove();
  });

  it('have the rows of the newest result, and no more', async () => {
    const element = shown();
    await element.ready;
    element.result = fakeResult([7, 3]);
    await element.ready;
    expect(cells(element).map(({ textContent }) => textContent)).to.deep.equal(['b0', '7', 'b1', '3']);
    element.remove();
  });

  it('may be made after the picture, and are made once', async () => {
    const asked: [view: number, isDrawn: boolean][] = [];
    let views = 0;
    const element = shown((view) => {
      const { tables } = view;
      const own = views++;
      return Object.defineProperty(view, 'tables', {
        get() {
          asked.push([own, element.renderRoot.querySelector('[part=chart]') !== null]);
          return tables;
        },
      });
    });
    await element.ready;
    element.exportCSV();
    expect(asked.map(([view]) => view)).to.deep.equal([...new Set(asked.map(([view]) => view))]);
    expect(asked.every(([, isDrawn]) => isDrawn)).to.equal(true);
    expect(asked.at(-1)![0], 'those of the newest view').to.equal(views - 1);
    element.remove();
  });

  it('that cannot be made are an error of the widget', async () => {
    const element = shown((view) =>
      Object.defineProperty(view, 'tables', {
        get() {
          throw new Error('broken');
        },
      }),
    );
    const error = await element.ready.catch((thrown: { code: string }) => thrown);
    expect((error as { code: string }).code).to.equal('internal');
    expect(textOf(element)).to.contain('The calculation failed.');
    element.remove();
  });
});
