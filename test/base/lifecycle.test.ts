import { expect, waitUntil } from '@open-wc/testing';
import { factory, fakeReport, fakeResult, FakeSource, once, opened, textOf } from './fake-widget.js';
import type { FakeWidget } from './fake-widget.js';

const rows = [{ step: 'A', count: 10 }];
const task = () => new Promise((resolve) => setTimeout(resolve));

function create(): FakeWidget {
  opened.length = 0;
  const element = document.createElement('fake-widget');
  element.lang = 'en';
  element.data = rows;
  return element;
}

describe('life of an element', () => {
  it('a move in one task loads nothing again; a removal lets go of the source', async () => {
    const element = create();
    const [a, b] = [document.createElement('div'), document.createElement('div')];
    document.body.append(a, b);
    a.append(element);
    await element.ready;
    b.append(element);
    await element.updateComplete;
    await task();
    expect(opened).to.have.length(1);
    expect(opened[0].source.released).to.equal(0);
    element.remove();
    await task();
    expect(opened[0].source.released).to.equal(1);
    expect(opened[0].source.listeners).to.equal(0);
    a.remove();
    b.remove();
  });

  it('put back later, it still shows its figures and opens the data only when it needs them', async () => {
    const element = create();
    document.body.append(element);
    await element.ready;
    element.remove();
    await task();
    document.body.append(element);
    await element.updateComplete;
    expect(textOf(element)).to.contain('en: 10, 1');
    expect(opened).to.have.length(1);
    element.bins = 9;
    await element.ready;
    expect(opened).to.have.length(2);
    expect(opened[1].source.requests[0].params).to.deep.equal({ bins: 9, window: 'auto' });
    element.remove();
  });

  it('removed while loading, it starts again when put back', async () => {
    factory.make = () => new FakeSource();
    const element = create();
    document.body.append(element);
    await element.updateComplete;
    element.remove();
    await task();
    expect(opened[0].source.released).to.equal(1);
    factory.make = () => FakeSource.with(fakeResult());
    document.body.append(element);
    await element.ready;
    expect(opened).to.have.length(2);
    element.remove();
  });

  it('a source of the page is never released by the widget', async () => {
    const source = FakeSource.with(fakeResult());
    const element = document.createElement('fake-widget');
    element.source = source;
    document.body.append(element);
    await element.ready;
    element.remove();
    await task();
    expect(source.released).to.equal(0);
    expect(source.listeners).to.equal(0);
  });

  it('200 comings and goings leave no listener on the page and no source open', async () => {
    const counts = { added: 0, removed: 0 };
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const live = new Set<AbortSignal>();
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof addEventListener>) {
      const options = args[2];
      if ((this === window || this === document || this === document.fonts) && typeof options === 'object' && options.signal) {
        counts.added++;
        live.add(options.signal);
      }
      return addEventListener.apply(this ?? window, args);
    };
    try {
      const element = create();
      for (let i = 0; i < 200; i++) {
        document.body.append(element);
        if (i % 20 === 0) await element.updateComplete;
        element.remove();
      }
      await task();
      expect(counts.added).to.be.greaterThan(200);
      expect([...live].filter((signal) => !signal.aborted)).to.deep.equal([]);
      expect(opened.every(({ source }) => source.released === 1)).to.equal(true);
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
      EventTarget.prototype.removeEventListener = removeEventListener;
    }
  });

  it('cloned, in a closed shadow root, in a dialog and twice on a page', async () => {
    const element = create();
    document.body.append(element);
    const clone = element.cloneNode(true) as FakeWidget;
    clone.data = rows;
    const host = document.createElement('div');
    host.attachShadow({ mode: 'closed' }).append(clone);
    const dialog = document.createElement('dialog');
    const third = document.createElement('fake-widget');
    third.data = rows;
    dialog.append(third);
    document.body.append(host, dialog);
    await Promise.all([element.ready, clone.ready, third.ready]);
    expect(textOf(clone)).to.contain('en: 10, 1');
    const nominal = third.frames.at(-1)?.width;
    dialog.showModal();
    expect(nominal).to.equal(640);
    const width = Math.floor(third.getBoundingClientRect().width);
    await waitUntil(() => third.frames.at(-1)?.width === width, 'drawn in the width of the dialog', { timeout: 10_000 });
    for (const each of [element, host, dialog]) each.remove();
  });

  it('draws again when its width changes by a pixel or more, and not otherwise', async () => {
    const element = create();
    const box = document.createElement('div');
    box.style.width = '400px';
    box.append(element);
    document.body.append(box);
    await element.ready;
    const drawn = async (width: number) => {
      box.style.width = `${width}px`;
      await waitUntil(() => element.frames.at(-1)?.width === Math.floor(width), `drawn in ${width} px`, { timeout: 10_000 });
    };
    await drawn(350);
    const before = element.frames.length;
    box.style.width = '350.4px';
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await drawn(300);
    expect(element.frames).to.have.length(before + 1);
    box.remove();
  });

  it('a view that fails is an error in words', async () => {
    const element = create();
    element.result = null;
    factory.make = () => FakeSource.with({ ...fakeResult(), value: null });
    document.body.append(element);
    const { error } = await once(element, 'kpi-error');
    factory.make = () => FakeSource.with(fakeResult());
    expect(error.code).to.equal('internal');
    expect(element.status).to.equal('error');
    element.remove();
  });

  it('words follow the nearest lang, also across shadow roots and when it changes', async () => {
    const host = document.createElement('div');
    host.lang = 'fr-CA';
    const element = create();
    element.removeAttribute('lang');
    host.attachShadow({ mode: 'open' }).append(element);
    document.body.append(host);
    await element.ready;
    expect(textOf(element)).to.contain('fr: 10, 1').and.to.contain('Pourquoi ?');
    element.lang = 'en';
    await element.updateComplete;
    expect(textOf(element)).to.contain('Why?');
    element.lang = 'de';
    element.locale = 'de';
    await element.updateComplete;
    expect(textOf(element)).to.contain('Why?').and.to.contain('10,0 %');
    host.remove();
  });
});

