import { expect, fixture, html } from '@open-wc/testing';
import { KpiError } from '../../src/core/errors.js';
import { factory, fakeReport, fakeResult, FakeSource, once, textOf } from './fake-widget.js';
import type { FakeWidget } from './fake-widget.js';

const STATES = ['empty', 'loading', 'ready', 'partial', 'error'];

async function widget(source: FakeSource | null): Promise<FakeWidget> {
  return fixture<FakeWidget>(html`<fake-widget lang="en" .source=${source}></fake-widget>`);
}

function state(element: Element): string[] {
  return STATES.filter((name) => element.matches(`:state(${name})`));
}

async function slow(element: FakeWidget, source: FakeSource): Promise<void> {
  source.progress({ stage: 'fetch', bytes: 5_000_000, totalBytes: 20_000_000, rows: 0, totalRows: null });
  await new Promise((resolve) => setTimeout(resolve, 350));
  await element.updateComplete;
}

describe('states', () => {
  afterEach(() => {
    factory.make = () => FakeSource.with(fakeResult());
  });

  it('empty: says what to supply, with an example', async () => {
    const element = await widget(null);
    expect(element.status).to.equal('empty');
    expect(state(element)).to.deep.equal(['empty']);
    expect(textOf(element)).to.contain('No data yet.').and.to.contain('"step":"A"');
    expect(element.result).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('empty result: says why', async () => {
    const element = await widget(
      FakeSource.with(fakeResult([], { status: 'empty', reasons: [{ code: 'missing-table', detail: 'orders' }] })),
    );
    await element.ready;
    expect(state(element)).to.deep.equal(['empty']);
    expect(textOf(element)).to.contain('A table is missing in the data (orders)');
    await expect(element).to.be.accessible();
  });

  it('a filter that leaves nothing: says so, without rows to give', async () => {
    const rows = { used: 0, left: { filtered: 543 } };
    const reasons = [
      { code: 'missing-column', detail: 'orders.channel' },
      { code: 'no-data', detail: 'orders' },
    ];
    const element = await widget(FakeSource.with(fakeResult([], { status: 'empty', reasons, rows })));
    await element.ready;
    expect(textOf(element))
      .to.contain('A column is missing in the data (orders.channel)')
      .and.to.contain('The filter leaves out all rows (543)');
    expect(textOf(element)).to.not.contain('Give rows').and.not.contain('"step"');
    element.locale = 'fr';
    element.lang = 'fr';
    await element.updateComplete;
    expect(textOf(element)).to.contain('dans les données (commandes.channel)').and.to.contain('Le filtre écarte toutes les lignes (543)');
    await expect(element).to.be.accessible();
  });

  it('loading: a skeleton of the height of the picture, progress once it lasts, and a way out', async () => {
    const source = new FakeSource();
    const element = await widget(source);
    expect(state(element)).to.deep.equal(['loading']);
    expect(element.renderRoot.querySelector('.skeleton')?.getAttribute('height')).to.equal('60');
    expect(element.renderRoot.querySelector('progress')).to.equal(null);
    await slow(element, source);
    expect(element.renderRoot.querySelector('progress')?.value).to.equal(0.25);
    expect(textOf(element)).to.contain('5 MB / 20 MB');
    await expect(element).to.be.accessible();
    const failed = once(element, 'kpi-error');
    element.renderRoot.querySelector<HTMLButtonElement>('.progress button')?.click();
    expect((await failed).error.code).to.equal('aborted');
    expect(state(element)).to.deep.equal(['error']);
    expect(textOf(element)).to.contain('Try again');
  });

  it('ready: sentence, figures, picture, table, ground', async () => {
    const element = await widget(FakeSource.with(fakeResult()));
    const result = await element.ready;
    expect(result).to.equal(element.result);
    expect(state(element)).to.deep.equal(['ready']);
    const text = textOf(element);
    expect(text).to.contain('en: 10, 1');
    expect(text).to.contain('small sample (n = 10)95% interval (Wilson) 1.8–40.4%');
    expect(text).to.contain('As of: December 9, 2011 · Time zone: Europe/London · Rows used: 11 · Rows left out: 2');
    expect(element.renderRoot.querySelectorAll('table tbody tr')).to.have.length(2);
    await expect(element).to.be.accessible();
  });

  it('partial: the picture and the reasons in words; an unknown reason by its code', async () => {
    const reasons = [{ code: 'not-enough-history' }, { code: 'something-new' }];
    const element = await widget(FakeSource.with(fakeResult([3], { status: 'partial', reasons })));
    await element.ready;
    expect(state(element)).to.deep.equal(['partial']);
    expect(textOf(element)).to.contain('The data do not reach back far enough').and.to.contain('Something-new');
    expect(element.renderRoot.querySelector('.chart svg')).to.not.equal(null);
    await expect(element).to.be.accessible();
  });

  it('what a reader should know is said beside complete figures too', async () => {
    const reasons = [
      { code: 'merged-bins', detail: 'recency' },
      { code: 'merged-bins', detail: 'frequency' },
      { code: 'guest-orders', detail: '1234' },
    ];
    const element = await widget(
      FakeSource.with(fakeResult([3], { reasons: [...reasons, { code: 'not-enough-history', detail: '2011-03-01' }] })),
    );
    await element.ready;
    expect(state(element)).to.deep.equal(['ready']);
    expect(textOf(element)).to.contain('Classes merged, too many equal values (recency, frequency)').and.to.contain('not counted (1,234)');
    expect(textOf(element)).to.contain('(March 1, 2011)').and.to.not.contain('Some figures are missing');
  });

  it('error: what, where, what was found, what to do; trying again recovers', async () => {
    const broken = new FakeSource();
    factory.make = () => broken;
    const element = await fixture<FakeWidget>(html`<fake-widget lang="en" .data=${[{ a: 1 }]}></fake-widget>`);
    const failed = once(element, 'kpi-error');
    const error = new KpiError('bad-json', 'not JSON: check; got <html>', { path: '$.orders[3]', details: { got: '<html>' } });
    broken.refuse(error);
    expect((await failed).error.code).to.equal('bad-json');
    expect(state(element)).to.deep.equal(['error']);
    expect(textOf(element)).to.contain('not valid JSON').and.to.contain('Check the export');
    expect(textOf(element)).to.contain('Where: $.orders[3]').and.to.contain('Received: <html>').and.to.contain('Try again');
    await expect(element).to.be.accessible();
    await element.ready.then(
      () => expect.fail('ready must reject'),
      (reason: unknown) => expect(reason).to.equal(error),
    );
    factory.make = () => FakeSource.with(fakeResult());
    element.renderRoot.querySelector<HTMLButtonElement>('.state button')?.click();
    await once(element, 'kpi-ready');
    expect(state(element)).to.deep.equal(['ready']);
    expect(broken.released).to.equal(1);
  });

  it('old figures stay visible, marked as stale, while new ones are calculated; the data set is kept', async () => {
    const source = new FakeSource();
    source.load(fakeReport());
    const element = await widget(source);
    await Promise.resolve();
    source.answer(0, fakeResult([5]));
    await element.ready;
    element.bins = 4;
    await element.updateComplete;
    expect(state(element)).to.deep.equal(['loading']);
    expect(element.matches(':state(stale)')).to.equal(true);
    expect(element.renderRoot.querySelector('.base')?.getAttribute('aria-busy')).to.equal('true');
    expect(textOf(element)).to.contain('en: 5');
    await Promise.resolve();
    source.answer(1, fakeResult([7]));
    await element.ready;
    expect(textOf(element)).to.contain('en: 7');
    expect(element.matches(':state(stale)')).to.equal(false);
  });

  it('only the newest request counts, and the others are aborted', async () => {
    const source = new FakeSource();
    source.load(fakeReport());
    const element = await widget(source);
    await Promise.resolve();
    element.bins = 5;
    await element.updateComplete;
    await Promise.resolve();
    expect(source.signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    source.answer(1, fakeResult([2]));
    await element.ready;
    source.answer(0, fakeResult([1]));
    await element.updateComplete;
    expect(element.result?.value.bars[0].count).to.equal(2);
  });

  it('a rejected ready never surfaces as an unhandled rejection', async () => {
    const seen: unknown[] = [];
    const listen = (event: PromiseRejectionEvent) => {
      seen.push(event.reason);
      event.preventDefault();
    };
    addEventListener('unhandledrejection', listen);
    const source = new FakeSource();
    source.refuse(new KpiError('network', 'no'));
    const element = await widget(source);
    await once(element, 'kpi-error');
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', listen);
    expect(seen).to.deep.equal([]);
  });

  it('tells rows that were not counted, with the first places, and notes of the source', async () => {
    const refused = [{ reason: 'bad-date' as const, count: 1200, examples: [{ path: '$[4].date', got: '31/02' }] }];
    const notices = [{ code: 'no-rows', message: 'data holds rows' }];
    const report = fakeReport({ notices, tables: [{ table: 'orders', read: 1300, used: 100, refused, left: [], columns: [], aside: [] }] });
    const source = FakeSource.with(fakeResult(), report);
    const element = await widget(source);
    await element.ready;
    source.notice('worker-restarted');
    await element.updateComplete;
    const strip = element.renderRoot.querySelector('.notices')?.textContent?.replace(/\s+/g, ' ');
    expect(strip).to.contain('Rows left out of the data: 1,200 · Notes: 1');
    expect(strip).to.contain('Orders: 1,200 (unreadable date) · $[4].date: “31/02”');
    expect(strip).to.contain('A list is empty');
    expect(element.notices.map(({ code }) => code)).to.deep.equal(['no-rows', 'worker-restarted']);
  });
});
