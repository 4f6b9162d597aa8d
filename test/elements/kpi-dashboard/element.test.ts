/** The dashboard as a person meets it: filter, undo, address, order, sources, wall, paper. */
import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import type { KpiDashboardElement } from '../../../src/elements/kpi-dashboard/kpi-dashboard.js';
import { fakeReport, FakeSource } from '../../base/fake-widget.js';
import { button, chips, dashboard, inside, placed, shop, task, widget, words } from './fixture.js';

const filterIn = (element: KpiDashboardElement, tag: string): object => inside(element, tag).result!.filter;
describe('dashboard: order', () => {
  let element: KpiDashboardElement;
  const order = (): string[] => [...element.renderRoot.querySelectorAll<HTMLElement>('.cell')].map((cell) => cell.dataset['key']!);
  const handle = (key: string): HTMLElement => element.renderRoot.querySelector<HTMLElement>(`[data-key="${key}"] .handle`)!;

  beforeEach(async () => {
    element = await placed(dashboard('rfm-matrix', 'churn-alerts', 'kpi-funnel'));
    button(element, 'Arrange').click();
    await element.updateComplete;
  });
  afterEach(() => element.remove());

  it('changes by the keys of the keyboard; the focus goes along, and the place is told', async () => {
    handle('rfm-matrix').focus();
    handle('rfm-matrix').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    await element.updateComplete;
    await task();
    expect(order()).to.deep.equal(['churn-alerts', 'rfm-matrix', 'kpi-funnel']);
    expect(element.shadowRoot!.activeElement === handle('rfm-matrix')).to.equal(true);
    expect(words(element.renderRoot.querySelector('[role=status]'))).to.equal('Recency, frequency and segments: place 2 of 3.');
    expect(inside(element, 'rfm-matrix').assignedSlot?.closest('.cell')?.getAttribute('data-key')).to.equal('rfm-matrix');
  });

  it('changes by the pointer', async () => {
    const from = handle('kpi-funnel');
    const { left, top } = element.renderRoot.querySelector('[data-key="rfm-matrix"]')!.getBoundingClientRect();
    const at = { pointerId: 1, isPrimary: true, bubbles: true, clientX: left + 5, clientY: top + 5 };
    from.setPointerCapture = () => undefined;
    for (const type of ['pointerdown', 'pointermove', 'pointerup']) from.dispatchEvent(new PointerEvent(type, at));
    await element.updateComplete;
    expect(order()).to.deep.equal(['kpi-funnel', 'rfm-matrix', 'churn-alerts']);
    expect(element.getState().order).to.deep.equal(order());
    element.undo();
    await element.updateComplete;
    expect(order()).to.deep.equal(['rfm-matrix', 'churn-alerts', 'kpi-funnel']);
  });

  it('changes by buttons, not past the ends', async () => {
    const buttons = (key: string): HTMLButtonElement[] => [
      ...element.renderRoot.querySelectorAll<HTMLButtonElement>(`[data-key="${key}"] .handles button`),
    ];
    expect(buttons('rfm-matrix').map(({ disabled }) => disabled)).to.deep.equal([false, true, false]);
    buttons('churn-alerts')[1].click();
    await element.updateComplete;
    expect(order()[0]).to.equal('churn-alerts');
  });
});

