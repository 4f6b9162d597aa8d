/** What a person chooses about single widgets, and dashboards beside each other in the address. */
import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import type { KpiDashboardElement } from '../../../src/elements/kpi-dashboard/kpi-dashboard.js';
import type { KpiPulseElement } from '../../../src/elements/kpi-pulse/kpi-pulse.js';
import { button, click, dashboard, inside, mark, placed, task, widget, words } from './fixture.js';

const pulseIn = (element: Element): KpiPulseElement => inside(element, 'kpi-pulse') as unknown as KpiPulseElement;
const hashed = (id: string, ...children: (string | Element)[]): KpiDashboardElement =>
  Object.assign(dashboard(...children), { noHash: false, ...(id && { id }) });

async function choose(element: KpiDashboardElement, place: number, value: string): Promise<void> {
  const field = pulseIn(element).shadowRoot!.querySelectorAll<HTMLSelectElement>('.controls select')[place];
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.settled();
}

afterEach(() => history.replaceState(null, '', location.pathname + location.search));

describe('dashboard: views of widgets', () => {
  it('are part of the state and of the address: a link opens the same view', async () => {
    const element = await placed(hashed('shop', 'kpi-pulse'));
    await choose(element, 0, 'week');
    click(mark(inside(element, 'kpi-pulse'), /^Orders/));
    await task();
    await element.settled();
    expect(element.getState().views).to.deep.equal({ 'kpi-pulse': { grain: 'week', open: 'orders' } });
    expect(location.hash).to.equal('#shop.v=1&shop.view=kpi-pulse%2Cgrain%2Cweek&shop.view=kpi-pulse%2Copen%2Corders');
    element.remove();
    const again = await placed(hashed('shop', 'kpi-pulse'));
    expect([pulseIn(again).grain, pulseIn(again).open]).to.deep.equal(['week', 'orders']);
    again.setState({});
    expect([pulseIn(again).grain, pulseIn(again).open, location.hash]).to.deep.equal(['month', '', '']);
    again.remove();
  });

  it('are undone to what the page had set, and done again', async () => {
    const pulse = Object.assign(widget('kpi-pulse'), { grain: 'quarter' });
    const element = await placed(dashboard(pulse));
    await choose(element, 0, 'year');
    button(element, 'Undo').click();
    expect([pulse.grain, element.getState().views]).to.deep.equal(['quarter', {}]);
    await element.updateComplete;
    button(element, 'Redo').click();
    expect(pulse.grain).to.equal('year');
    await element.settled();
    await choose(element, 0, 'quarter');
    expect(element.getState().views).to.deep.equal({});
    element.remove();
  });

  it('reach widgets that come later, by id or by place, and set nothing that is no view', async () => {
    const element = await placed(dashboard('kpi-pulse'));
    const views = {
      'kpi-pulse-2': { grain: 'day', src: 'elsewhere.json', __proto__x: 'a' },
      mine: { grain: 'year' },
      'kpi-pulse': { set: 'site' },
    };
    element.setState({ views });
    const [second, named] = [widget('kpi-pulse'), Object.assign(widget('kpi-pulse'), { id: 'mine' })] as unknown as KpiPulseElement[];
    element.append(second, named);
    await element.settled();
    expect([pulseIn(element).grain, second.grain, named.grain]).to.deep.equal(['month', 'day', 'year']);
    expect([second.src ?? null, pulseIn(element).set]).to.deep.equal([null, 'sales']);
    element.remove();
  });

  it('a comparison chosen for all is one for those that had their own', async () => {
    const element = await placed(dashboard('kpi-pulse'));
    const compared = (): unknown => (pulseIn(element).result!.params as { compare: string }).compare;
    await choose(element, 1, 'none');
    expect([compared(), element.getState().views]).to.deep.equal(['none', { 'kpi-pulse': { compare: 'none' } }]);
    const field = element.renderRoot.querySelectorAll('select')[1];
    field.value = 'previous-year';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await element.settled();
    expect([compared(), element.getState().views]).to.deep.equal(['previous-year', {}]);
    element.remove();
  });
});

