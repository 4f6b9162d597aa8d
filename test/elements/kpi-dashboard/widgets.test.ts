/** What a dashboard shares with widgets that compare, split and follow customers. */
import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import type { KpiDashboardElement } from '../../../src/elements/kpi-dashboard/kpi-dashboard.js';
import { dashboard, inside, placed } from './fixture.js';

const tags = ['kpi-pulse', 'lifecycle-flow', 'cohort-triangle', 'purchase-timing', 'rfm-matrix'];
const filterIn = (element: KpiDashboardElement, tag: string): unknown => inside(element, tag).result!.filter;

describe('dashboard: its widgets', () => {
  let element: KpiDashboardElement;
  beforeEach(async () => (element = await placed(dashboard(...tags))));
  afterEach(() => element.remove());

  it('gives its comparison to those that compare, unless they have their own', async () => {
    const compared = (): unknown => (inside(element, 'kpi-pulse').result as unknown as { value: { compare: string } }).value.compare;
    expect(compared()).to.equal('previous-period');
    element.compare = 'previous-year';
    await element.updateComplete;
    await element.settled();
    expect(compared()).to.equal('previous-year');
    inside(element, 'kpi-pulse').setAttribute('compare', 'none');
    await inside(element, 'kpi-pulse').updateComplete;
    await element.settled();
    expect(compared()).to.equal('none');
  });

  it('narrows all but those whose picture shows the parts', async () => {
    const shared = { stage: ['loyal'], cohort: ['2024-Q1'], channel: ['Ads'] };
    inside(element, 'kpi-pulse').setAttribute('by', 'channel');
    inside(element, 'purchase-timing').setAttribute('by', 'channel');
    element.setState({ version: 1, period: 'all', compare: 'previous-period', filter: shared, order: [] });
    await element.updateComplete;
    await element.settled();
    const { stage, cohort, channel } = shared;
    expect(filterIn(element, 'rfm-matrix')).to.deep.equal({ stage, cohort, channel });
    expect(filterIn(element, 'lifecycle-flow')).to.deep.equal({ cohort, channel });
    expect(filterIn(element, 'cohort-triangle')).to.deep.equal({ stage, channel });
    // Its tiles are figures of all that is let through.
    expect(filterIn(element, 'kpi-pulse')).to.deep.equal({ stage, cohort, channel });
    expect(filterIn(element, 'purchase-timing')).to.deep.equal({ stage, cohort });
  });
});
