/** The widget as a person meets it: texts, roles, keys, picking, tables, every state, light and dark. */
import { expect, fixture, html } from '@open-wc/testing';
import type { KpiSelectEvent } from '../../../src/base/events.js';
import type { RfmResult } from '../../../src/core/kpi/rfm-types.js';
import '../../../src/elements/rfm-matrix/rfm-matrix.js';
import type { RfmMatrixElement } from '../../../src/elements/rfm-matrix/rfm-matrix.js';
import { sharedJson } from '../../shared-data.js';
import { plain, rfmResult, segment, shop } from './fixture.js';

const DIRTY = /undefined|NaN|Infinity|\[object/;

/** Not `fixture`: for what is no Lit element it waits for an animation frame, which a hidden page never gets. */
const places: HTMLElement[] = [];
afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});

async function shown(value: RfmResult, attributes: Record<string, string> = {}): Promise<RfmMatrixElement> {
  const element = document.createElement('rfm-matrix') as RfmMatrixElement;
  for (const [name, text] of Object.entries({ lang: 'fr', currency: 'EUR', ...attributes })) element.setAttribute(name, text);
  element.result = rfmResult(value);
  const place = document.createElement('div');
  place.append(element);
  document.body.append(place);
  places.push(place);
  await element.ready;
  return element;
}

const textOf = (element: RfmMatrixElement): string => plain(element.renderRoot.textContent ?? '').replace(/\s+/g, ' ');
const mark = (element: RfmMatrixElement, id: string): SVGElement => {
  const found = element.renderRoot.querySelector<SVGElement>(`[data-mark="${id}"]`);
  if (!found) throw new Error(`no mark ${id}`);
  return found;
};
const label = (element: RfmMatrixElement, id: string): string => plain(mark(element, id).getAttribute('aria-label') ?? '');
const focused = (element: RfmMatrixElement): string | null => element.shadowRoot?.activeElement?.getAttribute('data-mark') ?? null;

