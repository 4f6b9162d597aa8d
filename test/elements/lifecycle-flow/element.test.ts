/** The element as a person meets it. */
import { expect, html } from '@open-wc/testing';
import type { KpiErrorEvent, KpiSelectEvent } from '../../../src/base/events.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import type { LifecycleResult } from '../../../src/core/kpi/lifecycle-types.js';
import type { LifecycleFlowElement } from '../../../src/elements/lifecycle-flow/lifecycle-flow.js';
import '../../../src/elements/lifecycle-flow/lifecycle-flow.js';
import { all, focused, label, mark, placed, press, words } from '../widget.js';
import { lifecycle, result } from './fixture.js';

async function shown(
  of: KpiResult<LifecycleResult> = result(lifecycle()),
  markup = html`<lifecycle-flow .result=${of}></lifecycle-flow>`,
  lang = 'en-GB',
): Promise<LifecycleFlowElement> {
  return placed<LifecycleFlowElement>(markup, lang);
}

const silent = { onProgress: () => () => undefined, onNotice: () => () => undefined, release: () => undefined };

describe('lifecycle-flow', () => {
  it('says its finding, its key figures and its stages', async () => {
    const element = await shown();
    expect(words(element.renderRoot.querySelector('[role="heading"]')?.textContent)).to.equal('Customer life cycle');
    expect(words(element.renderRoot.querySelector('.finding')?.textContent)).to.match(
      /^More customers won than lost since 30 September 2025/,
    );
    expect(words(element.renderRoot.querySelector('.figures')?.textContent)).to.equal(
      'Renewal rate +4.0% Renewal ratio 1.20 Customer base 527 Largest potential €200',
    );
    const rules = all(element, '.strip li').map((item) => words(item.textContent));
    expect(rules).to.have.length(5);
    expect(rules[2]).to.equal('Loyal Active, 2 purchase days or more Median stay: 92 days (85–99)');
    expect(words(element.renderRoot.querySelector('.strip .note')?.textContent)).to.equal(
      'Active: the last order is less than 3 months ago.',
    );
    expect(words(element.renderRoot.querySelector('.caption')?.textContent)).to.match(/^Period: 30 September 2025 – 31 December 2025/);
  });

  it('gives every mark a full sentence', async () => {
    const element = await shown();
    expect(label(element, 'stage-new')).to.equal(
      'New, 31 December 2025: 120 customers, €12,000.50 of revenue over 12 months, Median stay: 92 days (85–99).',
    );
    expect(label(element, 'before-prospect')).to.equal('Prospects, 30 September 2025: 100 people.');
    expect(label(element, 'flow-new-loyal')).to.equal(
      'New to loyal: 40 customers, 40.0% of 100 customers (20.0–30.0%), €600.00 of revenue over 12 months, at 50.0%: about €175 more in 92 days.',
    );
    expect(label(element, 'flow-outside-new')).to.equal('Unknown to new: 100 customers, €600.00 of revenue over 12 months.');
    expect(label(element, 'flow-inactive-inactive')).to.match(/^Stayed inactive: 300 customers, 97\.7% of 307 customers/);
    expect(label(element, 'renewal-becameInactive')).to.equal('Became inactive: 100 customers.');
    expect(label(element, 'renewal-activeAtStart')).to.equal('Base before, 30 September 2025: 500 customers.');
  });

  it('tells a picked stage and a picked passage, and that a page may listen outside', async () => {
    const element = await shown();
    const said: KpiSelectEvent[] = [];
    element.parentElement?.addEventListener('kpi-select', (event) => said.push(event));
    mark(element, 'stage-loyal').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    mark(element, 'flow-new-inactive').focus();
    press(mark(element, 'flow-new-inactive'), 'Enter');
    mark(element, 'before-loyal').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    mark(element, 'renewal-newCustomers').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(said.map(({ dimension, values, customers }) => ({ dimension, values, customers }))).to.deep.equal([
      { dimension: 'stage', values: ['loyal'], customers: 287 },
      { dimension: 'flow', values: ['new', 'inactive'], customers: 60 },
    ]);
  });

  it('is walked through with arrows: along a stage, down the stages, out to the renewal', async () => {
    const element = await shown();
    mark(element, 'before-new').focus();
    const path: (string | null | undefined)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) {
      press(element.shadowRoot?.activeElement as Element, key);
      path.push(focused(element));
    }
    expect(path).to.deep.equal([
      ...['flow-new-loyal', 'flow-new-inactive', 'stage-new', 'stage-loyal', 'stage-premium', 'stage-inactive'],
      ...['renewal-activeAtStart', 'renewal-newCustomers'],
    ]);
    expect(all(element, '[data-mark][tabindex="0"]')).to.have.length(1);
  });

  it('explains its figures with numerator, denominator and interval', async () => {
    const element = await shown();
    const rate = element.explain('renewal-rate');
    expect(rate).to.include({ value: '+4.0%', numerator: '120 − 100', denominator: '500 customers', kpi: 'lifecycle' });
    expect(rate?.window).to.deep.equal({ from: '2025-09-30', to: '2025-12-31' });
    expect(element.explain('opportunity')).to.include({
      value: '€200',
      numerator: 'Prospect to new: 100 people × (30.0% − 20.0%) × (€5.00 − €5.00) per customer',
      n: 100,
    });
    const passage = element.explain('flow-loyal-inactive');
    expect(passage).to.include({ value: '13.3%', numerator: '40 customers', denominator: '300 customers', n: 300 });
    expect(words(passage?.interval)).to.equal('20.0–30.0%');
    expect(element.explain('stage-premium')?.definition).to.contain('3 purchase days or more');
    expect(element.explain('flow-loyal-loyal')).to.equal(null);
    for (const id of all(element, '[data-mark]').map((one) => one.dataset['mark'] ?? '')) {
      press(mark(element, id), '?');
      await element.updateComplete;
      expect(element.renderRoot.querySelector('.explain h3'), id).not.to.equal(null);
    }
  });

  it('a potential in margin is told as one, with the margins that make it', async () => {
    const plain = lifecycle();
    const margins: Partial<Record<string, number>> = { prospect: 1.5, new: 4 };
    const stages = plain.stages.map((stage) => ({ ...stage, meanMarginAfter: margins[stage.id] ?? 0 }));
    const element = await shown(result({ ...plain, stages, opportunityBy: 'margin' }));
    const told = element.explain('opportunity');
    expect(words(told?.numerator)).to.equal('Prospect to new: 100 people × (30.0% − 20.0%) × (€4.00 − €1.50) per customer');
    expect(told?.formula).to.contain('difference in margin');
    const [first] = all<HTMLTableElement>(element, '.tables table');
    expect(words(first.tHead?.rows[0].lastElementChild?.textContent)).to.equal('Margin per customer between the dates');
    expect(words(first.tBodies[0].rows[1].lastElementChild?.textContent)).to.equal('€4.00');
    expect((await shown()).explain('opportunity')?.formula).to.contain('difference in revenue');
  });

  it('has the same numbers in its tables, exact in CSV', async () => {
    const element = await shown();
    const tables = all<HTMLTableElement>(element, '.tables table');
    expect(tables.map((table) => words(table.caption?.textContent))).to.deep.equal([
      'Stages',
      'Passages',
      'Renewal of the base',
      'Who ordered, by month',
    ]);
    const rows = (at: number): string[] =>
      [...tables[at].tBodies[0].rows].map((row) => [...row.cells].map((cell) => words(cell.textContent)).join(' '));
    expect(rows(0)).to.have.length(5);
    expect(rows(1)[4]).to.equal('New Loyal 40 100 40.0% 20.0% 30.0% €600.00 50.0% €175.25');
    expect(rows(2)[3]).to.equal('Became inactive 100');
    expect(rows(3)[1]).to.equal('Dec 2025 230 45 160 25 50');
    expect(element.exportCSV()).to.contain('12000.5').and.to.contain('175.25').and.to.contain('2025-11');
  });

  it('asks for what its attributes say, and for nothing it does not understand', async () => {
    const requests: KpiRequest[] = [];
    const facts = {
      tables: [],
      timeZone: 'UTC',
      timeZoneFrom: 'default' as const,
      currency: null,
      from: null,
      to: null,
      customers: 0,
      guestOrders: 0,
      notices: [],
    };
    const source = {
      ...silent,
      loaded: Promise.resolve(facts),
      run: (request: KpiRequest) => {
        requests.push(request);
        return Promise.resolve(result(lifecycle()));
      },
    };
    const markup = html`<lifecycle-flow
      preset="emarsys"
      from="2025-06-30"
      window="120D"
      inactive-window="12M"
      loyal-purchases="3"
      premium-purchases="4"
      premium-days="45"
      premium-share="0.2"
      .source=${source}
    ></lifecycle-flow>`;
    const element = await shown(undefined, markup);
    expect(requests[0]).to.deep.equal({
      kpi: 'lifecycle',
      params: {
        ...{ preset: 'emarsys', from: '2025-06-30', window: '120D', inactiveWindow: '12M' },
        ...{ loyalPurchases: 3, premiumPurchases: 4, premiumDays: 45, premiumShare: 0.2, targets: null },
      },
    });
    const told: string[] = [];
    element.addEventListener('kpi-error', ({ notices }) => told.push(...notices.map(({ details }) => String(details?.['attribute']))));
    const { warn } = console;
    console.warn = () => undefined;
    Object.assign(element, {
      preset: 'x',
      window: 'all',
      from: 'auto',
      inactiveWindow: 'all',
      loyalPurchases: 1,
      premiumDays: 0,
      premiumShare: 2,
    });
    await element.ready;
    console.warn = warn;
    const nothing = { from: null, inactiveWindow: null, loyalPurchases: null, premiumDays: null, premiumShare: null };
    expect(requests.at(-1)?.params).to.include({ preset: 'vigie', window: 'auto', ...nothing });
    expect(told).to.include.members(['preset', 'window', 'from', 'inactive-window', 'loyal-purchases', 'premium-days', 'premium-share']);
  });

  it('stages by other rules than those of filters are told apart, and say so', async () => {
    const picked = async (params: object): Promise<[string, boolean]> => {
      const element = await shown(result(lifecycle(), { params }));
      let dimension = '';
      element.addEventListener('kpi-select', (event) => (dimension = event.dimension));
      mark(element, 'stage-loyal').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      return [dimension, words(element.renderRoot.querySelector('.strip')?.textContent).includes('filters nothing')];
    };
    expect(await picked({ preset: 'vigie', window: 'auto', loyalPurchases: 2, from: '1M' })).to.deep.equal(['stage', false]);
    for (const params of [{ window: '6M' }, { preset: 'emarsys' }, { premiumDays: 30 }, { premiumShare: 0.1 }, { inactiveWindow: '12M' }])
      expect(await picked(params)).to.deep.equal(['own-stage', true]);
    const own = result(lifecycle(), { params: { window: '6M' } });
    const still = await shown(undefined, html`<lifecycle-flow static .result=${own}></lifecycle-flow>`);
    expect(words(still.renderRoot.querySelector('.strip')?.textContent), 'nothing to pick').not.to.include('filters nothing');
  });

  it('a filter by channel says whom it means', async () => {
    const strip = async (filter: object) =>
      words((await shown(result(lifecycle(), { filter }))).renderRoot.querySelector('.strip')?.textContent);
    expect(await strip({ channel: ['web'] })).to.contain('customers who were won there, with all that they bought');
    expect(await strip({ segment: ['BC'] })).not.to.contain('won there');
  });

  it('a person changes dates and rules; what cannot be is taken back', async () => {
    const element = await shown(result(lifecycle(), { params: { preset: 'vigie' } }));
    const controls = all<HTMLInputElement>(element, '.rules :is(input, select)');
    const set = (at: number, value: string) => {
      controls[at].value = value;
      controls[at].dispatchEvent(new Event('change'));
    };
    expect(controls.map(({ value }) => value)).to.deep.equal(['2025-09-30', 'vigie', 'auto', '2', '3', '60']);
    set(0, '2025-06-30');
    set(2, '6M');
    set(3, '3');
    set(4, '5');
    set(5, '0');
    expect(element).to.include({ from: '2025-06-30', window: '6M', loyalPurchases: 3, premiumPurchases: 5, premiumDays: null });
    set(0, '2026-01-01');
    expect(element.from).to.equal('2025-06-30');
    set(1, 'emarsys');
    expect(element).to.include({ preset: 'emarsys', window: 'auto', loyalPurchases: null, premiumPurchases: null, from: '2025-06-30' });
  });

  it('a date that is not before the as-of day is told with what stands instead', async () => {
    const told: unknown[] = [];
    const of = result(lifecycle(), { params: { from: '3M' } });
    const { warn } = console;
    console.warn = () => undefined;
    const element = await shown(
      of,
      html`<lifecycle-flow
        from="2025-12-31"
        .result=${of}
        @kpi-error=${(event: KpiErrorEvent) => told.push(event.error.details)}
      ></lifecycle-flow>`,
    );
    await element.updateComplete;
    console.warn = warn;
    expect(told).to.deep.equal([{ attribute: 'from', got: '2025-12-31', used: '3M' }]);
  });

  it('views: passages without renewal, renewal without stages', async () => {
    const element = await shown(undefined, html`<lifecycle-flow view="flow" .result=${result(lifecycle())}></lifecycle-flow>`);
    expect([all(element, '.step').length, all(element, '.strip').length]).to.deep.equal([0, 1]);
    element.viewName = 'renewal';
    await element.updateComplete;
    await element.ready;
    expect([all(element, '.step').length, all(element, '.flow').length, all(element, '.strip').length]).to.deep.equal([5, 0, 0]);
  });

  it('says over the passages what their colours mean, and nothing of it where there are none', async () => {
    const legend = async (view: string) => {
      const given = html`<lifecycle-flow view=${view} .result=${result(lifecycle())}></lifecycle-flow>`;
      return (await shown(undefined, given)).renderRoot.querySelectorAll('.legend, .lifecycle');
    };
    expect([...(await legend('all'))].map(({ classList }) => classList[0])).to.deep.equal(['legend', 'lifecycle']);
    expect([...(await legend('renewal'))].map(({ classList }) => classList[0])).to.deep.equal(['lifecycle']);
  });

  it('static: nothing to press', async () => {
    const element = await shown(undefined, html`<lifecycle-flow static .result=${result(lifecycle())}></lifecycle-flow>`);
    expect(all(element, 'button, [tabindex="0"], [role="button"]')).to.have.length(0);
    expect(all(element, '.lifecycle')[0].getAttribute('role')).to.equal('img');
  });

  it('counts rows of the page by itself', async () => {
    const order = (id: string, day: string): object => ({ order_id: `${id}-${day}`, customer_id: id, created_at: day, total: 10 });
    const orders = [
      ...[order('gone', '2025-01-01'), order('stays', '2025-08-01'), order('stays', '2025-12-20'), order('fresh', '2025-12-31')],
      ...[order('lost', '2025-09-01')],
    ];
    const element = await shown(
      undefined,
      html`<lifecycle-flow window="3M" .data=${{ orders, customers: [{ id: 'lead', created_at: '2025-10-15' }] }}></lifecycle-flow>`,
    );
    expect(label(element, 'stage-loyal')).to.match(/^Loyal, 31 December 2025: 1 customer, /);
    expect(words(element.renderRoot.querySelector('.finding')?.textContent)).to.match(
      /^As many customers won as lost since 30 September 2025: 1 new, 1 became inactive/,
    );
    expect(label(element, 'flow-outside-prospect')).to.match(/^Unknown to prospect: 1 person/);
  });
});
