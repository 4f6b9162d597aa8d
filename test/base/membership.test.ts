import { expect } from 'chai';
import type { KpiRequest } from '../../src/core/kpi/contract.js';
import type { FakeSource, FakeWidget } from './fake-widget.js';
import './fake-widget.js';
import { factory, FakeSource as Source, fakeResult } from './fake-widget.js';

/** A widget that shows what its source answers, and what was asked. */
function widget(group?: string): { element: FakeWidget; source: FakeSource; last(): KpiRequest | undefined } {
  const element = document.createElement('fake-widget');
  const source = Source.with(fakeResult());
  element.source = source;
  if (group) element.setAttribute('filter-group', group);
  return { element, source, last: () => source.requests.at(-1) };
}

const frames = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done, 60));
};

// One after the other: a module is loaded once in a page.
describe('membership', () => {
  it('costs nothing while there is no dashboard and no group: widgets stand alone', async () => {
    const a = widget('shop');
    document.body.append(a.element);
    await a.element.ready;
    expect([a.element['shell'], a.last()?.filter]).to.deep.equal([null, undefined]);
    expect(Reflect.get(globalThis, Symbol.for('vigie.shells.1'))).to.equal(undefined);
    a.element.remove();
  });

  it('comes with the module of groups, also for widgets that were there before it', async () => {
    const [a, b] = [widget('shop'), widget('shop')];
    document.body.append(a.element);
    await a.element.ready;
    expect(a.element['shell']).to.equal(null);
    await import('../../src/filter-group.js');
    document.body.append(b.element);
    await b.element.ready;
    a.element['shell']!.pick({ dimension: 'segment', values: ['TBC'], customers: null } as never);
    await frames();
    expect([a.last()?.filter, b.last()?.filter]).to.deep.equal([{ segment: ['TBC'] }, { segment: ['TBC'] }]);
    // What has nothing new to show asks nothing.
    const asked = [a, b].map(({ source }) => source.requests.length);
    document.dispatchEvent(new Event('kpi-shells-1'));
    await frames();
    expect([a, b].map(({ source }) => source.requests.length)).to.deep.equal(asked);
    a.element.remove();
    b.element.remove();
  });

  it('comes with a dashboard, which finds the widgets that were there before its class', async () => {
    factory.make = () => Source.with(fakeResult());
    const early = widget();
    const dashboard = document.createElement('kpi-dashboard');
    dashboard.setAttribute('no-hash', '');
    dashboard.append(early.element);
    document.body.append(dashboard);
    await early.element.ready;
    expect(early.element['shell']).to.equal(null);
    await import('../../src/elements/kpi-dashboard/kpi-dashboard.js');
    const late = widget();
    dashboard.append(late.element);
    await frames();
    dashboard.setState({ filter: { channel: ['Web'] } });
    await frames();
    expect([early.last()?.filter, late.last()?.filter]).to.deep.equal([{ channel: ['Web'] }, { channel: ['Web'] }]);
    dashboard.remove();
  });

  it('takes its signs from the marks of a widget that leaves', async () => {
    const { element } = widget('other');
    document.body.append(element);
    await element.ready;
    const view = element['view'].bind(element);
    element['view'] = (...args) => {
      const shown = view(...args);
      return {
        ...shown,
        marks: shown.marks.map((mark) => ({ ...mark, selection: { dimension: 'tier', values: [mark.id], customers: 1 } })),
      };
    };
    element.requestUpdate();
    await element.updateComplete;
    element['shell']!.pick({ dimension: 'tier', values: ['b0'], customers: null } as never);
    await frames();
    const current = (): string[] =>
      [...element.renderRoot.querySelectorAll<SVGElement>('[aria-current], [data-behind]')].map(({ dataset }) => dataset['mark']!);
    expect(current()).to.deep.equal(['b0', 'b1']);
    element.removeAttribute('filter-group');
    await frames();
    expect(current()).to.deep.equal([]);
    element.remove();
  });
});
