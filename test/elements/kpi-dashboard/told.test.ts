/** What a dashboard says in words: of days, of wrong settings, of what the page has set, of errors. */
import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import type { KpiDashboardElement } from '../../../src/elements/kpi-dashboard/kpi-dashboard.js';
import { fakeReport, FakeSource } from '../../base/fake-widget.js';
import { button, chips, dashboard, inside, placed, shop, task, widget, words } from './fixture.js';

const summary = (element: KpiDashboardElement): HTMLElement => element.renderRoot.querySelector('.summary')!;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

async function days(element: KpiDashboardElement, first: string, last: string): Promise<HTMLInputElement[]> {
  const [period] = element.renderRoot.querySelectorAll('select');
  period.value = 'own';
  period.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
  const fields = [...element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=date]')];
  [fields[0].value, fields[1].value] = [first, last];
  fields[1].dispatchEvent(new Event('change', { bubbles: true }));
  await element.settled();
  return fields;
}

describe('dashboard: days', () => {
  it('the last one before the first is told, and changes nothing', async () => {
    const element = await placed(dashboard('churn-alerts'));
    const [, last] = await days(element, '2024-06-01', '2024-03-01');
    expect([last.validity.customError, last.validationMessage]).to.deep.equal([true, 'The last day comes before the first one.']);
    expect([element.getState().period, inside(element, 'churn-alerts').status]).to.deep.equal(['all', 'ready']);
    const [, mended] = await days(element, '2024-02-01', '2024-03-01');
    expect([mended.validity.customError, element.getState().period]).to.deep.equal([false, '2024-02-01/2024-03-01']);
    element.remove();
  });

  it('after the data are told, and leave the widgets without figures, not in error', async () => {
    const element = await placed(dashboard('lifecycle-flow', 'churn-alerts'));
    element.setState({ period: '2030-01-01/2030-12-31' });
    await element.settled();
    expect(plain(words(element.renderRoot))).to.contain('No data in this period: they go from January 4, 2024 to December 31, 2024.');
    expect(['lifecycle-flow', 'churn-alerts'].map((tag) => inside(element, tag).status)).to.deep.equal(['empty', 'empty']);
    element.remove();
  });
});

describe('dashboard: settings', () => {
  it('that are wrong are told', async () => {
    const element = dashboard('churn-alerts');
    const told: string[] = [];
    element.addEventListener('kpi-error', ({ error }) => told.push(String(error.details?.['attribute'])));
    for (const [name, value] of Object.entries({ period: 'nonsense', compare: 'foo', rotate: '1' })) element.setAttribute(name, value);
    await placed(element);
    expect(told.sort()).to.deep.equal(['compare', 'period', 'rotate']);
    expect(element.notices.map(({ details }) => details?.['got']).sort()).to.deep.equal(['1', 'foo', 'nonsense']);
    element.remove();
  });

  it('of the page stand in the words: period and filter', async () => {
    const element = dashboard('churn-alerts');
    element.filter = { period: { from: '2024-01-01', to: '2024-03-31' }, channel: ['Ads'] };
    await placed(element);
    expect(words(element.renderRoot.querySelector('option'))).to.equal('January 1, 2024 – March 31, 2024');
    expect(words(summary(element))).to.equal('Period: January 1, 2024 – March 31, 2024 · Channel: Ads');
    expect(chips(element)).to.deep.equal(['Channel: Ads']);
    element.setState({ period: '30D' });
    await element.settled();
    expect(words(summary(element))).to.equal('Period: Last 30 days · Channel: Ads');
    element.remove();
  });

  it('a report says what narrows it', async () => {
    const element = Object.assign(dashboard('churn-alerts'), { period: '12M', static: true });
    await placed(element);
    expect([getComputedStyle(summary(element)).display, words(summary(element))]).to.deep.equal([
      'block',
      'Period: Last 12 months · No filter',
    ]);
    element.static = false;
    await element.updateComplete;
    expect(getComputedStyle(summary(element)).display).to.equal('none');
    element.remove();
  });

  it('a name of no dashboard is told; the one around serves', async () => {
    const alerts = widget('churn-alerts');
    alerts.setAttribute('for', 'nowhere');
    const element = await placed(dashboard(alerts));
    expect(alerts.status).to.equal('ready');
    const { notices } = alerts as unknown as { notices: { message: string }[] };
    expect(notices.map(({ message }) => message)).to.deep.equal(['unknown value of for: the dashboard around it is used; got nowhere']);
    element.remove();
  });
});

describe('dashboard: errors of the data', () => {
  it('are told once, with one way to try again, and are gone with it', async () => {
    const element = dashboard('rfm-matrix', 'churn-alerts');
    element.data = '[{"a": 1}]';
    await placed(element);
    await task(30);
    const widgets = ['rfm-matrix', 'churn-alerts'].map((tag) => inside(element, tag));
    expect(words(element.renderRoot.querySelector('.state'))).to.contain('No table was recognised');
    expect(widgets.map(({ shadowRoot }) => words(shadowRoot.querySelector('.state')))).to.deep.equal(['No figure.', 'No figure.']);
    element.data = shop;
    await element.settled();
    for (const { shadowRoot } of widgets) expect(words(shadowRoot.querySelector('[role=status]'))).not.to.contain('No table');
    element.remove();
  });
});

describe('dashboard: wall', () => {
  it('takes another pace while it hangs, and has nothing to turn without widgets', async () => {
    const { setInterval } = window;
    const paces: number[] = [];
    window.setInterval = ((_: () => void, ms: number) => void paces.push(ms)) as unknown as typeof setInterval;
    const element = Object.assign(dashboard(), { data: null, wall: true, rotate: 7 });
    const source = new FakeSource();
    element.source = source;
    document.body.append(element);
    await element.updateComplete;
    source.load(fakeReport());
    element.rotate = 3;
    await element.updateComplete;
    window.setInterval = setInterval;
    expect(paces.filter((ms) => ms !== 60_000)).to.deep.equal([7000, 3000]);
    expect([...element.renderRoot.querySelectorAll('.wall-bar button')].map(words)).to.deep.equal([words(button(element, /Leave/))]);
    element.remove();
  });

  it('a widget whose figures come late fits the screen all the same', async () => {
    const tall = document.createElement('div');
    tall.style.cssText = 'block-size: 20px; inline-size: 50px';
    const element = await placed(dashboard(tall));
    element.wall = true;
    await element.updateComplete;
    await task(200);
    const cell = element.renderRoot.querySelector<HTMLElement>('.cell')!;
    expect(+cell.style.zoom).to.equal(2.5);
    tall.style.blockSize = `${innerHeight / 2}px`;
    for (let n = 0; n < 60 && cell.getBoundingClientRect().bottom > innerHeight - 64; n++) await task(50);
    expect(cell.getBoundingClientRect().bottom).to.be.at.most(innerHeight - 64);
    expect(+cell.style.zoom).to.be.within(0.6, 2.4);
    element.remove();
  });
});

describe('dashboard: ground', () => {
  it('is what all figures share; the rows are those of each widget', async () => {
    const element = await placed(dashboard('churn-alerts'));
    const told = words(element.renderRoot.querySelector('.caption'));
    expect(plain(told)).to.match(/^As of: December 31, 2024 · Time zone: [^·]+$/);
    expect(words(inside(element, 'churn-alerts').shadowRoot!.querySelector('.caption'))).to.match(/Rows used: \d/);
    element.remove();
  });
});
