/** The list without its drawing: order, pages, names, bars of silence. */
import { expect } from 'chai';
import fc from 'fast-check';
import { customerLabel } from '../../../src/elements/churn-alerts/customer-label.js';
import { formatSort, orderCustomers, pages, parseSort, pressed, SORTS } from '../../../src/elements/churn-alerts/customer-order.js';
import { layoutSilence, silenceScale } from '../../../src/elements/churn-alerts/silence-bar.js';
import type { ChurnCustomer } from '../../../src/core/kpi/churn-types.js';
import { churn, customer } from './fixture.js';

const byCode = (a: ChurnCustomer, b: ChurnCustomer): number => a.id.localeCompare(b.id, 'en', { numeric: true });
const ids = (sort: string, customers: readonly ChurnCustomer[] = churn().customers): string[] =>
  orderCustomers(customers, null, parseSort(sort), byCode).map(({ id }) => id);

describe('churn-alerts: the order of customers', () => {
  it('sorts by each column in its first direction', () => {
    expect(ids('revenue')).to.deep.equal(['C-9', 'C-2', 'C-10']);
    expect(ids('silence')).to.deep.equal(['C-2', 'C-9', 'C-10']);
    expect(ids('last-order')).to.deep.equal(['C-10', 'C-9', 'C-2']);
    expect(ids('orders')).to.deep.equal(['C-9', 'C-2', 'C-10']);
    expect(ids('customer')).to.deep.equal(['C-2', 'C-9', 'C-10']);
  });

  it('breaks ties by revenue, revenue of all time, silence and code, whichever way the column goes', () => {
    const tied = [
      customer('d', { orders: 2, revenue: 5 }),
      customer('c', { orders: 2, revenue: 9, revenueTotal: 10, lastOrder: '2025-10-02' }),
      customer('b', { orders: 2, revenue: 9, revenueTotal: 10, lastOrder: '2025-10-02' }),
      customer('a', { orders: 2, revenue: 9, revenueTotal: 10, lastOrder: '2025-10-03' }),
      customer('e', { orders: 2, revenue: 9, revenueTotal: 11 }),
    ];
    expect(ids('orders-desc', tied)).to.deep.equal(['e', 'b', 'c', 'a', 'd']);
    expect(ids('orders-asc', tied)).to.deep.equal(['e', 'b', 'c', 'a', 'd']);
  });

  it('does not depend on the order of the result', () => {
    const some = Array.from({ length: 12 }, (_, i) => customer(`C-${i}`, { orders: i % 3, revenue: i % 2, silentDays: i % 4 }));
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: 12 }), fc.constantFrom(...SORTS), (shuffled, sort) => {
        expect(ids(sort, shuffled)).to.deep.equal(ids(sort, some));
      }),
    );
  });

  it('keeps one tier only', () => {
    expect(orderCustomers(churn().customers, 'inactive', parseSort('revenue'), byCode).map(({ id }) => id)).to.deep.equal(['C-2']);
  });

  it('reads and writes the attribute', () => {
    for (const text of SORTS) expect(parseSort(formatSort(parseSort(text)))).to.deep.equal(parseSort(text));
    expect(parseSort('last-order-asc')).to.deep.equal({ column: 'last-order', descending: false });
    expect(formatSort({ column: 'customer', descending: true })).to.equal('customer-desc');
  });

  it('turns round when the same header is pressed again', () => {
    const first = pressed(parseSort('revenue'), 'orders');
    expect(formatSort(first)).to.equal('orders');
    expect(formatSort(pressed(first, 'orders'))).to.equal('orders-asc');
    expect(formatSort(pressed(first, 'customer'))).to.equal('customer');
  });
});

describe('churn-alerts: pages of the list', () => {
  it('goes from 10 to 50 to all and back', () => {
    expect(pages(188, 10)).to.deep.equal({ shown: 10, turn: 'more', to: 50 });
    expect(pages(188, 50)).to.deep.equal({ shown: 50, turn: 'all', to: Infinity });
    expect(pages(188, Infinity)).to.deep.equal({ shown: 188, turn: 'less', to: 10 });
  });

  it('skips what there is not', () => {
    expect(pages(10, 10)).to.deep.equal({ shown: 10, turn: null, to: 10 });
    expect(pages(0, 10)).to.deep.equal({ shown: 0, turn: null, to: 10 });
    expect(pages(50, 10)).to.deep.equal({ shown: 10, turn: 'all', to: Infinity });
    expect(pages(51, 10)).to.deep.equal({ shown: 10, turn: 'more', to: 50 });
    expect(pages(30, 50)).to.deep.equal({ shown: 30, turn: 'less', to: 10 });
  });
});

describe('churn-alerts: names of customers', () => {
  it('takes a function, a Map or an object', () => {
    expect(customerLabel(() => 'Alba')('C-1')).to.equal('Alba');
    expect(customerLabel(new Map([['C-1', 'Alba']]))('C-1')).to.equal('Alba');
    expect(customerLabel({ 'C-1': 'Alba' })('C-1')).to.equal('Alba');
  });

  it('shows the code where there is no name, or no text', () => {
    expect(customerLabel(null)('C-1')).to.equal('C-1');
    expect(customerLabel({})('C-1')).to.equal('C-1');
    expect(customerLabel({})('constructor')).to.equal('constructor');
    expect(customerLabel(() => ' ')('C-1')).to.equal('C-1');
    expect(
      customerLabel(() => {
        throw new Error('page');
      })('C-1'),
    ).to.equal('C-1');
  });
});

describe('churn-alerts: the bar of silence', () => {
  const scale = silenceScale(churn());

  it('ends a third after the window, with a line where each tier begins', () => {
    expect(scale.limits).to.deep.equal([30, 61, 91]);
    const { limits } = layoutSilence(0, scale);
    expect(limits.map((x) => Math.round(x * 100) / 100)).to.deep.equal([23.74, 48.26, 72]);
  });

  it('starts at zero and is cut beyond its end', () => {
    expect(layoutSilence(0, scale)).to.include({ length: 0, beyond: false });
    expect(layoutSilence(91, scale).length).to.be.closeTo(72, 1e-9);
    expect(layoutSilence(400, scale)).to.include({ length: 89, beyond: true });
  });
});
