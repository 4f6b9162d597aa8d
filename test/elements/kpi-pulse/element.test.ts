/** The element as a person meets it. */
import { expect, html } from '@open-wc/testing';
import { registerKpi } from '../../../src/base/own-kpis.js';
import type { KpiSelectEvent } from '../../../src/base/events.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import type { PulseResult } from '../../../src/core/kpi/pulse-types.js';
import type { KpiPulseElement } from '../../../src/elements/kpi-pulse/kpi-pulse.js';
import '../../../src/elements/kpi-pulse/kpi-pulse.js';
import { all, label, mark, placed, press, words } from '../widget.js';
import { pulse, result } from './fixture.js';

async function shown(
  of: KpiResult<PulseResult> = result(),
  markup = html`<kpi-pulse .result=${of}></kpi-pulse>`,
  lang = 'en-GB',
): Promise<KpiPulseElement> {
  return placed<KpiPulseElement>(markup, lang);
}

const texts = (node: Element | undefined): string[] => [...(node?.querySelectorAll('text') ?? [])].map(words);
const finding = (element: KpiPulseElement): string => words(element.renderRoot.querySelector('.finding'));

async function settled(element: KpiPulseElement): Promise<void> {
  await Promise.resolve();
  await element.updateComplete;
}

/** Answers with a ready result, and keeps what it was asked. */
function asked() {
  const requests: KpiRequest[] = [];
  const silent = { onProgress: () => () => undefined, onNotice: () => () => undefined, release: () => undefined };
  const run = (request: KpiRequest) => {
    requests.push(request);
    return Promise.resolve(result());
  };
  return { requests, source: { ...silent, loaded: Promise.resolve(null), run } };
}