describe('dashboard: sources, wall, paper', () => {
  it('lists what stands behind the figures, with what was refused and where', async () => {
    const element = await placed(dashboard('rfm-matrix'));
    button(element, 'Sources').click();
    const drawer = element.renderRoot.querySelector('dialog')!;
    expect(drawer.open).to.equal(true);
    const used = shop.orders.length - 1;
    expect([...drawer.querySelectorAll('tbody tr > *')].map(words)).to.deep.equal([
      ...['Orders', `${used}`, `${used + 1}`, '01/04/2024 – 12/31/2024', `100.0% (${used})`, '0', '1'],
    ]);
    expect(words(drawer)).to.contain('unreadable date').and.to.contain('created_at');
    expect(words(inside(element, 'rfm-matrix').shadowRoot)).not.to.contain('unreadable date');
    await expect(element).to.be.accessible();
    element.remove();
  });

  it('shows one widget at a time on a wall, with nothing to press in it', async () => {
    const element = await placed(dashboard('rfm-matrix', 'churn-alerts'));
    const shown = (): string[] =>
      [...element.renderRoot.querySelectorAll<HTMLElement>('.cell:not([hidden])')].map((cell) => cell.dataset['key']!);
    const press = async (key: string): Promise<void> => {
      dispatchEvent(Object.assign(new KeyboardEvent('keydown', { key, cancelable: true }), { composedPath: () => [document.body] }));
      await element.updateComplete;
    };
    element.wall = true;
    await element.updateComplete;
    await inside(element, 'rfm-matrix').updateComplete;
    expect(shown()).to.deep.equal(['rfm-matrix']);
    expect(inside(element, 'rfm-matrix').shadowRoot.querySelectorAll('.toolbar')).to.have.length(0);
    await press('ArrowRight');
    expect(shown()).to.deep.equal(['churn-alerts']);
    await press('ArrowRight');
    expect(shown()).to.deep.equal(['rfm-matrix']);
    await press(' ');
    expect(words(button(element, 'Resume'))).to.equal('Resume');
    await press('Escape');
    expect([element.wall, shown().length]).to.deep.equal([false, 2]);
    element.remove();
  });

  it('turns by itself on a wall unless it is paused, and looks whether the data have changed', async () => {
    const { setInterval } = window;
    const ticks = new Map<number, () => void>();
    window.setInterval = ((act: () => void, ms: number) => void ticks.set(ms, act)) as unknown as typeof setInterval;
    const element = dashboard('rfm-matrix', 'churn-alerts');
    const source = new FakeSource();
    let looks = 0;
    element.data = null;
    element.source = Object.assign(source, {
      refresh: () => {
        looks++;
        return Promise.resolve(null);
      },
    });
    element.rotate = 7;
    element.wall = true;
    document.body.append(element);
    await element.updateComplete;
    window.setInterval = setInterval;
    const shown = async (): Promise<string | undefined> => {
      await element.updateComplete;
      return element.renderRoot.querySelector<HTMLElement>('.cell:not([hidden])')!.dataset['key'];
    };
    expect(await shown()).to.equal('rfm-matrix');
    ticks.get(7000)!();
    expect(await shown()).to.equal('churn-alerts');
    button(element, 'Pause').click();
    ticks.get(7000)!();
    expect(await shown()).to.equal('churn-alerts');
    source.load(fakeReport());
    ticks.get(60_000)!();
    expect(looks).to.equal(1);
    element.remove();
  });

  it('prints the day or the month, and then shows what it showed', async () => {
    const element = await placed(dashboard('churn-alerts'));
    const printed: object[] = [];
    const { print } = window;
    window.print = () =>
      void printed.push(filterIn(element, 'churn-alerts'), { text: words(element.renderRoot.querySelector('.summary')) });
    await element.print('day');
    await element.print('month');
    window.print = print;
    await element.settled();
    expect(printed).to.deep.equal([
      { period: { from: '2024-12-31', to: '2024-12-31' } },
      { text: 'Period: Last day · No filter' },
      { period: { from: '2024-12-01', to: '2024-12-31' } },
      { text: 'Period: This month · No filter' },
    ]);
    expect([filterIn(element, 'churn-alerts'), element.getState().period]).to.deep.equal([{}, 'all']);
    element.remove();
  });

  it('is printed on A4 with every table in full, whichever way the printing began', async () => {
    const element = await placed(dashboard('churn-alerts'));
    const rows = (): number => inside(element, 'churn-alerts').shadowRoot.querySelectorAll('.tables tbody tr').length;
    const before = document.adoptedStyleSheets.length;
    dispatchEvent(new Event('beforeprint'));
    expect(document.adoptedStyleSheets).to.have.length(before + 1);
    expect(rows()).to.be.greaterThan(10);
    const width = +inside(element, 'churn-alerts').shadowRoot.querySelector('.chart svg')!.getAttribute('width')!;
    expect(width).to.be.lessThan(681);
    dispatchEvent(new Event('afterprint'));
    expect(document.adoptedStyleSheets).to.have.length(before);
    element.remove();
  });

  it('exports everything at once', async () => {
    const element = await placed(dashboard('rfm-matrix', 'churn-alerts'));
    const { results, sources } = JSON.parse(element.exportJSON()) as { results: { result: { kpi: string } }[]; sources: { kpi: string } };
    expect([sources.kpi, ...results.map(({ result }) => result.kpi)]).to.deep.equal(['sources', 'rfm', 'churn']);
    expect(element.exportCSV()).to.contain('"Recency, frequency and segments"\r\n').and.to.contain('"Customers about to leave"\r\n');
    element.remove();
  });

  it('puts the pictures of all widgets into one file, one under the other, and explains a figure of any', async () => {
    const element = dashboard('churn-alerts');
    await placed(element);
    element.prepend(widget('rfm-matrix'));
    await element.settled();
    const read = (markup: string) => new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
    const single = ['rfm-matrix', 'churn-alerts'].map((tag) => read((inside(element, tag) as unknown as KpiDashboardElement).exportSVG()));
    const size = (picture: Element, name: string) => Number(picture.getAttribute(name));
    const whole = read(element.exportSVG());
    expect(whole.querySelector('parsererror')).to.equal(null);
    expect([...whole.querySelectorAll(':scope > svg')].map((part) => part.querySelector('title')!.textContent)).to.deep.equal([
      ...['Recency, frequency and segments', 'Customers about to leave'],
    ]);
    const [first, second] = single.map((picture) => size(picture, 'height')) as [number, number];
    expect([...whole.querySelectorAll(':scope > svg')].map((part) => [size(part, 'x'), size(part, 'y')])).to.deep.equal([
      [0, 0],
      [0, first + 16],
    ]);
    expect(size(whole, 'height')).to.equal(first + 16 + second);
    expect(size(whole, 'width')).to.equal(Math.max(...single.map((picture) => size(picture, 'width'))));
    const png = await createImageBitmap(await element.exportPNG({ scale: 1 }));
    expect(png.width).to.be.closeTo(size(whole, 'width'), 1);
    expect(png.height).to.be.closeTo(size(whole, 'height'), 1);
    expect(element.explain('attrition')).to.deep.include({ kpi: 'churn', figure: 'attrition' });
    expect(element.explain('nothing')).to.equal(null);
    element.remove();
  });

  it('leaves out of its files what has no figures', async () => {
    const element = await placed(dashboard('rfm-matrix', 'kpi-funnel'));
    expect(inside(element, 'kpi-funnel').status).to.equal('empty');
    expect(element.exportCSV())
      .to.match(/^"Recency, frequency and segments"/)
      .and.not.to.contain('funnel');
    expect(element.exportSVG().match(/<title>/g)).to.have.length(1);
    element.remove();
    const none = await placed(dashboard('kpi-funnel'));
    expect(() => none.exportSVG())
      .to.throw()
      .with.property('code', 'empty-input');
    none.remove();
  });
});

