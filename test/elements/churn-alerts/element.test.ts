/** The element as a person meets it. */
import { expect, html } from '@open-wc/testing';
import type { KpiSelectEvent } from '../../../src/base/events.js';
import type { ChurnResult } from '../../../src/core/kpi/churn-types.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import type { ChurnAlertsElement } from '../../../src/elements/churn-alerts/churn-alerts.js';
import '../../../src/elements/churn-alerts/churn-alerts.js';
import { all, button, focused, mark, placed, press, words } from '../widget.js';
import { churn, customer, result, tier } from './fixture.js';

/** 120 customers at risk, the first with the most revenue; codes C-1 … C-120. */
const crowd = churn({
  tiers: [tier('watch', 0, 0), tier('risk', 120, 7260), tier('inactive', 0, 0)],
  customers: Array.from({ length: 120 }, (_, i) => customer(`C-${i + 1}`, { revenue: 120 - i, orders: (i % 7) + 1 })),
});

async function shown(
  of: KpiResult<ChurnResult> = result(churn()),
  markup = html`<churn-alerts .result=${of}></churn-alerts>`,
  lang = 'en-GB',
): Promise<ChurnAlertsElement> {
  return placed<ChurnAlertsElement>(markup, lang);
}

const listButton = (element: ChurnAlertsElement, name: string): HTMLButtonElement => button(element, name, '.list');
const codes = (element: ChurnAlertsElement): string[] => all(element, '.roster .code').map(words);

async function settled(element: ChurnAlertsElement): Promise<void> {
  await Promise.resolve();
  await element.updateComplete;
}

