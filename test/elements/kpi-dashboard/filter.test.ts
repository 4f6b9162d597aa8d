/** Filter, undo and address, as a person meets them, address. */
import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import type { KpiDashboardElement } from '../../../src/elements/kpi-dashboard/kpi-dashboard.js';
import type { DashboardState } from '../../../src/index.js';
import { button, chips, click, dashboard, inside, mark, placed, task } from './fixture.js';

const filterIn = (element: KpiDashboardElement, tag: string): object => inside(element, tag).result!.filter;
const select = (element: KpiDashboardElement, place: number): HTMLSelectElement => element.renderRoot.querySelectorAll('select')[place];

async function choose(element: KpiDashboardElement, place: number, value: string): Promise<void> {
  const field = select(element, place);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.settled();
}

describe('dashboard: filter', () => {
  let element: KpiDashboardElement;
  beforeEach(async () => (element = await placed(dashboard('rfm-matrix', 'churn-alerts', 'kpi-funnel'))));
  afterEach(() => element.remove());

  it('follows a click on a mark; the widget that was clicked shows what is picked', async () => {
    const matrix = inside(element, 'rfm-matrix');
    click(mark(matrix, /TBC/));
    await element.settled();
    expect(chips(element)).to.deep.equal(['Segment: TBC, very good customers']);
    expect(filterIn(element, 'churn-alerts')).to.deep.equal({ segment: ['TBC'] });
    expect(mark(matrix, /TBC/).getAttribute('aria-current')).to.equal('true');
    expect(matrix.shadowRoot.querySelectorAll('[data-behind]').length).to.be.greaterThan(2);
    click(mark(matrix, /TBC/));
    await element.settled();
    expect([chips(element), filterIn(element, 'churn-alerts')]).to.deep.equal([[], {}]);
    expect(matrix.shadowRoot.querySelectorAll('[data-behind], [aria-current]')).to.have.length(0);
  });

  it('joins what several widgets say; chips remove one each, or all', async () => {
    click(mark(inside(element, 'rfm-matrix'), /TBC/));
    click(mark(inside(element, 'churn-alerts'), /inactive/i));
    await element.settled();
    expect(chips(element)).to.deep.equal(['Segment: TBC, very good customers', 'Silence: inactive']);
    expect(filterIn(element, 'kpi-funnel')).to.deep.equal({ segment: ['TBC'], tier: ['inactive'] });
    expect(filterIn(element, 'rfm-matrix')).to.deep.equal({ tier: ['inactive'] });
    button(element, /Remove the filter Segment/).click();
    await element.settled();
    expect(filterIn(element, 'kpi-funnel')).to.deep.equal({ tier: ['inactive'] });
    button(element, 'Undo').click();
    await element.updateComplete;
    button(element, 'Remove all filters').click();
    await element.settled();
    expect([chips(element), filterIn(element, 'kpi-funnel')]).to.deep.equal([[], {}]);
  });

  it('undoes and does again', async () => {
    expect(button(element, 'Undo').disabled).to.equal(true);
    await choose(element, 0, '12M');
    await choose(element, 2, 'channel=Ads');
    button(element, 'Undo').click();
    await element.settled();
    expect(element.getState()).to.deep.include({ period: '12M', filter: {} });
    button(element, 'Undo').click();
    await element.settled();
    expect(filterIn(element, 'churn-alerts')).to.deep.equal({});
    button(element, 'Redo').click();
    await element.updateComplete;
    button(element, 'Redo').click();
    await element.settled();
    expect(element.getState()).to.deep.include({ period: '12M', filter: { channel: ['Ads'] } });
    expect(filterIn(element, 'churn-alerts')).to.deep.equal({ period: { from: '2024-01-01', to: '2024-12-31' }, channel: ['Ads'] });
  });

  it('offers what is in the data, and takes days of one’s own', async () => {
    const offered = [...select(element, 2).querySelectorAll('optgroup')].map((group) => [group.label, group.children.length]);
    expect(offered).to.deep.equal([
      ['Channel', 3],
      ['Country', 2],
      ['Segment', 5],
      ['Stage', 5],
      ['Silence', 3],
    ]);
    await choose(element, 0, 'own');
    const [from, to] = element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=date]');
    [from.value, to.value] = ['2024-02-01', '2024-05-31'];
    to.dispatchEvent(new Event('change', { bubbles: true }));
    await element.settled();
    expect(filterIn(element, 'rfm-matrix')).to.deep.equal({ period: { from: '2024-02-01', to: '2024-05-31' } });
  });

  it('listens to marks of the page itself, and not to what the page has taken care of', async () => {
    const { KpiSelectEvent } = await import('../../../src/base/events.js');
    const own = document.createElement('p');
    element.append(own);
    own.dispatchEvent(new KpiSelectEvent({ dimension: 'country', values: ['France'], customers: 3 }));
    element.addEventListener('kpi-select', (event) => event.preventDefault(), { once: true, capture: true });
    await task();
    expect(element.getState().filter).to.deep.equal({ country: ['France'] });
    element.addEventListener('kpi-select', (event) => event.preventDefault(), { capture: true });
    const heard: string[] = [];
    document.addEventListener('kpi-select', ({ dimension }) => heard.push(dimension), { once: true });
    click(mark(inside(element, 'rfm-matrix'), /TBC/));
    await task();
    expect(element.getState().filter).to.deep.equal({ country: ['France'] });
    expect(heard).to.deep.equal(['segment']);
  });

  it('tells the page of each change, and of none that is none', async () => {
    const told: DashboardState[] = [];
    element.addEventListener('kpi-state', ({ state }) => told.push(state));
    element.setState({ period: '30D' });
    element.setState({ period: '30D' });
    expect(told).to.deep.equal([{ version: 1, period: '30D', compare: 'previous-period', filter: {}, order: [], views: {} }]);
    expect(() => element.setState({ period: 'soon' }))
      .to.throw()
      .with.property('code', 'invalid-param');
  });
});

describe('dashboard: address', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  const hashed = (id: string): KpiDashboardElement => Object.assign(dashboard('churn-alerts'), { noHash: false, id });

  it('opens the same view again, each dashboard its own', async () => {
    history.replaceState(null, '', '#part');
    const [a, b] = [await placed(hashed('a')), await placed(hashed('b'))];
    expect(location.hash).to.equal('#part');
    a.setState({ filter: { channel: ['E-mail'] } });
    b.setState({ period: '90D' });
    expect(location.hash).to.equal('#part&a.v=1&a.channel=E-mail&b.v=1&b.period=90D');
    for (const one of [a, b]) one.remove();
    const [again, other] = [await placed(hashed('a')), await placed(hashed('b'))];
    expect([again.getState().filter, other.getState().period]).to.deep.equal([{ channel: ['E-mail'] }, '90D']);
    expect(filterIn(again, 'churn-alerts')).to.deep.equal({ channel: ['E-mail'] });
    again.undo();
    again.setState({});
    other.setState({});
    expect(location.hash).to.equal('#part');
    for (const one of [again, other]) one.remove();
  });

  it('follows a link within the page', async () => {
    const element = await placed(hashed('a'));
    location.hash = '#a.v=1&a.country=France';
    await task(30);
    await element.settled();
    expect(filterIn(element, 'churn-alerts')).to.deep.equal({ country: ['France'] });
    element.remove();
  });
});
