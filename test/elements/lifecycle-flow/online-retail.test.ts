/** Real data through the engine into the widget: what is shown is what a naive loop counts. */
import { expect, fixture, html } from '@open-wc/testing';
import type { LifecycleFlowElement } from '../../../src/elements/lifecycle-flow/lifecycle-flow.js';
import '../../../src/elements/lifecycle-flow/lifecycle-flow.js';
import { sharedJson } from '../../shared-data.js';

interface Row {
  InvoiceDate: string;
  CustomerID: string;
}

/** The two dates, and the windows of three months that end on them. */
const [EARLIER, FROM, AS_OF] = ['2011-06-09', '2011-09-09', '2011-12-09'];

const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/\u2060/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** New customers, those who became inactive, those reactivated, those active at both dates. */
function naiveRenewal(rows: readonly Row[]): Record<'before' | 'fresh' | 'lost' | 'again' | 'now', number> {
  const days = new Map<string, string[]>();
  for (const { CustomerID, InvoiceDate } of rows) days.set(CustomerID, [...(days.get(CustomerID) ?? []), InvoiceDate.slice(0, 10)]);
  const counts = { before: 0, fresh: 0, lost: 0, again: 0, now: 0 };
  for (const own of days.values()) {
    const wasActive = own.some((day) => day > EARLIER && day <= FROM);
    const isActive = own.some((day) => day > FROM && day <= AS_OF);
    const isNew = own.every((day) => day > FROM);
    if (wasActive) counts.before++;
    if (isActive) counts.now++;
    if (isNew) counts.fresh++;
    if (wasActive && !isActive) counts.lost++;
    if (!wasActive && isActive && !isNew) counts.again++;
  }
  return counts;
}

describe('lifecycle-flow: Online Retail', () => {
  it('draws the renewal that a naive loop counts, and adds up', async function () {
    this.timeout(60_000);
    const rows = await sharedJson<Row[]>(this, 'data/online-retail-orders.json');
    const { before, fresh, lost, again, now } = naiveRenewal(rows);
    expect(before + fresh + again - lost).to.equal(now);
    const element = await fixture<LifecycleFlowElement>(html`<lifecycle-flow lang="en-GB" .data=${rows}></lifecycle-flow>`);
    await element.ready;
    const of = (step: string): number =>
      Number(
        /([\d,]+) customers?\.$/
          .exec(plain(element.renderRoot.querySelector(`[data-mark="renewal-${step}"]`)?.getAttribute('aria-label')))?.[1]
          .replace(',', ''),
      );
    expect(['activeAtStart', 'newCustomers', 'reactivated', 'becameInactive', 'activeAtEnd'].map(of)).to.deep.equal([
      before,
      fresh,
      again,
      lost,
      now,
    ]);
    expect(plain(element.renderRoot.querySelector('.finding')?.textContent)).to.contain(`${fresh} new, ${lost} became inactive`);
    const months = [...element.renderRoot.querySelectorAll('.tables table')].at(-1) as HTMLTableElement;
    expect(months.tBodies[0].rows).to.have.length(13);
  });
});