function press(element: RfmMatrixElement, key: string): void {
  element.shadowRoot?.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

/** Two silent customers, three cells of people; one cell and one segment withheld on demand. */
function smallShop(): RfmResult {
  const value = shop();
  value.cells[3 + 5 * 4] = { recency: 5, frequency: 4, customers: 120, orders: 310, revenue: 12_345.6 };
  value.cells[0] = { recency: 1, frequency: 1, customers: 0, orders: 0, revenue: 0 };
  value.cells[1] = { recency: 1, frequency: 2, customers: null, orders: null, revenue: null };
  return value;
}

describe('rfm-matrix: the picture', () => {
  it('is a grid of cells with a full sentence each', async () => {
    const element = await shown(smallShop());
    const grid = element.renderRoot.querySelector('[role="grid"]');
    expect(grid?.getAttribute('aria-label')).to.equal('Clients par récence et par fréquence');
    expect(grid?.querySelectorAll('[role="row"]')).to.have.length(5);
    expect(grid?.querySelectorAll('[role="row"] > [role="gridcell"]')).to.have.length(25);
    expect(label(element, 'cell-5-4')).to.equal('Récence 5 sur 5, fréquence 4 sur 5 : 120 clients, 310 commandes, 12 345,60 €.');
    expect(label(element, 'cell-1-1')).to.equal('Récence 1 sur 5, fréquence 1 sur 5 : aucun client.');
    expect(label(element, 'cell-1-2')).to.equal('Récence 1 sur 5, fréquence 2 sur 5 : masqué, car un groupe est trop petit.');
    expect([...element.renderRoot.querySelectorAll('svg text')].map((text) => text.textContent)).to.include('—');
    expect(label(element, 'segment-TBC')).to.equal(
      'Très bons clients (TBC) : 848 clients (20,0 % des clients actifs), 746 000,00 € de revenu (74,6 % du revenu).',
    );
    expect(label(element, 'inactive')).to.equal('1 023 inactifs : dernière commande avant le 10 septembre 2011.');
  });

  it('opens with the sentence and the figures of the shop', async () => {
    const element = await shown(shop());
    const text = textOf(element);
    expect(text).to.contain(
      'Vos 848 très bons clients (20,0 % des clients actifs) font 74,6 % du revenu ; 1 023 clients n’ont pas acheté depuis 3 mois.',
    );
    expect(text).to.contain('91 jours → 3 mois').and.to.contain('Part du revenu').and.to.contain('TBC 74,6 %');
    expect(text).to.contain('32–58 j').and.to.contain('≤ 12 j').and.to.contain('≥ 72 j');
    expect(text).not.to.match(DIRTY);
  });

  it('speaks English', async () => {
    const element = await shown(smallShop(), { lang: 'en-GB' });
    expect(label(element, 'cell-5-4')).to.equal('Recency 5 of 5, frequency 4 of 5: 120 customers, 310 orders, €12,345.60.');
    expect(textOf(element)).to.contain('Your 848 very good customers').and.not.to.match(DIRTY);
  });

  it('shows the segments alone on demand', async () => {
    const element = await shown(shop(), { view: 'segments' });
    expect(element.renderRoot.querySelector('[role="grid"]')).to.equal(null);
    expect(element.renderRoot.querySelectorAll('[data-mark]')).to.have.length(4);
  });

  it('is one image without interaction', async () => {
    const element = await shown(shop(), { static: '' });
    const svg = element.renderRoot.querySelector('svg.rfm');
    expect(svg?.getAttribute('role')).to.equal('img');
    expect(svg?.querySelector('[tabindex], [role="gridcell"], [role="button"]')).to.equal(null);
    await expect(element).to.be.accessible();
  });
});

describe('rfm-matrix: reaching and picking', () => {
  it('walks through the cells in two dimensions, then to the inactive and the segments', async () => {
    const element = await shown(shop());
    expect([...element.renderRoot.querySelectorAll('[data-mark][tabindex="0"]')]).to.have.length(1);
    mark(element, 'cell-1-5').focus();
    const path = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'End', 'Home', 'ArrowUp'].map((key) => {
      press(element, key);
      return focused(element);
    });
    expect(path).to.deep.equal(['cell-2-5', 'cell-3-5', 'cell-3-4', 'cell-3-3', 'cell-2-3', 'cell-5-3', 'cell-1-3', 'cell-1-4']);
    mark(element, 'cell-2-1').focus();
    const below = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'].map((key) => {
      press(element, key);
      return focused(element);
    });
    expect(below).to.deep.equal(['inactive', 'segment-TBC', 'segment-BC', 'segment-CO', 'segment-CTO', 'segment-CTO']);
    expect(
      [...element.renderRoot.querySelectorAll('[data-mark][tabindex="0"]')].map((each) => each.getAttribute('data-mark')),
    ).to.deep.equal(['segment-CTO']);
  });

  it('goes the other way on a right-to-left page', async () => {
    const element = await shown(shop(), { dir: 'rtl' });
    mark(element, 'cell-1-5').focus();
    press(element, 'ArrowLeft');
    expect(focused(element)).to.equal('cell-2-5');
    const [old, recent] = ['cell-1-5', 'cell-2-5'].map((id) => mark(element, id).getBoundingClientRect().left);
    expect(old).to.be.greaterThan(recent);
  });

  it('tells the page what was picked, with the number of customers and nothing about them', async () => {
    const element = await shown(smallShop());
    const picked: unknown[] = [];
    element.addEventListener('kpi-select', ({ dimension, values, customers }: KpiSelectEvent) =>
      picked.push([dimension, values, customers]),
    );
    mark(element, 'cell-5-4').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    mark(element, 'cell-1-2').focus();
    press(element, 'Enter');
    mark(element, 'segment-BC').focus();
    press(element, ' ');
    mark(element, 'inactive').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(picked).to.deep.equal([
      ['rfm-cell', [5, 4], 120],
      ['rfm-cell', [1, 2], null],
      ['segment', ['BC'], 1200],
      ['segment', ['inactive'], 1023],
    ]);
  });
});