describe('kpi-pulse', () => {
  it('says how the leading figure stands and what moved most', async () => {
    const element = await shown();
    expect(finding(element)).to.equal(
      'Sales of the month: €42.0k (Dec 2025 so far), up 5.0% on the same days of Nov 2025. Largest move: lost customers, up 60.0%.',
    );
    expect(words(element.renderRoot.querySelector('[role="heading"]'))).to.equal('Sales at a glance');
  });

  it('shows a tile each: label, value, interval, change; or what is missing', async () => {
    const element = await shown();
    const tiles = all<SVGElement>(element, '.tile').map((tile) => texts(tile).join(' | '));
    expect(tiles[0]).to.equal('Sales of the month | €42.0k | ▲ +5.0% | vs the same days of Nov 2025');
    expect(tiles[2]).to.equal('Repeat share | 70.0% | 65.8–73.9% | ▲ +8.0 pts | vs Nov 2025');
    expect(tiles[5]).to.match(/^Visits \| — \| The table “visits” is missing\.$/);
  });

  it('tells good from bad by direction, and leaves chance alone', async () => {
    const element = await shown();
    const tones = all(element, '.tile').map((tile) => [...tile.classList].find((name) => /good|bad|flat/.test(name)));
    // 405 orders after 400 are chance; 160 lost after 100 are not, and no good news.
    expect(tones).to.deep.equal(['good', 'flat', 'good', 'bad', 'good', 'flat']);
  });

  it('gives every tile a full sentence', async () => {
    const element = await shown();
    expect(label(element, 'kpi-repeat-rate')).to.equal('Repeat share: 70.0% (65.8–73.9%); Dec 2025; up 8.0 pts on Nov 2025.');
    expect(label(element, 'kpi-visits')).to.equal('Visits: The table “visits” is missing.');
  });

  it('opens a tile by key and by click, says so, and closes it again', async () => {
    const element = await shown();
    const said: KpiSelectEvent[] = [];
    element.addEventListener('kpi-select', (event) => said.push(event));
    mark(element, 'kpi-sales-month').focus();
    press(mark(element, 'kpi-sales-month'), 'Enter');
    await settled(element);
    expect(said.map(({ dimension, values, customers }) => [dimension, values, customers])).to.deep.equal([['kpi', ['sales-month'], null]]);
    expect([element.open, element.getAttribute('open')]).to.deep.equal(['sales-month', 'sales-month']);
    expect(mark(element, 'kpi-sales-month').getAttribute('aria-pressed')).to.equal('true');
    expect(all(element, '.point')).to.have.length(3);
    expect(all(element, '.point.partial')).to.have.length(1);
    expect(label(element, 'point-2025-12-01')).to.equal(
      'Sales of the month: €42,000.50; Dec 2025 so far; up 5.0% on the same days of Nov 2025.',
    );
    mark(element, 'kpi-sales-month').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await settled(element);
    expect([element.open, all(element, '.point')]).to.deep.equal(['', []]);
    element.open = 'profit';
    await settled(element);
    expect([element.notices, all(element, '.point')]).to.deep.equal([[], []]);
  });

  it('leaves the tile alone where the page prevents it', async () => {
    const element = await shown();
    element.addEventListener('kpi-select', (event) => event.preventDefault());
    press(mark(element, 'kpi-orders'), 'Enter');
    await settled(element);
    expect(element.open).to.equal('');
  });

  it('is walked through with arrows: tiles as they stand, then periods', async () => {
    const element = await shown(result(), html`<kpi-pulse open="orders" .result=${result()}></kpi-pulse>`);
    mark(element, 'kpi-sales-month').focus();
    const path: (string | null | undefined)[] = [];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Home']) {
      press(element.shadowRoot?.activeElement as Element, key);
      path.push(element.shadowRoot?.activeElement?.getAttribute('data-mark'));
    }
    expect(path).to.deep.equal(['kpi-orders', 'kpi-net-revenue', 'point-2025-11-01', 'point-2025-12-01', 'kpi-sales-month']);
    expect(all(element, '[data-mark][tabindex="0"]')).to.have.length(1);
  });

  it('a period and a part say what a dashboard may filter by', async () => {
    const of = result(pulse(undefined, { by: 'channel' }));
    const element = await shown(of, html`<kpi-pulse open="sales-month" by="channel" .result=${of}></kpi-pulse>`);
    const said: KpiSelectEvent[] = [];
    element.addEventListener('kpi-select', (event) => said.push(event));
    press(mark(element, 'point-2025-12-01'), 'Enter');
    press(mark(element, 'part-ads'), 'Enter');
    press(mark(element, 'part-'), 'Enter');
    expect(said.map(({ dimension, values }) => [dimension, values])).to.deep.equal([
      ['period', ['2025-12-01', '2025-12-20']],
      ['channel', ['ads']],
    ]);
    expect(label(element, 'part-ads')).to.equal('ads: €10,000.00, Change: −16.7%, Contribution to the change: −5.0%.');
    expect(label(element, 'part-')).to.match(/^Other or unknown: €2,000\.50/);
    expect(element.open).to.equal('sales-month');
  });

  it('a sum of several things shows how it is made, without what is nothing', async () => {
    const element = await shown(result(), html`<kpi-pulse open="net-revenue" .result=${result()}></kpi-pulse>`);
    const drawn = texts(all<SVGElement>(element, '.detail')[0]);
    expect(drawn).to.include.members(['How it is made', 'gross revenue', '€45.0k', 'refunds', '−€3.0k', 'Total', '€42.0k']);
    expect(drawn).not.to.include('refunds, no order');
  });

  it('bars for what adds up, a line with its interval for a rate; `view` says otherwise', async () => {
    const element = await shown(result(), html`<kpi-pulse open="repeat-rate" .result=${result()}></kpi-pulse>`);
    expect([all(element, '.band').length, all(element, '.spot').length, all(element, '.point .bar').length]).to.deep.equal([1, 2, 0]);
    element.viewName = 'bars';
    await settled(element);
    expect([all(element, '.band').length, all(element, '.point .bar').length]).to.deep.equal([0, 2]);
  });

  it('has the same numbers in its tables, exact in CSV', async () => {
    const of = result(pulse(undefined, { by: 'channel' }));
    const element = await shown(of, html`<kpi-pulse open="sales-month" by="channel" .result=${of}></kpi-pulse>`);
    const tables = all<HTMLTableElement>(element, '.tables table');
    expect(tables.map((table) => words(table.caption))).to.deep.equal([
      'Figures',
      'Sales of the month, split by channel',
      'Over time, by month',
    ]);
    expect([...tables[2]!.tBodies[0]!.rows[2]!.cells].map(words).join(' ')).to.equal('Dec 2025 so far €42,000.50 405 70.0% 160 €42,000.00');
    expect(element.exportCSV()).to.contain('42000.5').and.to.contain('0.6584').and.to.contain('2025-11-01/2025-11-28');
  });

  it('asks for what its attributes say, and for nothing it does not understand', async () => {
    const { requests, source } = asked();
    const markup = html`<kpi-pulse
      set="customers"
      grain="week"
      compare="previous-year"
      by="segment"
      periods="8"
      window="3M"
      fiscal-start="04-01"
      .source=${source}
    ></kpi-pulse>`;
    const element = await shown(result(), markup);
    expect(requests[0]).to.deep.equal({
      kpi: 'pulse',
      params: { set: 'customers', grain: 'week', compare: 'previous-year', by: 'segment', periods: 8, window: '3M', fiscalStart: '04-01' },
    });
    const told: string[] = [];
    element.addEventListener('kpi-error', ({ notices }) => told.push(...notices.map(({ details }) => String(details?.['attribute']))));
    const { warn } = console;
    console.warn = () => undefined;
    Object.assign(element, {
      set: 'shop',
      grain: 'hour',
      compare: 'budget',
      by: 'device',
      periods: 1,
      window: 'all',
      fiscalStart: '02-29',
    });
    await element.ready;
    console.warn = warn;
    expect(requests.at(-1)?.params).to.deep.equal({
      set: 'sales',
      grain: 'month',
      compare: 'previous-period',
      by: null,
      periods: 0,
      window: 'auto',
    });
    expect(told).to.include.members(['set', 'grain', 'compare', 'by', 'periods', 'window', 'fiscal-start']);
  });

  it('choices over the tiles ask anew; a split opens a tile', async () => {
    const { requests, source } = asked();
    const element = await shown(result(), html`<kpi-pulse .source=${source}></kpi-pulse>`);
    const [grain, compare, by] = all<HTMLSelectElement>(element, '.controls select');
    for (const [select, value] of [
      [grain, 'quarter'],
      [compare, 'previous-year'],
      [by, 'country'],
    ] as const) {
      select!.value = value;
      select!.dispatchEvent(new Event('change'));
      await element.ready;
    }
    expect(requests.at(-1)?.params).to.include({ grain: 'quarter', compare: 'previous-year', by: 'country' });
    expect([element.grain, element.open]).to.deep.equal(['quarter', 'sales-month']);
  });

  it('figures of the page: a formula goes to the engine, words come from the page, even when they arrive later', async () => {
    const { requests, source } = asked();
    const markup = html`<kpi-pulse kpis="own-rate, orders" .source=${source}></kpi-pulse>`;
    const element = await shown(result(), markup);
    expect(requests[0]?.params).to.deep.include({ kpis: ['own-rate', 'orders'] });
    const told = (name: string) => ({ label: name, definition: 'What is paid back.', formula: 'refunds ÷ gross' });
    const labels = { en: told('Refund rate'), fr: told('Taux de remboursement') };
    registerKpi({ id: 'own-rate', numerator: { refunds: 1 }, denominator: 'gross', unit: 'ratio', better: 'down', labels });
    await element.ready;
    expect(requests.at(-1)?.params).to.deep.include({
      kpis: [{ id: 'own-rate', numerator: { refunds: 1 }, denominator: 'gross', unit: 'ratio', better: 'down' }, 'orders'],
    });
    expect(() => registerKpi({ id: 'Own Rate', numerator: 'orders', labels })).to.throw(/registerKpi\.id: small letters.*got "Own Rate"/);
    const half = { en: labels.en } as typeof labels;
    expect(() => registerKpi({ id: 'half', numerator: 'orders', labels: half })).to.throw(/registerKpi\.labels\.fr\.label: a text/);
  });

  it('counts rows of the page by itself, a figure of the page too', async () => {
    const labels = {
      en: { label: 'Orders, doubled', definition: 'Twice.', formula: '2 × orders' },
      fr: { label: 'Double', definition: 'Deux fois.', formula: '2 × commandes' },
    };
    registerKpi({ id: 'doubled', numerator: { orders: 2 }, unit: 'count', labels });
    const rows = ['2025-10-02', '2025-11-03', '2025-11-04', '2025-12-05'].map((created_at, i) => ({
      order_id: `o${i}`,
      customer_id: `c${i}`,
      created_at,
      total: 10,
    }));
    const element = await shown(result(), html`<kpi-pulse kpis="doubled sales" .data=${rows}></kpi-pulse>`);
    expect(element.result?.value.kpis.map(({ id, series }) => [id, series.map(({ value }) => value)])).to.deep.equal([
      ['doubled', [2, 4, 2]],
      ['sales', [10, 20, 10]],
    ]);
    expect(texts(all<SVGElement>(element, '.tile')[0]).slice(0, 2)).to.deep.equal(['Orders, doubled', '2']);
    expect(words(element.renderRoot.querySelector('[role="heading"]'))).to.equal('Figures at a glance');
    expect(element.explain('doubled')).to.include({ label: 'Orders, doubled', formula: '2 × orders', value: '2' });
  });

  it('every tile can be asked why', async () => {
    const element = await shown();
    expect(element.explain('repeat-rate')).to.deep.include({
      label: 'Repeat share',
      value: '70.0%',
      formula: '(customers with an order − new customers) ÷ customers with an order',
      denominator: 'customers with an order 500',
      n: 500,
      window: { from: '2025-12-01', to: '2025-12-28' },
    });
    // Each of its own days, in the popover too; whoever has no figure has none.
    expect(element.explain('sales-month')?.window).to.deep.equal({ from: '2025-12-01', to: '2025-12-20' });
    await element.updateComplete;
    expect(words(element.renderRoot.querySelector('.explain'))).to.match(/Period 1 December 2025 – 20 December 2025/);
    expect(element.explain('nonsense')).to.equal(null);
  });

  it('tables that are missing: their tiles are there, and say which', async () => {
    const rows = [{ order_id: 'o', customer_id: 'c', created_at: '2025-12-05', total: 10 }];
    const element = await shown(result(), html`<kpi-pulse set="email" .data=${rows}></kpi-pulse>`, 'fr');
    expect(element.status).to.equal('partial');
    expect(finding(element)).to.equal('Pas encore de chiffre : chaque tuile dit ce qui lui manque.');
    expect(all(element, '.tile')).to.have.length(7);
    expect(texts(all<SVGElement>(element, '.tile')[0]).join(' ')).to.contain('Il manque le tableau « messages ».');
  });

  it('static: nothing to press', async () => {
    const element = await shown(result(), html`<kpi-pulse static open="orders" .result=${result()}></kpi-pulse>`);
    expect(all(element, 'button, select, [tabindex="0"], [role="button"]')).to.have.length(0);
    expect(all(element, '.point')).to.have.length(2);
  });

  it('speaks French with the page', async () => {
    const element = await shown(result(), undefined, 'fr');
    expect(finding(element)).to.equal(
      'Ventes du mois : 42,0 k € (déc. 2025 à ce jour), en hausse de 5,0 % (mêmes jours de nov. 2025). La plus forte variation : clients perdus, en hausse de 60,0 %.',
    );
    expect(label(element, 'kpi-orders')).to.equal(
      'Commandes : 405 ; déc. 2025; en hausse de 1,3 % (nov. 2025).'.replace('2025; ', '2025 ; '),
    );
    expect(all(element, '.controls span').map(words)).to.deep.equal(['Par', 'Comparé à', 'Réparti par']);
  });
});