describe('churn-alerts', () => {
  it('says its finding, its key figures and its tiers', async () => {
    const element = await shown();
    expect(words(element.renderRoot.querySelector('.finding'))).to.match(
      /^412 customers need watching and 188 are at risk: together, €84\.3k/,
    );
    const figures = words(element.renderRoot.querySelector('.figures'));
    expect(figures).to.equal('Attrition rate 31.2% Customers at risk 188 Revenue at risk €32,300.10 Active customers 2,604');
    const tiers = all<SVGElement>(element, '.tier').map((each) => [...each.querySelectorAll('text')].map(words).join(' | '));
    expect(tiers[1]).to.match(/^At risk \| 188 customers \| €32\.3k.* \| silent > 61 days$/);
    expect(element.renderRoot.querySelector('[role="heading"]')?.textContent).to.contain('Customers about to leave');
  });

  it('gives every mark a full sentence', async () => {
    const element = await shown();
    expect(
      mark(element, 'tier-inactive')
        .getAttribute('aria-label')
        ?.replace(/\u2060/g, '')
        .replace(/\u00a0/g, ' '),
    ).to.equal('Inactive, silent ≥ 91 days: 1,402 customers, €12,100.00 of revenue over the last 12 months.');
    expect(mark(element, 'month-2025-12').getAttribute('aria-label')).to.match(
      /^Dec.2025: attrition 31\.2%, interval 29\.4\u2060–\u206033\.0%, 812 lost of 2,604 customers\.$/,
    );
  });

  it('lists customers as a table with a name, headers and a sort', async () => {
    const element = await shown();
    const table = element.renderRoot.querySelector('.roster') as HTMLTableElement;
    expect(words(element.renderRoot.querySelector(`#${table.getAttribute('aria-labelledby')}`))).to.equal('Customers to win back');
    expect(all(element, '.roster thead th').map((cell) => [words(cell), cell.getAttribute('aria-sort')])).to.deep.equal([
      ['Customer', null],
      ['Silence', null],
      ['Last order', null],
      ['Orders', null],
      ['Revenue, 12 months', 'descending'],
    ]);
    expect(all(element, '.roster tbody tr').map(words)[0]).to.equal('C-9 At risk 75 d 17/10/2025 9 €900.00');
  });

  it('sorts by a pressed header, and turns round when pressed again', async () => {
    const element = await shown();
    listButton(element, 'Silence').click();
    await settled(element);
    expect(codes(element)).to.deep.equal(['C-2', 'C-9', 'C-10']);
    listButton(element, 'Silence').click();
    await settled(element);
    expect(codes(element)).to.deep.equal(['C-10', 'C-9', 'C-2']);
    expect(element.getAttribute('sort')).to.equal('silence-asc');
    expect(element.renderRoot.querySelector('th[aria-sort]')?.getAttribute('aria-sort')).to.equal('ascending');
  });

  it('shows 10 rows, then 50, then all, with one button that keeps the focus', async () => {
    const element = await shown(result(crowd));
    const turn = element.renderRoot.querySelector('[part=more]') as HTMLButtonElement;
    turn.focus();
    const steps = [[codes(element).length, words(turn)]];
    for (let i = 0; i < 3; i++) {
      turn.click();
      await settled(element);
      steps.push([codes(element).length, words(turn)]);
    }
    expect(steps).to.deep.equal([
      [10, 'Show 50'],
      [50, 'Show all 120'],
      [120, 'Show fewer'],
      [10, 'Show 50'],
    ]);
    expect(element.shadowRoot?.activeElement).to.equal(turn);
    expect(element.renderRoot.querySelector('.roster')?.getAttribute('aria-rowcount')).to.equal('121');
  });

  it('picks a tier: says so without naming anybody, and narrows the list until it is picked again', async () => {
    const element = await shown();
    const said: KpiSelectEvent[] = [];
    element.addEventListener('kpi-select', (event) => said.push(event));
    mark(element, 'tier-risk').focus();
    press(mark(element, 'tier-risk'), 'Enter');
    await settled(element);
    expect(said.map(({ dimension, values, customers }) => ({ dimension, values, customers }))).to.deep.equal([
      { dimension: 'tier', values: ['risk'], customers: 188 },
    ]);
    expect(JSON.stringify(said.map((event) => ({ ...event })))).not.to.match(/C-\d/);
    expect([element.tier, codes(element)]).to.deep.equal(['risk', ['C-9']]);
    expect(mark(element, 'tier-risk').getAttribute('aria-pressed')).to.equal('true');
    mark(element, 'tier-risk').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await settled(element);
    expect([element.tier, codes(element).length]).to.deep.equal(['', 3]);
  });

  it('leaves the list alone where the page prevents it', async () => {
    const element = await shown();
    element.addEventListener('kpi-select', (event) => event.preventDefault());
    press(mark(element, 'tier-risk'), 'Enter');
    await settled(element);
    expect(element.tier).to.equal('');
  });

  it('narrows the list by its own buttons too', async () => {
    const element = await shown();
    listButton(element, 'Inactive').click();
    await settled(element);
    expect(codes(element)).to.deep.equal(['C-2']);
    expect(words(element.renderRoot.querySelector('#list-title'))).to.equal('Customers inactive');
    listButton(element, 'All').click();
    await settled(element);
    expect(codes(element)).to.have.length(3);
  });

  it('is walked through with arrows: tiers, then months', async () => {
    const element = await shown();
    mark(element, 'tier-watch').focus();
    const path: (string | null | undefined)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'Home']) {
      press(element.shadowRoot?.activeElement as Element, key);
      path.push(focused(element));
    }
    expect(path).to.deep.equal(['tier-risk', 'tier-inactive', 'month-2025-09', 'month-2025-12', 'tier-watch']);
    expect(all(element, '[data-mark][tabindex="0"]')).to.have.length(1);
  });

  it('draws names that the page gives, and exports codes', async () => {
    const element = await shown();
    element.labels = new Map([['C-9', 'Camille Alba']]);
    await settled(element);
    expect(codes(element)).to.deep.equal(['Camille Alba', 'C-2', 'C-10']);
    const csv = element.exportCSV();
    expect(csv).to.contain('C-9').and.not.to.contain('Camille');
  });

  it('has the same numbers in its tables, exact in CSV', async () => {
    const element = await shown();
    const tables = all<HTMLTableElement>(element, '.tables table');
    expect(tables.map((table) => words(table.caption))).to.deep.equal(['Tiers', 'Attrition by month', 'Customers']);
    const counts = [...tables[0].tBodies[0].rows].map((row) => Number(words(row.cells[3]).replace(',', '')));
    expect(counts).to.deep.equal([412, 188, 1402]);
    expect(element.exportCSV())
      .to.contain('52000.4')
      .and.to.contain(String(812 / 2604));
  });

  it('asks for what its attributes say, and for nothing it does not understand', async () => {
    const requests: KpiRequest[] = [];
    const silent = { onProgress: () => () => undefined, onNotice: () => () => undefined, release: () => undefined };
    const source = {
      ...silent,
      loaded: Promise.resolve({
        tables: [],
        timeZone: 'UTC',
        timeZoneFrom: 'default' as const,
        currency: null,
        from: null,
        to: null,
        customers: 0,
        guestOrders: 0,
        notices: [],
      }),
      run: (request: KpiRequest) => {
        requests.push(request);
        return Promise.resolve(result(churn()));
      },
    };
    const markup = html`<churn-alerts window="90D" limit="7" trend-months="6" reveal-email .source=${source}></churn-alerts>`;
    const element = await shown(result(churn()), markup);
    expect(requests[0]).to.deep.equal({
      kpi: 'churn',
      params: { window: '90D', mode: 'window', limit: 7, trendMonths: 6, revealEmail: true },
    });
    const told: string[] = [];
    element.addEventListener('kpi-error', ({ notices }) => told.push(...notices.map(({ details }) => String(details?.['attribute']))));
    const { warn } = console;
    console.warn = () => undefined;
    Object.assign(element, { window: 'all', limit: -1, sort: 'nonsense' });
    await element.ready;
    console.warn = warn;
    expect(requests.at(-1)?.params).to.include({ window: 'auto', limit: 100 });
    expect(told).to.include.members(['window', 'limit', 'sort']);
    expect(codes(element)[0]).to.equal('C-9');
  });

  it('without a list: `view="chart"`, or a limit of 0', async () => {
    const element = await shown(result(churn()), html`<churn-alerts view="chart" .result=${result(churn())}></churn-alerts>`);
    expect(element.renderRoot.querySelector('.list')).to.equal(null);
    element.viewName = null;
    element.limit = 0;
    await settled(element);
    expect(element.renderRoot.querySelector('.list')).to.equal(null);
  });

  it('static: nothing to press', async () => {
    const element = await shown(result(crowd), html`<churn-alerts static .result=${result(crowd)}></churn-alerts>`);
    expect(all(element, 'button, [tabindex="0"], [role="button"]')).to.have.length(0);
    expect(codes(element)).to.have.length(10);
    expect(words(element.renderRoot.querySelector('.list > :last-child'))).to.equal('10 of 120 customers');
  });

  it('counts rows of the page by itself', async () => {
    const order = (id: string, day: string, total: number): object => ({
      order_id: `${id}-${day}`,
      customer_id: id,
      created_at: day,
      total,
    });
    const rows = [
      order('new', '2025-12-31', 10),
      order('watched', '2025-11-15', 20.5),
      order('risky', '2025-10-15', 40),
      order('gone', '2025-05-01', 80),
      order('gone', '2025-01-01', 5),
    ];
    const element = await shown(result(churn()), html`<churn-alerts window="3M" .data=${rows}></churn-alerts>`);
    expect(codes(element)).to.deep.equal(['gone', 'risky', 'watched']);
    expect(all(element, '.roster tbody tr').map(words)[0]).to.equal('gone Inactive 244 d 01/05/2025 2 85.00');
    expect(words(element.renderRoot.querySelector('.finding'))).to.match(
      /^1 customer needs watching and 1 is at risk: together, 61 of revenue/,
    );
  });

  it('speaks French with the page', async () => {
    const element = await shown(result(churn()), undefined, 'fr');
    expect(words(element.renderRoot.querySelector('.finding'))).to.match(
      /^412 clients sont à surveiller et 188 à risque : ensemble, 84,3 k € de revenu/,
    );
    expect(all(element, '.roster thead th').map(words)).to.deep.equal([
      'Client',
      'Silence',
      'Dernière commande',
      'Commandes',
      'Revenu sur 12 mois',
    ]);
    expect(
      mark(element, 'tier-risk')
        .getAttribute('aria-label')
        ?.replace(/[\u00a0\u202f]/g, ' '),
    ).to.equal('À risque, silence > 61 jours : 188 clients, 32 300,10 € de revenu sur 12 mois.');
  });
});