describe('rfm-matrix: settings', () => {
  it('reads thresholds from the attribute and asks the engine for them', async () => {
    const element = await fixture<RfmMatrixElement>(
      html`<rfm-matrix lang="en" segments="thresholds" thresholds="50, 150,400" bins="4" window="90D"></rfm-matrix>`,
    );
    const asked: unknown[] = [];
    element.source = {
      loaded: new Promise(() => undefined),
      run: (request) => {
        asked.push(request.params);
        return new Promise(() => undefined);
      },
      onProgress: () => () => undefined,
      onNotice: () => () => undefined,
      release: () => undefined,
    };
    element.source = { ...element.source, loaded: Promise.resolve({} as never) };
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(asked.at(-1)).to.deep.equal({
      window: '90D',
      bins: 4,
      segments: 'thresholds',
      thresholds: [50, 150, 400],
      mode: 'vigie',
      scoreLimit: 0,
    });
    expect(element.notices).to.deep.equal([]);
  });

  it('falls back from wrong values, and says so, before there are figures', async () => {
    for (const bins of ['abc', '0', '2.5', '7']) {
      const element = await fixture<RfmMatrixElement>(html`<rfm-matrix lang="en" bins=${bins} segments="thresholds"></rfm-matrix>`);
      element.source = {
        loaded: new Promise(() => undefined),
        run: () => new Promise(() => undefined),
        onProgress: () => () => undefined,
        onNotice: () => () => undefined,
        release: () => undefined,
      };
      await element.updateComplete;
      expect(element.status).to.equal('loading');
      expect(element.notices.map(({ details }) => details?.['attribute'])).to.have.members(['bins', 'thresholds']);
    }
  });

  it('tells that the thresholds are missing, or no three rising amounts', async () => {
    const told: [thresholds: string, got: string][] = [
      ['', '—'],
      ['150,50,400', '150,50,400'],
      ['50,150', '50,150'],
    ];
    for (const [thresholds, got] of told) {
      const element = document.createElement('rfm-matrix') as RfmMatrixElement;
      Object.assign(element, { lang: 'en', segments: 'thresholds', result: rfmResult(shop()) });
      if (thresholds) element.setAttribute('thresholds', thresholds);
      document.body.append(element);
      places.push(element);
      await element.ready;
      expect(element.notices.map(({ message }) => message)).to.deep.equal([
        `segments="thresholds" needs thresholds, three rising amounts: segments="quartile" is used; got ${got}`,
      ]);
      expect(textOf(element)).to.contain(`Unknown value of a setting: thresholds = “${got}” → “segments="quartile"”.`);
    }
  });

  it('reflects its properties', async () => {
    const element = await shown(shop());
    element.bins = 3;
    element.segments = 'cumulative';
    element.thresholds = [1, 2.5, 3];
    await element.updateComplete;
    expect(['bins', 'segments', 'thresholds', 'mode'].map((name) => element.getAttribute(name))).to.deep.equal([
      '3',
      'cumulative',
      '1,2.5,3',
      'vigie',
    ]);
  });
});

interface Order {
  InvoiceNo: string;
  CustomerID: string;
  TotalPrice: number;
}