describe('dashboard: what is picked in a pulse', () => {
  const filterOf = (element: Element): object => pulseIn(element).result!.filter;
  const bars = (element: Element): number => pulseIn(element).result!.value.kpis.find(({ id }) => id === 'orders')!.series.length;

  it('narrows the others, and leaves it its run, which it says', async () => {
    const pulse = Object.assign(widget('kpi-pulse'), { open: 'orders' });
    const element = await placed(dashboard(pulse, 'churn-alerts'));
    const before = bars(element);
    click(mark(pulse, /Oct/));
    await task();
    await element.settled();
    expect(inside(element, 'churn-alerts').result!.filter).to.deep.equal({ period: { from: '2024-10-01', to: '2024-10-31' } });
    expect([filterOf(element), bars(element)]).to.deep.equal([{}, before]);
    expect(words(pulse.shadowRoot)).to.contain('What was picked here narrows the other widgets');
    button(element, 'Undo').click();
    await element.settled();
    expect(element.getState()).to.deep.include({ period: 'all', views: {} });
    expect(words(pulse.shadowRoot)).not.to.contain('What was picked here');
    element.remove();
  });

  it('a filter chosen elsewhere narrows its split too', async () => {
    const pulse = Object.assign(widget('kpi-pulse'), { open: 'orders', by: 'channel' });
    const element = await placed(dashboard(pulse));
    element.setState({ filter: { channel: ['Ads'] } });
    await element.settled();
    expect(filterOf(element)).to.deep.equal({ channel: ['Ads'] });
    element.remove();
  });
});

describe('dashboard: names in the address', () => {
  const inShadow = (element: Element): HTMLElement => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'closed' }).append(element);
    document.body.append(host);
    return host;
  };

  it('are each its own, in shadow roots too, and stay when another goes', async () => {
    const [a, b] = [hashed(''), hashed('')];
    const hosts = [a, b].map(inShadow);
    await Promise.all([a, b].map((one) => one.settled()));
    a.setState({ filter: { channel: ['web'] } });
    b.setState({ filter: { channel: ['ads'] } });
    expect(location.hash).to.equal('#kpi.v=1&kpi.channel=web&kpi2.v=1&kpi2.channel=ads');
    hosts[0].remove();
    await task(20);
    expect(location.hash).to.equal('#kpi2.v=1&kpi2.channel=ads');
    b.setState({ filter: { channel: ['mail'] } });
    expect(location.hash).to.equal('#kpi2.v=1&kpi2.channel=mail');
    hosts[1].remove();
    await task(20);
    expect(location.hash).to.equal('');
  });

  it('follow the id', async () => {
    history.replaceState(null, '', '#shop.v=1&shop.period=90D');
    const element = await placed(hashed(''));
    element.setState({ period: '30D' });
    element.id = 'mine';
    expect(location.hash).to.equal('#shop.v=1&shop.period=90D&mine.v=1&mine.period=30D');
    element.id = 'shop';
    expect([element.getState().period, location.hash]).to.deep.equal(['90D', '#shop.v=1&shop.period=90D']);
    element.remove();
  });

  it('an anchor of the page takes nothing away, and stands beside the state', async () => {
    const element = await placed(hashed('shop'));
    const anchor = Object.assign(document.createElement('p'), { id: 'help' });
    document.body.append(anchor);
    element.setState({ filter: { channel: ['web'] } });
    location.hash = '#help';
    await task(30);
    expect([element.getState().filter, location.hash]).to.deep.equal([{ channel: ['web'] }, '#help&shop.v=1&shop.channel=web']);
    location.hash = '#elsewhere';
    await task(30);
    expect([element.getState().filter, location.hash]).to.deep.equal([{ channel: ['web'] }, '#elsewhere']);
    anchor.remove();
    element.remove();
  });
});
