import { expect, fixture, html } from '@open-wc/testing';
import type { KpiSelectEvent } from '../../../src/base/events.js';
import type { KpiRequest } from '../../../src/core/kpi/contract.js';
import type { RetentionResult } from '../../../src/core/kpi/retention-types.js';
import type { CohortTriangleElement } from '../../../src/elements/cohort-triangle/cohort-triangle.js';
import '../../../src/elements/cohort-triangle/cohort-triangle.js';
import type { KpiSource } from '../../../src/source/source.js';
import { naiveRetention, buckets } from '../../core/kpi/periods-oracle.js';
import { sharedJson } from '../../shared-data.js';
import { acquisition, channels, months, plain, resultOf } from './fixture.js';

const places: HTMLElement[] = [];
afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});

async function shown(value: RetentionResult, attributes: Record<string, string> = {}): Promise<CohortTriangleElement> {
  const element = document.createElement('cohort-triangle');
  for (const [name, text] of Object.entries({ lang: 'fr', ...attributes })) element.setAttribute(name, text);
  element.result = resultOf(value);
  const place = document.createElement('div');
  place.append(element);
  document.body.append(place);
  places.push(place);
  await element.ready;
  return element;
}

const mark = (element: CohortTriangleElement, id: string): SVGElement =>
  element.renderRoot.querySelector<SVGElement>(`[data-mark="${id}"]`)!;
const label = (element: CohortTriangleElement, id: string): string => plain(mark(element, id).getAttribute('aria-label') ?? '');
const textOf = (element: CohortTriangleElement): string => plain(element.renderRoot.textContent ?? '').replace(/\s+/g, ' ');
const focused = (element: CohortTriangleElement): string | null => element.shadowRoot?.activeElement?.getAttribute('data-mark') ?? null;
const press = (element: CohortTriangleElement, key: string) =>
  element.shadowRoot?.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

