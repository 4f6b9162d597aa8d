/** One data set and one filter, whichever comes first and wherever it stands. */
import { expect } from 'chai';
import '../../../src/define.js';
import type { KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import { FakeSource, fakeReport } from '../../base/fake-widget.js';
import { Workers } from '../../worker/workers.js';
import { box, click, dashboard, inside, mark, placed, shop, task, widget, type Widget } from './fixture.js';

describe('dashboard: sharing', () => {
  let workers: Workers;
  before(() => (workers = new Workers()));
  after(() => workers.restore());

  it('gives its data to widgets at any depth, closed shadow roots and slots included', async () => {
    const element = dashboard('rfm-matrix');
    const host = document.createElement('div');
    const deep = widget('churn-alerts');
    host.attachShadow({ mode: 'closed' }).append(deep);
    element.append(host);
    await placed(element);
    expect([deep.status, inside(element, 'rfm-matrix').status]).to.deep.equal(['ready', 'ready']);
    expect(workers.started).to.have.length(1);
    element.remove();
  });

  it('is settled without data of its own, and with widgets that have none: nothing is waited for', async () => {
    const element = dashboard('rfm-matrix');
    element.data = null;
    await placed(element);
    expect([element.status, inside(element, 'rfm-matrix').status]).to.deep.equal(['empty', 'empty']);
    const own = widget('churn-alerts');
    own.data = shop.orders;
    element.append(own);
    await element.settled();
    expect(own.status).to.equal('ready');
    element.data = shop;
    await element.settled();
    expect([element.status, inside(element, 'rfm-matrix').status]).to.deep.equal(['ready', 'ready']);
    element.remove();
  });

  it('serves a widget elsewhere that names it, and one that comes before it', async () => {
    const early = widget('rfm-matrix');
    early.setAttribute('for', 'shop');
    document.body.append(early);
    await task(30);
    expect(early.status).to.equal('empty');
    const element = dashboard();
    element.id = 'shop';
    await placed(element);
    expect((await early.ready).asOf).to.equal('2024-12-31');
    element.remove();
    await task(150);
    expect(early.status).to.equal('empty');
    early.remove();
  });

  it('serves widgets that are moved in, and lets go of those that are moved out', async () => {
    const element = await placed(dashboard());
    const one = widget('rfm-matrix');
    document.body.append(one);
    await task(20);
    element.append(one);
    await one.ready;
    expect(one.status).to.equal('ready');
    document.body.append(one);
    await task(50);
    expect(one.status).to.equal('empty');
    one.remove();
    element.remove();
  });

  it('leaves a widget its own data, under the shared filter, and one in another dashboard everything', async () => {
    const own = widget('rfm-matrix');
    own.data = shop.orders.slice(0, 4);
    const inner = dashboard('churn-alerts');
    inner.data = { ...shop, orders: shop.orders.slice(0, 40) };
    const element = await placed(dashboard(own, inner, 'churn-alerts'));
    await inner.settled();
    element.setState({ filter: { channel: ['Ads'] } });
    await element.settled();
    expect(inside(inner, 'churn-alerts').result!.filter).to.deep.equal({});
    expect(inside(element, ':scope > churn-alerts').result!.filter).to.deep.equal({ channel: ['Ads'] });
    expect((own.result as unknown as { rows: { left: object } }).rows.left).to.deep.equal({ filtered: 4 });
    element.remove();
  });

  it('sets as-of day, filter and least size of groups for all; a widget’s own word comes first', async () => {
    const own = widget('churn-alerts');
    own.setAttribute('as-of', '2024-06-30');
    const element = dashboard('rfm-matrix', own);
    element.asOf = '2024-09-30';
    element.filter = { country: ['France'] };
    element.minGroupSize = 5;
    await placed(element);
    const [shared, alone] = ['rfm-matrix', 'churn-alerts'].map((tag) => inside(element, tag).result!);
    expect([shared.asOf, alone.asOf]).to.deep.equal(['2024-09-30', '2024-06-30']);
    expect([shared.filter, alone.filter]).to.deep.equal([{ country: ['France'] }, { country: ['France'] }]);
    expect(JSON.stringify(alone)).to.contain('suppressed');
    element.remove();
  });

  it('sets the time zone and the currency for all: an order of the evening is one of the next day elsewhere', async () => {
    const element = dashboard('rfm-matrix', 'kpi-pulse');
    const late = { id: 'late', customer_id: 'c0', created_at: '2024-12-31T23:30:00Z', total: 20 };
    element.data = { version: 1, meta: { currency: 'EUR' }, orders: [late] };
    await placed(element);
    const told = (): unknown[] =>
      ['rfm-matrix', 'kpi-pulse'].map((tag) => {
        const { asOf, currency } = inside(element, tag).result!;
        return [asOf, currency];
      });
    expect(told()).to.deep.equal([
      ['2024-12-31', 'EUR'],
      ['2024-12-31', 'EUR'],
    ]);
    element.timeZone = 'Asia/Kathmandu';
    element.currency = 'NPR';
    await element.settled();
    expect(told()).to.deep.equal([
      ['2025-01-01', 'NPR'],
      ['2025-01-01', 'NPR'],
    ]);
    element.remove();
  });

  it('comes before a ready-made result, as long as it has data', async () => {
    const matrix = widget('rfm-matrix');
    const element = await placed(dashboard(matrix));
    const { result } = matrix;
    const other = widget('rfm-matrix');
    Object.assign(other, { result: { ...result, asOf: '2020-01-01' } });
    element.append(other);
    expect((await other.ready).asOf).to.equal('2024-12-31');
    element.data = null;
    await element.updateComplete;
    expect((await other.ready).asOf).to.equal('2020-01-01');
    element.remove();
  });

  it('draws nothing when another dashboard comes or goes', async () => {
    const place = box();
    const element = await placed(dashboard('rfm-matrix'), place);
    const drawn: unknown[] = [];
    const observer = new MutationObserver((records) => drawn.push(...records));
    observer.observe(inside(element, 'rfm-matrix').shadowRoot, { subtree: true, childList: true, characterData: true });
    const other = await placed(dashboard('churn-alerts'));
    other.remove();
    await task(30);
    expect(drawn).to.have.length(0);
    observer.disconnect();
    place.remove();
  });

  it('asks once for all when the filter changes, and draws only what has changed', async () => {
    const place = box();
    const element = await placed(dashboard('rfm-matrix', 'churn-alerts', 'kpi-funnel'), place);
    const [matrix, alerts] = ['rfm-matrix', 'churn-alerts'].map((tag) => inside(element, tag));
    const asked = workers.calls('run');
    const drawn: string[] = [];
    const observer = new MutationObserver((records) => records.forEach(({ target }) => drawn.push(target.nodeName)));
    observer.observe(matrix.shadowRoot, { subtree: true, childList: true, characterData: true });
    element.setState({ filter: { segment: ['TBC'] } });
    await element.settled();
    expect(workers.calls('run') - asked).to.equal(1);
    expect(alerts.result!.filter).to.deep.equal({ segment: ['TBC'] });
    expect(matrix.result!.filter).to.deep.equal({});
    expect(drawn).to.have.length(0);
    observer.disconnect();
    place.remove();
  });

  it('shows the newest of many changes, and nothing of those before', async () => {
    const element = await placed(dashboard('churn-alerts'));
    const seen: unknown[] = [];
    const alerts = inside(element, 'churn-alerts');
    alerts.addEventListener('kpi-ready', () => seen.push(alerts.result!.filter));
    for (const channel of ['E-mail', 'Ads', 'Direct']) {
      element.setState({ filter: { channel: [channel] } });
      await element.updateComplete;
    }
    await element.settled();
    await task(30);
    expect(seen).to.deep.equal([{ channel: ['Direct'] }]);
    element.remove();
  });

  it('does not draw a result that is the same to the last character', async () => {
    const value = { window: { from: null, to: '', months: null, meanRecencyDays: null, medianRecencyDays: null, rule: 'all' } };
    const sourcesResult = { tables: [], conflicts: [], values: { channel: [], country: [] } };
    const answer = (kpi: string): KpiResult => ({
      ...{ kpi, version: 1, asOf: null, timeZone: 'UTC', currency: null, params: {}, filter: {}, status: 'empty', reasons: [] },
      ...{ rows: { used: 0, left: {} }, value: kpi === 'sources' ? sourcesResult : value },
    });
    const source = new FakeSource();
    source.load(fakeReport());
    source.run = (request: KpiRequest) => {
      source.requests.push(request);
      return Promise.resolve(answer(request.kpi));
    };
    const element = document.createElement('kpi-dashboard');
    element.source = source;
    const alerts = widget('churn-alerts');
    element.append(alerts);
    const place = box();
    await placed(element, place);
    const drawn: unknown[] = [];
    const observer = new MutationObserver((records) => drawn.push(...records));
    observer.observe(alerts.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
    element.setState({ filter: { channel: ['Ads'] } });
    await element.settled();
    await task(30);
    expect(source.requests.at(-1)!.filter).to.deep.equal({ channel: ['Ads'] });
    expect([drawn, alerts.status]).to.deep.equal([[], 'empty']);
    observer.disconnect();
    place.remove();
  });
});

describe('dashboard: filter groups', () => {
  const alone = (tag: string, group: string): Widget => {
    const one = widget(tag);
    one.setAttribute('filter-group', group);
    one.data = shop;
    document.body.append(one);
    return one;
  };

  it('join widgets without a dashboard, and a dashboard', async () => {
    const [matrix, alerts, other] = [alone('rfm-matrix', 'a'), alone('churn-alerts', 'a'), alone('churn-alerts', 'b')];
    const element = dashboard('churn-alerts');
    element.setAttribute('filter-group', 'a');
    await placed(element);
    await Promise.all([matrix, alerts, other].map(({ ready }) => ready));
    click(mark(matrix, /TBC/));
    await element.settled();
    await Promise.all([matrix, alerts, other].map(({ ready }) => ready));
    expect([alerts, inside(element, 'churn-alerts'), other, matrix].map(({ result }) => result!.filter)).to.deep.equal([
      { segment: ['TBC'] },
      { segment: ['TBC'] },
      {},
      {},
    ]);
    element.undo();
    await element.settled();
    await alerts.ready;
    expect(alerts.result!.filter).to.deep.equal({});
    for (const one of [matrix, alerts, other, element]) one.remove();
  });
});

describe('dashboard: life', () => {
  it('a hundred comings, moves and goings leave nothing', async () => {
    const { addEventListener } = EventTarget.prototype;
    const live = new Set<AbortSignal>();
    let unsigned = 0;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof addEventListener>) {
      const options = args[2];
      if (this === window || this === document || this === document.fonts) {
        if (typeof options === 'object' && options.signal) live.add(options.signal);
        else unsigned++;
      }
      return addEventListener.apply(this ?? window, args);
    };
    const sheets = document.adoptedStyleSheets.length;
    const element = dashboard('rfm-matrix', 'churn-alerts');
    const [a, b] = [document.createElement('div'), document.createElement('div')];
    document.body.append(a, b);
    try {
      const before = unsigned;
      for (let n = 0; n < 100; n++) {
        a.append(element);
        if (n % 20 === 0) await element.settled();
        b.append(element);
        inside(element, 'rfm-matrix').remove();
        element.prepend(widget('rfm-matrix'));
        element.remove();
      }
      await task(200);
      expect([...live].filter((signal) => !signal.aborted)).to.have.length(0);
      expect(unsigned).to.equal(before);
      expect((element as unknown as { members: Set<unknown> }).members.size).to.equal(0);
      expect(document.adoptedStyleSheets).to.have.length(sheets);
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
    }
    await placed(element, a);
    expect(inside(element, 'rfm-matrix').status).to.equal('ready');
    a.remove();
    b.remove();
  });
});
