import { expect, fixture, html } from '@open-wc/testing';
import { fakeResult, textOf } from './fake-widget.js';
import type { FakeWidget } from './fake-widget.js';

async function shown(markup = html`<fake-widget lang="en" .result=${fakeResult([10, 5, 1])}></fake-widget>`): Promise<FakeWidget> {
  const element = await fixture<FakeWidget>(markup);
  await element.ready;
  return element;
}

function press(target: Element, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

const active = (element: FakeWidget) => (element.renderRoot as ShadowRoot).activeElement;
const mark = (element: FakeWidget, id: string) => element.renderRoot.querySelector<SVGElement>(`[data-mark="${id}"]`) as SVGElement;
const button = (element: FakeWidget, name: string) =>
  [...element.renderRoot.querySelectorAll('button')].find((each) => each.textContent?.trim() === name) as HTMLButtonElement;
const open = (element: FakeWidget, selector: string) => element.renderRoot.querySelector(selector)?.matches(':popover-open') ?? false;

describe('marks', () => {
  it('are one tab stop, walked through with arrows, Home and End', async () => {
    const element = await shown();
    const stops = () => [...element.renderRoot.querySelectorAll('[data-mark]')].map((each) => each.getAttribute('tabindex'));
    expect(stops()).to.deep.equal(['0', '-1', '-1']);
    mark(element, 'b0').focus();
    press(mark(element, 'b0'), 'ArrowDown');
    expect(active(element)).to.equal(mark(element, 'b1'));
    expect(stops()).to.deep.equal(['-1', '0', '-1']);
    press(mark(element, 'b1'), 'End');
    expect(active(element)).to.equal(mark(element, 'b2'));
    press(mark(element, 'b2'), 'ArrowRight');
    expect(active(element)).to.equal(mark(element, 'b2'));
    press(mark(element, 'b2'), 'Home');
    expect(active(element)).to.equal(mark(element, 'b0'));
    element.bins = 3;
    await element.updateComplete;
    expect(stops()).to.deep.equal(['0', '-1', '-1']);
  });

  it('Enter and Space pick, "?" asks for the figure', async () => {
    const element = await shown();
    const picked: string[] = [];
    element.addEventListener('kpi-select', ({ values }) => picked.push(String(values[0])));
    press(mark(element, 'b0'), 'Enter');
    press(mark(element, 'b1'), ' ');
    expect(picked).to.deep.equal(['b0', 'b1']);
    press(mark(element, 'b1'), '?');
    await element.updateComplete;
    expect(open(element, '.explain')).to.equal(true);
  });

  it('have a tooltip on focus and on hover, which Escape closes and the pointer may enter', async () => {
    const element = await shown();
    mark(element, 'b1').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    const box = element.renderRoot.querySelector('.tooltip') as HTMLElement;
    expect(open(element, '.tooltip')).to.equal(true);
    expect(box.textContent?.replace(/\s+/g, ' ')).to.contain('Bar b1');
    const { left, right, top, bottom } = box.getBoundingClientRect();
    expect(left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight).to.equal(true);
    mark(element, 'b1').dispatchEvent(new PointerEvent('pointerout', { bubbles: true, composed: true }));
    box.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(open(element, '.tooltip')).to.equal(true);
    press(document.body, 'Escape');
    expect(open(element, '.tooltip')).to.equal(false);
    mark(element, 'b0').focus();
    expect(open(element, '.tooltip')).to.equal(true);
    mark(element, 'b0').blur();
    expect(open(element, '.tooltip')).to.equal(false);
  });

  it('of a static widget cannot be reached or picked, and there is no toolbar', async () => {
    const element = await shown(html`<fake-widget static .result=${fakeResult([10])}></fake-widget>`);
    let picked = 0;
    element.addEventListener('kpi-select', () => picked++);
    mark(element, 'b0').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(picked).to.equal(0);
    expect(mark(element, 'b0').hasAttribute('tabindex')).to.equal(false);
    expect(element.renderRoot.querySelector('.toolbar, button')).to.equal(null);
    await expect(element).to.be.accessible();
  });
});

describe('toolbar and explanation', () => {
  it('shows the table to the eye on demand; it is always there for assistive technology', async () => {
    const element = await shown();
    const table = element.renderRoot.querySelector('table') as HTMLElement;
    expect(table.getBoundingClientRect().width).to.be.greaterThan(0);
    expect((element.renderRoot.querySelector('.tables') as HTMLElement).offsetHeight).to.equal(1);
    button(element, 'Table').click();
    await element.updateComplete;
    expect(button(element, 'Table').getAttribute('aria-expanded')).to.equal('true');
    expect((element.renderRoot.querySelector('.tables') as HTMLElement).offsetHeight).to.be.greaterThan(40);
    await expect(element).to.be.accessible();
  });

  it('every figure can be asked; the answer is also a plain object', async () => {
    const element = await shown();
    const answer = element.explain('rate');
    await element.updateComplete;
    expect(open(element, '.explain')).to.equal(true);
    expect(structuredClone(answer)).to.deep.include({
      figure: 'rate',
      label: 'Rate',
      value: '10.0%',
      definition: 'Share that went on',
      formula: 'b1 / b0',
      numerator: '1',
      denominator: '10',
      interval: '1.8\u2060–\u206040.4%',
      n: 10,
      window: null,
      asOf: '2011-12-09',
      timeZone: 'Europe/London',
      rows: { used: 11, left: { 'status-cancelled': 2 } },
      kpi: 'fake',
      version: 3,
    });
    const words = element.renderRoot
      .querySelector('.explain')
      ?.textContent?.replace(/\u2060/g, '')
      .replace(/\s+/g, ' ');
    expect(words)
      .to.match(/Rows left out\s*2 \(cancelled\)/)
      .and.to.match(/As of\s*December 9, 2011/);
    expect(words).to.contain('95% interval (Wilson)').and.to.contain('1.8–40.4%').and.to.contain('small sample (n = 10)');
    await expect(element).to.be.accessible();
    button(element, 'Total').click();
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.explain h3')?.textContent).to.contain('Total');
    button(element, 'Close').click();
    await element.updateComplete;
    expect(open(element, '.explain')).to.equal(false);
    expect(element.explain('nothing')).to.equal(null);
  });

  it('a key figure opens its explanation', async () => {
    const element = await shown();
    element.renderRoot.querySelector<HTMLButtonElement>('.figures button')?.click();
    await element.updateComplete;
    expect(open(element, '.explain')).to.equal(true);
  });

  it('gives the focus back to what opened it, however it closes', async () => {
    const element = await shown();
    const closed = () =>
      new Promise((resolve) => element.renderRoot.querySelector('.explain')!.addEventListener('toggle', resolve, { once: true }));
    const asked = async (opener: HTMLElement | SVGElement, ask: () => void) => {
      opener.focus();
      ask();
      await element.updateComplete;
      await closed();
      expect(active(element)).to.equal(element.renderRoot.querySelector('.explain'));
    };
    const figure = element.renderRoot.querySelector<HTMLButtonElement>('.figures button') as HTMLButtonElement;
    const why = button(element, 'Why?');
    const ways: [string, () => void][] = [
      ['button', () => button(element, 'Close').click()],
      ['as by Escape', () => element.renderRoot.querySelector<HTMLElement>('.explain')?.hidePopover()],
    ];
    for (const [way, close] of ways) {
      const bar = mark(element, 'b1');
      const openers: [HTMLElement | SVGElement, () => void][] = [
        [figure, () => figure.click()],
        [why, () => why.click()],
        [bar, () => press(bar, '?')],
      ];
      for (const [opener, ask] of openers) {
        await asked(opener, ask);
        const gone = closed();
        close();
        await gone;
        expect(open(element, '.explain')).to.equal(false);
        expect(active(element), `${way}, ${opener.textContent?.trim() ?? ''}`).to.equal(opener);
      }
    }
    await asked(why, () => why.click());
    button(element, 'Total').click();
    await element.updateComplete;
    const gone = closed();
    button(element, 'Close').click();
    await gone;
    expect(active(element), 'from one figure to another inside').to.equal(why);
  });

  it('the export menu opens under its button', async () => {
    const element = await shown();
    button(element, 'Export').click();
    await element.updateComplete;
    expect(open(element, '.menu')).to.equal(true);
    await expect(element).to.be.accessible();
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    try {
      button(element, 'CSV').click();
      await new Promise((resolve) => setTimeout(resolve));
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved).to.deep.equal(['fake.csv']);
    await element.updateComplete;
    expect(open(element, '.menu')).to.equal(false);
  });

  it('a heading of the page replaces ours and keeps its own level', async () => {
    const element = await shown(html`<fake-widget .result=${fakeResult()}></fake-widget>`);
    expect(element.renderRoot.querySelector('[role="heading"]')?.getAttribute('aria-level')).to.equal('2');
    const own = await shown(html`<fake-widget .result=${fakeResult()}><h3 slot="heading">Mine</h3></fake-widget>`);
    expect(own.renderRoot.querySelector('[role="heading"]')).to.equal(null);
    await expect(own).to.be.accessible();
  });

  it('prints everything: tables in full, nothing to press', async () => {
    const element = await shown();
    dispatchEvent(new Event('beforeprint'));
    expect(element.frames.at(-1)?.static).to.equal(true);
    expect(element.renderRoot.querySelector('.toolbar')).to.equal(null);
    dispatchEvent(new Event('afterprint'));
    expect(element.frames.at(-1)?.static).to.equal(false);
  });

  it('reads from right to left where the page does', async () => {
    const element = await shown(html`<fake-widget dir="rtl" .result=${fakeResult()}></fake-widget>`);
    expect(element.frames.at(-1)?.rtl).to.equal(true);
    expect(textOf(element)).to.contain('10');
  });

  it('is dark only where its page is', async () => {
    const element = await shown(html`<fake-widget .result=${fakeResult()}></fake-widget>`);
    const ink = () => getComputedStyle(element.renderRoot.querySelector('.base') as Element).color;
    const light = ink();
    element.style.colorScheme = 'dark';
    expect(ink()).to.not.equal(light);
  });

  it('a token set anywhere above is used', async () => {
    const box = document.createElement('div');
    box.style.setProperty('--kpi-ink', 'rgb(1, 2, 3)');
    const element = document.createElement('fake-widget');
    element.result = fakeResult();
    box.append(element);
    document.body.append(box);
    await element.ready;
    expect(getComputedStyle(element.renderRoot.querySelector('.base') as Element).color).to.equal('rgb(1, 2, 3)');
    box.remove();
  });
});