describe('cohort-triangle: the picture', () => {
  it('is a grid of cohorts with a full sentence each', async () => {
    const element = await shown(months());
    const grid = element.renderRoot.querySelector('[role="grid"]')!;
    expect(grid.getAttribute('aria-label')).to.equal('Cohortes selon leur âge');
    // Three cohorts and the average.
    expect(grid.querySelectorAll('[role="row"]')).to.have.length(4);
    expect(label(element, 'cell-0-0')).to.equal(
      'sept. 2011 : 100 clients. Commence avec les données : peut contenir d’anciens clients. Coût d’acquisition : 80,00 € par client. Remboursé par le revenu 2 mois après la première commande.',
    );
    expect(label(element, 'cell-0-1')).to.equal('sept. 2011, 1 mois après : 20,0 % rachètent (18,0–22,0 %). 20 sur 100 clients.');
    expect(label(element, 'cell-0-3')).to.equal('sept. 2011, 3 mois après : période en cours.');
    expect(label(element, 'average-1')).to.equal('Moyenne, 1 mois après : 20,0 % rachètent (15,0–26,0 %).');
    expect(label(element, 'newcomers-3')).to.equal('3 commandes ou plus : 39 clients, 18,5 %.');
  });

  it('speaks English, of money too', async () => {
    const element = await shown(months('revenue', { acquisition }), { lang: 'en-GB' });
    expect(label(element, 'cell-1-2')).to.equal(
      'Oct 2011, 1 month later: €70.00 of revenue per customer so far. €2,400.00 in this period, all customers together.',
    );
    expect(label(element, 'average-1')).to.equal(
      'Average, 1 month later: €70.00 of revenue per customer so far. Acquisition cost: €30.00 per customer.',
    );
    expect(textOf(element))
      .to.contain('acquisition cost paid back')
      .and.to.contain('not over yet')
      .and.not.to.match(/undefined|NaN|\[object/);
  });

  it('says what is withheld', async () => {
    const value = months();
    value.cohorts[0].cells[1] = {
      ...value.cohorts[0].cells[1]!,
      customers: null,
      base: null,
      rate: null,
      value: null,
      part: null,
    };
    value.cohorts[1].size = null;
    const element = await shown(value, { lang: 'en' });
    expect(label(element, 'cell-0-1')).to.equal('Sep 2011, 1 month later: withheld, because a group is too small.');
    expect(label(element, 'cell-1-0')).to.contain('withheld, because a group is too small');
  });

  it('is one image without choices and interaction when static', async () => {
    const element = await shown(months(), { static: '' });
    expect(element.renderRoot.querySelector('svg.cohorts')?.getAttribute('role')).to.equal('img');
    expect(element.renderRoot.querySelector('select, [tabindex="0"][data-mark], [role="gridcell"]')).to.equal(null);
    await expect(element).to.be.accessible();
  });
});

describe('cohort-triangle: reaching, picking, choosing', () => {
  it('walks through cohorts and ages, to the averages and the newcomers', async () => {
    const element = await shown(months());
    mark(element, 'cell-0-0').focus();
    const path = ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((key) => {
      press(element, key);
      return focused(element);
    });
    expect(path).to.deep.equal(['cell-0-1', 'cell-1-1', 'cell-2-0', 'average-1', 'average-2', 'newcomers-1', 'newcomers-2', 'newcomers-1']);
  });

  it('tells the page which cohort was picked, with its number of customers', async () => {
    const picked: unknown[] = [];
    const listen = (element: CohortTriangleElement) =>
      element.addEventListener('kpi-select', ({ dimension, values, customers }: KpiSelectEvent) =>
        picked.push([dimension, values, customers]),
      );
    const element = await shown(months());
    listen(element);
    mark(element, 'cell-1-0').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    mark(element, 'cell-0-2').focus();
    press(element, 'Enter');
    mark(element, 'average-1').focus();
    press(element, 'Enter');
    const other = await shown(channels());
    listen(other);
    for (const id of ['cell-0-0', 'cell-2-0']) mark(other, id).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(picked).to.deep.equal([
      ['cohort', ['2011-10'], 120],
      ['cohort', ['2011-09'], 100],
      ['channel', ['E-mail'], 100],
    ]);
  });

  it('explains the figure of a cell', async () => {
    const element = await shown(months(), { lang: 'en' });
    expect(element.explain('retention')).to.deep.include({ label: 'Retention, after 1 month', value: '20.0%', numerator: '44 customers' });
    expect(element.explain('payback')).to.equal(null);
  });

  it('asks for what a person chooses, and reflects it', async () => {
    const asked: KpiRequest[] = [];
    const source: KpiSource = {
      loaded: Promise.resolve({} as never),
      run: (request) => {
        asked.push(request);
        return Promise.resolve(resultOf(months()));
      },
      onProgress: () => () => undefined,
      onNotice: () => () => undefined,
      release: () => undefined,
    };
    const element = await fixture<CohortTriangleElement>(html`<cohort-triangle lang="en" .source=${source}></cohort-triangle>`);
    await element.ready;
    const choose = async (index: number, value: string): Promise<void> => {
      const select = element.renderRoot.querySelectorAll('select')[index];
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
      await element.ready;
    };
    await choose(0, 'rolling');
    await choose(1, 'product');
    await choose(0, 'tbc');
    await choose(1, 'week');
    const common = { periods: 13, newMonths: 6 };
    expect(asked.map(({ params }) => params)).to.deep.equal([
      { key: 'first-order', grain: 'month', mode: 'classic', metric: 'retention', ...common },
      { key: 'first-order', grain: 'month', mode: 'rolling', metric: 'retention', ...common },
      { key: 'first-product', grain: 'month', mode: 'rolling', metric: 'retention', ...common },
      { key: 'first-product', grain: 'month', mode: 'classic', metric: 'tbc', ...common },
      { key: 'first-order', grain: 'week', mode: 'classic', metric: 'tbc', ...common },
    ]);
    expect([element.getAttribute('metric'), element.getAttribute('by')]).to.deep.equal(['tbc', 'week']);
    expect([...element.renderRoot.querySelectorAll('select')].map(({ value }) => value)).to.deep.equal(['tbc', 'week']);
  });

  it('falls back from wrong settings, and says so', async () => {
    const element = await fixture<CohortTriangleElement>(
      html`<cohort-triangle lang="en" metric="clv" by="day" grain="year" window="6M" periods="0" new-months="13"></cohort-triangle>`,
    );
    element.source = {
      loaded: new Promise(() => undefined),
      run: () => new Promise(() => undefined),
      onProgress: () => () => undefined,
      onNotice: () => () => undefined,
      release: () => undefined,
    };
    await element.updateComplete;
    expect(element.status).to.equal('loading');
    expect(element.notices.map(({ details }) => details?.['attribute'])).to.have.members([
      'metric',
      'window',
      'by',
      'grain',
      'periods',
      'new-months',
    ]);
  });
});

interface Order {
  InvoiceDate: string;
  CustomerID: string;
  TotalPrice: number;
}

describe('cohort-triangle: a real shop', () => {
  it('shows the monthly cohort table that naive loops give, cell by cell', async function () {
    const rows = await sharedJson<Order[]>(this, 'data/online-retail-orders.json');
    const element = await fixture<CohortTriangleElement>(
      html`<cohort-triangle lang="en-GB" currency="GBP" .data=${rows}></cohort-triangle>`,
    );
    await element.ready;
    const orders = rows.map(({ InvoiceDate, CustomerID, TotalPrice }) => ({
      customer: CustomerID,
      day: InvoiceDate.slice(0, 10),
      cents: Math.round(TotalPrice * 100),
    }));
    const expected = naiveRetention(orders, buckets('2010-12-01', '2011-12-09', 'month'), 'month', 'classic');
    const lines = element.exportCSV({ separator: ';', decimal: '.' }).split('\r\n').slice(1);
    const table = lines.slice(1, lines.indexOf('')).map((line) => line.split(';'));
    expect(table.slice(0, -1)).to.have.length(expected.length);
    expected.forEach(({ size, cells }, row) => {
      expect(Number(table[row][1])).to.equal(size);
      cells.slice(0, -1).forEach(([customers], age) => expect(Number(table[row][2 + age])).to.be.closeTo(customers / size, 1e-12));
      expect(table[row].slice(1 + cells.length).join('')).to.equal('');
    });
    expect(textOf(element)).to.contain('23.7% of new customers (22.4–25.0%) order again 1 month after their first order');
  });
});