describe('events', () => {
  it('of the life cycle do not bubble; a selection bubbles, leaves the shadow root and can be cancelled', async () => {
    const box = document.createElement('div');
    const heard: Event[] = [];
    for (const name of ['kpi-ready', 'kpi-error', 'kpi-progress', 'kpi-select']) box.addEventListener(name, (event) => heard.push(event));
    const element = document.createElement('fake-widget');
    const source = new FakeSource();
    element.source = source;
    const progress = once(element, 'kpi-progress');
    box.append(element);
    document.body.append(box);
    await element.updateComplete;
    source.progress({ stage: 'read', bytes: 0, totalBytes: null, rows: 5, totalRows: 10 });
    expect((await progress).progress.rows).to.equal(5);
    source.load(fakeReport());
    await Promise.resolve();
    const ready = once(element, 'kpi-ready');
    source.answer(0, fakeResult());
    expect((await ready).result).to.equal(element.result);
    expect(heard).to.deep.equal([]);
    element.renderRoot.querySelector('[data-mark="b1"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(heard).to.have.length(1);
    const [select] = heard;
    expect([select.bubbles, select.composed, select.cancelable, select.target === element]).to.deep.equal([true, true, true, true]);
    expect(select).to.include({ dimension: 'bar', customers: 1 });
    box.remove();
  });
});

describe('first figures of an element', () => {
  const has = (element: FakeWidget, part: string) => element.renderRoot.querySelector(part) !== null;

  it('are there before the rows of their tables, which are there when the element is ready', async () => {
    const element = create();
    element.result = fakeResult();
    element.data = null;
    document.body.append(element);
    await element.updateComplete;
    expect(has(element, '[part=chart]')).to.equal(true);
    expect(has(element, 'tbody tr')).to.equal(false);
    await element.ready;
    expect(has(element, 'tbody tr')).to.equal(true);
    element.result = fakeResult([5, 2]);
    await element.ready;
    expect(element.renderRoot.querySelector('table')!.textContent).to.contain('5');
    element.remove();
  });

  it('get the rows of long tables in portions', async () => {
    const element = create();
    element.result = fakeResult(Array.from({ length: 600 }, (_, i) => i));
    element.data = null;
    document.body.append(element);
    await element.updateComplete;
    const lengths = new Set<number>();
    const observer = new MutationObserver(() => lengths.add(element.renderRoot.querySelectorAll('tbody tr').length));
    observer.observe(element.renderRoot, { childList: true, subtree: true });
    await element.ready;
    observer.disconnect();
    expect([...lengths]).to.deep.equal([256, 512, 600]);
    element.remove();
  });

  it('are printed with their tables at once', async () => {
    const element = create();
    element.result = fakeResult();
    element.data = null;
    document.body.append(element);
    await element.updateComplete;
    dispatchEvent(new Event('beforeprint'));
    expect(has(element, 'tbody tr')).to.equal(true);
    dispatchEvent(new Event('afterprint'));
    await element.ready;
    element.remove();
  });

  it('are those of the latest settings, also of those that come between preparing and drawing', async () => {
    const element = create();
    const view = element['view'].bind(element);
    element['view'] = (...args) => {
      // Longer than a task's share: drawing waits for the next task.
      for (const end = performance.now() + 12; performance.now() < end;);
      if (element.heading !== 'B') setTimeout(() => (element.heading = 'B'));
      return { ...view(...args), finding: `finding of ${element.heading}` };
    };
    element.result = fakeResult();
    element.data = null;
    element.heading = 'A';
    document.body.append(element);
    await element.ready;
    await element.updateComplete;
    expect(textOf(element)).to.contain('finding of B');
    element.remove();
  });
});
