import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { factory, fakeResult, FakeSource, once, opened, textOf } from './fake-widget.js';
import type { FakeWidget } from './fake-widget.js';

const rows = [{ step: 'A', count: 10 }];

async function make(markup: ReturnType<typeof html>): Promise<FakeWidget> {
  opened.length = 0;
  return fixture<FakeWidget>(markup);
}

describe('where the figures come from', () => {
  it('property data wins over src, children, source and result', async () => {
    const element = await make(
      html`<fake-widget .data=${rows} src="x.json" .source=${new FakeSource()}
        ><script type="application/json">
          []
        </script></fake-widget
      >`,
    );
    await element.ready;
    expect(opened.map(({ input }) => input)).to.deep.equal([{ kind: 'data', data: rows }]);
    expect((opened[0].input as { data: unknown }).data).to.equal(rows);
  });

  it('src is relative to the document', async () => {
    const element = await make(html`<fake-widget src="../orders.json"></fake-widget>`);
    await element.ready;
    expect(opened[0].input).to.deep.equal({ kind: 'url', url: new URL('../orders.json', document.baseURI).href });
  });

  it('a child script, and a change of its text', async () => {
    const element = await make(html`<fake-widget></fake-widget>`);
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = '[{"a":1}]';
    element.append(script);
    await once(element, 'kpi-ready');
    script.textContent = '[{"a":2}]';
    await once(element, 'kpi-ready');
    expect(opened.map(({ input }) => input)).to.deep.equal([
      { kind: 'data', data: '[{"a":1}]' },
      { kind: 'data', data: '[{"a":2}]' },
    ]);
    expect(opened[0].source.released).to.equal(1);
  });

  it('a child table: names from the first row, exact values from the mark-up, no footer', async () => {
    const element = await make(
      html`<fake-widget>
        <figure>
          <table>
            <thead>
              <tr>
                <th>Étape</th>
                <th>Nombre</th>
                <th>Jour</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th>Appels</th>
                <td data-value="1234.5">1 234,5</td>
                <td><time datetime="2025-03-01">1er mars</time></td>
              </tr>
            </tbody>
            <tfoot>
              <tr>
                <td>Total</td>
                <td>1</td>
                <td></td>
              </tr>
            </tfoot>
          </table>
        </figure>
      </fake-widget>`,
    );
    await element.ready;
    expect(opened[0].input).to.deep.equal({
      kind: 'data',
      data: JSON.stringify([{ Étape: 'Appels', Nombre: '1234.5', Jour: '2025-03-01' }]),
    });
  });

  it('tables that name themselves make a data set; a change of a cell is a new input, an equal table is not', async () => {
    const element = await make(
      html`<fake-widget
        ><table data-table="orders">
          <tr>
            <th>id</th>
          </tr>
          <tr>
            <td>1</td>
          </tr>
        </table></fake-widget
      >`,
    );
    await element.ready;
    expect(opened[0].input).to.deep.equal({ kind: 'data', data: '{"orders":[{"id":"1"}]}' });
    element.querySelector('td')?.setAttribute('class', 'x');
    element.append(document.createComment('no data'));
    await element.updateComplete;
    expect(opened).to.have.length(1);
    const cell = element.querySelector('td');
    if (cell) cell.textContent = '2';
    await once(element, 'kpi-ready');
    expect(opened).to.have.length(2);
  });

  it('children are shown until there are figures', async () => {
    const source = new FakeSource();
    const element = await make(html`<fake-widget .source=${source}><p>Words</p></fake-widget>`);
    expect(element.querySelector('p')?.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(element.renderRoot.querySelector('.skeleton')).to.equal(null);
    source.load({} as never);
    await Promise.resolve();
    source.answer(0, fakeResult());
    await element.ready;
    expect(element.querySelector('p')?.getBoundingClientRect().height).to.equal(0);
  });

  it('a ready-made result needs no source; null takes it away', async () => {
    const given = fakeResult([4]);
    const element = await make(html`<fake-widget lang="en" .result=${given}></fake-widget>`);
    expect(await element.ready).to.equal(given);
    expect(element.report).to.equal(null);
    expect(textOf(element)).to.contain('en: 4');
    element.result = null;
    await element.updateComplete;
    expect(element.status).to.equal('empty');
  });

  it('passes options and request on, and opens again only when the data set changes', async () => {
    const mapping = { total: 'Montant' };
    const element = await make(
      html`<fake-widget
        .data=${rows}
        time-zone="Europe/Paris"
        currency="eur"
        as-of="2024-02-29"
        min-group-size="5"
        worker-url="w.js"
        .mapping=${mapping}
        .filter=${{ channel: ['web'] }}
        .limits=${{ timeoutMs: 9 }}
      ></fake-widget>`,
    );
    await element.ready;
    const workerUrl = new URL('w.js', document.baseURI).href;
    expect(opened[0].options).to.deep.equal({ timeZone: 'Europe/Paris', currency: 'EUR', mapping, workerUrl, timeoutMs: 9 });
    expect(opened[0].source.requests).to.deep.equal([
      { kpi: 'fake', params: { bins: 2, window: 'auto' }, filter: { channel: ['web'] }, asOf: '2024-02-29', minGroupSize: 5 },
    ]);
    element.bins = 3;
    await element.ready;
    element.compact = true;
    await element.ready;
    expect(opened).to.have.length(1);
    expect(opened[0].source.requests).to.have.length(2);
    element.timeZone = 'UTC';
    await element.ready;
    expect(opened).to.have.length(2);
  });

  it('ready is a new promise for each new input, and settles after the picture is drawn', async () => {
    const element = await make(html`<fake-widget .data=${rows}></fake-widget>`);
    const first = element.ready;
    await first;
    element.data = [{ step: 'B', count: 1 }];
    const second = element.ready;
    expect(second).to.not.equal(first);
    await second;
    expect(element.renderRoot.querySelector('.chart svg')).to.not.equal(null);
    expect(element.ready).to.equal(second);
  });

  it('properties set before the definition are kept', async () => {
    opened.length = 0;
    const tag = 'late-widget';
    const element = document.createElement(tag) as FakeWidget;
    Object.assign(element, { data: rows, asOf: '2020-01-02', heading: 'Mine', compact: true, bins: 7, window: '3M' });
    element.setAttribute('currency', 'usd');
    document.body.append(element);
    customElements.define(tag, class extends (customElements.get('fake-widget') as new () => FakeWidget) {});
    await element.ready;
    expect(opened[0].options).to.deep.equal({ currency: 'USD' });
    expect(opened[0].source.requests[0]).to.deep.equal({ kpi: 'fake', params: { bins: 7, window: '3M' }, asOf: '2020-01-02' });
    expect(textOf(element)).to.contain('Mine');
    expect(element.renderRoot.querySelector('.base')?.className).to.contain('compact');
    element.remove();
  });

  it('a ready-made result set before the definition is kept', async () => {
    const element = document.createElement('later-widget') as FakeWidget;
    const given = fakeResult([8]);
    Object.assign(element, { result: given });
    document.body.append(element);
    customElements.define('later-widget', class extends (customElements.get('fake-widget') as new () => FakeWidget) {});
    expect(await element.ready).to.equal(given);
    element.remove();
  });
});

describe('settings that are not understood', () => {
  it('fall back to the default, and say so once', async () => {
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (...parts: unknown[]) => said.push(parts.join(' '));
    try {
      const element = document.createElement('fake-widget');
      const errors: string[] = [];
      element.addEventListener('kpi-error', ({ error, notices }) => errors.push(`${error.code} ${notices.length}`));
      Object.assign(element, { lang: 'en', data: rows, asOf: '2024-02-30', timeZone: 'Mars/Base', locale: '??', currency: 'euro' });
      Object.assign(element, { minGroupSize: 0 });
      document.body.append(element);
      await element.ready;
      element.compact = true;
      await element.updateComplete;
      expect(element.status).to.equal('ready');
      const named = ['as-of', 'currency', 'locale', 'min-group-size', 'time-zone'];
      expect(element.notices.map(({ details }) => details?.['attribute']).sort()).to.deep.equal(named);
      expect(said).to.have.length(named.length);
      expect(said).to.include('<fake-widget> unknown value of as-of: auto is used; got 2024-02-30');
      expect(errors).to.deep.equal(named.map(() => `invalid-param ${named.length}`));
      expect(textOf(element)).to.contain('Unknown value of a setting: time-zone = “Mars/Base”. Check');
      element.asOf = '2024-02-29';
      await element.updateComplete;
      expect(element.notices).to.have.length(named.length - 1);
      element.remove();
    } finally {
      console.warn = warn;
    }
  });

  it('a setting that cannot even be read is an error in words', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const element = await make(html`<fake-widget lang="en" .data=${rows} .mapping=${circle}></fake-widget>`);
    await waitUntil(() => element.status === 'error', 'error is shown', { timeout: 10_000 });
    expect(textOf(element)).to.contain('The calculation failed.');
    element.mapping = null;
    await element.ready;
    expect(element.status).to.equal('ready');
  });

  it('an address that is none is an error in words, not an exception', async () => {
    factory.make = () => {
      const source = new FakeSource();
      source.refuse(new Error('bad address'));
      return source;
    };
    const element = await make(html`<fake-widget lang="en" src="http://"></fake-widget>`);
    await once(element, 'kpi-error');
    factory.make = () => FakeSource.with(fakeResult());
    expect(element.status).to.equal('error');
    expect(textOf(element)).to.contain('The calculation failed.').and.to.contain('bad address');
  });
});
