/** What a click will ask for is worked out before it comes; nothing else changes by that. */
import { expect } from 'chai';
import '../../../src/define.js';
import type { Filter, KpiRequest, KpiResult } from '../../../src/core/kpi/contract.js';
import { Foresight } from '../../../src/elements/kpi-dashboard/foresight.js';
import { FakeSource, fakeReport } from '../../base/fake-widget.js';
import { Workers } from '../../worker/workers.js';
import { click, dashboard, inside, mark, placed, shop, task, widget } from './fixture.js';

const segment = (name: string): Filter => ({ segment: [name] });

/** A dashboard that does nothing but tell what it is asked; each answer lasts some milliseconds. */
function host(likely: readonly Filter[], lasting = 0): { asked: Filter[]; given: Filter[]; foresight: Foresight } {
  const asked: Filter[] = [];
  const given: Filter[] = [];
  const foresight = new Foresight({
    settled: () => Promise.resolve(),
    likely: () => likely,
    async askAhead(filter, signal) {
      asked.push(filter);
      await task(lasting);
      if (!signal.aborted) given.push(filter);
    },
  });
  return { asked, given, foresight };
}

describe('dashboard: foresight', () => {
  let workers: Workers;
  before(() => (workers = new Workers()));
  after(() => workers.restore());

  /** Until nothing has been asked for a while. */
  async function quiet(): Promise<number> {
    for (let last = -1; last !== workers.calls('run');) {
      last = workers.calls('run');
      await task(900);
    }
    return workers.calls('run');
  }

  it('waits for a rest, then asks one after the other', async () => {
    const { asked, given, foresight } = host([segment('TBC'), segment('BC')], 5);
    foresight.rest();
    await task(100);
    expect(asked).to.deep.equal([]);
    await task(600);
    expect([asked, given]).to.deep.equal([
      [segment('TBC'), segment('BC')],
      [segment('TBC'), segment('BC')],
    ]);
  });

  it('gives up when something changes, and begins anew', async () => {
    const { asked, given, foresight } = host([segment('TBC'), segment('BC')], 200);
    foresight.rest();
    await task(500);
    expect(asked).to.deep.equal([segment('TBC')]);
    foresight.rest();
    await task(300);
    expect(given).to.deep.equal([]);
    foresight.stop();
    await task(600);
    expect(asked).to.deep.equal([segment('TBC')]);
  });

  it('begins with what is pointed at', async () => {
    const { asked, foresight } = host([segment('TBC'), segment('BC')]);
    foresight.point(segment('CO'));
    await task(300);
    expect(asked).to.deep.equal([segment('CO'), segment('TBC'), segment('BC')]);
  });

  it('leaves off after two dozen', async () => {
    const { asked, foresight } = host(Array.from({ length: 40 }, (_, i) => ({ cohort: [`${i}`] })));
    foresight.rest();
    await task(900);
    expect(asked).to.have.length(24);
  });

  it('a click then asks for nothing, and shows what the filter means', async () => {
    const element = await placed(dashboard('rfm-matrix', 'churn-alerts'));
    const asked = await quiet();
    const alerts = inside(element, 'churn-alerts');
    click(mark(inside(element, 'rfm-matrix'), /^Occasional/));
    await element.settled();
    expect(workers.calls('run')).to.equal(asked);
    const alone = Object.assign(widget('churn-alerts'), { data: structuredClone(shop), filter: segment('CO'), lang: 'en' });
    document.body.append(alone);
    const { value, filter } = await alone.ready;
    expect(filter).to.deep.equal(segment('CO'));
    expect(alerts.result).to.deep.include({ value, filter });
    alone.remove();
    element.remove();
  });

  it('a widget that fails disturbs nobody', async () => {
    const fail = (): never => {
      throw new Error('cannot be asked');
    };
    const wrong = Object.assign(widget('kpi-funnel'), { askAhead: fail });
    const rejected: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): void => void rejected.push(event.reason);
    addEventListener('unhandledrejection', hear);
    const element = await placed(Object.assign(dashboard('rfm-matrix', 'churn-alerts', wrong), { data: structuredClone(shop) }));
    const asked = await quiet();
    click(mark(inside(element, 'rfm-matrix'), /^Occasional/));
    await element.settled();
    removeEventListener('unhandledrejection', hear);
    expect(rejected).to.deep.equal([]);
    expect(inside(element, 'churn-alerts').result!.filter).to.deep.equal(segment('CO'));
    // The funnel asks, for nothing was worked out for it.
    expect(workers.calls('run') - asked).to.equal(1);
    element.remove();
  });

  it('asks for what the pointer stays on', async () => {
    const element = await placed(Object.assign(dashboard('rfm-matrix', 'churn-alerts'), { data: structuredClone(shop) }));
    const asked = workers.calls('run');
    const one = mark(inside(element, 'rfm-matrix'), /^Occasional/);
    one.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    await task(300);
    expect(workers.calls('run')).to.be.above(asked);
    element.remove();
  });

  it('asks nothing where nobody picks, nor a source of the page, which may cost', async () => {
    const still = dashboard('rfm-matrix', 'churn-alerts');
    still.static = true;
    await placed(still);
    const asked = workers.calls('run');
    await task(1_000);
    expect(workers.calls('run')).to.equal(asked);
    still.remove();

    const ready = await placed(dashboard('rfm-matrix'));
    const { result } = inside(ready, 'rfm-matrix');
    const { result: inventory } = ready;
    ready.remove();
    const source = new FakeSource();
    source.load(fakeReport());
    source.run = (request: KpiRequest) => {
      source.requests.push(request);
      return Promise.resolve((request.kpi === 'sources' ? inventory : result) as KpiResult);
    };
    const element = document.createElement('kpi-dashboard');
    element.source = source;
    element.noHash = true;
    element.append(widget('rfm-matrix'));
    await placed(element);
    expect(source.requests.map(({ kpi }) => kpi).sort()).to.deep.equal(['rfm', 'sources']);
    await task(1_000);
    expect(source.requests).to.have.length(2);
    element.remove();
  });
});