describe('dashboard: states', () => {
  it('says what it waits for, what is wrong, and goes on', async () => {
    const element = dashboard('rfm-matrix');
    element.data = '[{"a": 1}]';
    await placed(element);
    expect([element.status, element.matches(':state(error)')]).to.deep.equal(['error', true]);
    expect(words(element.renderRoot.querySelector('.state'))).to.contain('No table was recognised');
    element.data = shop;
    await element.settled();
    expect([element.status, element.matches(':state(ready)'), inside(element, 'rfm-matrix').status]).to.deep.equal([
      'ready',
      true,
      'ready',
    ]);
    element.remove();
  });

  it('says that it waits for data, and that data hold nothing', async () => {
    const element = dashboard('rfm-matrix');
    element.data = null;
    document.body.append(element);
    await element.updateComplete;
    const state = (): string => words(element.renderRoot.querySelector('[part="state"]'));
    expect([element.matches(':state(empty)'), state()]).to.deep.equal([true, 'No data yet.']);
    element.data = shop;
    await element.settled();
    expect([element.status, state()]).to.deep.equal(['ready', '']);
    element.data = [];
    await element.settled();
    expect([element.status, state()]).to.deep.equal(['empty', 'No data yet.']);
    element.remove();
  });

  it('gives up with all widgets, and tries again with all', async () => {
    const element = Object.assign(dashboard('rfm-matrix', 'churn-alerts'), { data: null });
    const tags = ['rfm-matrix', 'churn-alerts'];
    const source = new FakeSource();
    element.source = source;
    document.body.append(element);
    await element.updateComplete;
    await task(350);
    button(element, 'Cancel').click();
    await element.updateComplete;
    await element.settled();
    expect([element.status, ...tags.map((tag) => inside(element, tag).status)]).to.deep.equal(['error', 'error', 'error']);
    button(element, 'Try again').click();
    await element.updateComplete;
    expect([element.status, ...tags.map((tag) => inside(element, tag).status)]).to.deep.equal(['loading', 'loading', 'loading']);
    element.remove();
  });

  it('speaks French', async () => {
    const element = await placed(Object.assign(dashboard('rfm-matrix'), { lang: 'fr' }));
    element.setState({ filter: { tier: ['risk'] }, period: '30D' });
    await element.settled();
    expect(chips(element)).to.deep.equal(['Silence : à risque']);
    expect(words(element.renderRoot.querySelector('.summary'))).to.equal('Période : 30 derniers jours · Silence : à risque');
    element.remove();
  });

  for (const [theme, lang] of [
    ['light', 'en'],
    ['dark', 'fr'],
  ])
    it(`passes axe: ${theme}, ${lang}, arranging, with chips`, async () => {
      const box = document.createElement('div');
      box.style.cssText = `color-scheme: ${theme}; background: ${theme === 'dark' ? '#15181d' : '#fff'}`;
      document.body.append(box);
      const element = await placed(Object.assign(dashboard('rfm-matrix', widget('churn-alerts')), { lang }), box);
      element.setState({ filter: { tier: ['risk'], channel: ['Ads'] } });
      button(element, /^(Arrange|Disposer)$/).click();
      await element.settled();
      await expect(element).to.be.accessible();
      box.remove();
    });
});