describe('rfm-matrix: what a figure stands on', () => {
  it('tables, and columns by their names in the data', async () => {
    const data = {
      orders: [1, 2, 3].map((n) => ({ InvoiceNo: `${n}`, Client: `c${n}`, date: `2025-0${n}-02`, total: 10 * n, colour: 'red' })),
      refunds: [{ order_id: '1', date: '2025-03-01', amount: 5 }],
    };
    const element = await fixture<RfmMatrixElement>(html`<rfm-matrix lang="fr" currency="EUR" .data=${data}></rfm-matrix>`);
    await element.ready;
    const { tables } = element.explain('tbc-revenue-share')!;
    expect(tables.map(({ table }) => table)).to.deep.equal(['orders', 'refunds']);
    expect(tables[0]!.columns).to.have.members(['InvoiceNo', 'Client', 'date', 'total']);
    expect(tables[1]!.columns).to.have.members(['order_id', 'date', 'amount']);
    await element.updateComplete;
    expect(plain(element.renderRoot.querySelector('.explain')?.textContent ?? '')).to.match(
      /Tables et colonnes\s*commandes \(.*InvoiceNo.*\); remboursements \(.*amount.*\)/,
    );
    const ready = await shown(shop());
    expect(ready.explain('tbc-revenue-share')!.tables).to.deep.equal([]);
    expect(ready.renderRoot.querySelector('.explain')!.textContent).not.to.contain('Tables et colonnes');
  });
});

describe('rfm-matrix: a real shop', () => {
  it('shows 4,338 customers, 18,532 orders and 8,911,407.90, and tables that add up to them', async function () {
    const rows = await sharedJson<Order[]>(this, 'data/online-retail-orders.json');
    const element = await fixture<RfmMatrixElement>(html`<rfm-matrix lang="en-GB" window="all" currency="GBP" .data=${rows}></rfm-matrix>`);
    const { value, asOf } = await element.ready;
    expect([value.customers, value.orders, value.revenue, asOf]).to.deep.equal([4338, 18_532, 8_911_407.9, '2011-12-09']);
    const lines = element.exportCSV({ separator: ';', decimal: '.' }).trim().split('\r\n');
    const cells = lines.slice(lines.findIndex((line) => line.startsWith('Recency score')) + 1).map((line) => line.split(';').map(Number));
    expect(cells).to.have.length(25);
    const sum = (table: number[][], column: number) => table.reduce((total, row) => total + Math.round(row[column] * 100), 0) / 100;
    expect([4, 5, 6].map((column) => sum(cells, column))).to.deep.equal([4338, 18_532, 8_911_407.9]);
    const segments = lines.slice(2, 6).map((line) => line.split(';').map(Number));
    expect([3, 5, 6].map((column) => sum(segments, column))).to.deep.equal([4338, 18_532, 8_911_407.9]);
    expect(sum(segments, 7)).to.be.closeTo(1, 0.02);
    const total = element.renderRoot.querySelector('tbody tr:last-child')!;
    expect([...total.children].map((cell) => cell.textContent)).to.include.members(['Total', '4,338', '18,532', '£8,911,407.90']);
    const seen = textOf(element);
    expect(seen).to.contain('4,338').and.to.contain('Your 1,084 very good customers').and.not.to.match(DIRTY);
  });
});

describe('rfm-matrix: for everybody', () => {
  const withheld = (): RfmResult => {
    const value = smallShop();
    value.segments[1] = segment('BC', null, 0, value);
    value.segments[2] = segment('CO', null, 0, value);
    return value;
  };

  it('has no violation in any state, light and dark, narrow and wide', async () => {
    for (const scheme of ['light', 'dark']) {
      const look = scheme === 'dark' ? 'color-scheme: dark; background: #15181d' : 'color-scheme: light; background: #fff';
      for (const value of [shop(), withheld(), { ...shop(), inactive: 0, customers: 1 }]) {
        for (const width of [300, 900]) {
          const element = await shown(value, { style: `display: block; inline-size: ${width}px; ${look}` });
          await expect(element).to.be.accessible();
        }
      }
    }
  });

  it('has no violation when empty, loading or in error', async () => {
    const empty = await fixture<RfmMatrixElement>(html`<rfm-matrix lang="fr"></rfm-matrix>`);
    expect(empty.status).to.equal('empty');
    await expect(empty).to.be.accessible();
    const error = await fixture<RfmMatrixElement>(html`<rfm-matrix lang="fr" .data=${'<html>'}></rfm-matrix>`);
    await error.ready.catch(() => undefined);
    expect(error.status).to.equal('error');
    await expect(error).to.be.accessible();
  });
});
