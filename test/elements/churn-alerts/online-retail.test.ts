/** Real data through the engine into the widget: what is shown is what a naive loop counts. */
import { expect, fixture, html } from '@open-wc/testing';
import type { ChurnAlertsElement } from '../../../src/elements/churn-alerts/churn-alerts.js';
import '../../../src/elements/churn-alerts/churn-alerts.js';
import { sharedJson } from '../../shared-data.js';

interface Row {
  InvoiceDate: string;
  CustomerID: string;
}

/** The window of three months, the one before it, and thirds of it. */
const [BEFORE, START, TWO_THIRDS, ONE_THIRD, AS_OF] = ['2011-06-09', '2011-09-09', '2011-10-09', '2011-11-09', '2011-12-09'];
const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/\u2060/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Days of the orders of each customer. */
function daysOf(rows: readonly Row[]): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (const { CustomerID, InvoiceDate } of rows) days.set(CustomerID, [...(days.get(CustomerID) ?? []), InvoiceDate.slice(0, 10)]);
  return days;
}

/** Customers by the day of their last order. */
function naiveTiers(days: ReadonlyMap<string, readonly string[]>): number[] {
  const found = [0, 0, 0];
  for (const own of days.values()) {
    const last = [...own].sort().at(-1) ?? '';
    if (last <= START) found[2]++;
    else if (last < TWO_THIRDS) found[1]++;
    else if (last < ONE_THIRD) found[0]++;
  }
  return found;
}

/** Of those with an order in the window before, those without one in this window. */
function naiveAttrition(days: ReadonlyMap<string, readonly string[]>): [lost: number, base: number] {
  const active = [...days.values()].filter((own) => own.some((day) => day > BEFORE && day <= START));
  return [active.filter((own) => !own.some((day) => day > START && day <= AS_OF)).length, active.length];
}

describe('churn-alerts: Online Retail', () => {
  it('shows 758, 464 and 1,449 customers, and 597 lost of 1,922', async function () {
    this.timeout(60_000);
    const rows = await sharedJson<Row[]>(this, 'data/online-retail-orders.json');
    const days = daysOf(rows);
    expect([naiveTiers(days), naiveAttrition(days)]).to.deep.equal([
      [758, 464, 1449],
      [597, 1922],
    ]);
    const element = await fixture<ChurnAlertsElement>(html`<churn-alerts lang="en-GB" .data=${rows}></churn-alerts>`);
    await element.ready;
    const counts = [...element.renderRoot.querySelectorAll('.tier')].map((tier) => plain(tier.querySelector('.heading')?.textContent));
    expect(counts).to.deep.equal(['758 customers', '464 customers', '1,449 customers']);
    const labels = [...element.renderRoot.querySelectorAll('[data-mark^="month-"]')].map((month) => month.getAttribute('aria-label'));
    expect(plain(labels.at(-1))).to.match(/^Dec 2011: attrition 31\.1%, interval .*, 597 lost of 1,922 customers\.$/);
    expect(plain(element.renderRoot.querySelector('.finding')?.textContent)).to.match(/^758 customers need watching and 464 are at risk:/);
    expect(plain(element.renderRoot.querySelector('.figures')?.textContent)).to.match(/^Attrition rate 31\.1% Customers at risk 464 /);
  });
});
