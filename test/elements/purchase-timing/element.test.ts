/** The element as a person meets it. */
import { expect, html } from '@open-wc/testing';
import { createDataset, run } from '../../../src/core/index.js';
import type { KpiSelectEvent } from '../../../src/base/events.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import type { PurchaseTimingResult } from '../../../src/core/kpi/purchase-timing-types.js';
import type { PurchaseTimingElement } from '../../../src/elements/purchase-timing/purchase-timing.js';
import '../../../src/elements/purchase-timing/purchase-timing.js';
import type { WindowSelectEvent } from '../../../src/elements/purchase-timing/window-select-event.js';
import { all, button, label, mark, placed, press, words } from '../widget.js';
import { curve, result, split, timing } from './fixture.js';

async function shown(
  of: KpiResult<PurchaseTimingResult> = result(),
  markup = html`<purchase-timing .result=${of}></purchase-timing>`,
  lang = 'en-GB',
  width = 760,
): Promise<PurchaseTimingElement> {
  return placed<PurchaseTimingElement>(markup, lang, width);
}

describe('purchase-timing', () => {
  it('says its finding and its key figures', async () => {
    const element = await shown();
    expect(words(element.renderRoot.querySelector('.finding'))).to.match(/^Half of the first-time buyers buy again within 45 days/);
    expect(words(element.renderRoot.querySelector('.figures'))).to.equal(
      'Half have bought after 45 days 80% have bought after — Not reached in the dataBought within 30 days 41.8% A programme of 30 days reaches 61.2%',
    );
    expect(element.renderRoot.querySelector('[role="heading"]')?.textContent).to.contain('When customers buy');
    const texts = all<SVGElement>(element, '.timing > g > text').map(words);
    expect(texts).to.include.members(['Within 7 days', '10.0%', 'campaign window: days 1 to 45', 'Second', 'Later', 'First']);
  });

  it('gives every mark a full sentence', async () => {
    const element = await shown();
    expect(label(element, 'span-43')).to.equal(
      'days 43 to 49: 68.2% have bought by then (interval 64.2–72.2%), 8.8% of those who wait buy each day, 110 waited so long.',
    );
    expect(label(element, 'pooled-15')).to.equal('days 15 to 21: 100 intervals, 40.0%.');
    expect(label(element, 'perCustomer-29')).to.equal('day 29 and later: 10 customers, 7.7%.');
    expect(label(element, 'curve-first-all')).to.match(/^Registration to first purchase, First: median 6 d, Within 7 days: 10\.0%/);
  });

  it('is one tab stop, walked through with the arrow keys', async () => {
    const element = await shown();
    const stops = all(element, '[data-mark][tabindex="0"]');
    expect(stops).to.have.length(1);
    (stops[0] as HTMLElement).focus();
    press(stops[0], 'End');
    expect(element.shadowRoot?.activeElement?.getAttribute('data-mark')).to.equal('perCustomer-29');
    press(element.shadowRoot!.activeElement!, 'ArrowLeft');
    expect(element.shadowRoot?.activeElement?.getAttribute('data-mark')).to.equal('perCustomer-22');
  });

  it('tells another purchase when its button is pressed', async () => {
    const element = await shown();
    expect(all(element, '[part=purchase]').map((each) => [words(each), each.getAttribute('aria-pressed')])).to.deep.equal([
      ['Registration to first purchase', 'false'],
      ['First to second purchase', 'true'],
      ['Later purchases', 'false'],
    ]);
    button(element, 'Registration to first purchase').click();
    await element.updateComplete;
    expect(element.getAttribute('purchase')).to.equal('first');
    expect(words(element.renderRoot.querySelector('.finding'))).to.match(/^Half of those who register/);
  });

  it('offers the campaign window as an event that leaves shadow trees', async () => {
    const element = await shown();
    const told: WindowSelectEvent[] = [];
    const listen = (event: WindowSelectEvent): unknown => told.push(event);
    document.body.addEventListener('window-select', listen);
    button(element, 'Use this window').click();
    document.body.removeEventListener('window-select', listen);
    const [{ purchase, from, to, probability, customers, bubbles, composed, cancelable }] = told;
    expect({ purchase, from, to, customers, bubbles, composed, cancelable }).to.deep.equal({
      ...{ purchase: 'second', from: 1, to: 45, customers: 10, bubbles: true, composed: true, cancelable: true },
    });
    expect(probability).to.be.closeTo(0.6824, 1e-9);
    expect(told[0].constructor.name).to.equal('WindowSelectEvent');
  });

  it('takes days of the person, refuses what is no window, and goes back to the suggestion', async () => {
    const element = await shown();
    const [from, to] = all<HTMLInputElement>(element, '[part=day]');
    const set = async (input: HTMLInputElement, value: string): Promise<void> => {
      input.value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
    };
    await set(to, '30');
    await set(from, '6');
    expect(element.campaign).to.equal('6-30');
    expect(words(element.renderRoot.querySelector('.window'))).to.contain('31.8% buy in these days; 10 customers are in this window now.');
    for (const wrong of ['99', '', '-1', '2.5']) {
      await set(from, wrong);
      expect([element.campaign, from.value], wrong).to.deep.equal(['6-30', '6']);
    }
    button(element, 'Back to the suggestion').click();
    await element.updateComplete;
    expect([element.campaign, all<HTMLInputElement>(element, '[part=day]').map(({ value }) => value)]).to.deep.equal(['auto', ['1', '45']]);
  });

  it('says which group a person picked, and how many customers it has', async () => {
    const element = await shown(result(split()));
    const told: KpiSelectEvent[] = [];
    element.addEventListener('kpi-select', (event) => told.push(event));
    expect(mark(element, 'curve-second-groupmail').getAttribute('role')).to.equal('button');
    mark(element, 'curve-second-groupmail').focus();
    press(mark(element, 'curve-second-groupmail'), 'Enter');
    expect(told.map(({ dimension, values, customers }) => ({ dimension, values, customers }))).to.deep.equal([
      { dimension: 'channel', values: ['mail'], customers: 120 },
    ]);
    expect(mark(element, 'curve-second-all').getAttribute('role')).to.equal('img');
  });

  it('explains its figures, and has the same numbers as tables', async () => {
    const element = await shown();
    expect(element.explain('median')).to.deep.include({
      value: '45 days',
      formula: 'first day with S(t) ≤ 50%; 95% limits 20 to —',
      n: 200,
    });
    expect(element.explain('cadence')).to.deep.include({ numerator: '45', denominator: '60' });
    expect(element.explain('regularity')?.value).to.equal('1.8 (regularly)');
    expect(all(element, '.tables caption').map(words)).to.deep.equal([
      ...['Time to purchase', 'Share who have bought', 'Days of waiting', 'From one purchase to the next'],
      ...['Days between purchases', 'While waiting'],
    ]);
    const csv = element.exportCSV();
    expect(csv).to.contain('45').and.to.contain('0.6824');
    expect(element.exportSVG()).to.contain('<svg').and.to.contain('campaign window');
  });

  it('tells no two columns of a table by one name', async () => {
    const element = await shown(result(split()));
    for (const table of all(element, '.tables table')) {
      const names = [...table.querySelectorAll('thead th')].map(words);
      expect(new Set(names).size, names.join(', ')).to.equal(names.length);
      // Wider ones make the browser shrink the whole page on paper.
      expect(names.length).to.be.at.most(8);
    }
    const tests = all(element, '.tables table').find((each) => words(each).startsWith('Do the groups differ?'));
    const cells = [...(tests?.querySelectorAll('tbody :is(th, td)') ?? [])].map(words);
    expect(cells).to.deep.equal(['First to second purchase', '20.0', '1', 'p < 0.001']);
    expect(element.explain('difference')).to.deep.include({
      value: 'p < 0.001',
      formula: 'χ² of observed and expected purchases; χ² = 20.0, 1 degree of freedom',
    });
    expect(element.explain('mean-wait')).to.deep.include({ label: 'Mean wait in 90 days', value: '44.1 days' });
    expect(element.explain('cadence-median')).to.deep.include({ value: '18 days', n: 45 });
    expect(element.explain('median')?.window).to.deep.equal({ from: '2024-01-31', to: '2025-12-31' });
  });

  it('reads shares at the days of the person, and takes back what are no days', async () => {
    const element = await shown();
    const field = element.renderRoot.querySelector<HTMLInputElement>('[part=marks]')!;
    const set = async (value: string): Promise<void> => {
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
    };
    expect(field.value).to.equal('7 30 60');
    for (const wrong of ['soon', '0', '', '1 2 3 4 5 6 7 8 9']) {
      await set(wrong);
      expect([element.marks, field.value], wrong).to.deep.equal(['7 30 60', '7 30 60']);
    }
    await set('3, 14;3');
    expect(element.marks).to.equal('3 14');
  });

  it('says what may be older than the data, and whom a filter chooses', async () => {
    const told = result(timing(), { reasons: [{ code: 'left-censored' }], filter: { channel: ['mail'] } });
    const text = words((await shown(told)).renderRoot);
    expect(text).to.contain('may have bought before').and.to.contain('choose customers by their first order');
    expect(text).not.to.contain('left-censored');
  });

  it('has nothing to press when it is static', async () => {
    const element = await shown(result(split()), html`<purchase-timing .result=${result(split())} static></purchase-timing>`);
    expect(all(element, 'button, input, [tabindex="0"], [role=button]').filter((each) => !each.closest('[popover]'))).to.have.length(0);
    expect(words(element.renderRoot)).to.contain('Campaign window: days 1 to 45. 68.2% buy in these days');
  });

  it('shows its views, and what hindsight cannot say', async () => {
    const markup = (view: string) =>
      html`<purchase-timing .result=${result({ ...split(), by: 'segment' })} view=${view}></purchase-timing>`;
    const curves = await shown(result(), markup('curves'));
    expect([all(curves, '.histogram').length, all(curves, '.curve').length]).to.deep.equal([0, 3]);
    expect(words(curves.renderRoot)).to.contain('Segments are those of today');
    const intervals = await shown(result(), markup('intervals'));
    expect([all(intervals, '.histogram').length, all(intervals, '.curve').length, all(intervals, '.window').length]).to.deep.equal([
      2, 0, 0,
    ]);
  });

  it('says what dotted bars are', async () => {
    const dotted = 'Dotted: a group is too small.';
    const element = await shown(result());
    expect(words(element.renderRoot)).not.to.contain(dotted);
    const [first, ...hazard] = curve().hazard;
    const few = timing({ curves: [curve({ hazard: [{ ...first, events: null, rate: null }, ...hazard] })] });
    expect(words((await shown(result(few))).renderRoot)).to.contain(dotted);
  });

  it('draws the band of the curve that is told, however many there are', async () => {
    const element = await shown(result(split()), html`<purchase-timing .result=${result(split())}></purchase-timing>`);
    expect(all(element, '.curve').map((each) => [each.classList.contains('whole'), each.querySelector('.band') !== null])).to.deep.equal([
      [false, false],
      [false, false],
      [true, true],
    ]);
  });

  it('says that a programme is withheld, not that nobody waited, where small groups are', async () => {
    const hidden = timing({ curves: [curve({ window: null })], leastPurchases: 10 });
    const reason = async (value: typeof hidden) => words((await shown(result(value))).renderRoot.querySelector('.figures'));
    expect(await reason(hidden))
      .to.contain('A group is too small')
      .and.not.to.contain('Nobody was seen');
    expect(await reason({ ...hidden, leastPurchases: 1 })).to.contain('Nobody was seen waiting for so long');
  });

  it('says without alarm that registrations are missing', async () => {
    const reasons = [{ code: 'missing-column', detail: 'customers.created_at' }];
    const element = await shown(result(timing({ curves: [curve()] }), { status: 'partial', reasons }));
    expect(words(element.renderRoot)).to.contain('Without registration dates, the time to the first purchase is not known.');
    expect(all(element, '.partial')).to.have.length(0);
    expect(element.matches(':state(partial)')).to.equal(true);
  });

  it('reports settings that it does not understand, and uses the defaults', async () => {
    const element = await shown(
      result(),
      html`<purchase-timing
        .result=${result()}
        window="3M"
        marks="soon"
        campaign="14-3"
        horizon="0"
        by="colour"
        purchase="third"
      ></purchase-timing>`,
    );
    const notices = words(element.renderRoot.querySelector('.notices'));
    for (const name of ['window', 'marks', 'campaign', 'horizon', 'by', 'purchase']) expect(notices).to.contain(`${name} = `);
    expect(words(element.renderRoot.querySelector('.finding'))).to.match(/^Half of the first-time buyers/);
  });

  it('tells what a campaign window beyond the horizon holds', async () => {
    const orders = ['a', 'b', 'c', 'd'].flatMap((customer) =>
      ['2025-01-01', ...(customer === 'd' ? [] : ['2025-01-11', '2025-03-01'])].map((created_at, i) => ({
        ...{ id: `${customer}${i}`, customer_id: customer, created_at, total: 10 },
      })),
    );
    const element = await shown(result(), html`<purchase-timing .data=${orders} horizon="8" campaign="5-59"></purchase-timing>`);
    // 3 of 4 on day 10; d has waited for 59 days.
    expect(words(element.renderRoot.querySelector('.window'))).to.contain('75.0% buy in these days; 1 customer is in this window now.');
    expect(all<SVGElement>(element, '.timing > g > text').map(words)).to.include('8 d').and.not.to.include('59 d');
  });

  it('calculates from orders what the engine says', async () => {
    const orders = ['a', 'b', 'c'].flatMap((customer) =>
      ['2025-01-01', '2025-01-11', '2025-03-01'].map((created_at, i) => ({
        id: `${customer}${i}`,
        customer_id: customer,
        created_at,
        total: 10,
      })),
    );
    const request: KpiRequest = { kpi: 'purchase-timing', params: { marks: [5, 20], by: 'channel' } };
    const expected = run(createDataset(orders).dataset, request);
    const element = await shown(result(), html`<purchase-timing .data=${orders} marks="20, 5" by="channel"></purchase-timing>`);
    expect(JSON.stringify(element.result)).to.equal(JSON.stringify(expected));
    expect(element.result?.value.curves[0].medianDays).to.equal(10);
  });
});
