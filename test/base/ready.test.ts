import { expect, waitUntil } from '@open-wc/testing';
import { KpiError } from '../../src/core/errors.js';
import { factory, fakeReport, fakeResult, FakeSource, once, opened } from './fake-widget.js';
import type { FakeWidget } from './fake-widget.js';

const rows = [{ step: 'A', count: 10 }];
const counts = async (element: FakeWidget): Promise<number[]> => (await element.ready).value.bars.map(({ count }) => count);

function create(data: unknown = rows): FakeWidget {
  opened.length = 0;
  const element = document.createElement('fake-widget');
  Object.assign(element, { lang: 'en', data });
  document.body.append(element);
  return element;
}

describe('the promise of figures', () => {
  afterEach(() => {
    factory.make = () => FakeSource.with(fakeResult());
    document.querySelectorAll('fake-widget').forEach((element) => element.remove());
  });

  it('is a new one when a child says something else', async () => {
    let made = 0;
    factory.make = () => FakeSource.with(fakeResult([++made]));
    const element = create(null);
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = '[{"a":1}]';
    element.append(script);
    expect(await counts(element)).to.deep.equal([1]);
    script.textContent = '[{"a":2}]';
    await once(element, 'kpi-ready');
    expect(await counts(element)).to.deep.equal([2]);
  });

  it('waits for the document when something changed outside of it', async () => {
    const element = create();
    expect(await counts(element)).to.deep.equal([10, 1]);
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    factory.make = () => FakeSource.with(fakeResult([5]));
    element.bins = 7;
    const next = element.ready;
    await new Promise((resolve) => setTimeout(resolve, 300));
    document.body.append(element);
    expect((await next).value.bars[0].count).to.equal(5);
    expect(await counts(element)).to.deep.equal([5]);
  });

  it('comes after the status, which speaks of what is drawn', async () => {
    const source = new FakeSource();
    factory.make = () => source;
    const element = create();
    await waitUntil(() => source.requests.length === 1);
    source.load(fakeReport());
    source.answer(0, fakeResult());
    while (!element.result) await Promise.resolve();
    const shown = () => [element.status, element.matches(':state(ready)'), element.renderRoot.querySelector('.skeleton') === null];
    expect(shown()).to.deep.equal(['loading', false, false]);
    const heard = once(element, 'kpi-ready').then(shown);
    await element.ready;
    expect(shown()).to.deep.equal(['ready', true, true]);
    expect(await heard).to.deep.equal(['ready', true, true]);
  });

  it('is a new one after an error that a second try overcomes', async () => {
    factory.make = () => {
      const source = new FakeSource();
      source.refuse(new KpiError('bad-json', 'no answer'));
      return source;
    };
    const element = create();
    const failed = await element.ready.catch((error: { code: string }) => error.code);
    expect(failed).to.equal('bad-json');
    factory.make = () => FakeSource.with(fakeResult([3]));
    [...element.renderRoot.querySelectorAll('button')].find(({ textContent }) => /again/i.test(textContent ?? ''))!.click();
    await waitUntil(() => element.status === 'ready');
    expect(await counts(element)).to.deep.equal([3]);
  });

  it('is rejected when the time is up, loading included', async () => {
    const source = new FakeSource();
    factory.make = () => source;
    const element = create();
    await waitUntil(() => source.requests.length === 1, 'is asked while the data load');
    source.fail(0, new KpiError('timeout', 'took too long'));
    expect(await element.ready.catch((error: { code: string }) => error.code)).to.equal('timeout');
    source.load(fakeReport());
  });

  it('is rejected for a result of something else', async () => {
    const element = create(null);
    element.result = { ...fakeResult(), kpi: 'rfm' };
    await once(element, 'kpi-error');
    expect(await element.ready.catch((error: { code: string }) => error.code)).to.equal('unknown-kpi');
  });
});
